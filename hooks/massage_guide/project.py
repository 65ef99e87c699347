"""Where a guide keeps its parts on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class ProjectNotFound(Exception):
    """Raised when no `mkdocs.yml` stands in a folder or in any folder above it."""


@dataclass(frozen=True)
class Project:
    """A guide: the folder that holds `mkdocs.yml`."""

    root: Path

    @classmethod
    def above(cls, start: Path) -> Project:
        """The nearest project from `start` upward. Raises ProjectNotFound if there is none."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file():
                return cls(folder)
        raise ProjectNotFound(f"No mkdocs.yml in {start} or in any folder above it.")

    @property
    def content(self) -> Path:
        """The YAML that editors change."""
        return self.root / "content"

    @property
    def docs(self) -> Path:
        """The hand-written pages and assets."""
        return self.root / "docs"

    def name(self, path: Path) -> str:
        """The path as messages show it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()
