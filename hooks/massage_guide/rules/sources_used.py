"""Every source is used: one that nothing cites is a leftover or a forgotten citation."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.citations import cited
from ..site.site import Site

CODE = "sources-used"


def check(site: Site) -> Iterator[Problem]:
    """Each source that no entry names."""
    if site.broken:
        return  # a broken entry may be the one that uses it
    used = cited(site)
    for id in site.sources:
        if id not in used:
            yield site.problem(
                f"sources/{id}",
                ("id",),
                CODE,
                f"Nothing uses the source “{id}”.",
                "Name it under `sources` where the text rests on it, or delete the file.",
            )
