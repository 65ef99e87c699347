"""The page for clinics: one click copies.

Without scripts or leave to copy, the text is there to select.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from massage_guide.site.share_kits import kits
from massage_guide.site.site import Site
from tests.browser.reader import open_layers
from tests.support.projects import ROOT
from tests.support.qr_codes import codes_on


def test_a_click_copies_the_text_and_says_so(browser: Browser, address: str, site: Site) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        open_layers(page)
        for kit in list(kits(site))[:2]:
            page.get_by_role("button", name=f"Copy: Text message, {kit.title}").click()
            page.locator("#copied").filter(has_text=kit.message).wait_for(state="attached")
            assert page.evaluate("navigator.clipboard.readText()") == kit.message


def test_every_button_copies_exactly_what_stands_beside_it(
    browser: Browser, address: str, site: Site
) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        open_layers(page)
        buttons = page.locator("[data-copy]:visible")
        assert (
            buttons.count() == 3 * len(list(kits(site))) + 4
        )  # an address and two texts for each page, and the frames
        for at in range(buttons.count()):
            text = page.locator(f"#{buttons.nth(at).get_attribute('data-copy')}")
            buttons.nth(at).click()
            expect(buttons.nth(at)).to_have_text(site.words.groups["clinics"]["copied"])
            assert page.evaluate("navigator.clipboard.readText()") == text.inner_text()
            assert text.locator("*").count() == 0


def test_where_copying_is_refused_the_text_is_selected(
    browser: Browser, address: str, site: Site
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        open_layers(page)
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
        )
        kit = next(kits(site))
        page.get_by_role("button", name=f"Copy: Text message, {kit.title}").click()
        assert page.evaluate("getSelection().toString()").strip() == kit.message


def test_without_scripts_every_text_is_there_and_no_button(
    browser: Browser, address: str, site: Site
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        assert page.locator("article").get_by_role("button").count() == 0
        for kit in kits(site):
            assert page.get_by_text(kit.message, exact=True).is_visible()


# --- a link of their own --------------------------------------------------------------------------


def code_on(page: Page, selector: str) -> list[str]:
    """What the code in a canvas says."""
    width, pixels = page.evaluate(
        """selector => {
        const canvas = document.querySelector(selector);
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return [canvas.width, [...data].filter((_, at) => at % 4 === 0)];
    }""",
        selector,
    )
    scale = 6
    rows = [
        bytes(value for value in pixels[at : at + width] for _ in range(scale))
        for at in range(0, len(pixels), width)
    ]
    image = b"".join(row for row in rows for _ in range(scale))
    shape = [len(rows) * scale, width * scale]
    return [code.text for code in zxingcpp.read_barcodes(memoryview(image).cast("B", shape))]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page for clinics."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/clinics/")
        yield page


def test_a_clinic_gets_a_link_a_code_and_a_sheet(page: Page, address: str, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Name of the clinic").fill("Hill Clinic & Söhne <b>")
    page.get_by_label("Phone").fill("+1 555 0100")
    page.get_by_label("A short note").fill("Please read this\nbefore your visit: thank you!")
    page.get_by_role("checkbox", name="Thai massage").check()
    page.get_by_role("checkbox", name="What will it cost?").check()
    page.get_by_label("Start of the cost calculator").fill(
        "https://massage-guide.example/cost/#price=75&weeks=10"
    )
    page.get_by_role("button", name="Make my link").click()
    link = page.locator("#clinic-link").inner_text()
    assert link.startswith("https://massage-guide.example/from-your-clinic/#name=Hill+Clinic")
    assert code_on(page, "#clinic-code") == [link]
    assert all(
        url.startswith(address) and "Hill" not in url for url in asked
    )  # codes that came into view
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == [
        "",
        0,
        0,
    ]
    page.goto(link.replace("https://massage-guide.example", address))
    box = page.locator("#from-clinic")
    assert box.get_by_text(site.words.groups["clinic_sheet"]["added"], exact=True).is_visible()
    assert (
        "Hill Clinic & Söhne <b>" in box.inner_text()
        and "Please read this before your visit: thank you!" in box.inner_text()
    )
    assert box.locator("a, img, b").count() == 0
    shown = page.locator("[data-page]:visible")
    assert [item.get_attribute("data-page") for item in shown.all()] == ["cost", "thai"]
    assert shown.first.locator("a").get_attribute("href").endswith("cost/#price=75&weeks=10")
    assert code_on(page, "#sheet-code canvas") == [page.url]


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("A short note", "x" * 201, "too_long"),
        ("A short note", "see www.evil.example", "has_link"),
        ("A short note", "me@there.org", "has_link"),
        ("Name of the clinic", "http://x", "has_link"),
        ("Phone", "call me", "not_phone"),
        ("Start of the cost calculator", "https://else.example/", "not_cost"),
    ],
)
def test_what_cannot_be_in_a_link_is_told_at_its_field(
    page: Page, site: Site, label: str, typed: str, told: str
) -> None:
    page.get_by_label(label).fill(typed)
    page.get_by_role("button", name="Make my link").click()
    field = page.get_by_label(label)
    assert field.get_attribute("aria-invalid") == "true"
    assert field.evaluate("field => field === document.activeElement")
    assert page.get_by_text(site.words.groups["clinic_form"][told], exact=True).is_visible()
    assert page.locator("#clinic-result").is_hidden()


@pytest.mark.parametrize(
    "junk",
    [
        "name=<script>alert(1)</script>&x=y",
        "note=go+to+evil.example+now",
        "note=" + "x" * 201,
        "phone=javascript:alert(1)",
        "name=%E2%80%AEabc&pages=..%2F..+nothing&cost=%22%3E%3Cimg",
        "%",
        "pages",
        "name=%00%00",
        "note=https%3A%2F%2Fevil",
        "note=evil.%E2%80%8Bexample",
        "note=evil%EF%BC%8Eexample",
        "note=evil%E3%80%82example",
        "name=" + "evil" * 16,
        "phone=call+evil",
        "phone=" + "5" * 31,
        "pages=" + "x" * 50_000,
        "note=" + "x" * 50_000,
        "cost=price%3D1%23evil",
        "note=a&note=evil.example&note=b",
        urlencode({"note": "\U0001f33f" * 200, "cost": "&".join(["x" * 20 + "=" + "y" * 20] * 20)}),
        "name=x%E2%81%A6%E2%80%8Ey",
    ],
)
def test_junk_in_a_link_changes_nothing_but_text(browser: Browser, address: str, junk: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/from-your-clinic/#{junk}")
        page.locator("#sheet-print").wait_for()
        assert not complaints
        assert page.locator("#from-clinic").locator("a, img, script").count() == 0
        shown = page.locator("#from-clinic").inner_text()
        assert "evil" not in shown and not set(shown) & set("\u200b\u200e\u202e\u2066")
        assert page.locator("[data-page]:visible").count() == page.locator("[data-page]").count()


def test_what_looks_like_urgent_advice_stays_apart_from_ours(
    browser: Browser, address: str, site: Site
) -> None:
    note = "EMERGENCY: with back pain you need not call a doctor. Call 555 0100."
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/from-your-clinic/#{urlencode({'name': 'Emergency', 'note': note})}")
        box = page.get_by_role("region", name=site.words.groups["clinic_sheet"]["added"])
        assert box.inner_text().splitlines()[0] == site.words.groups["clinic_sheet"]["added"]
        assert page.get_by_text(note).count() == box.get_by_text(note).count() == 1
        assert (
            box.get_by_role("heading").count() == 0
            and page.locator(".care-card", has_text=note).count() == 0
        )
        for ours in page.locator(".care-card").all():  # the guide's own advice comes first
            assert (
                ours.bounding_box()["y"] + ours.bounding_box()["height"] < box.bounding_box()["y"]
            )


def test_letters_with_piles_of_marks_stay_in_their_line(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/from-your-clinic/#name=" + quote("a" + "\u0338" * 50))
        assert page.locator("[data-field=name]").inner_text() == "a\u0338\u0338"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_clinics_words_and_code_stand_on_the_first_of_two_sheets_at_most(
    browser: Browser, address: str, site: Site, paper: str
) -> None:
    fragment = urlencode(
        {
            "name": "Hill Road Physical Therapy",
            "phone": "+1 555 0100",
            "note": " ".join(["word"] * 40),
            "pages": "does-it-help safety find-a-therapist first-visit cost",
        }
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/from-your-clinic/#{fragment}")
        page.locator("#sheet-code").wait_for()
        pdf = pypdfium2.PdfDocument(page.pdf(format=paper))
        assert len(pdf) <= 2
        assert codes_on(pdf[0]) == [page.url]
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in pdf).split())
    said = [
        site.words.groups["clinic_sheet"]["added"],
        "word word",
        site.words.groups["dates"]["not_reviewed"],
    ]
    assert all(words in text for words in said)
    assert all(
        f"https://massage-guide.example/{page}/" in text
        for page in ("safety", "cost", "first-visit")
    )


def test_without_scripts_the_sheet_lists_every_page_and_no_words_of_others(
    browser: Browser, address: str, site: Site
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/from-your-clinic/#note=hello")
        assert page.locator("[data-page]:visible").count() == len(list(kits(site)))
        assert page.locator("#from-clinic").is_hidden() and page.get_by_role("button").count() == 0


def test_files_of_other_projects_are_unchanged_but_for_marked_lines_and_licensed() -> None:
    vendor = ROOT / "docs/assets/javascripts/vendor"
    rows = [line.split() for line in (vendor / "versions.txt").read_text("utf-8").splitlines()[1:]]
    assert {row[0] for row in rows} == {path.name for path in vendor.glob("*.js")}
    for file, package, _, licence, digest in rows:
        original = re.sub(
            r"(?m)^.* // guide: (?:added\n|was )", "", (vendor / file).read_text("utf-8")
        )
        assert hashlib.sha256(original.encode()).hexdigest() == digest, file
        assert licence in (vendor / f"{package}.license.txt").read_text("utf-8")
