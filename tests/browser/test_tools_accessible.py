"""The tools in use: no fault that axe can find.

On screen at 320 px, with large targets, and all of it by keyboard.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.axe import SCHEMES, violations
from tests.browser.pages import HEIGHT, WIDTHS
from tests.browser.reader import TOOLS, holding, reading

IN_USE = holding(
    conditions=["pregnancy", "cancer"],
    matters=["little-money"],
    questions=["cost"],
    country="us",
    goal="Walk again",
    lookBack="2027-01-05",
    therapists=[
        {"name": "Anna", "checked": ["register"], "notes": {"register": "Number 123"}},
        {"name": "Bo", "signs": ["cure"]},
        {},
    ],
)


@pytest.mark.parametrize("path", TOOLS)
def test_axe_finds_nothing(browser: Browser, address: str, path: str) -> None:
    with reading(browser, f"{address}/{path}{IN_USE}", reduced_motion="reduce") as page:
        page.evaluate(AXE_SCRIPT)
        page.evaluate(
            "() => { for (const part of document.querySelectorAll('article details')) part.open = "
            "true; }"
        )
        for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(**SCHEMES[scheme])
            assert not violations(page), (width, scheme)


@pytest.mark.parametrize(("width", "size"), [(320, 100), (640, 200)])
@pytest.mark.parametrize("path", TOOLS)
def test_nothing_sticks_out_of_a_narrow_screen(
    browser: Browser, address: str, path: str, width: int, size: int
) -> None:
    with reading(
        browser, f"{address}/{path}{IN_USE}", viewport={"width": width, "height": 640}
    ) as page:
        page.evaluate(
            "size => { document.documentElement.style.fontSize = `${size * 1.25}%`; }", size
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        beyond = page.evaluate("""() => [...document.querySelectorAll(
            "article :is(input, button, select, textarea, label)")]
            .map(node => node.getBoundingClientRect())
            .filter(box => box.width && (box.right > innerWidth + 1 || box.left < -1)).length""")
        assert beyond == 0


@pytest.mark.parametrize("path", TOOLS)
def test_every_control_is_reached_by_tab_seen_when_it_is_and_large_enough(
    browser: Browser, address: str, path: str
) -> None:
    with reading(
        browser, f"{address}/{path}{IN_USE}", viewport={"width": 320, "height": 640}
    ) as page:
        page.emulate_media(reduced_motion="reduce")
        expected = page.locator(
            "article :is(input:not([type=radio]), button, select, textarea, summary):visible"
        ).count()
        reached = 0
        for control in walked(page):
            reached += control["counts"]
            assert control["inside"], control
            assert control["outlined"], control
            assert control["height"] >= 24, control
        assert reached == expected


def walked(page: Page) -> list[dict[str, Any]]:
    """Each control of the text that Tab reaches."""
    found: list[dict[str, Any]] = []
    page.locator("h1").evaluate("node => { node.tabIndex = -1; node.focus(); }")
    for _ in range(600):
        page.keyboard.press("Tab")
        control = page.evaluate("""() => {
            const node = document.activeElement, box = node.getBoundingClientRect();
            if (!node.closest("article")) return null;
            const first = !node.reached; node.reached = true;  // a date is several stops
            const target = (node.closest("label") ?? node).getBoundingClientRect();
            return { name: node.outerHTML.slice(0, 80),
                height: node.matches("a") ? 24 : Math.max(box.height, target.height),
                counts: Number(first
                    && node.matches("input:not([type=radio]), button, select, textarea, summary")),
                inside: box.right > 0 && box.left < innerWidth
                    && box.bottom > 0 && box.top < innerHeight,
                outlined: getComputedStyle(node).outlineStyle !== "none" }; }""")
        if control is None:
            return found
        found.append(control)
    raise AssertionError("Tab never left the text")
