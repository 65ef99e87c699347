"""Compressed copies of a built site's text files, for servers that send them as they are."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

_COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def compress(site: Path) -> Iterator[Path]:
    """Write a gzip file beside each text file of a site, and yield it.

    The same site gives the same bytes.
    """
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in _COMPRESSED:
            packed = path.with_name(f"{path.name}.gz")
            packed.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
            yield packed
