"""The visit sheet: a form for a pen when blank, what the reader chose when not.

On paper it can be read without a magnifying glass, and no advice goes for want of room.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from massage_guide.model.safety import AskFirst, Level
from massage_guide.site.site import Site
from tests.browser.reader import holding, reading, sheets

SOME = {
    "conditions": ["pregnancy", "blood-thinners"],
    "matters": ["little-money"],
    "questions": ["cost"],
    "goal": "Lift my grandson",
    "sessions": "6, one a week",
    "lookBack": "2027-01-05",
    "stop": "A numb leg",
    "therapists": [
        {"name": "Anna Lee", "checked": ["insured", "consent"], "signs": ["cure"]},
        {"name": "Bo"},
    ],
}


def on_the_sheet(site: Site) -> list[AskFirst]:
    """The conditions that the sheet may name: what is nobody's business is not among them."""
    return [
        condition for condition in site.safety.ask_first if condition.level is not Level.YOUR_CHOICE
    ]


def everything(site: Site) -> dict[str, Any]:
    """The fullest sheet that a reader can make."""
    checklist = site.checklist
    points = [point.id for point in (*checklist.before_you_book, *checklist.at_the_visit)]
    return {
        "conditions": [condition.id for condition in on_the_sheet(site)],
        "matters": [statement.id for statement in site.values.statements],
        "questions": [question.id for question in checklist.questions],
        "goal": "more words " * 14,
        "sessions": "more words " * 5,
        "stop": "more words " * 14,
        "lookBack": "2027-09-29",
        "therapists": [
            {
                "name": "W" * 40,
                "checked": points,
                "signs": [sign.id for sign in checklist.walk_away if not sign.private],
            }
        ],
    }


def advice(condition: Any) -> str:
    """What the guide says to somebody with this condition, up to its first link."""
    return " ".join(condition.advice.text.parts[0].text.split())


def shown(page: Page, of: str) -> list[str]:
    """The ids of the lines of a list that are shown."""
    return [
        item.get_attribute("data-id")
        for item in page.locator(f'[data-list="{of}"] > li:visible').all()
    ]


def printed(page: Page, paper: str) -> str:
    """The text of all sheets, printed on this paper."""
    return " ".join(sheets(page, paper))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("script", [True, False])
def test_the_blank_form_is_two_pages_with_all_there_is_to_tick(
    browser: Browser, address: str, site: Site, paper: str, script: bool
) -> None:
    with reading(browser, f"{address}/visit-sheet/", java_script_enabled=script) as page:
        on_paper = sheets(page, paper)
        assert len(on_paper) <= 2
        text = " ".join(on_paper)
        lines = [
            *(c.situation for c in on_the_sheet(site)),
            *(s.text for s in site.values.statements),
            *(q.ask.text for q in site.checklist.questions),
            *(p.check for p in site.checklist.at_the_visit),
            *(w.sign.text for w in site.checklist.walk_away),
        ]
        assert [
            line.parts[0].text for line in lines if line.parts[0].text.strip() not in text
        ] == []
        assert "In the US call 911. In the UK call 999." in text
        assert "No clinician has reviewed this yet" in text
        assert "https://massage-guide.example/visit-sheet/" in text


def smallest_type(page: Page, within: str = ".sheet") -> float:
    """The smallest type as it is printed, in points, of the sheet or of another element."""
    page.emulate_media(media="print")
    return page.evaluate(
        """within => Math.min(...[...document.querySelectorAll(`${within} *`)]
        .filter(node => node.checkVisibility() && !node.closest(".visually-hidden")
            && [...node.childNodes].some(child =>
                child.nodeType === Node.TEXT_NODE && child.data.trim()))
        .map(node => parseFloat(getComputedStyle(node).fontSize))) * 72 / 96""",
        within,
    )


@pytest.mark.parametrize("full", [True, False])
def test_a_filled_sheet_leaves_out_no_advice_and_keeps_its_type(
    browser: Browser, address: str, site: Site, full: bool
) -> None:
    answers = everything(site) if full else SOME
    with reading(browser, f"{address}/visit-sheet/{holding(**answers)}") as page:
        text = printed(page, "Letter")
        for condition in on_the_sheet(site):
            if condition.id in answers["conditions"]:
                assert condition.situation.parts[0].text.strip() in text
                assert site.words.groups["levels"][condition.level] in text
                assert advice(condition) in text
        assert round(smallest_type(page), 1) >= 10


def test_it_can_be_printed_in_large_letters(browser: Browser, address: str, site: Site) -> None:
    words = site.words.groups["sheet"]
    with reading(browser, f"{address}/visit-sheet/{holding(**SOME)}") as page:
        page.evaluate("() => { window.print = () => {}; }")
        usual = set(printed(page, "Letter").split())
        page.get_by_role("button", name=words["print_large"]).click()
        assert round(smallest_type(page, "main"), 1) >= 16
        assert usual <= set(printed(page, "Letter").split())
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert round(smallest_type(page), 1) < 16


@pytest.mark.parametrize("answers", ["blank", "some", "full"])
def test_each_box_stands_beside_its_first_words(
    browser: Browser, address: str, site: Site, answers: str
) -> None:
    given = {"blank": {}, "some": SOME, "full": everything(site)}[answers]
    # What print.css leaves of A4 and Letter, in CSS pixels.
    paper = {"width": 703, "height": 971}
    with reading(browser, f"{address}/visit-sheet/{holding(**given)}", viewport=paper) as page:
        page.emulate_media(media="print")
        apart = page.evaluate("""() => {
            const first = item => item.querySelector(".done:not(.visually-hidden), .says");
            return [...document.querySelectorAll(".sheet .tickbox")]
            .filter(box => box.checkVisibility())
            .map(box => [box.getBoundingClientRect(),
                first(box.closest("li")).getClientRects()[0], box])
            .filter(([box, words]) => box.right > words.left || words.left - box.right > box.width
                || box.top > words.bottom || box.bottom < words.top)
            .map(([,, box]) => box.closest("li").textContent.trim()); }""")
        assert page.locator(".sheet .tickbox:visible").count() >= len(site.checklist.at_the_visit)
        assert apart == []


def test_it_shows_what_the_reader_chose_and_only_that(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/visit-sheet/{holding(**SOME)}") as page:
        assert shown(page, "conditions") == ["blood-thinners", "pregnancy"]
        assert shown(page, "matters") == ["little-money"]
        assert shown(page, "questions") == ["cost"]
        flat = printed(page, "A4")
        for words in (
            "Anna Lee",
            "Lift my grandson",
            "6, one a week",
            "January 5, 2027",
            "A numb leg",
        ):
            assert words in flat
        for condition in on_the_sheet(site):
            assert (advice(condition) in flat) == (condition.id in SOME["conditions"])


def test_the_sheet_repeats_the_printed_advice_unchanged(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/safety/") as page:
        levels = site.words.groups["levels"]
        said = {
            c.id: [
                levels[c.level],
                *page.locator(f".condition:has([id='{c.id}']) p").all_text_contents(),
            ]
            for c in on_the_sheet(site)
        }
    with reading(browser, f"{address}/visit-sheet/") as page:
        for id, advice in said.items():
            found = page.locator(
                f'[data-list="conditions"] [data-id="{id}"] p:not(:first-child)'
            ).all_text_contents()
            without_numbers = [
                [
                    # what the mark means is said in full once a page
                    line.rstrip("0123456789 \N{NO-BREAK SPACE}").partition("°")[:2]
                    for line in lines
                ]
                for lines in (found, advice)
            ]
            assert without_numbers[0] == without_numbers[1]


def test_what_is_typed_on_the_sheet_is_printed_on_it(browser: Browser, address: str) -> None:
    with reading(browser, f"{address}/visit-sheet/") as page:
        page.get_by_label("What I want to do again").fill("Sleep <b>well</b>")
        page.get_by_label("Day to look back").fill("2027-02-03")
        page.get_by_label("Therapist").fill("Bo")
        text = printed(page, "Letter")
        for words in ("Sleep <b>well</b>", "February 3, 2027", "Bo"):
            assert words in text


def test_ticks_and_signs_are_those_of_the_therapist_that_is_chosen(
    browser: Browser, address: str
) -> None:
    with reading(browser, f"{address}/visit-sheet/{holding(**SOME)}") as page:
        assert shown(page, "checked")[:1] == ["insured"]
        expect(page.locator('[data-id="cure"]')).to_contain_text("I saw this: They guarantee")
        page.get_by_label("Sheet for").select_option("Bo")
        assert "insured" not in shown(page, "checked")
        assert page.locator(".ticked").count() == 0
        assert page.get_by_label("Therapist", exact=True).input_value() == "Bo"


def test_it_can_be_copied_as_plain_text(browser: Browser, address: str, site: Site) -> None:
    with reading(
        browser,
        f"{address}/visit-sheet/{holding(**SOME)}",
        permissions=["clipboard-read", "clipboard-write"],
    ) as page:
        page.get_by_text(site.words.groups["sheet"]["as_text"]).click()
        page.get_by_role("button", name=site.words.groups["sheet"]["copy_text"]).click()
        page.get_by_role("status").get_by_text(site.words.groups["sheet"]["copied"]).wait_for(
            state="attached"
        )
        lines = page.evaluate("navigator.clipboard.readText()").splitlines()
        assert lines[0] == "My visit sheet"
        for line in (
            "What I want to do again: Lift my grandson",
            "Day to look back: January 5, 2027",
            "- I have little money for this.",
            "- What does it cost in all?",
            "[x] They guarantee a cure.",
            "[ ] They ask nothing about your health.",
            "- Ask if they are insured and keep records.",
        ):
            assert line in lines
        assert not [line for line in lines if "Weak bones" in line]


def test_a_browser_that_will_not_copy_marks_the_text_instead(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/visit-sheet/") as page:
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
        )
        page.get_by_text(site.words.groups["sheet"]["as_text"]).click()
        page.get_by_role("button", name=site.words.groups["sheet"]["copy_text"]).click()
        page.get_by_role("status").get_by_text(site.words.groups["sheet"]["by_hand"]).wait_for(
            state="attached"
        )
        assert page.evaluate("getSelection().toString()").startswith("My visit sheet")


def test_a_shared_link_shows_the_same_sheet_after_a_warning(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/visit-sheet/{holding(**SOME)}") as page:
        page.get_by_text(site.words.groups["sheet"]["as_link"]).click()
        expect(page.get_by_text(site.words.groups["sheet"]["link_warning"])).to_be_visible()
        link, text = (page.locator(f'[name="{name}"]').input_value() for name in ("link", "text"))
    with reading(browser, link) as page:
        assert page.locator('[name="text"]').input_value() == text


def test_an_answer_that_the_guide_no_longer_has_is_named(
    browser: Browser, address: str, site: Site
) -> None:
    notice = site.words.groups["sheet"]["unknown"]
    with reading(browser, f"{address}/visit-sheet/{holding(conditions=['gone'])}") as page:
        expect(page.get_by_role("alert").filter(has_text=notice)).to_be_visible()
    with reading(browser, f"{address}/visit-sheet/{holding(**SOME)}") as page:
        assert page.get_by_text(notice).is_hidden()


def test_an_estimate_goes_on_the_sheet_once_one_was_made(
    browser: Browser, address: str, site: Site
) -> None:
    to_sheet = site.words.groups["answers"]["to_sheet"]
    answer = '[data-field="estimate"] .field__answer'
    with reading(browser, f"{address}/cost/{holding(conditions=['pregnancy'])}") as page:
        page.get_by_role("link", name=to_sheet).click()
        expect(page.locator('[data-list="conditions"] > li:visible')).to_have_count(1)
        expect(page.locator(answer)).to_have_text("")
        page.get_by_role("link", name=site.words.groups["sheet"]["make_estimate"]).click()
        page.get_by_label("Price", exact=False).and_(page.get_by_role("textbox")).first.fill("70")
        page.get_by_role("button", name=site.words.groups["calculator"]["submit"]).click()
        page.get_by_role("link", name=to_sheet).click()
        expect(page.locator(answer)).to_have_text("$700 for 10 visits, or $70 a visit")
        expect(page.locator('[data-list="conditions"] > li:visible')).to_have_count(1)
