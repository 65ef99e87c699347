"""Edit to page: how long after saving a change the preview shows it.

Beside it, `mkdocs serve` does the same with plain pages.

Both servers run side by side and take turns, so that both meet the same machine. The bar is 0.6
times at 250 entries.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.preview import serving, until
from tests.support.sized_project import as_plain_pages, project_with

ENTRIES = 250
ROUNDS = 3


def measure() -> Iterator[str]:
    """The median of each server, and their ratio."""
    times: dict[str, list[float]] = {"guide": [], "plain": []}
    with tempfile.TemporaryDirectory() as folder:
        project = project_with(ENTRIES, Path(folder) / "guide")
        plain = as_plain_pages(project)
        changes = {
            "guide": (project / "content/types/swedish.yml", r"(?m)^(title: )(.*)$"),
            "plain": (project / "build/docs/types/swedish.md", r"(?m)^(# )(.*)$"),
        }
        with serving(project) as guide, serving(project, "-f", plain.name) as other:
            for turn in range(ROUNDS + 1):
                for name, fetch in (("guide", guide), ("plain", other)):
                    took = _seconds(*changes[name], f"Round {turn}.", fetch)
                    if turn:  # the first round warms both up
                        times[name].append(took)
    for name, took in times.items():
        yield (
            f"{name}: median {statistics.median(took):.2f} s ({min(took):.2f} to {max(took):.2f}), "
            f"{ENTRIES} entries"
        )
    yield (
        f"{statistics.median(times['guide']) / statistics.median(times['plain']):.2f} times plain "
        "mkdocs serve"
    )


def _seconds(file: Path, line: str, mark: str, fetch: Callable[[str], str]) -> float:
    text = re.sub(r"Round \d+\. ", "", file.read_text("utf-8"))
    file.write_text(re.sub(line, rf"\g<1>{mark} \g<2>", text, count=1), "utf-8")
    start = time.monotonic()
    until(lambda: mark in fetch("types/swedish/"))
    return time.monotonic() - start
