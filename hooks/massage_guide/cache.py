"""Finished files that cost time to make, kept by what they are made from."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

MOST = 1000
"""How many files are kept that the last build did not use; the ones that were used longest ago go
first.
"""


class Cache:
    """A folder of files, each named by the hash of its input.

    Any of them may vanish between two builds.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def file(self, source: Any, make: Callable[[], bytes]) -> Path:
        """The file made from `source`, which must be JSON data; made now if it was not before."""
        path = self._path(source)
        try:
            os.utime(path)
        except OSError:
            self._keep(path, make())
        return path

    def get(self, source: Any, make: Callable[[], bytes]) -> bytes:
        """The bytes of that file."""
        return self.file(source, make).read_bytes()

    def find(self, source: Any) -> bytes | None:
        """The bytes that `keep` was given for `source`; None if there are none."""
        path = self._path(source)
        try:
            os.utime(path)
            return path.read_bytes()
        except OSError:
            return None

    def keep(self, source: Any, content: bytes) -> None:
        """Keep bytes that others make, unless nothing can be written here."""
        with contextlib.suppress(OSError):
            self._keep(self._path(source), content)

    def _path(self, source: Any) -> Path:
        """Where the file that is made from `source` belongs; this build uses it."""
        key = hashlib.sha256(
            json.dumps(source, sort_keys=True, ensure_ascii=False).encode()
        ).hexdigest()
        self._used.add(key)
        return self._folder / key

    def _keep(self, path: Path, content: bytes) -> None:
        """Write a file whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)

    def trim(self) -> None:
        """Delete what was not used for long; called when a build has all its files."""
        with contextlib.suppress(OSError):  # another build may be here
            others = (file for file in self._folder.iterdir() if file.name not in self._used)
            for file in sorted(others, key=lambda file: file.stat().st_mtime)[:-MOST]:
                file.unlink()
