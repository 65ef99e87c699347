"""Words with {braces} are filled, or it is said which brace nothing fills."""

from __future__ import annotations

import pytest

from massage_guide.text.fill import UnfilledError, fill


def test_braces_are_filled_with_values_of_any_kind() -> None:
    assert (
        fill("{count} of {total} are {what_2}.", count=1, total=2, what_2="in") == "1 of 2 are in."
    )


def test_a_value_is_never_filled_again() -> None:
    assert fill("{a}", a="{b}", b="no") == "{b}"


def test_braces_without_a_name_are_text() -> None:
    assert fill("{} { a } {a-b}", a=1) == "{} { a } {a-b}"


def test_a_brace_that_nothing_fills_is_named_with_those_that_something_does() -> None:
    with pytest.raises(UnfilledError, match=r"nothing fills \{nam\} in “Dear \{nam\}”") as error:
        fill("Dear {nam}", name="Able", day=1)
    assert error.value.text == "Dear {nam}"
    assert error.value.brace == "{nam}"
    assert error.value.known == ["{name}", "{day}"]
