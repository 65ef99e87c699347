"""MkDocs renders a page once, and keeps it until something that it is made from changes."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import markdown

from ..cache import Cache


class RenderOnce:
    """Keeps the HTML of pages from one build to the next, by all that it is made from.

    Markdown is the largest part of a build, and after an edit most of it is as it was. MkDocs has
    no event for this, so the method `render` of its class of pages is wrapped. `read_toc` is its
    function that reads a list of sections. A page that MkDocs says something of is rendered each
    time: it must be said each time.
    """

    def __init__(self, folder: Path, page_type: Any, read_toc: Callable[[Any], Any]) -> None:
        self._cache = Cache(folder)
        self._render = page_type.render
        self._read_toc = read_toc
        self._log_counter = _LogCounter(logging.getLogger(page_type.__module__))
        self._config: Any = None
        self._surroundings = ""
        page_type.render = lambda page, config, files: self._rendered(page, config, files)

    def trim(self) -> None:
        """Forget pages that were not used for long.

        It is called when all pages of a build are rendered.
        """
        self._cache.trim()

    def _rendered(self, page: Any, config: Any, files: Any) -> None:
        if config is not self._config:
            self._config, self._surroundings = config, _surroundings(config)
        source = [self._surroundings, page.file.src_uri, page.markdown]
        with suppress(_LogCounter.MessageError):
            made = json.loads(self._cache.get(source, lambda: self._made(page, config, files)))
            if all(_shown(files.get_file_from_path(path)) for path in made["linked_files"]):
                self._fill(page, made, files)
            else:  # MkDocs has something to say
                self._render(page, config, files)

    def _made(self, page: Any, config: Any, files: Any) -> bytes:
        followed = _Followed(files)
        with self._log_counter.nothing():
            self._render(page, config, followed)
        links = {file.src_uri: anchors for file, anchors in page.links_to_anchors.items()}
        return json.dumps(
            {
                "content": page.content,
                "title": page._title_from_render,
                "toc": list(map(_token, page.toc)),
                "anchors": sorted(page.present_anchor_ids),
                "links": links,
                "linked_files": sorted(followed.paths),
            }
        ).encode()

    def _fill(self, page: Any, made: dict[str, Any], files: Any) -> None:
        """Give a page what MkDocs gives it when it renders it."""
        page.content, page._title_from_render = made["content"], made["title"]
        page.toc, page.present_anchor_ids = self._read_toc(made["toc"]), set(made["anchors"])
        page.links_to_anchors = {
            files.src_uris[uri]: anchors for uri, anchors in made["links"].items()
        }


def _surroundings(config: Any) -> str:
    """What all pages are rendered with: packages, settings, and how this module keeps a page."""
    packages = sorted(path.name for path in Path(markdown.__file__).parents[1].glob("*.dist-info"))
    settings = [
        config.markdown_extensions,
        config.mdx_configs,
        config.validation,
        config.use_directory_urls,
    ]
    form = Path(__file__).read_text("utf-8")
    return hashlib.sha256(repr([sys.version, packages, settings, form]).encode()).hexdigest()


class _Followed:
    """The files of the site as MkDocs asks for them, and those that a page links to."""

    def __init__(self, files: Any) -> None:
        self._files = files
        self.paths: set[str] = set()

    def get_file_from_path(self, path: str) -> Any:
        """The file, or None; its path is noted."""
        self.paths.add(path)
        return self._files.get_file_from_path(path)


def _shown(file: Any) -> bool:
    """Whether a link may point there."""
    return bool(file) and not file.inclusion.is_excluded()


def _token(heading: Any) -> dict[str, Any]:
    """A heading of a page's list of sections, as `read_toc` takes it."""
    return {
        "name": heading.title,
        "id": heading.id,
        "level": heading.level,
        "children": list(map(_token, heading.children)),
    }


class _LogCounter(logging.Filter):
    """Detects whether MkDocs logged anything, even what --quiet hides."""

    class MessageError(Exception):
        """Raised when MkDocs has said something."""

    def __init__(self, log: logging.Logger) -> None:
        super().__init__()
        self._count = 0
        self._log = log
        self._log.setLevel(logging.INFO)
        self._log.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Count each message, and let through what would be shown without this filter."""
        self._count += 1
        above = self._log.parent
        return above is None or record.levelno >= above.getEffectiveLevel()

    @contextmanager
    def nothing(self) -> Iterator[None]:
        """Raises MessageError if anything was said inside."""
        before = self._count
        yield
        if self._count > before:
            raise self.MessageError
