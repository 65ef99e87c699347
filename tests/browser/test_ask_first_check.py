"""The conditions can be ticked in the printed list, and a tick says nothing of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page

from massage_guide.model.safety import AskFirst, Level
from massage_guide.site.site import Site
from tests.browser.reader import reading


def to_tick(site: Site) -> list[AskFirst]:
    """The conditions that can be ticked, in the order of the page."""
    return [
        item
        for level in Level
        if level is not Level.YOUR_CHOICE
        for item in site.safety.ask_first
        if item.level is level
    ]


@pytest.fixture
def safety(browser: Browser, address: str) -> Page:
    """The page on safety."""
    with reading(browser, f"{address}/safety/") as page:
        yield page


def boxes(page: Page) -> Locator:
    """The boxes to tick, in the order of the page."""
    return page.locator(".condition input")


def test_each_condition_can_be_ticked_beside_its_advice_and_level(safety: Page, site: Site) -> None:
    found = boxes(safety).evaluate_all("""all => all.map(box => [box.value,
        box.closest("label").textContent.trim(), box.closest(".condition").dataset.level])""")
    levels = site.words.groups["levels"]
    assert found == [[c.id, site.plain(c.situation), levels[c.level]] for c in to_tick(site)]


def test_a_tick_changes_no_word_of_the_page(safety: Page) -> None:
    before = safety.locator(".condition").all_inner_texts()
    for box in boxes(safety).all():
        box.check()
    assert safety.locator(".condition").all_inner_texts() == before
    assert safety.locator(".condition.ticked").count() == boxes(safety).count()


def test_the_emergency_signs_stand_before_the_check_and_are_never_hidden(safety: Page) -> None:
    card = safety.locator(".care-card--emergency").first
    assert card.is_visible()
    assert card.locator("xpath=ancestor::details").count() == 0
    assert card.bounding_box()["y"] < boxes(safety).first.bounding_box()["y"]
    safety.get_by_role("checkbox", name="You are pregnant, or may be").check()
    assert card.is_visible()


def test_the_keyboard_ticks_and_a_screen_reader_hears_what_is_shown(
    safety: Page, site: Site
) -> None:
    box = safety.get_by_role("checkbox", name="You are pregnant, or may be")
    box.focus()
    safety.keyboard.press("Space")
    assert box.is_checked()
    said = site.words.groups["ask_first"]["added"].replace("{name}", "You are pregnant, or may be")
    safety.get_by_role("status").get_by_text(said).wait_for(state="attached")


def test_without_javascript_the_whole_list_is_there_with_squares_to_tick(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/safety/", java_script_enabled=False) as page:
        assert page.locator(".condition .tickbox:visible").count() == len(to_tick(site))
        assert page.locator("ask-first-check:visible, kept-answers:visible").count() == 0
