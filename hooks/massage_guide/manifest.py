"""`build.json`: what this guide was made from, so that anybody can tell whether a copy was changed.

It holds the hash of each file that the generator hands to MkDocs, by its path below `docs/`. The pages that MkDocs
makes of them are not in it: it stands among them, and they are the same for the same input.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

PATH = "build.json"


def manifest(content_date: dt.date, made: Mapping[str, bytes], docs: Path) -> bytes:
    """Version, content date and hashes as JSON: of the made files, and of every asset in `docs`."""
    assets = {path.relative_to(docs).as_posix(): path.read_bytes()
              for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"}
    files = {name: hashlib.sha256(content).hexdigest() for name, content in sorted((assets | dict(made)).items())}
    data = {"version": version("massage-guide"), "content_date": content_date.isoformat(), "sha256": files}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
