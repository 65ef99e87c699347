"""Everything is done by keyboard, and the reader always sees where they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import HEIGHT, KINDS

WALKED = [
    "",
    "types/",
    "types/swedish/",
    "claims/eases-chronic-pain/",
    "safety/",
    "cost/",
    "find-a-therapist/",
    "404.html",
]

# Where the focus is, and whether a reader can see that.
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const middle = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
                  Math.min(Math.max(box.top + Math.min(box.height / 2, innerHeight / 2), 1),
                           innerHeight - 1)];
  const points = [...element.getClientRects()]
    .map(r => [r.left + r.width / 2, r.top + r.height / 2]);
  const seen = [middle, ...points].some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  });
  const style = getComputedStyle(element);
  return {
    name: (element.getAttribute("aria-label") || element.textContent).trim().slice(0, 60),
    onScreen: box.left >= -1 && box.right <= innerWidth + 1
      && box.bottom > 0 && box.top < innerHeight && box.width > 0,
    seen,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3,
  };
}"""


@pytest.fixture(params=[320, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone, and one on a wide screen."""
    with browser.new_context(
        viewport={"width": request.param, "height": HEIGHT}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path in WALKED else pytest.mark.slow) for path in KINDS]
)
def test_every_stop_is_visible_marked_and_on_screen(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    stops = []
    page.keyboard.press("Tab")
    while stop := page.evaluate(STOP):
        stops.append(stop)
        assert stop["onScreen"] and stop["seen"] and stop["marked"], stop
        assert len(stops) < 2000, "the walk does not end"
        page.keyboard.press("Tab")
    assert len(stops) > 8
    assert stops[0]["name"] == "Skip to content" or path.startswith(
        "embed/"
    )  # a frame has nothing to skip


def test_the_skip_link_leads_past_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}/types/swedish/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, article') !== null")


def test_search_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    box = page.get_by_role("searchbox", name="Search")
    box.focus()
    page.keyboard.type("swedish")
    page.locator(".search-result__link").first.wait_for()
    assert page.get_by_role("status").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator(".search__output")).not_to_be_visible()
    page.keyboard.press("ArrowDown")  # opens it again
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")  # the button that empties the box
    page.keyboard.press("Tab")
    stop = page.evaluate(STOP)
    assert page.evaluate("document.activeElement.matches('.search-result__link')"), stop
    assert stop["onScreen"] and stop["seen"] and stop["marked"], stop
    page.keyboard.press("Enter")
    page.wait_for_url("**/types/swedish/**")


def test_leaving_the_search_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("searchbox", name="Search").press_sequentially("swedish")
    expect(page.locator(".search__output")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".search__output")).not_to_be_visible()


def test_single_letters_do_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/types/swedish/")
    for letter in "sfpn/,.":
        page.keyboard.press(letter)
    assert page.url.endswith("/types/swedish/")
    assert page.evaluate("document.activeElement === document.body")


def test_the_menu_on_a_phone(browser: Browser, address: str) -> None:
    with browser.new_context(
        viewport={"width": 320, "height": HEIGHT}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/types/swedish/")
        button = page.get_by_role("button", name="Menu")
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu).not_to_be_visible()
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        for link in menu.get_by_role("link").all():
            page.keyboard.press("Tab")
            expect(link).to_be_focused()
            stop = page.evaluate(STOP)
            assert stop["onScreen"] and stop["seen"] and stop["marked"], stop
        page.keyboard.press("Escape")
        expect(menu).not_to_be_visible()
        expect(button).to_be_focused()
        page.keyboard.press("Space")
        menu.get_by_role("link", name="Is it safe?").press("Enter")
        page.wait_for_url("**/safety/")
