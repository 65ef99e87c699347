"""Whatever leads to another site is known to `massage-guide links`."""

from __future__ import annotations

import html
import re
from pathlib import Path

from massage_guide.site.outbound_links import outside_links
from massage_guide.site.site import Site


def test_every_link_of_the_site_to_another_site_is_tried(site: Site, built: Path) -> None:
    known = {link.address for link in outside_links(site)}
    for page in built.rglob("*.html"):
        found = re.findall(r'<a [^>]*href="(https?://[^"]*)"', page.read_text("utf-8"))
        assert {
            html.unescape(address) for address in found if not address.startswith(site.published_at)
        } <= known, page
