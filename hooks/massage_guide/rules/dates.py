"""Dates are in order: checked before it is due again, and nothing later than the content date.

What people may rely on in need is due again sooner than the rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..model.fields import Dated
from ..model.guide import Guide
from ..problems.problem import Problem
from ..site.site import Site
from ..yaml_source.document import Path

CODE = "dates"


def check(site: Site) -> Iterator[Problem]:
    """Each entry's pair of dates."""
    newest = site.guide.content_date
    for key, record in site.records.items():
        if not isinstance(record, Dated):
            continue
        if record.checked >= record.check_again:
            yield site.problem(
                key,
                ("check_again",),
                CODE,
                "The next check is not after the last one.",
                f"It was checked on {record.checked}; give a later day.",
            )
        if _months(record) > record.MOST_MONTHS:
            yield site.problem(
                key,
                ("check_again",),
                CODE,
                f"The next check is more than {record.MOST_MONTHS} months after the last one.",
                f"It was checked on {record.checked}; give an earlier day.",
            )
        if record.checked > newest:
            yield site.problem(
                key,
                ("checked",),
                CODE,
                "This was checked after the guide's content date.",
                "Is the day right? Then write it after content_date in guide.yml too, which says "
                f"{newest}.",
            )
    for key, path, other_side in site.other_sides:
        if other_side.none_found and other_side.none_found > newest:
            yield site.problem(
                key,
                (*path, "none_found"),
                CODE,
                "This day is later than the guide's content date.",
                "Is it right? Then move content_date in guide.yml too.",
            )
    for path, day in _days_of_the_guide(site.guide):
        if day > newest:
            yield site.problem(
                "guide",
                path,
                CODE,
                "This day is later than the guide's content date.",
                "Is it right? Then move content_date too.",
            )


def _days_of_the_guide(guide: Guide) -> Iterator[tuple[Path, dt.date]]:
    """The days in `guide.yml` on which something was done, each with its place."""
    if guide.reviewer:
        yield ("reviewer", "reviewed"), guide.reviewer.reviewed
    for number, replaced in enumerate(guide.sheets_replaced):
        yield ("sheets_replaced", number, "day"), replaced.day
    for number, signature in enumerate(guide.signed):
        yield ("signed", number, "signed"), signature.signed


def _months(record: Dated) -> int:
    """How many months lie between the two checks; a day more counts as a month."""
    first, last = record.checked, record.check_again
    return (last.year - first.year) * 12 + last.month - first.month + (last.day > first.day)
