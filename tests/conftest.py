"""What tests share: the example guide, its built site, a server for it, and a browser.

Tests below `guide/` get the real guide under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.site.site import Site

from .support import chromium
from .support.projects import built_site, copy_built, copy_example
from .support.server import served

# A busy machine is no fault of the code: property tests have no deadline.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--approve` rewrites the goldens."""
    parser.addoption("--approve", action="store_true", help="rewrite the goldens of the macros")


@pytest.fixture(scope="session")
def approve(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be rewritten."""
    return request.config.getoption("--approve")


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example guide, as a project. No test changes it."""
    return copy_example(tmp_path_factory.mktemp("example") / "project")


@pytest.fixture(scope="session")
def site(guide: Path) -> Site:
    """The example guide, checked."""
    return load(Project(guide))


@pytest.fixture(scope="session")
def built(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example guide, built once."""
    return built_site(guide, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def copied(guide: Path, built: Path) -> Callable[[Path], Path]:
    """Copies the example to a folder where a test may change it, as it is after a build."""
    assert built.exists()
    return partial(copy_built, guide)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The built site on loopback."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, without the background traffic of a person's browser."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=str(chromium.find()),
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-gpu",  # to draw as if there were one takes a fifth more time
            ],
        )


@pytest.fixture(scope="module")
def home(browser: Browser, address: str) -> Iterator[Page]:
    """The first page of the site, open for all tests of a module.

    It searches, and can import the site's modules.
    """
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/")
        yield page
