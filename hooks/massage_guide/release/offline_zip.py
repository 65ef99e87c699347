"""The built site as one zip: unpacked, it opens without a server, from a disk or a stick.

Browsers load no modules from a folder and show no page for the address of a folder. So the pages go
without scripts, as for readers who have switched them off, and each link names a file. The A to Z
page stands in for the search.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

FOLDER = "massage-guide"
"""The one folder in the zip, so that unpacking it scatters nothing."""

# What only a server or a script can use.
_LEFT_OUT = (
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "build.json",
    "_headers",
    ".well-known/",
    "search/",
    "embed/",
    "assets/javascripts/",
)
_SCRIPT = re.compile(r'<script\b[^>]*\bsrc="[^"]*"[^>]*></script>')
_NOSCRIPT = re.compile(r"</?noscript>")
_TO_A_FOLDER = re.compile(r'(?<= href=")((?:[\w.-]+/)*(?:\.\.?|[\w-]+/)?)(?=[#"])')
_LEADS_ON = 'http-equiv="refresh"'


def pack(site: Path, content_date: dt.date, target: Path) -> Path:
    """Write a built site as a zip, whole or not at all; return its path.

    The same site gives the same bytes.
    """
    draft = target.with_name(f"{target.name}~")
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in _files(site):
            info = zipfile.ZipInfo(f"{FOLDER}/{name}", content_date.timetuple()[:6])
            info.external_attr = 0o644 << 16
            packed.writestr(info, content, zipfile.ZIP_DEFLATED)
    draft.replace(target)
    return target


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.startswith(_LEFT_OUT):
            continue
        content = path.read_bytes()
        if path.suffix != ".html":
            yield name, content
        elif _LEADS_ON not in (page := content.decode()):  # nobody has an old address of a folder
            yield name, without_a_server(page).encode()


def without_a_server(page: str) -> str:
    """The HTML of a page, for a browser that opens it from a folder."""
    page = _NOSCRIPT.sub("", _SCRIPT.sub("", page))
    return _TO_A_FOLDER.sub(
        lambda link: f"{link[1].rstrip('/')}/index.html" if link[1] else "", page
    )
