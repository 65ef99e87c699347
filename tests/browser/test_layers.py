"""What proves or explains is closed until a reader, a link or a printer asks for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import reading, sheets

ARE_OPEN = "() => [...document.querySelectorAll('details.layer')].map(layer => layer.open)"
PAGE = "does-it-help/"


def test_layers_are_closed_and_say_what_is_in_them(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/{PAGE}") as page:
        opened = page.evaluate(ARE_OPEN)
        assert opened and not any(opened)
        line = page.locator("details.layer:has(#new-pain) > summary")
        expect(line).to_contain_text("Nobody knows yet if massage helps.")


def test_without_scripts_all_stand_open(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/{PAGE}", java_script_enabled=False) as page:
        layers = page.locator("details.layer")
        assert layers.count() == page.locator("details.layer[open]").count() > 3


def test_the_keyboard_opens_and_closes_one(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/{PAGE}") as page:
        page.locator("details.layer > summary").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(ARE_OPEN)[0]
        page.keyboard.press("Enter")
        assert not page.evaluate(ARE_OPEN)[0]


def test_a_mark_leads_to_its_source_and_the_source_back(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/{PAGE}") as page:
        page.locator("details.layer > summary").first.click()
        mark = page.locator("details.layer .cite").first
        source = page.locator(mark.get_attribute("href") or "")
        expect(source).to_be_hidden()
        mark.click()
        expect(source).to_be_in_viewport()
        source.get_by_role("link", name="Back to the text").click()
        expect(page.locator(":target")).to_be_in_viewport()
        # It is closed again, and asked for again.
        page.locator("details.layer:has(#sources) > summary").click()
        mark.click()
        expect(source).to_be_in_viewport()


@pytest.mark.parametrize("follow", [True, False])
def test_an_address_opens_all_layers_around_its_place(
    browser: Browser, address: str, follow: bool
) -> None:
    with reading(browser, f"{address}/questions/{'' if follow else '#complain'}") as page:
        if follow:
            page.evaluate("location.hash = '#complain'")
        expect(page.locator("#complain")).to_be_in_viewport()
        assert page.evaluate(ARE_OPEN).count(True) == 2  # the group, and the question in it


def test_paper_has_what_is_in_them_and_the_screen_is_left_as_it_was(
    browser: Browser, address: str
) -> None:
    with reading(browser, f"{address}/{PAGE}") as page:
        inside = page.locator("details.layer > p").first.evaluate("it => it.firstChild.data.trim()")
        page.locator("details.layer > summary").nth(1).click()
        before = page.evaluate(ARE_OPEN)
        assert " ".join(inside.split()) in " ".join(sheets(page, "A4"))
        assert page.evaluate(ARE_OPEN) == before
