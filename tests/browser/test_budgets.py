"""A page asks no more of a tired reader with a phone than we promise.

No source marks before a layer is opened, short names for the ear, type that can be read, no jumps
as it loads, and nothing hidden that must be acted on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import KINDS
from tests.support.reading import SEEN, Slow, open_cold, shifts
from tests.support.server import served

MOST_WORDS = 6
SMALLEST = 16
FARTHEST = 0.05

# What each page has to say for itself, in one go: `sizes` has the size and the words of each text.
_FINDINGS = f"""() => {{
  {SEEN}
  const inside = [...document.querySelectorAll(
    "details.layer :is(.care-card, .advice, input, select, textarea, button)")];
  const marks = [...document.querySelectorAll(".cite")];
  return {{
    outside: marks.filter(mark => !mark.closest("details.layer")).length,
    names: marks.map(mark => mark.ariaLabel ?? ""),
    sizes: texts().filter(node => !node.parentElement.closest(`${{MARKS}}, ${{NOTES}}`))
      .map(({{ data, parentElement: around }}) => [pixels(around), data.trim().slice(0, 60)]),
    hidden: inside.filter(one => !one.closest(".quick-exit, .kit [data-copy]"))
      .map(one => one.outerHTML.slice(0, 80)),
  }};
}}"""


@pytest.fixture(scope="module")
def pages(browser: Browser, built: Path) -> dict[str, dict[str, Any]]:
    """What was found on each kind of page, as a phone on a slow network first gets it."""
    with served(built, Slow) as address:
        return {path: _findings(browser, f"{address}/{path}") for path in KINDS}


def _findings(browser: Browser, url: str) -> dict[str, Any]:
    page = open_cold(browser, url)
    try:
        return page.evaluate(_FINDINGS) | {"shifts": shifts(page)}
    finally:
        page.context.close()


def test_no_source_is_marked_before_a_layer_is_opened(pages: dict[str, dict[str, Any]]) -> None:
    marked = {path: found["outside"] for path, found in pages.items() if found["outside"]}
    # Advice on safety shows its sources at once: people act on it without opening anything.
    assert set(marked) == {"safety/"}, marked


def test_the_name_of_a_mark_is_soon_spoken(pages: dict[str, dict[str, Any]]) -> None:
    names = {name for found in pages.values() for name in found["names"]}
    assert names
    assert [name for name in names if not 0 < len(name.split()) <= MOST_WORDS] == []


def test_text_is_large_enough_to_read(pages: dict[str, dict[str, Any]]) -> None:
    sizes = {(path, *text) for path, found in pages.items() for text in found["sizes"]}
    assert sizes
    assert not {text for text in sizes if text[1] < SMALLEST}


def test_pages_do_not_jump_as_they_load(pages: dict[str, dict[str, Any]]) -> None:
    jumping = {
        path: found["shifts"]
        for path, found in pages.items()
        if sum(shift["value"] for shift in found["shifts"]) > FARTHEST
    }
    assert not jumping


def test_nothing_to_act_on_is_in_a_layer(pages: dict[str, dict[str, Any]]) -> None:
    # A layer says how something is known, or more of it. Whom to call, what to do and what to fill
    # in has to be seen by those who open nothing.
    assert {path: found["hidden"] for path, found in pages.items() if found["hidden"]} == {}
