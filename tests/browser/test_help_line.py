"""Whom to call: all numbers at first, and one once the reader has named a country."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A new reader, on a phone."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """A page of the guide, as a link from elsewhere opens it."""
    page = context.new_page()
    page.goto(f"{address}/types/thai/")
    return page


def numbers(page: Page) -> list[str]:
    """The numbers in view."""
    return page.locator(".help-line [data-country]:visible a").all_inner_texts()


def choose(page: Page, country: str) -> None:
    page.get_by_role("button", name="Your country").click()
    page.get_by_role("combobox", name="Your country").select_option(country)


def test_the_country_that_a_reader_names_is_kept_for_all_pages_and_nothing_else_is(
    page: Page, address: str
) -> None:
    assert numbers(page) == ["911", "999"]
    choose(page, "United Kingdom")
    assert numbers(page) == ["999"]
    expect(page.locator(".help-line")).to_contain_text("Call 999 in the UK.")
    page.goto(f"{address}/cost/")
    assert numbers(page) == ["999"]
    kept = page.evaluate("Object.entries(localStorage)")
    assert [value for _, value in kept] == ['"uk"']


def test_it_can_be_changed_and_taken_back(page: Page) -> None:
    choose(page, "United Kingdom")
    page.get_by_role("combobox", name="Your country").select_option("United States")
    assert numbers(page) == ["911"]
    page.get_by_role("combobox", name="Your country").select_option("All countries")
    assert numbers(page) == ["911", "999"]


def test_the_choice_opens_and_closes_by_keyboard(page: Page) -> None:
    button = page.get_by_role("button", name="Your country")
    choice = page.get_by_role("combobox", name="Your country")
    expect(choice).to_be_hidden()
    button.press("Enter")
    expect(choice).to_be_focused()
    choice.press("Escape")
    expect(choice).to_be_hidden()
    expect(button).to_be_focused()


def test_a_country_that_the_guide_no_longer_has_shows_all_numbers(page: Page) -> None:
    choose(page, "United Kingdom")
    page.evaluate("localStorage.setItem(Object.keys(localStorage)[0], '\"nowhere\"')")
    page.reload()
    assert numbers(page) == ["911", "999"]


def test_without_scripts_all_numbers_are_there_and_no_button(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/safety/")
        assert numbers(page) == ["911", "999"]
        assert (
            page.locator(".help-line button, .help-line select").locator("visible=true").count()
            == 0
        )
