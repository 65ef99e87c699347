"""Words with {braces} are filled, each once."""

from __future__ import annotations

import pytest

from massage_guide.text.fill import fill


def test_braces_are_filled_with_values_of_any_kind() -> None:
    assert (
        fill("{count} of {total} are {what_2}.", count=1, total=2, what_2="in") == "1 of 2 are in."
    )


def test_a_value_is_never_filled_again() -> None:
    assert fill("{a}", a="{b}", b="no") == "{b}"


def test_braces_without_a_name_are_text() -> None:
    assert fill("{} { a } {a-b}", a=1) == "{} { a } {a-b}"


def test_a_brace_that_nothing_fills_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError, match="nam"):
        fill("Dear {nam}", name="Able", day=1)
