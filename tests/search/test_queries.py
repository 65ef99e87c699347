"""The right page is among the first three, an emergency is answered first, and nothing harmless raises an alarm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .box import LOOK_ALIKES, RED_FLAGS, RELEVANCE, TOP, ask, rank

ENOUGH = 0.95
MOST_ALARMS = 0.02


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page with a search box."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/")
        yield page


def test_the_right_page_is_in_the_top_three(page: Page, address: str) -> None:
    queries = [(kind, query) for kind, found in RELEVANCE.items() for query in found]
    missed = []
    for kind, query in queries:
        found = rank(ask(page, query["q"], f"{address}/").results, query["want"])
        if not found or found > TOP:
            missed.append(f"{kind}: {query['q']} ({found})")
    assert len(queries) > 150
    assert len(missed) <= (1 - ENOUGH) * len(queries), missed


def test_every_red_flag_is_answered_first(page: Page, address: str) -> None:
    assert len(RED_FLAGS) > 100
    assert not [(kind, text) for kind, text in RED_FLAGS if not ask(page, text, f"{address}/").urgent]


def test_nothing_harmless_raises_an_alarm(page: Page, address: str) -> None:
    alarms = [text for text in LOOK_ALIKES if ask(page, text, f"{address}/").urgent]
    assert len(LOOK_ALIKES) > 100
    assert len(alarms) <= MOST_ALARMS * len(LOOK_ALIKES), alarms
