"""Which page cites which source."""

from __future__ import annotations

from .addresses import page_of
from .site import Site


def cited(site: Site) -> dict[str, set[tuple[str, str]]]:
    """Where each source is cited: keys of files, each with the field there."""
    found: dict[str, set[tuple[str, str]]] = {}
    for key, path, holder, id in site.references:
        if holder == "sources":
            found.setdefault(id, set()).add((key, str(path[0])))
    return found


def used_in(site: Site) -> dict[str, list[str]]:
    """The addresses of the pages that cite each source, each address once."""
    return {
        id: list(dict.fromkeys(page_of(key, field) for key, field in sorted(places)))
        for id, places in cited(site).items()
    }
