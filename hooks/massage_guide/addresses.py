"""Every page of the guide by its address."""

from __future__ import annotations

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
