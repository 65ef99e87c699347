"""Whoever is hurt by somebody can leave at once, and nobody comes back to the page after them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

CARDS = ("assault", "harm-at-home")
PAGES = ("safety/", "first-visit/", "find-a-therapist/")
HARM = "my husband hits me"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader who came to the guide by its page on prices."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(f"{address}/cost/")
        yield page


def quick_exit(card: str) -> str:
    return f"section:has(> #{card}) .quick-exit a"


@pytest.mark.parametrize("path", PAGES)
def test_the_quick_exit_stands_above_the_first_line_of_these_cards_and_of_no_other(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}/{path}")
    expect(page.locator(".quick-exit a")).to_have_count(len(CARDS))
    for card in CARDS:
        first = page.locator(f"section:has(> #{card}) .care-card__body > :first-child")
        expect(first.get_by_role("link", name="Leave this page")).to_be_visible()


@pytest.mark.parametrize("card", CARDS)
def test_back_does_not_return_to_it(page: Page, address: str, card: str) -> None:
    page.goto(f"{address}/safety/")
    page.locator(quick_exit(card)).click()
    page.wait_for_url(f"{address}/")
    page.go_back()
    page.wait_for_url(f"{address}/cost/")


def test_shift_three_times_does_the_same(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{address}/")
    page.go_back()
    page.wait_for_url(f"{address}/cost/")


def test_capital_letters_leave_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/")
    page.locator(".search input").click()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(200)  # leaving takes a moment
    assert page.url == f"{address}/safety/"


def test_selecting_with_shift_and_the_mouse_leaves_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/")
    for _ in range(4):
        page.locator("h1").click(modifiers=["Shift"])
    page.wait_for_timeout(200)  # leaving takes a moment
    assert page.url == f"{address}/safety/"


@pytest.mark.parametrize("card", CARDS)
def test_a_link_to_such_a_card_does_not_stay_in_the_address(
    page: Page, address: str, card: str
) -> None:
    page.goto(f"{address}/safety/#{card}")
    page.wait_for_url(f"{address}/safety/")
    expect(page.locator(f"#{card}")).to_be_in_viewport()


def test_a_link_to_any_other_card_stays(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/#same-day")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}/safety/#same-day"


def test_a_question_on_harm_has_a_quick_exit_too(page: Page, address: str) -> None:
    page.goto(f"{address}/questions/#complain")
    expect(page.locator(".quick-exit")).to_have_count(1)
    page.locator(".layer:has(> summary #complain) .quick-exit a").click()
    page.wait_for_url(f"{address}/")


def test_shift_leaves_no_page_without_such_a_card(page: Page, address: str) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert page.url == f"{address}/cost/"


def test_the_quick_exit_stays_in_view_along_its_card(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/")
    page.locator("section:has(> #assault) li").last.scroll_into_view_if_needed()
    expect(page.locator(quick_exit("assault"))).to_be_in_viewport()


def test_without_scripts_it_is_a_link_to_the_first_page(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/safety/")
        page.locator(quick_exit("harm-at-home")).click()
        page.wait_for_url(f"{address}/")


def test_the_answer_of_the_search_has_it_and_leaves_no_trace(page: Page, address: str) -> None:
    page.locator(".search input").fill(HARM)
    page.locator(".search-urgent .quick-exit a").click()
    page.wait_for_url(f"{address}/")
    assert page.locator(".search input").input_value() == ""
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert "husband" not in page.url


def test_shift_leaves_the_answer_of_the_search(page: Page, address: str) -> None:
    page.locator(".search input").fill(HARM)
    page.locator(".search-urgent .quick-exit a").wait_for()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{address}/")


@pytest.mark.parametrize(
    "typed", ["my husband hits me and I want to die", "I want to die, my husband hits me"]
)
def test_of_two_needs_neither_is_lost(page: Page, typed: str) -> None:
    page.locator(".search input").fill(typed)
    expect(page.locator(".search-urgent")).to_have_count(2)
    expect(page.locator(".search-urgent .quick-exit a")).to_have_count(1)
    expect(page.locator(".search-urgent").filter(has_text="988")).to_have_count(1)
    expect(page.locator(".search-result__link")).to_have_count(2)


def test_paper_has_no_button(page: Page, address: str) -> None:
    page.goto(f"{address}/safety/")
    page.emulate_media(media="print")
    expect(page.locator(".quick-exit a").first).to_be_hidden()
