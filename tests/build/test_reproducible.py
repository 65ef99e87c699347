"""The same commit gives the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from massage_guide.mkdocs_support.staging import CONFIG
from tests.support.projects import FIXTURES, build, copy_example
from tests.support.same_builds import assert_same, remove_what_material_adds

ELSEWHERE = FIXTURES / "elsewhere"


def test_two_builds_are_the_same_whatever_the_folder_clock_time_zone_hash_seed_and_order_of_files(
    built: Path, tmp_path: Path
) -> None:
    project = copy_example(tmp_path / "elsewhere" / "deeper")
    result = build(
        project,
        tmp_path / "site",
        PYTHONHASHSEED="7",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONPATH=str(ELSEWHERE),
    )
    assert "built elsewhere" in result.stdout
    assert result.returncode == 0, result.stderr
    assert_same(built, tmp_path / "site")


def test_a_staged_build_without_hooks_is_the_same(built: Path, tmp_path: Path) -> None:
    project, site = copy_example(tmp_path / "project"), tmp_path / "site"
    staged = run(project, "massage_guide.cli", "stage")
    (epoch,) = re.findall(r"SOURCE_DATE_EPOCH=(\d+)", staged)
    run(project, "mkdocs", "build", "-f", CONFIG, "-d", str(site), SOURCE_DATE_EPOCH=epoch)
    assert "massage-guide manifest" in staged and not (site / "build.json").exists()
    remove_what_material_adds(site, built)
    run(project, "massage_guide.cli", "manifest", str(site))
    assert_same(built, site)


def run(project: Path, *command: str, **environment: str) -> str:
    """Run a module of Python in a project; return what it printed."""
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )
    return result.stdout
