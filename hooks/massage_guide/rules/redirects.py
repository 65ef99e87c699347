"""An old address redirects straight to a page or an entry of today, and is itself none."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..problems.suggest import did_you_mean
from ..site.site import Site

CODE = "redirects"


def check(site: Site) -> Iterator[Problem]:
    """Each row of redirects.yml.

    An existing target is not an old address, so there are no loops.
    """
    known, seen = {*site.addresses, *site.records}, set()
    for index, row in enumerate(site.redirects.moved):
        was, now = ("moved", index, "was"), ("moved", index, "now")
        if row.was in seen:
            yield site.problem(
                "redirects", was, CODE, f"“{row.was}” is listed twice.", "Keep one of the two."
            )
        seen.add(row.was)
        if row.was in known:
            yield site.problem(
                "redirects",
                was,
                CODE,
                f"There is a page “{row.was}”, so it has not moved.",
                "Take these lines out.",
            )
        if row.now not in known and row.now not in site.broken:
            yield site.problem(
                "redirects",
                now,
                CODE,
                f"There is no page “{row.now}”.",
                did_you_mean(row.now, known, "Name a page of today."),
            )
