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
    """A warning for what is due.

    Past the days of grace in guide.yml, it is a problem that stops the build.
    """
    return sorted(_overdue(site, today))


def _overdue(site: Site, today: dt.date) -> Iterator[Problem]:
    grace = dt.timedelta(days=site.guide.grace_days)
    for key, record in _dated(site):
        if today < record.check_again:
            continue
        document, last = site.documents[key], record.check_again + grace
        place = document.place(("check_again",))
        if today <= last:
            yield document.problem(
                CODE,
                place,
                f"This was to be checked again by {record.check_again}.",
                "Hold the text against its sources, then move both dates. It may be published "
                f"until {last}.",
                warning=True,
            )
        else:
            yield document.problem(
                CODE,
                place,
                f"This was to be checked again by {record.check_again}, and the grace ended on "
                f"{last}.",
                "Hold the text against its sources, then move both dates. Until then nothing is "
                "published.",
            )


def _dated(site: Site) -> Iterator[tuple[str, Dated]]:
    return ((key, record) for key, record in site.records.items() if isinstance(record, Dated))
