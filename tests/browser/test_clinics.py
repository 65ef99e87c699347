"""The page for clinics: one click copies, and without scripts or leave to copy the text is there to select."""

from __future__ import annotations

from playwright.sync_api import Browser

from massage_guide.kits import kits
from massage_guide.site import Site


def test_a_click_copies_the_text_and_says_so(browser: Browser, address: str, site: Site) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        for kit in list(kits(site))[:2]:
            page.get_by_role("button", name=f"Copy: Text message, {kit.title}").click()
            page.locator("#copied").filter(has_text=kit.message).wait_for(state="attached")
            assert page.evaluate("navigator.clipboard.readText()") == kit.message


def test_where_copying_is_refused_the_text_is_selected(browser: Browser, address: str, site: Site) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
        kit = next(kits(site))
        page.get_by_role("button", name=f"Copy: Text message, {kit.title}").click()
        assert page.evaluate("getSelection().toString()").strip() == kit.message


def test_without_scripts_every_text_is_there_and_no_button(browser: Browser, address: str, site: Site) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        assert page.locator("article").get_by_role("button").count() == 0
        for kit in kits(site):
            assert page.get_by_text(kit.message, exact=True).is_visible()
