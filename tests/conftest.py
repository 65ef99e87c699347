"""What tests share: the real project, its built site, a server for it, and a browser."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.site.site import Site

from . import chromium

ROOT = Path(__file__).parents[1]
# A busy machine is no fault of the code: property tests have no deadline.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PARTS = ("content", "docs", "hooks", "mkdocs.yml")


def build(
    project: Path, site: Path, config: str = "mkdocs.yml", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as people do, into `site`."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--config-file",
        config,
        "--site-dir",
        str(site),
    ]
    return subprocess.run(
        command,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


def copy_project(target: Path) -> Path:
    """A copy of the real project that a test may change."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, target / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / part)
    return target


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--approve` rewrites the goldens."""
    parser.addoption("--approve", action="store_true", help="rewrite the goldens of the macros")


@pytest.fixture(scope="session")
def approve(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be rewritten."""
    return request.config.getoption("--approve")


@pytest.fixture(scope="session")
def site() -> Site:
    """The real content, checked."""
    return load(Project(ROOT))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    target = tmp_path_factory.mktemp("built") / "site"
    result = build(ROOT, target)
    assert result.returncode == 0, result.stderr
    return target


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The built site on loopback."""
    handler = functools.partial(Quiet, directory=str(built))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Tests print nothing for each request."""


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
