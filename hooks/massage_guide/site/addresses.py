"""Every page of the guide by its address."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.glossary import Term
from .site import Site

ENTRY_PAGES = ("types", "benefits", "claims")
"""Collections whose entries have a page each, below their section's page."""

NAMED_AT = {
    "types": "types/{id}", "benefits": "benefits/{id}", "claims": "claims/{id}",
    "options": "compare#{id}", "questions": "questions#{id}", "glossary": "glossary#{id}",
}
"""Where an entry that readers know by a name is to be found."""


def addresses(site: Site) -> dict[str, str]:
    """The title of each page by its address: `types/thai`, `safety`, `/`."""
    written = {address: page.title for address, page in site.pages.items()}
    generated = {
        f"{collection}/{id}": entry.title
        for collection in ENTRY_PAGES
        for id, entry in getattr(site, collection).items()
    }
    return written | generated


def names(site: Site) -> Iterator[tuple[str, str]]:
    """Every name in the guide with its address: pages, entries, and other names of entries."""
    yield from ((page.title, address) for address, page in site.pages.items() if not page.stands_alone)
    for collection, place in NAMED_AT.items():
        for entry in getattr(site, collection).values():
            yield (entry.term if isinstance(entry, Term) else entry.title), place.format(id=entry.id)
    yield from ((name, place) for place, others in other_names(site).items() for name in others)


def other_names(site: Site) -> dict[str, tuple[str, ...]]:
    """The other names of entries by their address."""
    return {place.format(id=entry.id): entry.also_called
            for collection, place in NAMED_AT.items()
            for entry in getattr(site, collection).values()}
