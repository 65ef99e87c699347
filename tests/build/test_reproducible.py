"""The same commit gives the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import filecmp
import os
import re
import subprocess
import sys
from pathlib import Path

from massage_guide.stage import CONFIG

from ..conftest import build, copy_project


def assert_same(one: Path, other: Path) -> None:
    """Two folders hold the same files with the same bytes."""
    names = [sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (one, other)]
    assert names[0] == names[1]
    files = [name for name in names[0] if (one / name).is_file()]
    _, different, failed = filecmp.cmpfiles(one, other, files, shallow=False)
    assert not different and not failed


def test_two_builds_in_other_folders_hash_seeds_and_time_zones_are_the_same(built: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "elsewhere" / "deeper")
    result = build(project, tmp_path / "site", PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C")
    assert result.returncode == 0, result.stderr
    assert_same(built, tmp_path / "site")


def test_a_staged_build_without_hooks_is_the_same(built: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    staged = subprocess.run([sys.executable, "-m", "massage_guide.cli", "stage"], cwd=project, capture_output=True,
                            text=True, check=True)
    epoch, = re.findall(r"SOURCE_DATE_EPOCH=(\d+)", staged.stdout)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-f", CONFIG, "-d", str(tmp_path / "site")],
                   cwd=project, env=environment, check=True, capture_output=True)
    assert_same(built, tmp_path / "site")
