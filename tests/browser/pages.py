"""The kinds of pages that the browser tests look at.

They are every hand-written page, one entry of each kind, and the 404 page.
"""

from __future__ import annotations

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.site.addresses import ENTRY_PAGES

from ..conftest import ROOT

WIDTHS = (320, 768, 1280)
HEIGHT = 900


def kinds() -> list[str]:
    """The address of one page of each kind, relative to the site's root."""
    site = load(Project(ROOT))
    written = ["" if address == "/" else f"{address}/" for address in sorted(site.pages)]
    entries = [f"{collection}/{max(getattr(site, collection))}/" for collection in ENTRY_PAGES]
    return [
        *written,
        *entries,
        "claims/eases-chronic-pain/",
        "404.html",
    ]  # that claim has a picture


KINDS = kinds()
