"""The live preview survives mistakes.

It keeps the last good site and shows the problems on every page.
"""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jinja2

from ..problems.problem import Problem
from ..project import Project
from ..site.loader import load_words

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

NOTHING_YET = "---\ntitle: massage-guide\n---\n\n# massage-guide\n"
"""The whole site, as Markdown, of a preview that starts with bad content. It holds no words: they
may be what is bad.
"""


class Preview:
    """What the preview remembers from one build to the next."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        """Mistakes in the content, set by the build that met them."""
        self._failures: list[str] = []
        self._shows = "nothing"
        self._folder = tempfile.TemporaryDirectory(prefix="preview-")
        self._site: Path | None = None
        self._warnings = _Warnings()
        self._panel = jinja2.Environment(
            autoescape=True, loader=jinja2.FileSystemLoader(Path(__file__).parent), trim_blocks=True
        ).get_template("preview.html.j2")

    def next_folder(self) -> Path:
        """A new folder for the next build: what is being served is never touched."""
        return Path(tempfile.mkdtemp(dir=self._folder.name))

    def guarded(
        self,
        build: Callable[[], None],
        project: Project,
        show: Callable[[Path], None],
        built_in: Callable[[], Path],
    ) -> Callable[[], None]:
        """A build that never fails.

        `show` gets the folder of a good one, which `built_in` names.
        """
        self._shows = "nothing" if self.problems else "new"

        def guarded_build() -> None:
            self.problems, self._failures = [], []
            self._warnings.messages.clear()
            try:
                build()
            except (Exception, SystemExit) as error:  # MkDocs ends a failed build with SystemExit
                if not self.problems:
                    self._failures = [*self._warnings.messages, _describe(error, project)]
                if self._shows == "new":
                    self._shows = "kept"
            else:
                self._shows = "nothing" if self.problems else "new"
                show(built_in())
                self._delete_old_builds(built_in())

        return guarded_build

    def _delete_old_builds(self, site: Path) -> None:
        """Delete the builds before the last one, which a browser may still be reading from."""
        for folder in Path(self._folder.name).iterdir():
            if folder not in (site, self._site):
                shutil.rmtree(folder, ignore_errors=True)
        self._site = site

    def wrapped(self, application: Application, project: Project) -> Application:
        """A WSGI application that adds the panel to every page while there are problems."""

        def with_panel(
            environ: dict[str, Any], start_response: Callable[..., Any]
        ) -> Iterable[bytes]:
            answer: list[Any] = []
            body = b"".join(application(environ, lambda *given: answer.append(given)))
            status, headers, *rest = answer[-1]
            is_page = any(
                name.lower() == "content-type" and "text/html" in value for name, value in headers
            )
            if is_page and (panel := self._panel_html(project)):
                body = re.sub(rb"<body[^>]*>|\Z", lambda found: found[0] + panel, body, count=1)
                headers = [
                    (name, value) for name, value in headers if name.lower() != "content-length"
                ]
                headers.append(("Content-Length", str(len(body))))
            start_response(status, headers, *rest)
            return [body]

        return with_panel

    def _panel_html(self, project: Project) -> bytes:
        """The panel, empty when there is nothing to report.

        Warnings of a good build are reported too: `build` stops at them.
        """
        failures = [] if self.problems else self._failures or self._warnings.messages
        if not self.problems and not failures:
            return b""
        return self._panel.render(
            words=load_words(project), shows=self._shows, problems=self.problems, failures=failures
        ).encode()


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of, which says more than the error that ends a strict build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        logging.getLogger("mkdocs").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _describe(error: BaseException, project: Project) -> str:
    """What went wrong, after the line of the project's own code that raised it, if one did."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if _is_own(frame.filename, project)
    ]
    place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return (place + "".join(traceback.format_exception_only(error))).replace(f"{project.root}/", "")


def _is_own(file: str, project: Project) -> bool:
    return Path(file).is_relative_to(project.root / "hooks") or Path(file).suffix in (
        ".html",
        ".j2",
    )
