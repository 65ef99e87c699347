"""The real guide, under the names that the example has elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.site.site import Site
from tests.support.built_pages import pages
from tests.support.built_pages import said as text_of
from tests.support.projects import ROOT, built_site
from tests.support.server import served


@pytest.fixture(scope="session")
def guide() -> Path:
    """The real project. No test changes it."""
    return ROOT


@pytest.fixture(scope="session")
def site(guide: Path) -> Site:
    """The real content, checked."""
    return load(Project(guide))


@pytest.fixture(scope="session")
def built(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    return built_site(guide, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def said(built: Path) -> str:
    """All that the pages say."""
    return " ".join(map(text_of, pages(built)))


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The built site on loopback."""
    with served(built) as address:
        yield address
