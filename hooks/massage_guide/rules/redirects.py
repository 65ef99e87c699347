"""An old address redirects straight to a page, or to an entry of its kind; it is itself neither."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import COLLECTIONS
from ..problems.problem import Problem
from ..problems.suggest import did_you_mean
from ..site.site import Site

CODE = "redirects"


def check(site: Site) -> Iterator[Problem]:
    """Each row of redirects.yml.

    An existing target is not an old address, so there are no loops.
    """
    seen = set()
    for index, row in enumerate(site.redirects.moved):
        was, now = ("moved", index, "was"), ("moved", index, "now")
        known = {*site.addresses, *_entries_beside(site, row.was)}
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
                f"“{row.was}” is still there, so it has not moved.",
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


def _entries_beside(site: Site, key: str) -> set[str]:
    """The entries of the same kind as `key`, whose data is at an address like its own."""
    collection = key.partition("/")[0]
    ids = getattr(site, collection) if collection in COLLECTIONS else ()
    return {f"{collection}/{id}" for id in ids}
