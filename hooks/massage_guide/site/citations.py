"""Which page rests on which source."""

from __future__ import annotations

from .site import Site


def cited(site: Site) -> dict[str, set[tuple[str, str]]]:
    """Where each source is named: the keys of the files, each with the field there."""
    found: dict[str, set[tuple[str, str]]] = {}
    for key, path, holder, id in site.references:
        if holder == "sources":
            found.setdefault(id, set()).add((key, str(path[0])))
    return found
