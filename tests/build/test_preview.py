"""The live preview answers every request, whatever an editor saves."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ..conftest import copy_project

PANEL = "build-problems"
TYPE = Path("content/types/swedish.yml")


@contextmanager
def serving(project: Path) -> Iterator[Callable[[str], str]]:
    """`mkdocs serve` on a free port; yields a function that fetches a page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                               cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def fetch(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    try:
        until(lambda: _answers(fetch))
        yield fetch
    finally:
        process.terminate()
        process.wait(10)


def _answers(fetch: Callable[[str], str]) -> bool:
    try:
        return bool(fetch(""))
    except urllib.error.URLError:
        return False


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition; fail when it has not come true after half a minute."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.1)


def break_and_mend(project: Path, fetch: Callable[[str], str], times: int) -> None:
    """Break a YAML file and mend it again, over and over."""
    good = (project / TYPE).read_text("utf-8")
    for turn in range(times):
        (project / TYPE).write_text(good.replace("clothes:", "cloths:", 1), "utf-8")
        until(lambda: "cloths" in fetch("types/swedish/"))
        page = fetch("types/swedish/")
        assert PANEL in page and "content/types/swedish.yml:" in page and "Swedish massage" in page
        (project / TYPE).write_text(good.replace("summary: >-\n  ", f"summary: >-\n  Turn {turn}. ", 1), "utf-8")
        until(lambda: PANEL not in (page := fetch("types/swedish/")) and f"Turn {turn}." in page)


def test_a_mistake_shows_on_the_last_good_page_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with serving(project) as fetch:
        break_and_mend(project, fetch, 2)


@pytest.mark.slow
def test_fifty_mistakes_in_a_row_never_stop_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with serving(project) as fetch:
        break_and_mend(project, fetch, 50)


def test_it_starts_with_bad_content_and_shows_what_is_wrong(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    good = (project / TYPE).read_text("utf-8")
    (project / TYPE).write_text(good.replace("clothes:", "cloths:", 1), "utf-8")
    with serving(project) as fetch:
        assert "cloths" in fetch("") and PANEL in fetch("")
        (project / TYPE).write_text(good, "utf-8")
        until(lambda: PANEL not in fetch("types/swedish/") and "Swedish massage" in fetch("types/swedish/"))


def test_a_broken_page_or_configuration_shows_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    safety, config = project / "docs/safety.md", project / "mkdocs.yml"
    page, settings = safety.read_text("utf-8"), config.read_text("utf-8")
    with serving(project) as fetch:
        safety.write_text(page + "\n{{ care_crad('x') }}\n", "utf-8")
        until(lambda: "care_crad" in fetch("safety/"))
        safety.write_text(page, "utf-8")
        until(lambda: PANEL not in fetch("safety/"))
        config.write_text(settings + "\nnot a setting at all: [\n", "utf-8")
        until(lambda: PANEL in fetch("safety/"))
        config.write_text(settings, "utf-8")
        until(lambda: PANEL not in fetch("safety/"))
