"""An old address leads straight to a page of today."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE = "content/redirects.yml"


def rows(*moves: tuple[str, str]) -> str:
    """The file with these moves, two lines each, from line 2 on."""
    return "moved:\n" + "".join(f"  - was: {was}\n    now: {now}\n" for was, now in moves)


def test_old_addresses_lead_to_pages_of_today(small_guide: SmallGuide) -> None:
    small_guide.write(
        FILE, rows(("types/old", "types/swedish"), ("older", "safety"), ("a/b", "types"))
    )
    assert small_guide.problems("redirects") == []


def test_an_old_address_is_listed_once(small_guide: SmallGuide) -> None:
    small_guide.write(FILE, rows(("old", "safety"), ("other", "cost"), ("old", "cost")))
    (problem,) = small_guide.problems("redirects")
    assert place(problem) == (FILE, 6, "old") and problem.message == "“old” is listed twice."


def test_an_address_of_today_has_not_moved(small_guide: SmallGuide) -> None:
    small_guide.write(FILE, rows(("old", "cost"), ("types/swedish", "safety")))
    (problem,) = small_guide.problems("redirects")
    assert place(problem) == (FILE, 4, "types/swedish")
    assert problem.message == "“types/swedish” is still there, so it has not moved."


def test_a_slip_in_the_new_address_is_answered_with_the_right_one(small_guide: SmallGuide) -> None:
    small_guide.write(FILE, rows(("old", "cost"), ("older", "types/swedich")))
    (problem,) = small_guide.problems("redirects")
    assert place(problem) == (FILE, 5, "types/swedich")
    assert problem.message == "There is no page “types/swedich”."
    assert problem.hint == "Did you mean “types/swedish”?"


def test_an_old_address_never_leads_to_another_old_one(small_guide: SmallGuide) -> None:
    small_guide.write(FILE, rows(("old", "older"), ("older", "zzz")))
    assert [problem.line for problem in small_guide.problems("redirects")] == [3, 5]
    assert small_guide.problems("redirects")[1].hint == "Name a page of today."


@pytest.mark.parametrize("now", ["types/swedish", "types/deep-tissue"])
def test_a_page_whose_file_cannot_be_read_is_still_a_page(
    small_guide: SmallGuide, now: str
) -> None:
    small_guide.change("content/types/swedish.yml", "clothes:", "cloths:")
    small_guide.write(FILE, rows(("old", now)))
    assert small_guide.problems("redirects") == []


@pytest.mark.parametrize(
    ("was", "now", "refused"),
    [
        ("questions/old", "questions/does-it-hurt", False),
        ("questions/old", "questions", False),
        ("old", "questions/does-it-hurt", True),
        ("sources/old", "questions/does-it-hurt", True),
        ("old", "prices", True),
        ("search", "cost", False),
    ],
)
def test_an_entry_without_a_page_may_lead_to_one_of_its_kind(
    small_guide: SmallGuide, was: str, now: str, refused: bool
) -> None:
    small_guide.write(FILE, rows((was, now)))
    assert bool(small_guide.problems("redirects")) is refused
