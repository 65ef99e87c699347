"""Every link to another site."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.prose import ContactMark
from ..yaml_source.document import Path
from .site import Site


@dataclass(frozen=True)
class OutsideLink:
    """An address of another site, the key of the file that links to it, and the path there."""

    address: str
    key: str
    path: Path


def outside_links(site: Site) -> list[OutsideLink]:
    """Every link to another site: those of sources, and the marks that link to help.

    No other text has any.
    """
    of_sources = [
        OutsideLink(source.address, f"sources/{id}", (source.found_by,))
        for id, source in site.sources.items()
        if source.address and source.found_by
    ]
    of_help = [
        OutsideLink(part.href, key, path)
        for key, path, prose in site.prose
        for part in prose.parts
        if isinstance(part, ContactMark) and part.way == "visit"
    ]
    return of_sources + of_help
