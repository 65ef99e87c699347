"""Full build: the guide beside stock Material on the same pages, one after the other.

Material has every page in its menu.

Each round runs every build once, each in a process of its own; a ratio is the median of the rounds'
ratios. “guide” finds all that it keeps from one build to the next, “handouts” only the handouts and
codes (pages and templates are made anew), “cold” nothing. The bars: the build 1.0 times plain at 25
entries and 0.55 times at 250, memory 1.5 times, a page's bytes the same within 3 %; and `SIZES="250
2500"`: 9 times the time for ten times the entries.
"""

from __future__ import annotations

import gzip
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from massage_guide.site.addresses import ENTRY_PAGES
from tests.support.sized_project import as_plain_pages, project_with

LARGE = 1000  # entries from which one round has to do
ROUNDS = 5
SAMPLE = "types/swedish/index.html"


@dataclass(frozen=True)
class Run:
    """What one build took."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds of the processor, which others on the machine change less."""
    memory: int
    """The most it held at a time, in bytes."""


def measure() -> Iterator[str]:
    """Lines for each size, then how the guide grows from one to the next."""
    sizes = [int(size) for size in os.environ.get("SIZES", "25 250").split()]
    medians: dict[int, dict[str, float]] = {}
    weights: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            project = project_with(size, Path(folder) / str(size))
            runs = _rounds(project, 1 if size >= LARGE else ROUNDS)
            medians[size] = {
                name: statistics.median(one.processor for one in found)
                for name, found in runs.items()
            }
            weights[size] = len(gzip.compress((project / "site" / SAMPLE).read_bytes(), 9))
            entries = sum(
                len(list((project / "content" / name).glob("*.yml"))) for name in ENTRY_PAGES
            )
            yield (
                f"{entries} entries with a page; {SAMPLE} weighs {weights[size]:,} bytes of gzip -9"
            )
            yield (
                f"{'':10}{'seconds':>10}{'÷ plain':>10}{'processor':>12}{'÷ plain':>10}"
                f"{'MiB':>8}{'÷ plain':>10}"
            )
            yield from (_row(name, found, runs["plain"]) for name, found in runs.items())
            shutil.rmtree(project)
    for smaller, larger in itertools.pairwise(sizes):
        times = (
            f"{name} {seconds / medians[smaller][name]:.1f}"
            for name, seconds in medians[larger].items()
        )
        yield (
            f"from {smaller} to {larger} entries: times the time {', '.join(times)}; "
            f"{weights[larger] / weights[smaller] - 1:+.1%} bytes a page"
        )


def _rounds(project: Path, rounds: int) -> dict[str, list[Run]]:
    plain = as_plain_pages(project).name
    runs: dict[str, list[Run]] = {"cold": [], "handouts": [], "guide": [], "plain": []}
    for _ in range(rounds):
        shutil.rmtree(project / ".cache", ignore_errors=True)
        runs["cold"].append(run(project))
        for kept in ("pages", "templates"):
            shutil.rmtree(project / ".cache" / kept)
        runs["handouts"].append(run(project))
        runs["guide"].append(run(project))
        runs["plain"].append(run(project, "-f", plain, "-d", "plain"))
    return runs


def _row(name: str, runs: list[Run], plain: list[Run]) -> str:
    def pair(of: Callable[[Run], float]) -> tuple[float, float]:
        return statistics.median(map(of, runs)), statistics.median(
            of(one) / of(other) for one, other in zip(runs, plain, strict=True)
        )

    seconds, slower = pair(lambda run: run.seconds)
    processor, busier = pair(lambda run: run.processor)
    memory, larger = pair(lambda run: run.memory / 2**20)
    return (
        f"{name:10}{seconds:10.2f}{slower:10.2f}{processor:12.2f}{busier:10.2f}"
        f"{memory:8.0f}{larger:10.2f}"
    )


# A process starts with the peak of the one that starts it: a small one in between keeps ours out of
# the figure.
_MEASURED = """
import os, subprocess, sys, time
start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, usage = os.wait4(process.pid, 0)
print(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def run(project: Path, *options: str) -> Run:
    """Build a project in a process of its own. Raises RuntimeError if that fails."""
    found = subprocess.run(
        [sys.executable, "-c", _MEASURED, sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if found.returncode:
        raise RuntimeError(found.stderr)
    seconds, processor, memory = found.stdout.split()
    return Run(float(seconds), float(processor), int(memory))
