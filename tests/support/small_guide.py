"""The small guide of the fixtures, as a copy that a test may change."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from massage_guide import rules
from massage_guide.problems.problem import Problem
from massage_guide.project import Project
from massage_guide.site.loader import load_site
from massage_guide.site.site import Site
from tests.support.projects import SMALLEST


@dataclass(frozen=True)
class SmallGuide:
    """A copy of the small guide; files are named from `content/` or `docs/` on."""

    root: Path

    @classmethod
    def copied_to(cls, folder: Path) -> SmallGuide:
        """A fresh copy, of links until a file is written anew: files are slow to copy."""
        target = shutil.copytree(SMALLEST, folder / "guide", copy_function=_linked)
        return cls(Path(target))

    def change(self, file: str, before: str, after: str) -> SmallGuide:
        """Replace a text that the file contains once or more, the first time."""
        text = (self.root / file).read_text("utf-8")
        assert before in text, f"{file} does not contain {before}"
        return self.write(file, text.replace(before, after, 1))

    def write(self, file: str, text: str) -> SmallGuide:
        """Write a file anew."""
        (self.root / file).unlink(missing_ok=True)
        (self.root / file).write_text(text, "utf-8")
        return self

    def copy(self, file: str, new: str, before: str, after: str) -> SmallGuide:
        """A file once more, under another name and with a change in all places."""
        text = (self.root / file).read_text("utf-8")
        return self.write(new, text.replace(before, after))

    def line(self, file: str, text: str) -> int:
        """The first line that contains a text."""
        lines = (self.root / file).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    @property
    def site(self) -> Site:
        """The content as it is now, whatever is wrong with it."""
        site, _ = load_site(Project(self.root))
        assert site
        return site

    def problems(self, code: str) -> list[Problem]:
        """What one rule finds."""
        return list(rules.modules()[code].check(self.site))


def _linked(source: str, target: str) -> None:
    Path(target).symlink_to(Path(source).resolve())


def marked(problem: Problem) -> str:
    """The text above the caret."""
    return problem.excerpt[problem.column - 1 :][: problem.width]


def place(problem: Problem) -> tuple[str, int, str]:
    """The file and line of a problem, and the text above its caret."""
    return problem.file, problem.line, marked(problem)
