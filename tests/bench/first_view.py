"""First view: what a reader's browser loads before any key is pressed, cold, in bytes of gzip -9.

The bar is 68,000 bytes a page; a page with the same text in the style of the NHS website takes
90,700.
"""

from __future__ import annotations

import gzip
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from tests.support import chromium
from tests.support.projects import ROOT, build
from tests.support.server import served

from ..browser.pages import KINDS

BAR = 68_000
STRETCH = 57_000
COLUMNS = ("document", "stylesheet", "script", "image", "other")


def measure() -> Iterator[str]:
    """A line for each kind of page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        result = build(ROOT, site)
        if result.returncode:
            raise RuntimeError(result.stderr)
        yield (
            f"{'page':34}{'requests':>9}"
            + "".join(f"{name:>12}" for name in (*COLUMNS, "total"))
            + f"{'÷ bar':>8}"
        )
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium.find()), args=["--no-sandbox"]
            )
            totals = []
            for path in KINDS:
                sizes, requests = weigh(browser, f"{address}/{path}")
                totals.append(total := sizes.total())
                yield (
                    f"/{path:33}{requests:9}"
                    + "".join(f"{sizes[name]:12,}" for name in COLUMNS)
                    + (f"{total:12,}{total / BAR:8.2f}")
                )
        yield f"heaviest: {max(totals):,} bytes; bar {BAR:,}; stretch {STRETCH:,}"


def weigh(browser: Browser, url: str) -> tuple[Counter[str], int]:
    """The bytes of a page's first view by kind of file, and the number of its requests."""
    sizes: Counter[str] = Counter()
    responses: list[Response] = []
    with browser.new_context(viewport={"width": 412, "height": 900}) as context:
        context.on(
            "response", lambda response: responses.append(response)
        )  # workers' requests included
        page = context.new_page()
        page.goto(url)
        page.wait_for_load_state("networkidle")
        for response in responses:
            kind = response.request.resource_type
            sizes[kind if kind in COLUMNS else "other"] += len(gzip.compress(response.body(), 9))
    return sizes, len(responses)
