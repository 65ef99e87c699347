"""The kinds of pages that the browser tests look at.

They are every hand-written page, one entry of each kind, and the 404 page.
"""

from __future__ import annotations

from massage_guide.site.addresses import ENTRY_PAGES
from tests.support.projects import EXAMPLE

WIDTHS = (320, 768, 1280)
HEIGHT = 900


def kinds() -> list[str]:
    """The address of one page of each kind, relative to the site's root."""
    docs, content = EXAMPLE / "docs", EXAMPLE / "content"
    written = sorted(
        f"{path.relative_to(docs).with_suffix('')}/".removesuffix("index/")
        for path in docs.rglob("*.md")
    )
    entries = [
        f"{name}/{max(path.stem for path in (content / name).iterdir())}/" for name in ENTRY_PAGES
    ]
    return [
        *written,
        *entries,
        "claims/eases-chronic-pain/",
        "404.html",
    ]  # that claim has a picture


KINDS = kinds()
