"""A page is rendered once, until something that it is made from changes.

What is wrong with it is said each time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.projects import build
from tests.support.same_builds import assert_same

PAGE, OTHER, PICTURE = "docs/how-often.md", "docs/self-care.md", "docs/assets/images/target.svg"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, copied: Callable[[Path], Path]) -> Path:
    """A project that has been built once.

    A page of it leads to a picture and to a section of another page.
    """
    project = copied(tmp_path_factory.mktemp("first") / "project")
    (project / PICTURE).write_bytes((project / "docs/assets/images/mark.svg").read_bytes())
    add(project / OTHER, "## There {: #there }\n\nText.")
    add(
        project / PAGE, "[A picture](assets/images/target.svg) and [a section](self-care.md#there)."
    )
    built(project)
    return project


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first, tmp_path / "project")


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


def built(project: Path) -> Path:
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    return project / "site"


def kept(project: Path) -> set[str]:
    return {file.name for file in (project / ".cache" / "pages").iterdir()}


def test_a_build_from_kept_pages_is_the_same(first: Path, project: Path) -> None:
    assert_same(first / "site", built(project))
    assert kept(project) == kept(first)


def test_what_is_kept_is_what_is_built(project: Path) -> None:
    for name in kept(project):
        file = project / ".cache" / "pages" / name
        file.write_text(file.read_text("utf-8").replace("<h1", "<h1 data-kept"), "utf-8")
    assert "<h1 data-kept" in (built(project) / "how-often/index.html").read_text("utf-8")


def test_only_a_changed_page_is_rendered_again(first: Path, project: Path) -> None:
    add(project / PAGE, "A new line.")
    assert "A new line." in (built(project) / "how-often/index.html").read_text("utf-8")
    assert len(kept(project) - kept(first)) == 1


def test_a_new_file_leaves_the_pages_as_they_are(first: Path, project: Path) -> None:
    shutil.copy(project / PICTURE, project / "docs/assets/images/another.svg")
    built(project)
    assert kept(project) == kept(first)


def test_a_link_breaks_with_its_target_and_is_told_each_time(project: Path) -> None:
    (project / PICTURE).unlink()
    quiet = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(quiet, cwd=project, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    for _ in range(2):
        result = build(project, project / "site")
        assert result.returncode == 1 and "assets/images/target.svg" in result.stderr


def test_a_section_that_is_gone_is_told_although_the_page_that_leads_there_is_kept(
    project: Path,
) -> None:
    page = project / OTHER
    page.write_text(page.read_text("utf-8").replace("{: #there }", "{: #elsewhere }"), "utf-8")
    result = build(project, project / "site")
    assert result.returncode == 1 and "self-care.md#there" in result.stderr
