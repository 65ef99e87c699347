"""The check repeats the printed advice, word for word, and says nothing of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from massage_guide.model.safety import AskFirst, Level
from massage_guide.site.site import Site
from tests.browser.reader import reading


def printed(page: Page, id: str) -> str:
    """The advice that the page prints for a condition, as HTML."""
    return page.evaluate(
        """id => [...document.getElementById(id).closest(".condition").children].slice(1)
        .map(part => part.outerHTML).join("")""",
        id,
    )


def repeated(page: Page) -> list[dict[str, str]]:
    """What the check shows for each ticked condition."""
    return page.evaluate("""() => [...document.querySelectorAll(".advised > div")].map(block => ({
        situation: block.firstElementChild.textContent,
        level: block.querySelector(".level").textContent,
        advice: [...block.children].slice(2).map(part => part.outerHTML).join("")}))""")


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


def test_each_condition_shows_the_printed_advice_unchanged_and_nothing_else(
    safety: Page, site: Site
) -> None:
    for condition in to_tick(site):
        box = safety.locator(f'ask-first-check input[value="{condition.id}"]')
        box.check()
        (block,) = repeated(safety)
        assert block["advice"] == printed(safety, condition.id)
        assert block["level"] == site.words.groups["levels"][condition.level]
        assert block["situation"] == safety.locator(f"[id='{condition.id}']").text_content().strip()
        box.uncheck()
        assert repeated(safety) == []


def test_all_conditions_together_are_shown_one_by_one_in_the_order_of_the_list(
    safety: Page, site: Site
) -> None:
    boxes = safety.locator("ask-first-check .choices input")
    assert boxes.count() == len(to_tick(site))
    for box in reversed(boxes.all()):
        box.check()
    assert [block["advice"] for block in repeated(safety)] == [
        printed(safety, c.id) for c in to_tick(site)
    ]


@pytest.mark.parametrize("ticked", [0, 1, 27])
def test_the_rest_of_the_result_is_always_the_same_sentence(
    safety: Page, site: Site, ticked: int
) -> None:
    words = site.words.groups["ask_first"]
    for box in safety.locator("ask-first-check .choices input").all()[:ticked]:
        box.check()
    rest = safety.evaluate("""() => {
        const copy = document.querySelector(".result").cloneNode(true);
        copy.querySelectorAll("[hidden], .advised, template").forEach(part => part.remove());
        return copy.textContent.replace(/\\s+/g, " ").trim(); }""")
    expected = [words["result"], *([] if ticked else [words["nothing"]]), words["limits"]]
    assert rest == " ".join(expected)


def test_the_emergency_signs_stand_before_the_check_and_are_never_hidden(safety: Page) -> None:
    card = safety.locator(".care-card--emergency").first
    assert card.is_visible()
    assert card.locator("xpath=ancestor::details").count() == 0
    assert card.bounding_box()["y"] < safety.locator("ask-first-check").bounding_box()["y"]
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
