"""No page of ours is longer than a tired reader with a phone has patience for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.reading import HEIGHT, WIDTH, addresses, screens

MOST_SCREENS = {
    "": 3,
    "does-it-help/": 4,
    "how-it-works/": 4,
    "how-often/": 4,
    "self-care/": 4,
    "first-visit/": 4,
    "benefits/*": 4,
    "claims/*": 4,
    "types/*": 5,
    "cost/": 6,
    "compare/": 6,
    "find-a-therapist/": 6,
    "visit-sheet/": 6,
    "safety/": 14,
}
"""How many screens of a phone a page may be long, with all its layers closed."""

LONGER_FOR_SAFETY = {
    "first-visit/": 27,  # every emergency card stands whole
    "find-a-therapist/": 30,  # the same
    "compare/": 9,  # what can go wrong with each choice stands open
    "types/*": 11,  # whom to ask first stands whole, and what to do in an emergency
    "safety/": 41,  # every card, and every condition with its advice
}
"""Pages whose budget gives way: how long they may be instead, and why.

There is room for another country and its numbers: an editor may add one."""

STILL_TOO_LONG = {
    "self-care/": 4.8,
    "cost/": 7.1,
}
"""Pages that have no such reason, and how long they may be until somebody shortens them."""

AROUND = 0.1
"""Screens by which a page may be longer: every machine breaks its lines a little differently."""


@pytest.fixture(scope="module")
def lengths(browser: Browser, built: Path, address: str) -> dict[str, dict[str, float]]:
    """The screens of every page that has a budget, by the name of the budget."""
    found: dict[str, dict[str, float]] = {name: {} for name in MOST_SCREENS}
    with browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}) as context:
        page = context.new_page()
        for path in addresses(built):
            if (name := budget(path)) is not None:
                page.goto(f"{address}/{path}")
                found[name][path] = screens(page)
    return found


def budget(path: str) -> str | None:
    """The name under which a page has its budget, if it has one."""
    folder, _, entry = path.partition("/")
    name = f"{folder}/*" if entry else path
    return name if name in MOST_SCREENS else None


def limit(name: str) -> float:
    """How many screens pages may be long today."""
    return (LONGER_FOR_SAFETY | STILL_TOO_LONG).get(name, MOST_SCREENS[name])


def test_every_budget_is_for_a_page(lengths: dict[str, dict[str, float]]) -> None:
    assert all(lengths.values())
    assert set(LONGER_FOR_SAFETY) | set(STILL_TOO_LONG) <= set(MOST_SCREENS)


def test_no_page_is_longer_than_we_promise(lengths: dict[str, dict[str, float]]) -> None:
    too_long = {
        path: round(length, 1)
        for name, pages in lengths.items()
        for path, length in pages.items()
        if length > limit(name) + AROUND
    }
    assert not too_long


def test_a_page_that_is_short_enough_has_no_other_limit(
    lengths: dict[str, dict[str, float]],
) -> None:
    longest = {name: max(pages.values()) for name, pages in lengths.items()}
    kept = {name for name, length in longest.items() if length <= MOST_SCREENS[name]}
    assert kept & (set(LONGER_FOR_SAFETY) | set(STILL_TOO_LONG)) == set()
    # And whoever shortens a page takes its limit along: it must not grow back.
    assert not {name for name, most in STILL_TOO_LONG.items() if most - longest[name] > 1}
