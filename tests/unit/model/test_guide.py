"""Who answers for the guide, and which sheets of paper are out of date."""

from __future__ import annotations

import datetime as dt

import pytest

from massage_guide.model.guide import SheetsReplaced
from massage_guide.site.site import Site
from massage_guide.text.prose import Prose


def replaced(day: int, *pages: str) -> SheetsReplaced:
    """All sheets, or those of some pages, replaced on a day of November."""
    return SheetsReplaced.model_construct(
        day=dt.date(2026, 11, day), pages=pages, why=Prose("", ())
    )


def day_for(site: Site, page: str, *rows: SheetsReplaced) -> int | None:
    found = site.guide.model_copy(update={"sheets_replaced": rows}).replaced(page)
    return found.day.day if found else None


def test_a_change_of_all_sheets_counts_for_each(site: Site) -> None:
    assert day_for(site, "safety", replaced(3)) == day_for(site, "types/thai", replaced(3)) == 3


def test_a_change_of_one_sheet_counts_for_no_other(site: Site) -> None:
    assert day_for(site, "safety", replaced(3, "safety")) == 3
    assert day_for(site, "cost", replaced(3, "safety")) is None


def test_the_newest_change_counts_wherever_it_is_written(site: Site) -> None:
    rows = replaced(9, "safety"), replaced(3), replaced(7)
    assert day_for(site, "safety", *rows) == 9
    assert day_for(site, "cost", *rows) == 7


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("reports@clinic.example", "mailto:reports@clinic.example"),
        ("https://clinic.example/contact", "https://clinic.example/contact"),
        ("https://clinic.example/@us", "https://clinic.example/@us"),
    ],
)
def test_a_contact_opens_as_what_it_is(site: Site, contact: str, link: str) -> None:
    assert site.guide.model_copy(update={"contact": contact}).contact_link == link
