"""A finished file of the guide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Generated:
    """A finished file: its path below `docs/`, its content, and the file that editors change."""

    path: str
    content: bytes | Path
    """Its bytes, or the file with them: all handouts together would fill the memory."""
    source: str

    @property
    def text(self) -> str:
        """The content of a file that is text."""
        content = self.content.read_bytes() if isinstance(self.content, Path) else self.content
        return content.decode()
