"""The generator is a package: installed as a wheel, it checks and builds a guide in any folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from massage_guide.mkdocs_support.staging import CONFIG
from tests.support.projects import ROOT
from tests.support.same_builds import assert_same, remove_what_material_adds

GUIDE = """
hooks:
  - generator.py
theme:
  name: material
  font: false
  static_templates: [robots.txt]
extra:
  generator: false
plugins: []
markdown_extensions:
  - attr_list
  - md_in_html
  - tables:
      use_align_attribute: true
strict: true
"""
"""What the configuration of a guide elsewhere needs; HACKING.md shows the same."""
HOOK = "from mkdocs_adapter import *\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, made from a copy: setuptools leaves things in the folder."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(
        ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    run(
        folder,
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        ".",
    )
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel.

    Dependencies come from this one, without its massage_guide.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    run(ROOT, sys.executable, "-m", "venv", "--without-pip", str(folder))
    python = folder / "bin" / "python"
    run(
        ROOT,
        sys.executable,
        "-m",
        "pip",
        f"--python={python}",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        str(wheel),
    )
    # A folder that a .pth file names is searched after the environment's own, and its .pth files
    # are not read.
    (packages(python) / "dependencies.pth").write_text(
        sysconfig.get_path("purelib") + "\n", "utf-8"
    )
    return python


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide far from any checkout."""
    target = Path(shutil.copytree(ROOT / "tests/fixtures/good_content", tmp_path / "guide"))
    with (target / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(GUIDE)
    (target / "generator.py").write_text(HOOK, "utf-8")
    return target


def run(folder: Path, *command: str, **environment: str) -> str:
    """What a command prints that must succeed, in a process that knows nothing of this checkout."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=env | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def packages(python: Path) -> Path:
    """The folder of an environment that holds its packages."""
    (folder,) = python.parents[1].glob("lib/python*/site-packages")
    return folder


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_generator(python: Path) -> None:
    names = {name for name in files_below(ROOT / "hooks") if ".egg-info/" not in name}
    assert {name for name in files_below(packages(python)) if name in names} == names
    assert any(name.endswith(".typ") for name in names) and any(
        name.endswith("main.html") for name in names
    )


def test_a_guide_in_any_folder_is_checked_and_built_and_nothing_is_written_beside_the_package(
    python: Path, guide: Path
) -> None:
    home = packages(python)
    for name in ("massage_guide", "mkdocs_adapter"):
        found = run(guide, str(python), "-c", f"import {name}; print({name}.__file__)")
        assert Path(found.strip()).is_relative_to(home)
    before = {path: path.stat().st_mtime_ns for path in python.parents[1].rglob("*")}
    command = str(python.with_name("massage-guide"))
    assert "No problems." in run(guide, command, "check")
    run(guide, str(python), "-m", "mkdocs", "build")
    assert {path: path.stat().st_mtime_ns for path in python.parents[1].rglob("*")} == before
    page = (guide / "site/types/swedish/index.html").read_text("utf-8")
    assert "Swedish" in page and "Content-Security-Policy" in page, (
        "the package's theme has a policy, Material's has none"
    )
    assert (guide / "site/handouts/swedish.pdf").is_file()
    assert list((guide / ".cache/files").iterdir())

    staged = run(guide, command, "stage")
    (epoch,) = re.findall(r"SOURCE_DATE_EPOCH=(\d+)", staged)
    run(
        guide,
        str(python),
        "-m",
        "mkdocs",
        "build",
        "-f",
        CONFIG,
        "-d",
        str(guide / "other"),
        SOURCE_DATE_EPOCH=epoch,
    )
    remove_what_material_adds(guide / "other", guide / "site")
    run(guide, command, "manifest", "other")
    assert_same(guide / "site", guide / "other")


def test_a_mistake_in_a_macro_names_the_template_in_the_package(python: Path, guide: Path) -> None:
    with (guide / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\n{{ how_sure(['nothing']) }}\n")
    with pytest.raises(
        AssertionError, match=r"massage_guide/render/macros/how_sure/template\.md\.j2:\d+\)"
    ) as failed:
        run(guide, str(python.with_name("massage-guide")), "check")
    assert "site-packages" not in str(failed.value)


def test_a_guide_may_bring_a_theme_of_its_own(python: Path, guide: Path) -> None:
    shutil.copytree(ROOT / "hooks/massage_guide/render/theme", guide / "theme")
    (guide / "theme/main.html").write_text("Of its own: {{ page.title }}", "utf-8")
    config = guide / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(
            "  font: false\n", "  font: false\n  custom_dir: theme\n"
        ),
        "utf-8",
    )
    run(guide, str(python), "-m", "mkdocs", "build")
    assert (guide / "site/about/index.html").read_text("utf-8") == "Of its own: About"
