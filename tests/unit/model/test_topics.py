"""Sections of topics: what is closed, and what may not be."""

from __future__ import annotations

import pytest

from .small_records import GONE, details, faults, loaded

TOPIC, SECTION = "topics/how-often", ("sections", 0)


@pytest.mark.parametrize("style", ["do", "do not", "steps"])
def test_advice_is_never_closed(style: str) -> None:
    changes = {(*SECTION, "style"): style, (*SECTION, "finding"): "A small gain."}
    assert faults(TOPIC, changes) == [(SECTION, "closed_advice")]
    assert details(TOPIC, changes)["at"] == "finding"


@pytest.mark.parametrize("style", ["text", "list"])
def test_what_was_found_is_closed_behind_its_line(style: str) -> None:
    changes = {(*SECTION, "style"): style, (*SECTION, "finding"): "A small gain."}
    assert loaded(TOPIC, changes).sections[0].finding is not None


def test_a_grade_needs_the_line_in_which_it_is_printed() -> None:
    changes = {(*SECTION, "finding"): GONE}
    assert faults(TOPIC, changes) == [(SECTION, "grade_unused")]
    assert details(TOPIC, changes)["at"] == "graded_in"
    loaded(TOPIC, changes | {(*SECTION, "graded_in"): GONE})
