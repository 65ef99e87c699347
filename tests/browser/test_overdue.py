"""Readers learn that a text is overdue from the day after it was due.

This holds whatever day the site was built.
"""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Browser, Locator, Page

from massage_guide.render.renderer import Renderer
from massage_guide.site.site import Site
from tests.browser.reader import open_layers


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
    printed = (site.types["swedish"], site.safety, *site.countries.values())
    due = min(record.check_again for record in printed) + dt.timedelta(days)
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
        assert found.inner_text().startswith(words[0]) and words[2] in found.inner_text()
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


def far_ahead(page: Page, address: str, path: str) -> Page:
    """A page long after everything in the guide was due, and after all grace."""
    page.clock.set_fixed_time(dt.datetime(2040, 1, 1, 12, tzinfo=dt.UTC))
    page.goto(f"{address}/{path}/")
    page.wait_for_load_state("load")
    return page


@pytest.mark.parametrize("path", ["types/swedish", "claims/eases-chronic-pain", "compare"])
def test_with_everything_overdue_a_notice_stands_where_advice_was(
    address: str, page: Page, site: Site, path: str
) -> None:
    far_ahead(page, address, path)
    open_layers(page)
    hidden = page.locator("[data-until]")
    assert hidden.count() and not any(part.is_visible() for part in hidden.all())
    notices = page.locator(".left-out")
    assert notices.count() == hidden.count()
    start = site.words.groups["dates"]["left_out"].partition("{date}")[0]
    assert all(notice.inner_text().startswith(start) for notice in notices.all())


@pytest.mark.parametrize("path", ["safety", "first-visit", "types/swedish", "embed/cost"])
def test_with_everything_overdue_no_sign_condition_or_number_is_held_back(
    address: str, page: Page, site: Site, path: str
) -> None:
    far_ahead(page, address, path)
    shown = page.locator("main").inner_text()
    titles = [Renderer(site).plain(card.title) for card in site.safety.cards if card.everywhere]
    assert all(" ".join(title.split()) in " ".join(shown.split()) for title in titles)
    if path == "types/swedish":
        assert all(
            Renderer(site).plain(condition.situation) in shown
            for condition in site.safety.ask_first
        )
    assert page.locator(".help-line a[href^='tel:']").first.is_visible()
    assert (
        page.locator(".overdue")
        .first.inner_text()
        .endswith(site.words.groups["dates"]["still_holds"])
    )


def test_before_the_grace_is_over_all_advice_stands(address: str, page: Page, site: Site) -> None:
    kind = site.types["swedish"]
    last = kind.check_again + dt.timedelta(site.guide.grace_days)
    for days, shown in ((0, True), (1, False)):
        day = last + dt.timedelta(days)
        page.clock.set_fixed_time(
            dt.datetime.combine(day, dt.time(12), dt.timezone(dt.timedelta(hours=14)))
        )
        page.goto(f"{address}/types/swedish/")
        page.wait_for_load_state("load")
        assert page.locator("[data-until]").is_visible() == shown
        assert page.locator(".left-out").is_hidden() == shown
