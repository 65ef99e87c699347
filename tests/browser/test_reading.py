"""Pages fit their readers.

Small screens, large text, wide spacing, short lines, big enough targets, paper, no script.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import HEIGHT, KINDS, WIDTHS
from tests.browser.reader import open_layers

MOST_CHARACTERS = 75

ADD_STYLES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
NARROW_FONT = "* { font-family: Arial, 'Liberation Sans' !important; }"
LARGE_TEXT = "html { font-size: 250% !important; }"  # twice our 125 %

SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

# Text that its own box cuts off. Words for the ear only are meant to be.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  return element.scrollWidth > element.clientWidth + 1
    && ["hidden", "clip"].includes(style.overflowX)
    && style.clipPath === "none" && element.checkVisibility();
}).map(element => element.className || element.tagName)"""

# The longest lines of text: words that stand side by side belong to one line.
LONGEST_LINES = """() => {
  const blocks = "p, li, dd, dt, th, td, figcaption, h1, h2, h3, h4";
  const lines = [];
  for (const block of document.querySelectorAll("main :is(" + blocks + ")")) {
    if (!block.checkVisibility()) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let line = "", bottom = Infinity;
    const add = (node, start, end) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const boxes = range.getClientRects();
      if (!boxes.length) return;
      if (boxes.length > 1 && end - start > 1) {  // a word that is broken: letter by letter
        for (let at = start; at < end; at += 1) add(node, at, at + 1);
        return;
      }
      if (boxes[0].top >= bottom) { lines.push(line.trim()); line = ""; }
      bottom = line ? Math.max(bottom, boxes[0].bottom) : boxes[0].bottom;
      line += node.data.slice(start, end);
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(blocks + ", .visually-hidden") !== block) continue;
      for (const word of node.data.matchAll(/\\S+|\\s+/g)) {
        if (word[0].trim()) add(node, word.index, word.index + word[0].length);
        else line += line ? " " : "";
      }
    }
    lines.push(line.trim());
  }
  return lines.sort((a, b) => b.length - a.length).slice(0, 3);
}"""

# Controls and links smaller than WCAG 2.5.8 wants. Links inside sentences are exempt; a label
# belongs to its control.
SMALL_CONTROLS = """least => [...document.querySelectorAll(
    "button, summary, input, select, .menu a, .header__home")]
  .filter(element => element.checkVisibility() && !element.closest(".visually-hidden"))
  .map(element => [element.className || element.id || element.textContent.trim(),
    (element.matches("[type=checkbox], [type=radio]") ? element.labels[0] : element)
      .getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < least)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""

# Words in the color of the plate that forced colors paint behind all words.
ON_THEIR_OWN_COLOR = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.setProperty("color", "Canvas");
  const plate = getComputedStyle(probe).color;
  probe.remove();
  return [...document.querySelectorAll("body *")]
    .filter(element => element.checkVisibility()
      && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(element => {
      const { color, forcedColorAdjust } = getComputedStyle(element);
      return color === plate && forcedColorAdjust === "auto";
    })
    .map(element => element.outerHTML.slice(0, 80));
}"""
HUGE_PICTURES = """() => [...document.querySelectorAll("svg, img, canvas")]
  .filter(picture => picture.getBoundingClientRect().width > 400)
  .map(picture => picture.outerHTML.slice(0, 80))"""
NAMELESS_CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(control => control.checkVisibility())
  .filter(control => !(control.ariaLabel || control.textContent.trim() || control.labels?.length))
  .map(control => control.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """One page that walks through the site."""
    with browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(scope="module", params=KINDS)
def page(visitor: Page, address: str, request: pytest.FixtureRequest) -> Page:
    """A page of each kind, loaded once for all tests that look at it."""
    visitor.goto(f"{address}/{request.param}")
    open_layers(visitor)
    return visitor


def test_text_fits_at_any_width_size_and_spacing(page: Page) -> None:
    for styles in ("", TEXT_SPACING, LARGE_TEXT):
        page.evaluate(ADD_STYLES, styles)
        for width in WIDTHS[1:] if styles == LARGE_TEXT else WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert not page.evaluate(SCROLLS_SIDEWAYS), (styles, width)
            assert not page.evaluate(CUT_OFF), (styles, width)


def test_no_line_is_longer_than_75_characters(page: Page) -> None:
    page.evaluate(ADD_STYLES, NARROW_FONT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        longest = page.evaluate(LONGEST_LINES)
        assert max(map(len, longest), default=0) <= MOST_CHARACTERS, (width, longest)


def test_controls_are_large_enough(page: Page) -> None:
    page.evaluate(ADD_STYLES, "")
    page.set_viewport_size({"width": 320, "height": HEIGHT})
    menus = page.get_by_role("button", name="Menu").all()  # the page for frames has none
    for menu in menus:
        menu.click()
    assert not page.evaluate(SMALL_CONTROLS, 44)
    for menu in menus:
        menu.click()
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    assert not page.evaluate(SMALL_CONTROLS, 24)


def test_words_stand_out_in_forced_colors(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    assert not page.evaluate(ON_THEIR_OWN_COLOR)
    page.emulate_media(forced_colors="none")


def test_text_is_as_large_as_we_promise(page: Page) -> None:
    page.evaluate(ADD_STYLES, "")
    for width, size, line in ((320, 16, 24), (1280, 19, 28)):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        style = page.evaluate(
            "(({fontSize, lineHeight}) => [fontSize, lineHeight])(getComputedStyle(document.body))"
        )
        assert [round(float(value.removesuffix("px"))) for value in style] == [size, line]


@pytest.mark.parametrize(
    "path", ["", "types/swedish/", "claims/eases-chronic-pain/", "safety/", "cost/", "clinics/"]
)
def test_pages_can_be_read_without_styles_and_scripts(
    browser: Browser, address: str, path: str
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": HEIGHT}) as context:
        page = context.new_page()
        page.route("**/*.css", lambda route: route.abort())
        page.route("**/*.js", lambda route: route.abort())
        page.goto(f"{address}/{path}")
        assert not page.evaluate(HUGE_PICTURES)
        assert not page.evaluate(NAMELESS_CONTROLS)
        assert not page.evaluate(SCROLLS_SIDEWAYS)


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_is_there_without_scripts(browser: Browser, address: str, width: int) -> None:
    with browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": HEIGHT}
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/types/swedish/")
        assert (
            page.get_by_role("navigation", name="Menu")
            .get_by_role("link", name="Is it safe?")
            .is_visible()
        )
        assert not page.get_by_role("button").all()  # nothing that would do nothing
        assert page.get_by_role("textbox").count() == 0
        if width == 320:
            page.locator(".contents summary").click()
        assert (
            page.get_by_role("navigation", name="On this page")
            .get_by_role("link")
            .first.is_visible()
        )


def test_whom_to_call_is_on_the_first_screen_of_a_small_phone(page: Page) -> None:
    page.evaluate(ADD_STYLES, "")
    page.set_viewport_size({"width": 320, "height": 568})
    line = page.locator(".help-line p").bounding_box()
    assert line and line["y"] + line["height"] < 300
    number = page.locator(".help-line a").first
    expect(number).to_have_attribute("href", "tel:911")
    expect(number).to_have_accessible_name("911")
