"""A reader who uses the tools: a page with what it complains of, and links that hold answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pypdfium2
from playwright.sync_api import Browser, BrowserContext, Page

TOOLS = ("safety/", "find-a-therapist/", "compare/", "visit-sheet/")
"""The pages that hold tools."""

KEY = "/.answers"
"""Where the browser keeps answers, if the reader says so."""


def holding(**answers: Any) -> str:
    """What stands after the address of a page, in a link that holds answers."""
    return "#answers=" + quote(json.dumps({"v": 1, **answers}))


def sheets(page: Page, paper: str) -> list[str]:
    """The text of each sheet, printed on this paper, in one line."""
    document = pypdfium2.PdfDocument(page.pdf(format=paper))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


def watch(page: Page) -> list[str]:
    """Collect every console message, page error and request that leaves the site."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    # A page that is left drops what it was still loading: that is no fault of the site.
    page.on(
        "requestfailed",
        lambda request: (
            complaints.append(f"failed: {request.url}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            complaints.append(f"left the site: {request.url}")
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else None
        ),
    )
    return complaints


@contextmanager
def reading(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page of a new reader, open at an address.

    Whatever the browser complains of fails the test.
    """
    with browser.new_context(**options) as context:
        page = opened(context, address)
        yield page
        assert not page.complaints, page.complaints  # type: ignore[attr-defined]


def opened(context: BrowserContext, address: str) -> Page:
    """A page of the same reader, open at an address.

    The scripts of a page run before it counts as loaded, and fetch nothing later: to wait until the
    network is quiet would cost half a second each time.
    """
    page = context.new_page()
    page.complaints = watch(page)  # type: ignore[attr-defined]
    page.goto(address)
    return page


def kept(page: Page) -> Any:
    """The answers that this browser keeps, or None."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def open_layers(page: Page) -> None:
    """Open every layer of the page."""
    page.locator("details.layer").evaluate_all("all => { for (const it of all) it.open = true }")


def open_privacy(page: Page) -> None:
    """Open the line below a tool that says where answers stay, and holds what changes that."""
    page.locator("kept-answers details").evaluate("line => { line.open = true }")
