"""In each place somebody answers in a crisis, and no line is for a part that is not there."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE = "content/countries/us.yml"
PARTS = (
    "parts:\n  - id: north\n    name: the North\n  - id: south\n    name: the South\nhelp_lines:"
)


def test_a_country_in_which_nobody_answers_in_a_crisis_is_refused(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "needs: [crisis", "needs: [same-day")
    (problem,) = small_guide.problems("help-lines")
    assert (problem.file, problem.line) == (FILE, small_guide.line(FILE, "help_lines:") + 1)
    assert "crisis" in problem.message and "[[call:" in problem.hint


def test_an_address_is_no_number_to_call(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "text: call [[call:988]]", "text: visit [[visit:a-helpline.example]]")
    assert len(small_guide.problems("help-lines")) == 1


def test_each_part_of_a_country_needs_one(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "help_lines:", PARTS)
    assert small_guide.problems("help-lines") == []
    small_guide.change(FILE, "  - needs: [crisis", "  - parts: [north]\n    needs: [crisis")
    (problem,) = small_guide.problems("help-lines")
    assert "the South" in problem.message


@pytest.mark.parametrize(("part", "hint"), [("sauth", "south"), ("moon", "`parts`")])
def test_a_part_that_the_country_does_not_have_is_named_at_its_place(
    small_guide: SmallGuide, part: str, hint: str
) -> None:
    small_guide.change(FILE, "help_lines:", PARTS)
    small_guide.change(
        FILE, "  - needs: [crisis", f"  - parts: [north, south, {part}]\n    needs: [crisis"
    )
    (problem,) = small_guide.problems("help-lines")
    assert place(problem) == (FILE, small_guide.line(FILE, "- parts:"), part)
    assert f"“{part}”" in problem.message and hint in problem.hint


NEEDS = "needs: [poison, sexual-assault, harm-at-home]"


@pytest.mark.parametrize("need", ["poison", "sexual-assault", "harm-at-home"])
def test_each_need_has_a_way_to_get_help(small_guide: SmallGuide, need: str) -> None:
    others = ", ".join(it for it in ("poison", "sexual-assault", "harm-at-home") if it != need)
    (problem,) = small_guide.change(FILE, NEEDS, f"needs: [{others}]").problems("help-lines")
    assert problem.file == FILE and f"“{need}”" in problem.message and need in problem.hint


def test_so_it_is_in_each_part_of_a_country(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "help_lines:", PARTS)
    small_guide.change(FILE, f"  - {NEEDS}", f"  - parts: [north]\n    {NEEDS}")
    found = small_guide.problems("help-lines")
    assert len(found) == 3 and all("the South" in problem.message for problem in found)
