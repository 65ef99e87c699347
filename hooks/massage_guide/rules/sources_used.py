"""Every source is used: one that nothing rests on is a leftover or a forgotten citation."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site import Site

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


def cited(site: Site) -> dict[str, set[tuple[str, str]]]:
    """Where each source is named: the keys of the files, each with the field there."""
    found: dict[str, set[tuple[str, str]]] = {}
    for key, path, holder, id in site.references:
        if holder == "sources":
            found.setdefault(id, set()).add((key, str(path[0])))
    return found
