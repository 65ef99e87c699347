"""What the modules that make files are given, and what they have made so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from ..cache import Cache
from ..problems.problem import Code, ContentError, Problem
from ..render.renderer import Renderer
from ..site.site import Site
from .generated import Generated
from .internal_links import broken_links


@dataclass
class BuildContext:
    """One build: its site, and the files and problems that have come of it so far.

    Without a cache the handouts and codes, which take time to make, are left out.
    """

    site: Site
    renderer: Renderer
    cache: Cache | None = None
    files: dict[str, Generated] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: Generated) -> None:
        """Keep a file. Two files with one path are a problem of the second."""
        if file.path in self.files:
            self.problems.append(
                Problem(
                    file.source,
                    1,
                    1,
                    Code.PAGE,
                    f"“{file.path}” comes from this file and from {self.files[file.path].source}.",
                    "Rename or delete one of the two.",
                )
            )
        self.files[file.path] = file

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Go on after a problem, so that all are reported at once."""
        try:
            yield
        except ContentError as error:
            self.problems += error.problems

    @cached_property
    def finished_pages(self) -> dict[str, str]:
        """The Markdown of every page by its path, once all are made.

        Raises ContentError if anything is wrong so far.
        """
        pages = {
            path: file.text for path, file in sorted(self.files.items()) if path.endswith(".md")
        }
        self.problems += [
            _unexpanded(self.files[path]) for path, text in pages.items() if _shows_braces(text)
        ]
        if problems := self.problems or list(broken_links(self.site, pages)):
            raise ContentError(problems)
        return pages


def _shows_braces(page: str) -> bool:
    """Whether a finished page has braces of a macro call in its text.

    What an editor wrote in its title is text.
    """
    return re.search(r"\{\{|\}\}|\{%|%\}", page.partition("\n---\n")[2]) is not None


def _unexpanded(file: Generated) -> Problem:
    return Problem(
        file.source,
        1,
        1,
        Code.PAGE,
        "This page would show its readers braces of a macro call.",
        "Look for {{, }} or {% in what its macros print.",
    )
