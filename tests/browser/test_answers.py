"""Answers stay in the browser.

They are kept only if the reader says so, and are taken whole or not at all.
"""

from __future__ import annotations

import json
import random
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from massage_guide.site.site import Site
from tests.browser.reader import KEY, TOOLS, holding, kept, open_privacy, opened, reading

REFUSED = (
    'Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", '
    '"SecurityError"); }})'
)
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }'


def keep(page: Page, wanted: bool = True) -> None:
    """Ask for the answers to be kept, or not."""
    open_privacy(page)
    page.get_by_role("checkbox", name="Keep my answers").set_checked(wanted)


def tick(page: Page, id: str = "pregnancy") -> None:
    """Tick a condition on the page about safety."""
    page.locator(f'.condition input[value="{id}"]').check()


def ticked(page: Page) -> list[str]:
    """The conditions that are ticked."""
    return page.evaluate(
        "() => [...document.querySelectorAll('.condition :checked')].map(box => box.value)"
    )


@pytest.mark.parametrize("path", TOOLS)
def test_using_a_tool_asks_no_server_for_anything_and_keeps_nothing(
    browser: Browser, address: str, path: str
) -> None:
    with reading(browser, f"{address}/{path}") as page:
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        for box in page.locator("article input[type=checkbox]:visible:not([name=keep])").all():
            box.check()
        for field in page.locator(
            "article :is(input[type=text], textarea:not([readonly])):visible"
        ).all():
            field.fill("private words")
        # A busy browser may fetch the icon of the page as late as this.
        assert [url for url in requests if not url.endswith("/assets/images/mark.svg")] == []
        assert page.url == f"{address}/{path}"
        assert set(
            page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        ) <= {"/.__palette"}
        assert page.context.cookies() == []


def test_answers_are_kept_when_the_reader_says_so_and_are_there_on_the_other_pages(
    browser: Browser, address: str
) -> None:
    with reading(browser, f"{address}/safety/") as page:
        tick(page)
        assert kept(page) is None
        keep(page)
        assert kept(page) == {"v": 1, "conditions": ["pregnancy"]}
        tick(page, "cancer")
        other = opened(page.context, f"{address}/visit-sheet/")
        assert other.locator("[data-list=conditions] > li:visible").count() == 2
        open_privacy(other)
        assert other.get_by_role("checkbox", name="Keep my answers").is_checked()
        keep(other, wanted=False)
        assert kept(other) is None


def test_forget_everything_clears_the_page_the_device_the_address_and_other_tabs(
    browser: Browser, address: str
) -> None:
    with reading(browser, f"{address}/safety/") as page:
        tick(page)
        keep(page)
        other = opened(page.context, f"{address}/safety/")
        assert ticked(other) == ["pregnancy"]
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("button", name="Forget everything").click()
        assert ticked(page) == ["pregnancy"]
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Forget everything").click()
        assert ticked(page) == [] and kept(page) is None
        expect(page.locator('[data-name="forgotten"]')).to_be_visible()
        tick(page)
        expect(page.locator('[data-name="forgotten"]')).to_be_hidden()
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Forget everything").click()
        assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
        expect(other.locator(".condition :checked")).to_have_count(0)
        open_privacy(other)
        assert not other.get_by_role("checkbox", name="Keep my answers").is_checked()

        page.goto(f"{address}/safety/{holding(conditions=['cancer'])}")
        page.reload()
        assert ticked(page) == ["cancer"]
        open_privacy(page)
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Forget everything").click()
        assert page.url == f"{address}/safety/"


def test_two_tabs_that_keep_the_answers_never_lose_one(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/safety/") as one:
        keep(one)
        two = opened(one.context, f"{address}/safety/")
        tick(one, "pregnancy")
        expect(two.locator('.condition input[value="pregnancy"]')).to_be_checked()
        tick(two, "cancer")
        expect(one.locator('.condition input[value="cancer"]')).to_be_checked()
        assert kept(one)["conditions"] == ["pregnancy", "cancer"]


@pytest.mark.parametrize("trouble", [REFUSED, FULL])
def test_a_browser_that_keeps_nothing_says_so_and_the_tools_go_on(
    browser: Browser, address: str, site: Site, trouble: str
) -> None:
    with browser.new_context() as context:
        context.add_init_script(trouble)
        page = opened(context, f"{address}/safety/")
        tick(page)
        open_privacy(page)
        keep_box = page.get_by_role("checkbox", name="Keep my answers")
        keep_box.click()
        alert = page.get_by_role("alert").filter(has_text=site.words.groups["answers"]["not_kept"])
        expect(alert).to_be_visible()
        assert not keep_box.is_checked()
        tick(page, "cancer")
        assert set(ticked(page)) == {"cancer", "pregnancy"}
        assert not [complaint for complaint in page.complaints if complaint.startswith("error")]


GOOD = {"v": 1, "conditions": ["pregnancy"]}
BROKEN = {
    "cut short": json.dumps(GOOD)[:-3],
    "not JSON": "pregnancy",
    "empty": "",
    "another version": json.dumps(GOOD | {"v": 2}),
    "no version": json.dumps({"conditions": ["pregnancy"]}),
    "not an object": "[1]",
    "nothing": "null",
    "an unknown field": json.dumps(GOOD | {"score": 3}),
    "a field of every object": '{"v": 1, "__proto__": {"conditions": ["x"]}}',
    "not a list": json.dumps(GOOD | {"conditions": "pregnancy"}),
    "an id twice": json.dumps(GOOD | {"conditions": ["pregnancy", "pregnancy"]}),
    "a script for an id": json.dumps(GOOD | {"conditions": ["<script>"]}),
    "too many ids": json.dumps(GOOD | {"conditions": [f"id-{n}" for n in range(100)]}),
    "text too long": json.dumps(GOOD | {"goal": "x" * 161}),
    "a number for text": json.dumps(GOOD | {"goal": 7}),
    "a day that is none": json.dumps(GOOD | {"lookBack": "2027-02-30"}),
    "a list for a day": json.dumps(GOOD | {"lookBack": ["2027-02-03"]}),
    "half an estimate": json.dumps(GOOD | {"estimate": {"country": "us", "visits": 10}}),
    "an estimate below zero": json.dumps(
        GOOD | {"estimate": {"country": "us", "visits": 1, "each": -1, "total": 0}}
    ),
    "no therapist": json.dumps(GOOD | {"therapists": []}),
    "four therapists": json.dumps(GOOD | {"therapists": [{}] * 4}),
    "a therapist with more": json.dumps(GOOD | {"therapists": [{"stars": []}]}),
    "a therapist who is null": json.dumps(GOOD | {"therapists": [None]}),
    "a note on no id": json.dumps(GOOD | {"therapists": [{"notes": {"a b": "x"}}]}),
    "huge": json.dumps(GOOD | {"goal": "x" * 70_000}),
    "nested deep": "[" * 40_000,
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_link_is_named_and_none_of_it_is_used(
    browser: Browser, address: str, site: Site, text: str
) -> None:
    with reading(browser, f"{address}/safety/#answers={quote(text)}") as page:
        expect(
            page.get_by_role("alert").filter(has_text=site.words.groups["answers"]["broken_link"])
        ).to_be_visible()
        assert ticked(page) == []
        tick(page)
        assert ticked(page) == ["pregnancy"]


def test_a_link_that_is_not_even_percent_encoded_is_named(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/safety/#answers=%E0%A4%A") as page:
        expect(
            page.get_by_role("alert").filter(has_text=site.words.groups["answers"]["broken_link"])
        ).to_be_visible()


@pytest.mark.parametrize("text", [BROKEN["cut short"], BROKEN["another version"]])
def test_kept_answers_that_cannot_be_read_are_named_and_not_overwritten_unasked(
    browser: Browser, address: str, site: Site, text: str
) -> None:
    with browser.new_context() as context:
        page = opened(context, f"{address}/safety/")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.reload()
        expect(
            page.get_by_role("alert").filter(has_text=site.words.groups["answers"]["broken_store"])
        ).to_be_visible()
        tick(page)
        assert page.evaluate("key => localStorage.getItem(key)", KEY) == text
        keep(page)
        assert kept(page) == GOOD
        assert not page.complaints


def test_a_link_never_changes_what_the_device_keeps_unless_the_reader_says_so(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/safety/") as page:
        tick(page, "cancer")
        keep(page)
        guest = opened(page.context, f"{address}/safety/{holding(conditions=['pregnancy'])}")
        expect(guest.get_by_text(site.words.groups["answers"]["beside_kept"])).to_be_visible()
        assert ticked(guest) == ["pregnancy"]
        tick(guest, "fever")
        assert kept(guest)["conditions"] == ["cancer"]
        guest.reload()
        assert set(ticked(guest)) == {"pregnancy", "fever"}
        keep(guest)
        assert set(kept(guest)["conditions"]) == {"pregnancy", "fever"}
        assert guest.url == f"{address}/safety/"


def test_the_links_between_the_tools_carry_the_answers_and_the_page_says_so(
    browser: Browser, address: str, site: Site
) -> None:
    notice = site.words.groups["answers"]["carried"]
    with reading(browser, f"{address}/safety/") as page:
        assert page.get_by_text(notice).is_hidden()
        tick(page)
        expect(page.get_by_text(notice)).to_be_visible()
        page.get_by_role("link", name=site.words.groups["answers"]["to_sheet"]).click()
        expect(page.locator("[data-list=conditions] > li:visible")).to_have_count(1)
        page.get_by_role("link", name=site.words.groups["sheet"]["choose_matters"]).click()
        page.locator("[data-list=matters] input").first.check()
        page.get_by_role("link", name=site.words.groups["answers"]["to_sheet"]).click()
        expect(page.locator("[data-list=conditions] > li:visible")).to_have_count(1)
        expect(page.locator("[data-list=matters] > li:visible")).to_have_count(1)
        assert kept(page) is None


def test_a_plain_link_into_a_page_is_no_link_with_answers(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/safety/#pregnancy") as page:
        assert ticked(page) == []
        assert page.locator("[data-trouble]:visible").count() == 0
        assert page.evaluate("document.querySelector(':target').id") == "pregnancy"


def drawn(chance: random.Random) -> dict[str, Any]:
    """Answers as a reader might give them, odd characters included."""

    def text(most: int) -> str:
        return "".join(
            chance.choices("ab é½😀\n\"\\&#%<>{}[]\u202e'", k=chance.randint(0, most // 2))
        )

    def ids(most: int = 20) -> list[str]:
        return [f"id-{n}" for n in chance.sample(range(99), chance.randint(0, most))]

    def therapist() -> dict[str, Any]:
        return {
            "name": text(40),
            "checked": ids(),
            "signs": ids(),
            "notes": {id: f"{text(198)}!" for id in ids(5)},
        }

    return {
        "conditions": ids(),
        "matters": ids(),
        "questions": ids(),
        "goal": text(160),
        "sessions": text(60),
        "stop": text(160),
        "estimate": chance.choice(
            [{}, {"country": "us", "visits": 10, "each": 7000, "total": 70000}]
        ),
        "lookBack": chance.choice(["", "2028-02-29"]),
        "country": chance.choice(["", "us"]),
        "therapists": [therapist() for _ in range(chance.randint(1, 3))],
    }


def test_whatever_is_written_is_read_back_the_same(browser: Browser, address: str) -> None:
    chance = random.Random(7)
    cases = [drawn(chance) for _ in range(300)]
    with reading(browser, f"{address}/safety/") as page:
        assert (
            page.evaluate(
                """async (cases) => {
            const { read, write } = await import("/assets/javascripts/tools/store.js");
            return cases.map((answers) => read(write(answers)));
        }""",
                cases,
            )
            == cases
        )


def test_answers_go_along_from_tool_to_tool_by_the_menu_and_the_links_and_end_on_the_sheet(
    browser: Browser, address: str, site: Site
) -> None:
    go_on = site.words.groups["answers"]["go_on"]
    with reading(browser, f"{address}/compare/", viewport={"width": 1280, "height": 900}) as page:
        page.get_by_role("checkbox", name="I want it to last.").check()
        page.locator(".menu").get_by_role("link", name="Is it safe?").click()
        tick(page)
        page.get_by_role("navigation", name=go_on).get_by_role(
            "link", name="What will it cost?"
        ).click()
        page.locator(".menu").get_by_role("link", name="When to get help").first.click()
        expect(page).to_have_url(f"{address}/safety/#get-help")  # a place on a page is never missed
        page.go_back()
        page.get_by_role("link", name=site.words.groups["answers"]["to_sheet"]).click()
        expect(page.locator("[data-list=conditions] > li:visible")).to_have_count(1)
        expect(page.locator("[data-list=matters] > li:visible")).to_have_count(1)


@pytest.mark.parametrize("path", [*TOOLS, "cost/"])
def test_no_answer_is_printed_as_the_address_of_a_link(
    browser: Browser, address: str, path: str
) -> None:
    with reading(browser, f"{address}/{path}{holding(conditions=['pregnancy'])}") as page:
        page.emulate_media(media="print")
        assert page.locator("main a[href^=http][href*='#answers=']:visible").count() == 0
