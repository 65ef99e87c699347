"""Where a page is today: editors may have given it another address since a test was written."""

from __future__ import annotations

from massage_guide.site.site import Site


def today(site: Site, address: str) -> str:
    """The address of today of a page; a slash at the end stays."""
    moved = {row.was: row.now for row in site.redirects.moved}
    name = address.rstrip("/")
    return address.replace(name, moved[name]) if name in moved else address
