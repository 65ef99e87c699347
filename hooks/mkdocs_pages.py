"""MkDocs renders a page once, and takes it as it is until something that it is made from changes."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from massage_guide.cache import Cache


class RenderOnce:
    """Keeps the HTML of pages from one build to the next, by all that it is made from.

    Markdown is the largest part of a build, and after an edit most of it is as it was. MkDocs has no event for this,
    so its method is wrapped. A page that MkDocs says something of is rendered each time: it must be said each time.
    """

    def __init__(self, folder: Path) -> None:
        self._cache = Cache(folder)
        self._render = Page.render
        self._heard = _Heard()
        self._files: Files | None = None
        self._surroundings = ""
        Page.render = lambda page, config, files: self._rendered(page, config, files)

    def trim(self) -> None:
        """Forget pages that were not used for long; called when all pages of a build are rendered."""
        self._cache.trim()

    def _rendered(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        if files is not self._files:
            self._files, self._surroundings = files, _surroundings(config, files)
        source = [self._surroundings, page.file.src_uri, page.markdown]
        with suppress(_Heard.Something):
            made = json.loads(self._cache.get(source, lambda: self._made(page, config, files)))
            page.content, page._title_from_render = made["content"], made["title"]
            page.toc, page.present_anchor_ids = get_toc(made["toc"]), set(made["anchors"])
            page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in made["links"].items()}

    def _made(self, page: Page, config: MkDocsConfig, files: Files) -> bytes:
        with self._heard.nothing():
            self._render(page, config, files)
        links = {file.src_uri: anchors for file, anchors in page.links_to_anchors.items()}
        return json.dumps({"content": page.content, "title": page._title_from_render, "toc": list(map(_token, page.toc)),
                           "anchors": sorted(page.present_anchor_ids), "links": links}).encode()


def _surroundings(config: MkDocsConfig, files: Files) -> str:
    """What all pages are rendered with: packages, settings, and the files that links may lead to."""
    packages = sorted(path.name for path in Path(markdown.__file__).parents[1].glob("*.dist-info"))
    settings = [config.markdown_extensions, config.mdx_configs, config.validation, config.use_directory_urls]
    known = sorted((file.src_uri, str(file.inclusion)) for file in files)
    return hashlib.sha256(repr([sys.version, packages, settings, known]).encode()).hexdigest()


def _token(heading: AnchorLink) -> dict[str, Any]:
    """A heading of a page's list of sections, as `get_toc` reads it."""
    return {"name": heading.title, "id": heading.id, "level": heading.level,
            "children": list(map(_token, heading.children))}


class _Heard(logging.Filter):
    """Hears what MkDocs says of pages, also what `--quiet` holds back."""

    class Something(Exception):
        """Raised when MkDocs has said something."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._log = logging.getLogger(Page.__module__)
        self._log.setLevel(logging.INFO)
        self._log.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Count each message, and let through what would be shown without this filter."""
        self._count += 1
        return record.levelno >= self._log.parent.getEffectiveLevel()

    @contextmanager
    def nothing(self) -> Iterator[None]:
        """Raises Something if anything was said inside."""
        before = self._count
        yield
        if self._count > before:
            raise self.Something
