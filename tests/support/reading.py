"""What a page asks of a reader with a phone: how long it is, how small, and whether it jumps."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from tests.support.server import Quiet

WIDTH, HEIGHT = 390, 844
"""The screen of a phone that many people have, in CSS pixels."""


class Reading(NamedTuple):
    """What one page asks of a reader, as it arrives: its layers are closed."""

    screens: float
    """The height of the page, in screens."""
    words: int
    """The words that can be seen, from the header to the footer."""
    links: int
    """The links in the text: neither source marks nor those of a menu."""
    marks_outside: int
    """The source marks that stand outside a layer."""
    marks: int
    """All source marks."""
    smallest: float
    """The smallest type, in pixels, but for source marks and the notes of tables."""
    shift: float
    """How far the page jumps while it loads: the sum of its layout shifts."""


# A text is seen unless it, or what it is in, is hidden or cut down to nothing for the ear alone.
# MARKS and NOTES are the only texts that may be small.
SEEN = """
const MARKS = ".cites", NOTES = "table :is(caption, .certainty, .untraced, .base, .also-called)";
const NEVER = "script, style, noscript, option, .skip-link";
const judged = new Map();
const seen = element => {
  if (!element) return true;
  if (!judged.has(element)) judged.set(element,
    getComputedStyle(element).clipPath === "none" && seen(element.parentElement));
  return judged.get(element);
};
const texts = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!node.data.trim() || around.closest(NEVER)) continue;
    if (around.checkVisibility({ visibilityProperty: true }) && seen(around)) found.push(node);
  }
  return found;
};
const pixels = element => parseFloat(getComputedStyle(element).fontSize);
"""

_FIGURES = f"""() => {{
  {SEEN}
  const all = texts();
  const large = all.filter(node => !node.parentElement.closest(`${{MARKS}}, ${{NOTES}}`));
  const marks = [...document.querySelectorAll(".cite")];
  return [
    all.flatMap(node => node.data.match(/[\\p{{L}}\\p{{N}}][^\\s–—/]*/gu) ?? []).length,
    [...document.querySelectorAll("main a[href]:not(.cite, nav a)")]
      .filter(link => link.checkVisibility() && seen(link)).length,
    marks.filter(mark => !mark.closest("details.layer")).length,
    marks.length,
    Math.min(...large.map(node => pixels(node.parentElement))),
  ];
}}"""

# A shift is reported some time after it: the observer asks for those that were before it, too.
_WATCH_SHIFTS = """
window.layoutShifts = [];
new PerformanceObserver(list => {
  for (const { value, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => node && (node.outerHTML ?? node.data).slice(0, 80));
    layoutShifts.push({ value, moved });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
_SHIFTS = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(
  layoutShifts))))"""


class Slow(Quiet):
    """Serves a folder as a poor network does: each file comes late.

    On loopback everything is there before the first paint, and nothing has time to jump.
    """

    def do_GET(self) -> None:  # noqa: N802
        """Wait as long as a phone waits for an answer, then give it."""
        time.sleep(0.1)
        super().do_GET()


def open_cold(browser: Browser, url: str) -> Page:
    """A page as a phone first gets it. Close its context when done."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    context.add_init_script(_WATCH_SHIFTS)
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page


def shifts(page: Page) -> list[dict[str, Any]]:
    """Each jump of a page that was opened cold: its `value`, and what `moved`."""
    return page.evaluate(_SHIFTS)


def screens(page: Page) -> float:
    """The height of a page that is open at the size of a phone, in screens."""
    return page.evaluate("document.documentElement.scrollHeight / innerHeight")


def read(browser: Browser, url: str) -> Reading:
    """What a page asks of its reader."""
    page = open_cold(browser, url)
    try:
        moved = sum(shift["value"] for shift in shifts(page))
        return Reading(screens(page), *page.evaluate(_FIGURES), moved)
    finally:
        page.context.close()


def addresses(site: Path) -> list[str]:
    """The address of every page of a built site, relative to its root, but for those that moved."""
    return sorted(
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    )
