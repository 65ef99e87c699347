"""axe-core finds nothing: WCAG 2.2 AA and best practice, on every kind of page.

It looks in every width and color scheme.

Each page is looked at once in each width and once in each scheme. Which width meets which scheme
turns from page to page, so that all pairs are seen; `make test-all` looks at all pairs on all
pages.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page

from massage_guide.check import load
from massage_guide.project import Project
from massage_guide.render.macro import macros
from massage_guide.render.renderer import Renderer
from massage_guide.site.site import Site
from tests.browser.axe import SCHEMES, violations
from tests.browser.pages import HEIGHT, KINDS, WIDTHS
from tests.browser.reader import open_layers
from tests.support.macro_fixtures import CASES, html_of, markdown_of
from tests.support.projects import SMALLEST


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all; every page is loaded once and then looked at in all its states."""
    with browser.new_context(reduced_motion="reduce") as made:
        yield made


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of its own."""
    made = context.new_page()
    yield made
    made.close()


def assert_clean(page: Page, url: str, pairs: Iterable[tuple[int, str]]) -> None:
    """Load a page once, and let axe look at it in these widths and schemes."""
    page.goto(url)
    open_layers(page)  # else what is in them is looked at by nobody
    page.evaluate(AXE_SCRIPT)
    found = {}
    for width, scheme in pairs:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(**SCHEMES[scheme])
        if faults := violations(page):
            found[width, scheme] = faults
    assert not found


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_in_each_width_and_each_scheme(
    page: Page, address: str, path: str
) -> None:
    turn = KINDS.index(path) % len(SCHEMES)
    schemes = [*SCHEMES][turn:] + [*SCHEMES][:turn]
    assert_clean(page, f"{address}/{path}", zip(WIDTHS, schemes, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_in_every_width_and_scheme(page: Page, address: str, path: str) -> None:
    assert_clean(page, f"{address}/{path}", itertools.product(WIDTHS, SCHEMES))


def test_the_page_at_an_old_address(page: Page, address: str, site: Site) -> None:
    stay = "**/types/classic/"
    page.route(
        stay, lambda route: route.fulfill(status=204)
    )  # an answer without content: the old page stays
    template = Renderer(site).environment.get_template("pages/redirect.html.j2")
    page.goto(f"{address}/404.html")
    page.set_content(
        template.render(
            target=f"{address}/types/classic/",
            title="Classic massage",
            canonical=f"{address}/types/classic/",
        )
    )
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert not violations(page), width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens(page: Page, address: str, scheme: str) -> None:
    page.set_viewport_size({"width": 320, "height": HEIGHT})
    page.emulate_media(**SCHEMES[scheme])
    page.goto(f"{address}/types/swedish/")
    page.evaluate(AXE_SCRIPT)
    page.get_by_role("button", name="Menu").click()
    page.locator(".contents summary").click()
    assert not violations(page)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("searchbox", name="Search").press_sequentially("swedish")
    page.locator(".search-result__link").first.wait_for()
    assert not violations(page)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """A renderer of the small site that the fixtures of macros speak of."""
    return Renderer(load(Project(SMALLEST)))


@pytest.fixture(scope="module")
def sheet(context: BrowserContext) -> Iterator[Page]:
    """An empty page that every fixture is put into; axe stays in it."""
    made = context.new_page()
    made.evaluate(AXE_SCRIPT)
    yield made
    made.close()


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))
def test_every_macro_by_its_fixtures(
    sheet: Page, address: str, renderer: Renderer, name: str, width: int
) -> None:
    """On a phone; every kind of page is looked at in each width, with the macros that it has."""
    sheet.set_viewport_size({"width": width, "height": HEIGHT})
    sheets = "".join(
        f'<link rel="stylesheet" href="{address}/assets/stylesheets/{sheet}.css">'
        for sheet in ("base", "layout", "guide")
    )
    for fixture in macros()[name].fixtures:
        html = html_of(markdown_of(name, fixture, renderer))
        sheet.set_content(
            f'<!doctype html><html lang="en"><head><title>{name}</title>{sheets}</head><body>'
            f'<main class="content"><h1>{name}</h1><h2>{fixture}</h2>{html}</main></body></html>'
        )
        assert not violations(sheet), fixture
