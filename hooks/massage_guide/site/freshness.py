"""What must be checked against its sources again, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..model.fields import Dated
from ..problems.problem import Problem
from .site import Site

CODE = "overdue"


def due(site: Site, until: dt.date) -> list[tuple[dt.date, str]]:
    """The day and the file name of everything that is due on or before a day, the soonest first."""
    return sorted(
        (record.check_again, site.documents[key].name)
        for key, record in _dated(site)
        if record.check_again <= until
    )


def overdue(site: Site, today: dt.date) -> list[Problem]:
    """A warning for each text that is due. Nothing overdue ever stops another text."""
    return sorted(_overdue(site, today))


def without_advice_from(site: Site, record: Dated) -> dt.date:
    """The first day on which an overdue text is shown without its advice: the grace is over."""
    return record.check_again + dt.timedelta(site.guide.grace_days + 1)


def _overdue(site: Site, today: dt.date) -> Iterator[Problem]:
    for key, record in _dated(site):
        if today < record.check_again:
            continue
        document = site.documents[key]
        yield document.problem(
            CODE,
            document.place(("check_again",)),
            f"This was to be checked again by {record.check_again}.",
            "Hold the text against its sources, then move both dates. Readers are told, and from "
            f"{without_advice_from(site, record)} on they do not see the advice of a claim, a kind "
            "or an option.",
            warning=True,
        )


def _dated(site: Site) -> Iterator[tuple[str, Dated]]:
    return ((key, record) for key, record in site.records.items() if isinstance(record, Dated))
