"""Dates are in order: checked before it is due again, and nothing later than the content date.

What people may rely on in need is due again sooner than the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.fields import Dated
from ..problems.problem import Problem
from ..site.site import Site

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
    reviewer = site.guide.reviewer
    if reviewer and reviewer.reviewed > newest:
        yield site.problem(
            "guide",
            ("reviewer", "reviewed"),
            CODE,
            "The review is later than the guide's content date.",
            "Move content_date too.",
        )
    for number, replaced in enumerate(site.guide.sheets_replaced):
        if replaced.day > newest:
            yield site.problem(
                "guide",
                ("sheets_replaced", number, "day"),
                CODE,
                "The sheets are replaced later than the guide's content date.",
                "Move content_date too.",
            )


def _months(record: Dated) -> int:
    """How many months lie between the two checks; a day more counts as a month."""
    first, last = record.checked, record.check_again
    return (last.year - first.year) * 12 + last.month - first.month + (last.day > first.day)
