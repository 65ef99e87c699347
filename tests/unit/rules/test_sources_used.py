"""Every source is used."""

from __future__ import annotations

from tests.support.small_guide import SmallGuide, place

OLD, NEW = "content/sources/guideline-2020.yml", "content/sources/left-over.yml"


def test_a_source_that_nothing_cites_is_named(small_guide: SmallGuide) -> None:
    small_guide.copy(OLD, NEW, "id: guideline-2020", "id: left-over")
    (problem,) = small_guide.problems("sources-used")
    assert place(problem) == (NEW, 1, "left-over")
    assert problem.message == "Nothing uses the source “left-over”."


def test_nobody_can_say_while_an_entry_cannot_be_read(small_guide: SmallGuide) -> None:
    small_guide.copy(OLD, NEW, "id: guideline-2020", "id: left-over")
    small_guide.change("content/types/swedish.yml", "clothes:", "cloths:")
    assert small_guide.problems("sources-used") == []
