"""The search box by keyboard, by screen reader, on a phone, and when something fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from ..browser.reader import reading
from ..support.server import Quiet, served

PRIVATE_WORDS = [
    *("want to die", "my husband hits me", "he touched my privates"),
    "can't pee and want to die",  # of two answers the other is shown
]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose console must stay silent."""
    with reading(
        browser, f"{address}/types/swedish/", viewport={"width": 1280, "height": 800}
    ) as page:
        yield page


def box(page: Page) -> Locator:
    """The input."""
    return page.get_by_role("search").get_by_role("searchbox")


def typed(page: Page, text: str) -> None:
    """Type a text by keyboard and wait for its results."""
    box(page).focus()
    page.keyboard.type(text)
    expect(page.locator(".search__output")).to_be_visible()
    expect(page.locator(".search__output")).to_have_attribute("data-for", box(page).input_value())


@pytest.mark.parametrize("way", ["focus", "point", "touch"])
def test_nothing_of_the_search_is_loaded_before_the_reader_turns_to_it(
    browser: Browser, address: str, way: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/types/swedish/", wait_until="networkidle")
        assert [
            url.partition("/search")[2] for url in asked if "/search" in url or "worker" in url
        ] == ["/load.js"]
        with page.expect_request("**/search/index.json"):
            TURNS[way](page)


TURNS: dict[str, Callable[[Page], None]] = {
    "focus": lambda page: box(page).focus(),
    "point": lambda page: page.locator(".header__home").hover(),
    "touch": lambda page: page.locator(".header").dispatch_event("touchstart"),
}


def test_all_of_it_works_by_keyboard(page: Page, address: str) -> None:
    typed(page, "swedish")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    expect(page.locator(".search__output")).to_be_hidden()
    typed(page, " massage")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/types/swedish/")


def test_the_list_goes_when_the_reader_goes_on(page: Page) -> None:
    typed(page, "swedish")
    page.locator("h1").click()
    expect(page.locator(".search__output")).to_be_hidden()
    box(page).focus()
    expect(page.locator(".search__output")).to_be_visible()
    page.get_by_role("button", name="Clear the search box").click()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(page.locator(".search-result__item")).to_have_count(0)


def test_before_anything_is_typed_it_offers_where_to_start(page: Page, address: str) -> None:
    box(page).focus()
    first = page.locator(".search-first a")
    expect(first).to_have_text(
        ["Swedish massage", re.compile("^Emergency Call your emergency number")]
    )
    assert first.first.get_attribute("href") == f"{address}/types/swedish/"
    page.keyboard.press("ArrowDown")
    expect(first.first).to_be_focused()


def test_results_are_announced(page: Page) -> None:
    typed(page, "deap tissue")
    expect(page.get_by_role("status")).to_contain_text("Showing results for “deep tissue”.")
    expect(page.get_by_role("status")).to_contain_text(" results")


def test_a_result_shows_page_section_and_a_marked_excerpt(page: Page) -> None:
    typed(page, "blood thinners")
    result = page.locator(".search-result__item").first
    expect(result.locator(".search-result__page")).not_to_be_empty()
    expect(result.locator("mark").first).to_contain_text("blood", ignore_case=True)


def test_a_claim_never_stands_without_its_verdict(page: Page) -> None:
    typed(page, "it is safe")
    claim = page.locator(".search-result__item", has=page.locator("a[href$='claims/is-safe/']"))
    expect(claim.locator(".search-result__note")).to_contain_text("What we found: ")
    expect(claim.locator(".search-result__excerpt")).not_to_contain_text(
        "Massage is a safe treatment"
    )


def test_urgent_advice_stands_above_everything_and_is_announced(page: Page) -> None:
    typed(page, "can't pee")
    first = page.locator(".search-result__item").first
    expect(first).to_contain_text("Emergency: read this first")
    expect(first.locator(".search-result__link")).to_have_attribute(
        "href", page.url.replace("types/swedish/", "safety/#emergency")
    )
    expect(page.get_by_role("status")).to_contain_text("Urgent advice comes first.")
    expect(page.locator(".search-result__meta")).to_have_count(0)


def test_below_urgent_advice_comes_safety_and_one_line_opens_the_rest(page: Page) -> None:
    typed(page, "can't pee after massage")
    shown = [
        link.get_attribute("href") or ""
        for link in page.locator(".search-result__link").all()
        if link.is_visible()
    ]
    assert len(shown) > 1 and all("/safety/" in address for address in shown)
    others = page.locator(".search-others")
    expect(others.locator("summary")).to_contain_text("other result")
    hidden = others.locator(".search-result__link")
    expect(hidden.first).to_be_hidden()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.matches('summary')"):
            break
    page.keyboard.press("Enter")
    expect(hidden.first).to_be_visible()
    assert "/safety/" not in (hidden.first.get_attribute("href") or "")
    page.keyboard.press("ArrowDown")
    expect(hidden.first).to_be_focused()


def test_urgent_advice_stands_alone_if_nothing_else_is_found(page: Page) -> None:
    typed(page, "want to die")
    expect(page.locator(".search-result__item")).to_have_count(1)
    expect(page.locator(".search__output")).not_to_contain_text("Nothing found")
    expect(page.get_by_role("status")).to_have_text("Urgent advice comes first.")


def test_no_remark_on_spelling_stands_beside_urgent_advice(page: Page) -> None:
    typed(page, "cant pee and my bakc hurts")
    expect(page.locator(".search-result__item").first).to_contain_text("Emergency")
    expect(page.locator(".search__output")).not_to_contain_text("Showing results for")
    expect(page.get_by_role("status")).not_to_contain_text("Showing results for")


@pytest.mark.parametrize("text", ["ladder", "kill time", "peed", "wipe"])
def test_a_word_that_is_right_is_not_corrected(page: Page, text: str) -> None:
    typed(page, text)
    expect(page.get_by_role("status")).not_to_contain_text("Showing results for")


def test_nothing_found_says_where_help_is_and_then_what_else_there_is(page: Page) -> None:
    typed(page, "xqzw vvkj")
    output = page.locator(".search__output")
    expect(output).to_contain_text("Nothing found for “xqzw vvkj”.")
    links = output.locator(".search-nothing a").all()
    assert len(links) > 8
    assert links[0].get_attribute("href").endswith("safety/#self-harm")


def test_what_is_typed_is_text_and_never_markup(page: Page) -> None:
    typed(page, "<img src=x onerror=alert(1)> {{ q }}")
    expect(page.locator(".search__output img")).to_have_count(0)


@pytest.mark.parametrize(
    "lost", ["search/index.json", "search/worker.js", "search/ranking.js", "search/box.js"]
)
def test_if_something_fails_it_says_so_and_the_list_of_all_pages_is_left(
    browser: Browser, address: str, lost: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{lost}", lambda route: route.abort())
        page.goto(f"{address}/")
        box(page).focus()
        page.keyboard.type("swedish")
        output = page.locator(".search__output")
        expect(output).to_contain_text("The search does not work at the moment.")
        expect(page.get_by_role("status")).to_contain_text("The search does not work")
        expect(output.get_by_role("link")).to_have_text("All pages from A to Z")


def test_enter_before_anything_has_loaded_is_not_lost(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            "**/search/box.js", lambda route: (page.wait_for_timeout(300), route.continue_())
        )
        page.goto(f"{address}/")
        box(page).fill("swedish")
        box(page).press("Enter")
        page.wait_for_url(f"{address}/search/#q=swedish")
        expect(page.locator(".search-result__page").first).to_have_text("Swedish massage")


@pytest.fixture
def held(browser: Browser, address: str) -> Iterator[tuple[Page, Route]]:
    """A page where “swedish” was typed, and the request for the index that it waits for."""
    with browser.new_context() as context:
        page = context.new_page()
        waiting: list[Route] = []
        page.route("**/search/index.json", lambda route: waiting.append(route))
        page.goto(f"{address}/")
        box(page).fill("swedish")
        expect(page.locator(".search-result")).to_have_text("Searching …")
        yield page, waiting[0]


def test_an_enter_is_for_the_words_it_was_pressed_on(
    held: tuple[Page, Route], address: str
) -> None:
    page, index = held
    box(page).press("Enter")
    page.keyboard.type(" massage")
    index.continue_()
    expect(page.locator(".search-result__page").first).to_have_text("Swedish massage")
    assert page.url == f"{address}/"


def test_who_waits_is_told(held: tuple[Page, Route]) -> None:
    page, index = held
    expect(page.get_by_role("status")).to_have_text("Searching …")
    index.continue_()
    expect(page.locator(".search-result__page").first).to_have_text("Swedish massage")


def test_what_was_typed_may_be_meant(page: Page, address: str) -> None:
    typed(page, "deap tissue")
    again = page.locator(".search-again")
    expect(again).to_have_text("Search instead for “deap tissue”.")
    again.click()
    expect(box(page)).to_have_value('"deap tissue"')
    expect(page.get_by_role("status")).not_to_contain_text("Showing results for")


def test_where_nothing_is_found_words_like_it_are_offered(page: Page) -> None:
    typed(page, '"swedich"')
    page.locator(".search-nothing .search-again", has_text="swedish").click()
    expect(box(page)).to_have_value("swedish")
    expect(page.locator(".search-result__page").first).to_have_text("Swedish massage")


def test_enter_leads_to_a_page_of_results_that_back_and_links_keep(
    page: Page, address: str
) -> None:
    typed(page, "swedish")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/search/#q=swedish")
    results = page.locator("main .search-result__page")
    expect(results.first).to_have_text("Swedish massage")
    expect(page.locator("header .search__output")).to_be_hidden()
    box(page).focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_visible()
    assert page.evaluate("document.activeElement.closest('main .search-result') !== null")
    box(page).fill("deap tissue")
    box(page).press("Enter")
    page.wait_for_url(f"{address}/search/#q=deap+tissue")
    page.locator(".search-again").click()
    page.wait_for_url(f"{address}/search/#q=%22deap+tissue%22")
    box(page).fill("deep tissue")
    box(page).press("Enter")
    page.wait_for_url(f"{address}/search/#q=deep+tissue")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.locator("main .search-result__link").first.click()
    page.wait_for_url("**/types/**")
    page.go_back()
    expect(results.first).to_contain_text("Deep tissue")
    for _ in range(3):
        page.go_back()
    expect(results.first).to_have_text("Swedish massage")
    expect(box(page)).to_have_value("swedish")


@pytest.mark.parametrize("text", PRIVATE_WORDS)
def test_words_of_somebody_in_danger_are_written_nowhere(
    page: Page, address: str, text: str
) -> None:
    typed(page, text)
    expect(page.locator(".search-urgent").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".search-urgent a").first).to_be_focused()
    assert page.url == f"{address}/types/swedish/"
    page.goto(f"{address}/search/#q={quote(text)}")
    expect(page.locator("main .search-urgent").first).to_be_visible()
    assert page.url == f"{address}/search/"
    assert text not in page.title()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        *(0, 0, "")
    ]


def test_no_letter_that_is_typed_reaches_the_server(browser: Browser, built: Path) -> None:
    asked: list[str] = []

    class Logged(Quiet):
        """Keeps all that a browser sends."""

        def do_GET(self) -> None:  # noqa: N802 (the name that the server calls)
            """Write it down, then answer."""
            asked.append(f"{self.requestline} {self.headers}")
            super().do_GET()

    with served(built, Logged) as address:
        for scripts in (True, False):
            with browser.new_context(java_script_enabled=scripts) as context:
                page = context.new_page()
                page.goto(f"{address}/search/#q=lobster")
                if scripts:
                    expect(page.locator("main .search-result")).to_contain_text("“lobster”")
                    typed_there(page, "crayfish")
                    page.wait_for_url("**/search/#q=crayfish")
                    page.locator("main").get_by_role("link").last.click()
                    page.wait_for_url(lambda url: "/search/" not in url)
                else:
                    page.locator("main").get_by_role("link", name="All pages").click()
                    page.wait_for_url(f"{address}/a-z/")
    assert len(asked) > 20
    assert not [line for line in asked if "lobster" in line or "crayfish" in line]


def typed_there(page: Page, text: str) -> None:
    """Search on the page of results."""
    box(page).fill(text)
    box(page).press("Enter")


def test_the_box_has_no_name_by_which_a_browser_would_send_it(page: Page) -> None:
    assert box(page).get_attribute("name") is None
    assert box(page).get_attribute("type") == "search"


@pytest.mark.parametrize("text", ["no puedo orinar", "no puedo pee"])
def test_an_emergency_in_spanish_is_answered_with_a_line_in_spanish(page: Page, text: str) -> None:
    typed(page, text)
    line = page.locator(".search-language[lang=es]")
    expect(line).to_contain_text(
        "En una emergencia, llame al 911 (EE. UU.), 999 (Reino Unido). En otro lugar"
    )
    expect(line).to_contain_text("Esta guía está en inglés.")
    expect(line.locator('a[href="tel:911"]')).to_have_text("911")
    expect(page.locator(".search-urgent").last).to_contain_text("Emergency")


def test_other_spanish_is_told_that_the_guide_is_in_english(page: Page) -> None:
    typed(page, "masaje")
    expect(page.locator(".search-language")).to_have_text("Esta guía está en inglés.")


def test_without_javascript_a_link_to_all_pages_stands_in_its_place(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/")
        expect(page.locator(".search")).to_be_hidden()
        expect(
            page.locator("header").get_by_role("link", name="All pages from A to Z")
        ).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark"), (1280, "light")])
@pytest.mark.parametrize("text", ["can't pee", "want to die", "deap tissue", "xqzw vvkj"])
def test_it_is_accessible_and_fits_the_screen(
    browser: Browser, address: str, width: int, scheme: str, text: str
) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 700}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/types/swedish/")
        typed(page, text)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        output = page.locator(".search__output").bounding_box()
        assert output and output["x"] >= 0 and output["x"] + output["width"] <= width
        found = Axe().run(page, context=".search")
        assert not found.response["violations"], found.generate_report()
        for _ in range(6):
            page.keyboard.press("Tab")
            focused = page.locator(":focus").bounding_box()
            assert (
                focused
                and focused["x"] >= 0
                and focused["x"] + focused["width"] <= width
                and 0 <= focused["y"] < 700
            )


def test_an_urgent_answer_has_numbers_that_a_phone_can_call(page: Page) -> None:
    typed(page, "my face is drooping")
    urgent = page.locator(".search-urgent")
    for number in ("999", "911"):
        expect(urgent.locator(f'a[href="tel:{number}"]')).to_have_text(number)
    page.evaluate(
        "document.querySelector('.search-urgent a').addEventListener('click', (event) => "
        "event.preventDefault())"
    )
    urgent.locator('a[href^="tel:"]').first.click()
    expect(urgent).to_be_visible()  # the answer is still there when the call is over


@pytest.mark.parametrize("text", ["I want to kill myself", "can't cope"])
def test_a_number_to_text_can_be_touched(page: Page, text: str) -> None:
    typed(page, text)
    expect(page.locator('.search-urgent a[href="tel:01632960001"]')).to_have_text("01632 960001")
    expect(page.locator('.search-urgent a[href="sms:988"]')).to_have_text("988")


def test_an_empty_result_offers_help_and_somebody_to_talk_to(page: Page) -> None:
    typed(page, "zzqqxv")
    nothing = page.locator(".search-nothing")
    expect(nothing.locator('a[href="tel:911"]')).to_be_visible()
    expect(nothing.locator('a[href$="safety/#self-harm"]')).to_be_visible()
    expect(nothing.locator('a[href$="safety/#get-help"]')).to_be_visible()


def test_what_was_typed_is_gone_when_the_link_of_an_urgent_answer_was_followed(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/safety/")
    typed(page, "can't pee")
    page.locator(".search-urgent .search-result__link").first.click()
    page.wait_for_url(f"{address}/safety/#emergency")
    expect(box(page)).to_have_value("")
    expect(page.locator(".search__output")).to_be_hidden()


def test_no_address_says_that_somebody_is_in_crisis(page: Page, address: str) -> None:
    typed(page, "want to die")
    page.locator(".search-urgent .search-result__link").first.click()
    page.wait_for_url(f"{address}/safety/")
