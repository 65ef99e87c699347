"""Readers learn that a text is overdue from the day after it was due.

This holds whatever day the site was built.
"""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Browser, Locator, Page

from massage_guide.site.site import Site


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page on a phone, in a time zone where the day is not the one in London."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, timezone_id="Pacific/Kiritimati"
    )
    yield context.new_page()
    context.close()


def notice(page: Page, address: str, days: int, site: Site) -> Locator:
    """The notice of a page as it stands so many days after it was due, at noon."""
    due = min(site.types["swedish"].check_again, site.safety.check_again) + dt.timedelta(days)
    page.clock.set_fixed_time(
        dt.datetime.combine(due, dt.time(12), dt.timezone(dt.timedelta(hours=14)))
    )
    page.goto(f"{address}/types/swedish/")
    page.wait_for_load_state("load")
    return page.locator(".overdue")


@pytest.mark.parametrize(
    ("days", "shown"), [(-1, False), (0, False), (1, True), ("past grace", True)]
)
def test_the_notice_comes_the_day_after(
    address: str, page: Page, site: Site, days: int | str, shown: bool
) -> None:
    found = notice(page, address, site.guide.grace_days + 1 if days == "past grace" else days, site)
    assert found.is_visible() == shown
    if shown:
        words = site.words.groups["dates"]["overdue"].partition("{date}")
        assert found.inner_text().startswith(words[0]) and found.inner_text().endswith(words[2])
        assert found.evaluate("notice => notice.previousElementSibling.tagName") == "H1"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_both_dates_stand_in_words(
    address: str, browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/types/swedish/")
    assert page.locator(".overdue").is_hidden()
    assert (
        site.words.groups["dates"]["due"].partition("{date}")[0]
        in page.locator(".dates").inner_text()
    )
    context.close()
