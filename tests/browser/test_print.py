"""On paper: no navigation, addresses of links, whole emergency cards, and the page's address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser

from massage_guide.model.safety import Level
from massage_guide.site.site import Site
from massage_guide.text.prose import plain
from tests.browser.pages import KINDS
from tests.browser.reader import holding, sheets

Printed = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Printed]:
    """The text of each sheet of a page, which is printed once for all tests that read it."""
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()

        @cache
        def of(path: str, paper: str) -> list[str]:
            if page.url != f"{address}/{path}":
                page.goto(f"{address}/{path}")
            return sheets(page, paper)

        yield of


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "path",
    ["", "safety/", "types/swedish/", "cost/", "find-a-therapist/", "claims/eases-chronic-pain/"],
)
def test_pages_print_without_navigation_and_say_where_they_are_from(
    printed: Printed, site: Site, path: str, paper: str
) -> None:
    sheets = printed(path, paper)
    text = " ".join(sheets)
    assert f"https://massage-guide.example/{path}" in sheets[-1]
    assert site.words.groups["dates"]["not_reviewed"] in text
    assert site.words.groups["dates"]["checked"].partition("{")[0].strip() in text
    for word in ("Menu", "On this page", "Skip to content", "All pages from A to Z"):
        assert word not in text


# The sheet and the page for frames have a foot of their own, and tests of their own.
@pytest.mark.parametrize(
    "path", [path for path in KINDS if path != "visit-sheet/" and not path.startswith("embed/")]
)
def test_the_foot_stays_whole_and_no_address_is_printed_twice(
    printed: Printed, site: Site, path: str
) -> None:
    foot = " ".join(site.words.groups["theme"][name] for name in ("no_doctor", "no_trackers"))
    due = site.words.groups["dates"]["due"].partition("{")[0].strip()
    for paper in ("A4", "Letter"):
        *before, last = printed(path, paper)
        assert foot in last
        assert due not in " ".join(before)
        for shown in re.findall(r"(https?://\S+) \(", " ".join([*before, last])):
            assert f"{shown} ({shown})" not in " ".join([*before, last])


@pytest.mark.parametrize("ticked", [(), ("pregnancy", "cancer")])
def test_the_list_of_who_asks_first_is_printed_once_with_its_boxes(
    browser: Browser, address: str, site: Site, ticked: tuple[str, ...]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/safety/{holding(conditions=list(ticked))}")
        page.emulate_media(media="print")
        assert page.locator(".condition .tickbox:visible").count() == len(
            [item for item in site.safety.ask_first if item.level is not Level.YOUR_CHOICE]
        )
        assert page.locator(".condition.ticked:visible").count() == len(ticked)
        assert page.locator(".ticked").evaluate_all(
            "all => all.map(each => each.firstElementChild.id).sort()"
        ) == sorted(ticked)
        for once in (site.words.groups["ask_first"]["limits"], "You are pregnant, or may be"):
            assert page.get_by_text(once, exact=True).locator("visible=true").count() == 1


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_home_page_is_one_sheet(printed: Printed, paper: str) -> None:
    assert len(printed("", paper)) == 1


@pytest.mark.parametrize("path", ["safety/", "embed/cost/"])
def test_nothing_is_a_container_on_paper(browser: Browser, address: str, path: str) -> None:
    # Firefox cannot break one over two sheets: it cuts lines and cards through the middle.
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/{path}")
        kinds = """() => [...document.querySelectorAll("*")]
            .filter(element => getComputedStyle(element).containerType !== "normal").length"""
        assert page.evaluate(kinds) == 1
        page.emulate_media(media="print")
        assert page.evaluate(kinds) == 0


def test_links_show_their_addresses(printed: Printed) -> None:
    text = " ".join(printed("types/swedish/", "A4")).replace(" ", "")
    assert "(https://" in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_emergency_card_stays_on_one_sheet(printed: Printed, site: Site, paper: str) -> None:
    sheets = printed("safety/", paper)
    for card in site.safety.cards:
        signs = ["".join(plain(sign.text, {}, {}, {}).split())[:40] for sign in card.signs]
        assert any(all(sign in sheet.replace(" ", "") for sign in signs) for sheet in sheets), (
            card.id
        )
