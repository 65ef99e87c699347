"""The live preview answers every request, whatever an editor saves."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser

from massage_guide.site.site import Site
from tests.support.preview import serving, until

PANEL = "build-problems"
TYPE = Path("content/types/swedish.yml")


def break_and_mend(project: Path, fetch: Callable[[str], str], times: int) -> None:
    """Break a YAML file and mend it again, over and over."""
    good = (project / TYPE).read_text("utf-8")
    for turn in range(times):
        (project / TYPE).write_text(good.replace("clothes:", "cloths:", 1), "utf-8")
        until(lambda: "cloths" in fetch("types/swedish/"))
        page = fetch("types/swedish/")
        assert (
            PANEL in page
            and page.count("content/types/swedish.yml:") == 1
            and "Swedish massage" in page
        )
        (project / TYPE).write_text(
            good.replace("summary: ", f"summary: Turn {turn}. ", 1), "utf-8"
        )
        new = f"Turn {turn}."
        until(lambda new=new: PANEL not in (page := fetch("types/swedish/")) and new in page)
    (project / TYPE).write_text(good, "utf-8")


def slow(*case: str) -> ParameterSet:
    """A case that is left to `make test-all`."""
    return pytest.param(*case, marks=pytest.mark.slow)


@contextmanager
def asked_all_the_time(fetch: Callable[[str], str]) -> Iterator[None]:
    """Somebody who reads a page over and over meanwhile, and always gets it."""
    done, answers = threading.Event(), []

    def ask() -> None:
        while not done.is_set():
            answers.append("Is it safe for me?" in fetch("safety/"))
            done.wait(0.05)

    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask)
        try:
            yield
        finally:
            done.set()
        asking.result()
    assert answers and all(answers)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, copied: Callable[[Path], Path]) -> Path:
    """A copy of the project, served by `fetch`; each test leaves it as it was."""
    return copied(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def fetch(project: Path) -> Iterator[Callable[[str], str]]:
    """The preview of the project."""
    with serving(project) as fetch:
        assert PANEL not in fetch("")
        yield fetch


def test_a_mistake_shows_on_the_last_good_page_and_goes_when_it_is_mended(
    project: Path, fetch: Callable[[str], str]
) -> None:
    with asked_all_the_time(fetch):
        break_and_mend(project, fetch, 1)


@pytest.mark.slow
def test_fifty_mistakes_in_a_row_never_stop_it(project: Path, fetch: Callable[[str], str]) -> None:
    with asked_all_the_time(fetch):
        break_and_mend(project, fetch, 50)


@pytest.mark.parametrize(
    ("file", "broken", "told"),
    [
        ("docs/safety.md", "{{ care_crad('x') }}", "docs/safety.md:"),
        slow("docs/safety.md", "\n[nowhere](nowhere.md)\n", "nowhere.md"),
        ("mkdocs.yml", "not a setting at all: [", "mkdocs.yml"),
        slow(
            "hooks/massage_guide/render/pages/types.md.j2",
            "{% if %}",
            "hooks/massage_guide/render/pages/types.md.j2:",
        ),
        slow(
            "hooks/massage_guide/render/macros/care_card/template.md.j2",
            "{{ nobody_knows }}",
            "care_card/template.md.j2:",
        ),
        slow("hooks/massage_guide/render/theme/main.html", "{% if %}", "main.html"),
        (
            "hooks/massage_guide/site/queries.py",
            "raise RuntimeError('broken on purpose')",
            "hooks/massage_guide/site/queries.py:",
        ),
        slow("hooks/massage_guide/site/queries.py", "def broken(:", "queries.py"),
        slow("content/words.yml", "\ttab: x", "content/words.yml:"),
    ],
)
def test_whatever_is_broken_shows_and_goes_when_it_is_mended(
    project: Path, fetch: Callable[[str], str], file: str, broken: str, told: str
) -> None:
    path = project / file
    good = path.read_text("utf-8")
    path.write_text(f"{good}\n{broken}\n", "utf-8")
    until(lambda: PANEL in fetch("safety/"))
    page = fetch("safety/")
    assert told in page and "Is it safe for me?" in page
    path.write_text(good, "utf-8")
    until(lambda: PANEL not in fetch("safety/"))


@pytest.mark.slow
def test_a_warning_stays_while_other_files_change(
    project: Path, fetch: Callable[[str], str]
) -> None:
    page, entry = project / "docs/safety.md", project / TYPE
    good = {file: file.read_text("utf-8") for file in (page, entry)}
    page.write_text(good[page] + "\n[nowhere](nowhere.md)\n", "utf-8")
    until(lambda: "nowhere.md" in fetch("safety/"))
    entry.write_text(good[entry].replace("title: ", "title: Newer ", 1), "utf-8")
    until(lambda: "Newer" in fetch("types/swedish/"))
    assert PANEL in fetch("safety/")
    for file, text in good.items():
        file.write_text(text, "utf-8")
    until(lambda: PANEL not in fetch("safety/") and "Newer" not in fetch("types/swedish/"))


@pytest.mark.parametrize(
    ("file", "before", "after", "page"),
    [
        slow(
            "content/safety.yml",
            "signs:",
            "signs:\n      - text: A change in the content.\n        basis: unsourced",
            "safety/",
        ),
        slow("docs/safety.md", "{: .lead }", "A change in a page.\n{: .lead }", "safety/"),
        slow(
            "hooks/massage_guide/render/macros/care_card/template.md.j2",
            "{",
            "A change in a macro. {",
            "safety/",
        ),
        slow(
            "hooks/massage_guide/render/pages/types.md.j2",
            "{",
            "A change in a template. {",
            "types/swedish/",
        ),
        slow(
            "hooks/massage_guide/render/theme/main.html",
            "<meta name",
            "<!-- A change in the theme. --><meta name",
            "safety/",
        ),
        (
            "hooks/massage_guide/outputs/pages.py",
            'f"# {escape',
            'f"# A change in the code. {escape',
            "safety/",
        ),
        slow(
            "docs/assets/stylesheets/guide.css",
            "",
            "/* A change in the styles. */",
            "assets/stylesheets/guide.css",
        ),
    ],
)
def test_every_kind_of_change_is_shown(
    project: Path, fetch: Callable[[str], str], file: str, before: str, after: str, page: str
) -> None:
    path = project / file
    good = path.read_text("utf-8")
    change = re.search(r"A change in [a-z ]+\.", after)[0]
    assert before in good and change not in fetch(page)
    path.write_text(good.replace(before, after, 1), "utf-8")
    until(lambda: change in fetch(page))
    assert PANEL not in fetch(page)
    path.write_text(good, "utf-8")
    until(lambda: change not in fetch(page))


@pytest.mark.parametrize(
    ("file", "broken", "told"),
    [
        (TYPE, "cloths: on", "cloths"),
        ("content/words.yml", "\ttab: x", "content/words.yml:"),
        slow("docs/safety.md", "{{ care_crad('x') }}", "care_crad"),
        slow("docs/safety.md", "[nowhere](nowhere.md)", "nowhere.md"),
    ],
)
def test_it_starts_with_something_broken_and_shows_it(
    tmp_path: Path, copied: Callable[[Path], Path], file: str, broken: str, told: str
) -> None:
    project = copied(tmp_path / "project")
    good = (project / file).read_text("utf-8")
    (project / file).write_text(f"{good}\n{broken}\n", "utf-8")
    with serving(project) as fetch:
        assert told in fetch("") and PANEL in fetch("")
        (project / file).write_text(good, "utf-8")
        saved = time.monotonic()

        def mended() -> bool:
            # What is saved before the watcher first looks is no change to it: save again, as
            # an editor would.
            nonlocal saved
            if time.monotonic() - saved > 4:
                (project / file).touch()
                saved = time.monotonic()
            page = fetch("types/swedish/")
            return PANEL not in page and "Swedish massage" in page

        until(mended)


def test_the_panel_is_reached_and_read_without_a_mouse(
    project: Path, fetch: Callable[[str], str], browser: Browser, site: Site
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(fetch.address + "types/swedish/")
    good = (project / TYPE).read_text("utf-8")
    (project / TYPE).write_text(good.replace("clothes:", "cloths:", 1), "utf-8")
    panel = page.get_by_role("alert", name=site.words.groups["preview"]["heading"])
    panel.wait_for(timeout=180_000)  # live reload brings it
    page.keyboard.press("Tab")
    assert panel.evaluate("panel => panel === document.activeElement")
    assert "content/types/swedish.yml:" in panel.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    (project / TYPE).write_text(good, "utf-8")
    panel.wait_for(state="detached", timeout=180_000)
    page.close()
