"""The browser has nothing to complain about: the policy holds, nothing fails, no other host is asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

PAGES = ["", "types/", "types/swedish/", "claims/", "claims/eases-chronic-pain/", "benefits/sleep/", "safety/",
         "find-a-therapist/", "cost/", "glossary/", "sources/", "about/", "clinics/", "404.html"]


DARK = "rgb(23, 28, 27)"


def background(page: Page) -> str:
    """The color behind the text."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def watch(page: Page) -> list[str]:
    """Collect every console message, page error and request that leaves the site."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    # A page that is left drops what it was still loading: that is no fault of the site.
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}")
            if request.failure != "net::ERR_ABORTED" else None)
    page.on("request", lambda request: complaints.append(f"left the site: {request.url}")
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")) else None)
    return complaints


@pytest.mark.parametrize("path", PAGES)
def test_the_console_stays_silent(browser: Browser, address: str, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        complaints = watch(page)
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        assert not complaints


def test_search_and_the_choice_of_colors_keep_it_silent(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        complaints = watch(page)
        page.goto(f"{address}/")
        page.get_by_role("textbox", name="Search").press_sequentially("swedish")
        page.locator(".md-search-result__link").first.wait_for()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Dark colors").click()
        assert background(page) == DARK
        page.reload()
        assert background(page) == DARK
        assert not complaints


def test_only_the_choice_of_colors_is_kept(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/types/swedish/")
        page.wait_for_load_state("networkidle")
        assert context.cookies() == []
        kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert set(kept) <= {"/.__palette"}
