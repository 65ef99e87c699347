"""Where the guide and the example are, and how a test gets a copy that it may change.

Also what people do with a project: build it, run a command in it, see what is wrong with it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from massage_guide.check import load
from massage_guide.cli import main
from massage_guide.problems.problem import ContentError, Problem
from massage_guide.project import Project

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
EXAMPLE = ROOT / "tests" / "example"
"""A frozen guide: small, whole, its text no advice. The generator is tested on it."""
SMALLEST = FIXTURES / "good_content"
"""One entry of each kind. Hundreds of tests load it, each with another mistake in it."""

_CODE = shutil.ignore_patterns("__pycache__", "*.egg-info")


def copy_guide(target: Path) -> Path:
    """A copy of the real project that a test may change."""
    for part in ("content", "docs", "hooks"):
        shutil.copytree(ROOT / part, target / part, ignore=_CODE)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def copy_example(target: Path) -> Path:
    """A copy of the example guide as a project: with the generator and what its pages load."""
    shutil.copytree(EXAMPLE, target, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    shutil.copytree(ROOT / "hooks", target / "hooks", ignore=_CODE)
    return target


def copy_built(project: Path, target: Path) -> Path:
    """A copy of a project that was built, with its handouts and codes: most of a build's time.

    No page is kept: each is rendered anew.
    """
    shutil.copytree(project, target, ignore=_CODE)
    shutil.rmtree(target / ".cache" / "pages")
    return target


def build(
    project: Path, site: Path, config: str = "mkdocs.yml", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as people do, into `site`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", config, "--site-dir", str(site)],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


def built_site(project: Path, folder: Path) -> Path:
    """The site of a project that builds, below a folder."""
    result = build(project, folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


def command(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `massage-guide` in a folder, in this process: hundreds of tests do so."""
    with contextlib.chdir(folder):
        result = CliRunner().invoke(main, words, env=environment, catch_exceptions=False)
    return subprocess.CompletedProcess(words, result.exit_code, result.stdout, result.stderr)


def problems(project: Path) -> list[Problem]:
    """What is wrong with a project."""
    try:
        load(Project(project))
    except ContentError as error:
        return error.problems
    return []


def snapshot(project: Path) -> dict[str, bytes]:
    """Every file of a project, except what it keeps to build faster."""
    return {
        str(path): path.read_bytes()
        for path in sorted(project.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }
