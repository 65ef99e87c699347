"""`build.json`: version, commit, content date and the hash of every file of a built site.

Anybody can compare a copy with it, file by file, and see whether it was changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
from importlib.metadata import version
from pathlib import Path

NAME = "build.json"


def write_manifest(site: Path, content_date: dt.date, commit: str) -> Path:
    """Write `build.json` into a built site; return its path.

    The same site and commit give the same bytes.

    The hashes are SHA-256, by the path of the file below the site. `build.json` cannot hold its
    own.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files.pop(NAME, None)
    hashes = {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in sorted(files)}
    data = {
        "version": version("massage-guide"),
        "commit": commit,
        "content_date": content_date.isoformat(),
        "sha256": hashes,
    }
    target = site / NAME
    target.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return target


def commit_of(guide: Path) -> str:
    """The commit that the folder of a guide is at, with “-dirty” if files of it were changed since.

    Empty without git, and for a folder that git does not know: a commit of some repository around
    it says nothing.
    """
    if not _git(guide, "ls-files", "mkdocs.yml"):
        return ""
    return _git(guide, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty")


def _git(folder: Path, *command: str) -> str:
    try:
        done = subprocess.run(
            ["git", *command],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
