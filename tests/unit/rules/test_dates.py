"""Dates are in order, and none is later than the content date."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE, GUIDE = "content/types/swedish.yml", "content/guide.yml"
SIGNED = """signed:
  - name: A. Able
    role: Nurse
    signs_as: clinician
    signed: {day}
    records: [card/emergency 0a1b2c3d]"""


@pytest.mark.parametrize(("day", "wrong"), [("23", True), ("24", True), ("25", False)])
def test_the_next_check_is_after_the_last_one(
    small_guide: SmallGuide, day: str, wrong: bool
) -> None:
    small_guide.change(FILE, "check_again: 2027-11-24", f"check_again: 2026-11-{day}")
    found = [place(problem) for problem in small_guide.problems("dates")]
    assert found == [(FILE, 38, f"2026-11-{day}")] * wrong


@pytest.mark.parametrize(("day", "wrong"), [("23", False), ("24", False), ("25", True)])
def test_nothing_was_checked_after_the_content_date(
    small_guide: SmallGuide, day: str, wrong: bool
) -> None:
    small_guide.change(FILE, "check_again: 2027-11-24", "check_again: 2027-11-01")
    small_guide.change(FILE, "checked: 2026-11-24", f"checked: 2026-11-{day}")
    found = small_guide.problems("dates")
    assert [place(problem) for problem in found] == [(FILE, 37, f"2026-11-{day}")] * wrong
    assert all("2026-11-24" in problem.hint for problem in found)


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("reviewed", "reviewer:\n  name: A. Able\n  role: Nurse\n  reviewed: {day}"),
        ("- day:", "sheets_replaced:\n  - day: {day}\n    why: A sign was left out."),
        ("signed: 2", SIGNED),
    ],
)
@pytest.mark.parametrize(("day", "wrong"), [("23", False), ("24", False), ("25", True)])
def test_nothing_was_done_for_the_guide_after_the_content_date(
    small_guide: SmallGuide, key: str, done: str, day: str, wrong: bool
) -> None:
    day = f"2026-11-{day}"
    small_guide.change(GUIDE, "grace_days", f"{done.format(day=day)}\ngrace_days")
    found = small_guide.problems("dates")
    assert [place(it) for it in found] == [(GUIDE, small_guide.line(GUIDE, key), day)] * wrong
    assert all(problem.code == "dates" for problem in found)


def test_files_that_stand_alone_are_looked_at_too(small_guide: SmallGuide) -> None:
    small_guide.change("content/prices.yml", "check_again: 2027", "check_again: 2026")
    (problem,) = small_guide.problems("dates")
    assert place(problem) == ("content/prices.yml", 2, "2026-05-24")
    assert "2026-11-24" in problem.hint


PRICES, SAFETY, COUNTRY = (f"content/{name}.yml" for name in ("prices", "safety", "countries/us"))


@pytest.mark.parametrize(
    ("file", "last", "first_wrong"),
    [
        (FILE, "2027-11-24", "2027-11-25"),
        *((file, "2027-05-24", "2027-05-25") for file in (PRICES, SAFETY, COUNTRY)),
    ],
)
def test_what_people_rely_on_in_need_is_checked_twice_a_year_and_all_else_once(
    small_guide: SmallGuide, file: str, last: str, first_wrong: str
) -> None:
    assert f"check_again: {last}" in (small_guide.root / file).read_text("utf-8")
    assert small_guide.problems("dates") == []
    small_guide.change(file, f"check_again: {last}", f"check_again: {first_wrong}")
    (problem,) = small_guide.problems("dates")
    assert place(problem) == (file, small_guide.line(file, "check_again"), first_wrong)
    months = "12" if file == FILE else "6"
    assert problem.message == f"The next check is more than {months} months after the last one."


@pytest.mark.parametrize(("day", "wrong"), [("24", False), ("25", True)])
def test_nobody_searched_after_the_content_date(
    small_guide: SmallGuide, day: str, wrong: bool
) -> None:
    file = "content/claims/two-halves.yml"
    side = (
        "      text:\n        - One trial found that people felt better.\n"
        "      sources: [trial-2011]"
    )
    small_guide.change(file, side, f"      none_found: 2026-11-{day}")
    found = [place(problem) for problem in small_guide.problems("dates")]
    line = small_guide.line(file, "none_found")
    assert found == [(file, line, f"2026-11-{day}")] * wrong
