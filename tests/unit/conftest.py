"""The smallest guide, under the names that the example has elsewhere: units are tested on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.site.site import Site
from tests.support.projects import SMALLEST
from tests.support.small_guide import SmallGuide


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the smallest guide that a test may break."""
    return Path(shutil.copytree(SMALLEST, tmp_path / "project"))


@pytest.fixture(scope="session")
def site() -> Site:
    """The smallest guide, checked."""
    return load(Project(SMALLEST))


@pytest.fixture
def small_guide(tmp_path: Path) -> SmallGuide:
    """A copy of the smallest guide that asks one rule, whatever else a test has broken."""
    return SmallGuide.copied_to(tmp_path)
