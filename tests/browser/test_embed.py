"""The calculator and the checklist in frames of another site.

The lines that sites copy work, under a strict policy.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page, expect

from massage_guide.site.site import Site
from tests.support.projects import ROOT
from tests.support.server import served

HOST_SCRIPT = ROOT / "docs/assets/javascripts/embed-host.js"


@pytest.fixture
def snippets(built: Path) -> dict[str, str]:
    """The lines that the guide offers for copying, by their ids, as a reader copies them."""
    page = (built / "clinics/index.html").read_text("utf-8")
    return {
        id: html.unescape(line)
        for id, line in re.findall(r'id="(embed-[\w-]+)">(.*?)</p>', page, re.S)
    }


@pytest.fixture
def clinic(tmp_path: Path, address: str, snippets: dict[str, str]) -> Iterator[str]:
    """A clinic's site on another origin.

    It allows its own scripts, frames of the guide, and nothing else.
    """
    lines = {
        id: line.replace("https://massage-guide.example/", f"{address}/")
        for id, line in snippets.items()
    }
    calculator, checklist, script = (
        lines[f"embed-{id}"] for id in ("cost-frame", "find-a-therapist-frame", "script")
    )
    policy = (
        f"default-src 'none'; script-src 'self'; frame-src {address}; base-uri 'none'; form-action "
        "'none'"
    )
    (tmp_path / "embed-host.js").write_bytes(HOST_SCRIPT.read_bytes())
    for name, extra, frame in (
        ("with.html", script, calculator),
        ("without.html", "", calculator),
        ("checklist.html", script, checklist),
    ):
        (tmp_path / name).write_text(
            f'<!doctype html><html lang="en"><head><title>A clinic</title>'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">{extra}</head>'
            f"<body><h1>A clinic</h1>{frame}</body></html>",
            "utf-8",
        )
    with served(tmp_path, host="localhost") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing is complained of, wherever its parts come from."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        expected = ("favicon", "404", "Clipboard API has been blocked")
        assert not [text for text in complaints if not any(words in text for words in expected)]
        assert context.cookies() == []


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[data-massage-guide]")


@pytest.mark.parametrize("host", ["with.html", "without.html"])
def test_the_copied_lines_show_a_calculator_that_works(page: Page, clinic: str, host: str) -> None:
    page.goto(f"{clinic}/{host}")
    inside(page).get_by_role("button", name="Work it out").click()
    expect(inside(page).locator(".calculator__answer")).to_contain_text("You pay $750")


def test_the_frame_is_as_high_as_what_is_in_it(page: Page, clinic: str) -> None:
    page.goto(f"{clinic}/with.html")
    frame = page.locator("iframe")
    fits = """(frame) => Math.abs(frame.clientHeight - %d) <= 1"""
    inside(page).get_by_role("button", name="Work it out").click()
    expect(inside(page).locator(".calculator__answer")).to_contain_text("You pay $750")
    child = page.frames[1]
    page.wait_for_timeout(300)
    height = child.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    assert frame.evaluate(fits % height)
    inside(page).get_by_role("button", name="Start again").click()
    page.wait_for_timeout(300)
    lower = child.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    assert lower < height and frame.evaluate(fits % lower)


@pytest.mark.parametrize(
    "message",
    [
        {"type": "massage-guide:height", "height": 999},
        {"type": "other", "height": 999},
        "text",
        None,
    ],
)
def test_the_host_believes_nobody_but_its_frame(page: Page, clinic: str, message: Any) -> None:
    page.goto(f"{clinic}/with.html")
    inside(page).get_by_role("button", name="Work it out").wait_for()
    page.wait_for_timeout(300)
    before = page.locator("iframe").get_attribute("height")
    page.evaluate("(message) => postMessage(message, '*')", message)
    page.wait_for_timeout(100)
    assert page.locator("iframe").get_attribute("height") == before != "999"


@pytest.mark.parametrize("height", ["1e9", "-5", "NaN", "Infinity", "'999'"])
def test_the_host_takes_no_odd_height_even_from_its_frame(
    page: Page, clinic: str, height: str
) -> None:
    page.goto(f"{clinic}/with.html")
    inside(page).get_by_role("button", name="Work it out").wait_for()
    page.frames[1].evaluate(
        f"parent.postMessage({{ type: 'massage-guide:height', height: {height} }}, '*')"
    )
    page.wait_for_timeout(100)
    assert 200 <= int(page.locator("iframe").get_attribute("height") or 0) <= 20_000


def test_a_clinic_can_fill_it_in(page: Page, address: str, snippets: dict[str, str]) -> None:
    link = (
        snippets["embed-cost-address"]
        .replace("https://massage-guide.example/", f"{address}/")
        .replace("price=75", "price=80")
    )
    page.goto(link)
    expect(page.locator(".calculator__answer")).to_contain_text("You pay $800")


def test_the_checklist_can_be_ticked_in_a_frame_of_the_right_height(
    page: Page, clinic: str, site: Site
) -> None:
    page.goto(f"{clinic}/checklist.html")
    boxes = inside(page).locator(".mark input[type=checkbox]")
    expect(boxes).to_have_count(
        len(site.checklist.before_you_book)
        + len(site.checklist.at_the_visit)
        + sum(not sign.private for sign in site.checklist.walk_away)
    )
    boxes.first.check()
    expect(inside(page).locator(".therapist__count")).to_contain_text("1 of ")
    page.wait_for_timeout(300)
    height = page.frames[1].evaluate(
        "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    )
    assert abs(page.locator("iframe").evaluate("(frame) => frame.clientHeight") - height) <= 1


@pytest.mark.parametrize(
    ("host", "leads_to", "heading"),
    [
        ("with.html", "cost", "What will it cost?"),
        ("checklist.html", "find-a-therapist", "Find a good therapist"),
    ],
)
def test_links_lead_out_of_the_frame(
    page: Page, clinic: str, host: str, leads_to: str, heading: str
) -> None:
    page.goto(f"{clinic}/{host}", wait_until="networkidle")  # the frame has its height by then
    inside(page).get_by_role("link", name="See the whole page").click()
    page.wait_for_url(f"**/{leads_to}/")
    assert page.locator("h1").inner_text() == heading


def test_a_link_that_cannot_be_copied_is_shown(page: Page, clinic: str, address: str) -> None:
    page.goto(f"{clinic}/with.html")
    page.locator("iframe").evaluate("(frame) => { frame.allow = ''; frame.src = frame.src; }")
    inside(page).get_by_role("button", name="Work it out").click()
    inside(page).get_by_role("button", name="Copy a link to this").click()
    field = inside(page).get_by_label("Copy this link:")
    expect(field).to_have_value(
        re.compile(rf"^{re.escape(address)}/embed/cost/#country=us&price=75")
    )


SAID = {
    "cost": ("What will massage cost?", "$7,800"),
    "find-a-therapist": ("What to check about a massage therapist", "They guarantee a cure."),
}


@pytest.mark.parametrize("name", SAID)
def test_title_sources_dates_and_status_are_inside(
    browser: Browser, address: str, site: Site, name: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/embed/{name}/")
        text = page.locator("body").inner_text()
    words = site.words.groups
    for said in (
        *SAID[name],
        words["sources"]["heading"],
        words["dates"]["not_reviewed"],
        words["dates"]["checked"].partition("{")[0],
        site.guide.title,
    ):
        assert said in text


@pytest.mark.parametrize("name", SAID)
def test_no_search_engine_and_no_list_of_ours_shows_it(built: Path, name: str) -> None:
    page = (built / f"embed/{name}/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    for file in [*(built / "search").glob("*.js*"), built / "a-z/index.html"]:
        assert not re.search(rf'["/]embed/{name}/?"', file.read_text("utf-8")), file


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize(
    ("name", "button"),
    [("cost", "Work it out"), ("find-a-therapist", "Add a therapist to compare")],
)
def test_it_is_accessible_and_narrow_enough(
    browser: Browser, address: str, look: dict[str, Any], name: str, button: str
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, **look) as context:
        page = context.new_page()
        page.goto(f"{address}/embed/{name}/")
        page.get_by_role("button", name=button).click()
        found = Axe().run(page).response["violations"]
        assert not [
            (violation["id"], [node["target"] for node in violation["nodes"]])
            for violation in found
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
