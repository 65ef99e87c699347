"""Nothing is published that nobody asks for.

Each file is loaded, linked to, or on a short list with its reason.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.support.built_pages import parsed

LASTING = {
    "index.html": "the first page",
    "404.html": "what servers send for a page that is not here",
    "_headers": "what some hosts read",
    "robots.txt": "what search engines read first",
    "sitemap.xml": "named in robots.txt",
    "sitemap.xml.gz": "the same, compressed",
    ".well-known/security.txt": "where holes in security are reported, once there is a contact",
    "build.json": "the hash of every file, for whoever holds a copy against it",
    "assets/javascripts/vendor/lean-qr.license.txt": "the license of a script that is shipped",
    "assets/javascripts/vendor/snowball.license.txt": "the license of a script that is shipped",
    "assets/javascripts/vendor/versions.txt": "where the scripts of others come from",
}
"""Files that nothing in the guide loads, and why they are there."""

LISTED = ("api/v1/",)
"""Folders whose own index lists what is in them; the tests of the data hold it to that."""

_IN_SCRIPTS = re.compile(
    r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']|new URL\(\s*["']([^"']+)["']"""
)
_IN_STYLES = re.compile(r"url\([\"']?([^\"')]+)")
BASE = "https://here.invalid/"


def asked_for(file: Path, site: Path) -> set[str]:
    """The paths below the site that a file loads or links to."""
    here = urljoin(BASE, file.relative_to(site).as_posix())
    text = file.read_text("utf-8") if file.suffix in (".html", ".js", ".css", ".xml") else ""
    found: list[str] = []
    if file.suffix == ".html":
        nodes = [
            node for name in ("href", "src", "content") for node in parsed(file).query(f"[{name}]")
        ]
        found = [
            node.attrs[name]
            for node in nodes
            for name in ("href", "src", "content")
            if node.attrs.get(name)
        ]
    elif file.suffix == ".js":
        found = [one or other for one, other in _IN_SCRIPTS.findall(text)]
        # Addresses from the root of the site, which a script works out from its own.
        found += [
            urljoin(BASE, path)
            for path in re.findall(r"[\"'`](?:\.\./)*((?:assets|search)/[\w./-]+)[\"'`]", text)
        ]
    elif file.suffix == ".css":
        found = _IN_STYLES.findall(text)
    urls = [
        urlsplit(urldefrag(urljoin(here, url.replace("https://massage-guide.example/", BASE)))[0])
        for url in found
    ]
    paths = [unquote(url.path).lstrip("/") for url in urls if url.netloc == urlsplit(BASE).netloc]
    return {
        posixpath.normpath(path + "index.html" if path.endswith("/") or not path else path)
        for path in paths
    }


def test_each_published_file_is_asked_for(built: Path) -> None:
    files = {
        path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()
    }
    asked = {path for file in files.values() for path in asked_for(file, built)}
    lost = [
        name
        for name in files
        if name not in asked and name not in LASTING and not name.startswith(LISTED)
    ]
    assert not lost, lost


def test_the_short_list_holds_nothing_that_is_not_there(built: Path) -> None:
    assert not [name for name in LASTING if not (built / name).is_file()]
