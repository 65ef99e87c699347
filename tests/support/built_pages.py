"""The pages of a built site, parsed."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from justhtml import JustHTML


@cache
def parsed(path: Path) -> JustHTML:
    """A page, parsed as strictly as the HTML standard allows."""
    return JustHTML(path.read_text("utf-8"), collect_errors=True, sanitize=False)


def said(path: Path) -> str:
    """What a page says, in one line; to parse it properly takes fifty times as long."""
    text = re.sub(r"<(script|style|template)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.S)
    text = re.sub(r"</?(?:a|b|em|span|strong|sub|sup|wbr)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def pages(built: Path) -> list[Path]:
    """Every HTML file of the site."""
    found = sorted(built.rglob("*.html"))
    assert len(found) > 15
    return found


@cache
def has_anchor(page: Path, anchor: str) -> bool:
    """Whether an address with this anchor leads somewhere in a file of the site."""
    return page.suffix != ".html" or any(
        node.attrs["id"] == anchor for node in parsed(page).query("[id]")
    )
