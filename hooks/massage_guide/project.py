"""Where a guide keeps its parts on disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from yaml_env_tag import add_env_tag

from .problems.problem import Code, ContentError, Problem


class ProjectNotFoundError(Exception):
    """Raised when neither a folder nor any folder above it has an `mkdocs.yml`."""


class _ConfigLoader(yaml.CSafeLoader):
    """Reads mkdocs.yml: !ENV as MkDocs does, other tags as nothing."""


_ConfigLoader.add_multi_constructor("", lambda *_: None)
add_env_tag(_ConfigLoader)

# A scheme, a host with or without a port, and a path: nobody's name, no question, no place in a
# page.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~-]+)*/*")


@dataclass(frozen=True)
class Project:
    """A guide: the folder with its `mkdocs.yml`."""

    root: Path

    @classmethod
    def above(cls, start: Path) -> Project:
        """The nearest project from `start` upward. Raises ProjectNotFoundError if there is none."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file():
                return cls(folder)
        raise ProjectNotFoundError(f"No mkdocs.yml in {start} or in any folder above it.")

    @property
    def content(self) -> Path:
        """The YAML that editors change."""
        return self.root / "content"

    def published(self, name: str) -> Path:
        """A list of what was published, one in each line: it never gets shorter."""
        return self.content / ".published" / f"{name}.txt"

    @property
    def docs(self) -> Path:
        """The hand-written pages and assets."""
        return self.root / "docs"

    @property
    def cache(self) -> Path:
        """Where finished files are kept between builds; it may be deleted at any time."""
        return self.root / ".cache" / "files"

    @property
    def rendered(self) -> Path:
        """Where the HTML of pages is kept between builds; it may be deleted at any time."""
        return self.root / ".cache" / "pages"

    @property
    def has_own_theme(self) -> bool:
        """Whether mkdocs.yml names a folder of templates.

        Without one, the guide gets the theme of the generator.
        """
        theme = self._config().get("theme")
        return isinstance(theme, dict) and bool(theme.get("custom_dir"))

    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = yaml.load(
            (self.root / "mkdocs.yml").read_text("utf-8"), _ConfigLoader
        )
        return config

    @property
    def published_at(self) -> str:
        """The address of the published site, with its last slash; empty without one.

        It comes from mkdocs.yml and SITE_URL.

        All that prints an address takes it from here. Raises ContentError for what is no web
        address.
        """
        written = str(self._config().get("site_url") or "").strip()
        if not written:
            return ""
        if not _ADDRESS.fullmatch(written) or not urlsplit(written).hostname:
            raise ContentError(
                [
                    Problem(
                        "mkdocs.yml",
                        1,
                        1,
                        Code.BAD_LINK,
                        f"SITE_URL is “{written}”, which is no address of a site.",
                        "Write the address of the published site, like https://guide.your-clinic.org/.",
                    )
                ]
            )
        return f"{written.rstrip('/')}/"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    def name(self, path: Path) -> str:
        """The path as messages show it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()
