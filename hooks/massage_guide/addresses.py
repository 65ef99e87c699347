"""Every page of the guide by its address."""

from __future__ import annotations

from .site import Site

ENTRY_PAGES = ("types", "benefits", "claims")
"""Collections whose entries have a page each, below their section's page."""


def addresses(site: Site) -> dict[str, str]:
    """The title of each page by its address: `types/thai`, `safety`, `/`."""
    written = {address: page.title for address, page in site.pages.items()}
    generated = {
        f"{collection}/{id}": entry.title
        for collection in ENTRY_PAGES
        for id, entry in getattr(site, collection).items()
    }
    return written | generated
