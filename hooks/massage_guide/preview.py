"""The live preview survives mistakes: it keeps the last good site and shows the problems on every page."""

from __future__ import annotations

import html
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_PANEL = (
    '<div role="alert" id="build-problems" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;'
    'overflow:auto;background:#fff;color:#1d2523;border-top:8px solid #a3221a;padding:1rem;font:16px/1.4 sans-serif">'
    "<strong>This is the last good version.</strong> Mend this and save; the page comes back by itself."
    '<pre style="white-space:pre-wrap">{problems}</pre></div>'
)

ONLY_PROBLEMS = "---\ntitle: Preview\n---\n\nThere is nothing to show before the content is mended.\n"
"""The whole site, as Markdown, of a preview that starts with bad content."""


class Preview:
    """What the preview remembers between builds."""

    def __init__(self) -> None:
        self.problems = ""
        self._folder = tempfile.TemporaryDirectory(prefix="last-good-")
        self._last_good = Path(self._folder.name) / "site"

    def guarded(self, build: Callable[[], None], site: Path) -> Callable[[], None]:
        """A build that never fails: after a failure the site is what it was before."""
        _copy(site, self._last_good)

        def guarded_build() -> None:
            self.problems = ""
            with _Warnings() as warnings:
                try:
                    build()
                except (Exception, SystemExit) as error:  # MkDocs ends a failed build with SystemExit
                    self.problems = self.problems or "\n".join([*warnings.messages, str(error)])
                    _copy(self._last_good, site)
                else:
                    _copy(site, self._last_good)

        return guarded_build

    def wrapped(self, application: Application) -> Application:
        """A WSGI application that adds the panel to every page while there are problems."""

        def with_panel(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            answer: list[Any] = []
            body = b"".join(application(environ, lambda *given: answer.append(given)))
            status, headers, *rest = answer[-1]
            if self.problems and any(name.lower() == "content-type" and "text/html" in value for name, value in headers):
                body += _PANEL.format(problems=html.escape(self.problems)).encode()
                headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
                headers.append(("Content-Length", str(len(body))))
            start_response(status, headers, *rest)
            return [body]

        return with_panel


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of, which says more than the error that ends a strict build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> _Warnings:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
