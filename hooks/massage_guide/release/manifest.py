"""`build.json`: version, content date and the hash of every file of a built site.

Anybody can hold a copy against it, file by file, and tell whether it was changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from importlib.metadata import version
from pathlib import Path

NAME = "build.json"


def write_manifest(site: Path, content_date: dt.date) -> Path:
    """Write `build.json` into a built site; return its path. The same site gives the same bytes.

    The hashes are SHA-256, by the path of the file below the site. `build.json` cannot hold its own.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files.pop(NAME, None)
    hashes = {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in sorted(files)}
    data = {"version": version("massage-guide"), "content_date": content_date.isoformat(), "sha256": hashes}
    target = site / NAME
    target.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return target
