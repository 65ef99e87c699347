"""Reading: how long each page is on a phone, how small its type, and whether it jumps as it loads.

The screen is 390 x 844, each file comes 0.1 s late, and layers are closed, as a reader with
scripts finds them. Words are all that can be seen; links are those in the text; marks are source
marks: first those outside a layer, then all; the smallest type leaves out marks and the notes of
tables. The bars stand in tests/browser/test_budgets.py and tests/guide/test_lengths.py.

`BASE=v1.0` builds that revision, too, and prints its figures in brackets beside ours.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support import chromium
from tests.support.projects import ROOT, build
from tests.support.reading import Reading, Slow, addresses, read
from tests.support.server import served

Pages = dict[str, Reading]

KINDS = ("home", "answers", "kinds", "benefits", "claims", "tools", "safety", "lists and others")
ANSWERS = ("does-it-help/", "how-it-works/", "how-often/", "self-care/", "first-visit/")
TOOLS = ("cost/", "compare/", "find-a-therapist/", "visit-sheet/")
ENTRIES = {"types": "kinds", "benefits": "benefits", "claims": "claims"}

COLUMNS: dict[str, tuple[str, Callable[[Iterable[float]], float]]] = {
    "screens": (".1f", statistics.mean),
    "words": (",.0f", statistics.mean),
    "links": (".0f", statistics.mean),
    "outside": (".0f", statistics.mean),
    "marks": (".0f", statistics.mean),
    "smallest": (".1f", min),
    "shift": (".3f", max),
}
"""How a figure is written, and how those of several pages become one."""


def measure() -> Iterator[str]:
    """A line for each page, then one for each kind of page."""
    base = os.environ.get("BASE")
    then: Pages = {}
    if base:
        yield f"in brackets: {base}"
        with checked_out(base) as project:
            then = _readings(project, PYTHONPATH=str(project / "hooks"))
    now = _readings(ROOT)
    yield _heading("page")
    for address in sorted(now, key=lambda address: (KINDS.index(kind(address)), address)):
        yield _row(f"/{address}", now[address], then.get(address))
    if gone := sorted(set(then) - set(now)):
        yield f"only in {base}: {', '.join(gone)}"
    yield ""
    yield _heading("kind: means, but the extremes of the last two")
    for name in KINDS:
        yield _row(name, _together(name, now), _together(name, then))


def kind(address: str) -> str:
    """What kind of page is at an address."""
    folder, _, entry = address.partition("/")
    if entry:
        return ENTRIES.get(folder, KINDS[-1])
    known = {"": "home", "safety/": "safety"}
    known |= dict.fromkeys(ANSWERS, "answers") | dict.fromkeys(TOOLS, "tools")
    return known.get(address, KINDS[-1])


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """The project as it was at a revision, in a folder that goes again."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        _git("worktree", "add", "--quiet", "--detach", str(project), revision)
        try:
            yield project
        finally:
            _git("worktree", "remove", "--force", str(project))


def _git(*command: str) -> None:
    subprocess.run(["git", *command], cwd=ROOT, check=True)


def _readings(project: Path, **environment: str) -> Pages:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        result = build(project, site, **environment)
        if result.returncode:
            raise RuntimeError(result.stderr)
        with served(site, Slow) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium.find()), args=["--no-sandbox"]
            )
            return {path: read(browser, f"{address}/{path}") for path in addresses(site)}


def _together(name: str, pages: Pages) -> Reading | None:
    of_kind = [found for address, found in pages.items() if kind(address) == name]
    if not of_kind:
        return None
    figures = zip(*of_kind, strict=True)
    return Reading(
        *(join(list(column)) for (_, join), column in zip(COLUMNS.values(), figures, strict=True))
    )


def _heading(first: str) -> str:
    return f"{first:48}" + "".join(f"{name:>16}" for name in COLUMNS)


def _row(name: str, now: Reading | None, then: Reading | None) -> str:
    def written(found: Reading) -> list[str]:
        return [
            format(value, form) for value, (form, _) in zip(found, COLUMNS.values(), strict=True)
        ]

    cells = written(now) if now else ["–"] * len(COLUMNS)
    if then:
        cells = [f"{cell} ({before})" for cell, before in zip(cells, written(then), strict=True)]
    return f"{name:48}" + "".join(f"{cell:>16}" for cell in cells)
