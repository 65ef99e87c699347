"""The browser has nothing to complain about.

The policy holds, nothing fails, no other host is asked.

The policy is sent twice: in each page, as everywhere, and as a header, as servers do that send it
too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import open_layers, open_privacy, watch
from tests.support.server import Quiet, served

DARK = "rgb(23, 28, 27)"
AT_ONCE = 8
"""Pages that are open side by side."""


def background(page: Page) -> str:
    """The color behind the text."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.fixture(scope="module")
def strict(built: Path) -> Iterator[str]:
    """The built site on loopback, where every answer has the policy of the pages as a header."""
    home = (built / "index.html").read_text("utf-8")
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', home)

    class WithPolicy(Quiet):
        def end_headers(self) -> None:
            self.send_header(
                "Content-Security-Policy", f"{html.unescape(policy)}; frame-ancestors 'none'"
            )
            self.send_header("X-Content-Type-Options", "nosniff")
            super().end_headers()

    with served(built, WithPolicy) as address:
        yield address


@pytest.fixture
def page(browser: Browser, strict: str) -> Iterator[Page]:
    """A page of a new reader, which has nothing to complain about when the test ends."""
    leave = ["clipboard-read", "clipboard-write"]
    with browser.new_context(color_scheme="light", permissions=leave, base_url=strict) as context:
        page = context.new_page()
        complaints = watch(page)
        yield page
        page.wait_for_load_state("networkidle")
        assert not complaints


def test_every_page_keeps_it_silent(browser: Browser, built: Path, strict: str) -> None:
    paths = sorted(
        path.relative_to(built).as_posix().removesuffix("index.html")
        for path in built.rglob("*.html")
    )
    complaints = {}
    with browser.new_context() as context:
        for start in range(0, len(paths), AT_ONCE):
            pages = {path: context.new_page() for path in paths[start : start + AT_ONCE]}
            for path, page in pages.items():
                complaints[path] = watch(page)
                page.goto(f"{strict}/{path}")
            for page in pages.values():
                page.wait_for_load_state("networkidle")
                page.close()
    assert len(complaints) == len(paths) > 40
    assert not {path: found for path, found in complaints.items() if found}


def test_what_breaks_the_policy_would_be_heard_of(browser: Browser, strict: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        complaints = watch(page)
        page.goto(strict)
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), { text: "
            "'window.broken = 1' }))"
        )
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('img'), { src: "
            "'https://else.example/' }))"
        )
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.broken") is None
        assert sum("Content Security Policy" in complaint for complaint in complaints) >= 2


def test_search_and_the_choice_of_colors_keep_it_silent(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox", name="Search").press_sequentially("swedish")
    page.locator(".search-result__link").first.wait_for()
    page.get_by_role("searchbox", name="Search").fill("numb between my legs")
    expect(page.locator(".search__output")).to_contain_text("911")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Dark colors").click()
    assert background(page) == DARK
    page.reload()
    assert background(page) == DARK


@pytest.mark.parametrize("path", ["/cost/", "/embed/cost/"])
def test_the_calculator_keeps_it_silent(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calculator__answer")).to_contain_text("$")
    page.get_by_role("textbox", name="Price of one visit ($)").fill("nothing")
    page.get_by_role("button", name="Work it out").click()


def test_the_checklist_keeps_it_silent(page: Page) -> None:
    page.goto("/find-a-therapist/")
    page.get_by_role("button", name="Add a therapist").click()
    page.keyboard.type("Anna")
    for box in page.locator(".checkpoints input[type=checkbox]:visible").all()[:3]:
        box.check()
    open_privacy(page)
    page.get_by_role("checkbox", name="Keep my answers").check()
    page.goto("/visit-sheet/")
    expect(page.locator("article")).to_contain_text("Anna")
    page.emulate_media(media="print")
    page.pdf(format="A4")


@pytest.mark.parametrize("path", ["/safety/", "/compare/", "/visit-sheet/"])
def test_every_box_to_tick_keeps_it_silent(page: Page, path: str) -> None:
    page.goto(path)
    open_privacy(page)
    boxes = page.locator("article input[type=checkbox]:visible")
    expect(boxes.first).to_be_visible()
    for box in boxes.all():
        box.check()


def test_a_clinic_s_own_link_keeps_it_silent(page: Page, strict: str) -> None:
    page.goto("/clinics/")
    open_layers(page)
    page.get_by_role("button", name="Copy: Text message").first.click()
    page.get_by_label("Name of the clinic").fill("Hill Clinic")
    page.get_by_role("button", name="Make my link").click()
    link = page.locator("#clinic-link").inner_text()
    page.goto(link.replace("https://massage-guide.example", strict))
    expect(page.locator("#from-clinic")).to_contain_text("Hill Clinic")


def test_only_the_choice_of_colors_is_kept(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/types/swedish/")
        page.wait_for_load_state("networkidle")
        assert context.cookies() == []
        kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert set(kept) <= {"/.__palette"}
