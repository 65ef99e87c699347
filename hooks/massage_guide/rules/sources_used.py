"""Every source is used: one that nothing rests on is a leftover or a forgotten citation."""

from __future__ import annotations

from collections.abc import Iterator

from ..problem import Problem
from ..site import Site, references

CODE = "sources-used"


def check(site: Site) -> Iterator[Problem]:
    """Each source that no entry names."""
    if site.broken:
        return  # a broken entry may be the one that uses it
    used = cited(site)
    for id in site.sources:
        if id not in used:
            yield site.problem(f"sources/{id}", ("id",), CODE, f"Nothing uses the source “{id}”.",
                               "Name it under `sources` where the text rests on it, or delete the file.")


def cited(site: Site) -> dict[str, set[str]]:
    """The keys of the files that name each source."""
    found: dict[str, set[str]] = {}
    for key, record in site.records.items():
        for _, holder, id in references(record):
            if holder == "sources":
                found.setdefault(id, set()).add(key)
    return found
