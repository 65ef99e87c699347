"""Up to three therapists side by side: ticks, notes, a plain count, and signs that stand out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from massage_guide.site.site import Site
from tests.browser.reader import holding, reading

PATH = "find-a-therapist/"


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    """The checklist on a wide screen."""
    with reading(browser, f"{address}/{PATH}", viewport={"width": 1280, "height": 900}) as page:
        yield page


def add(page: Page, name: str) -> None:
    """Add a therapist; the focus goes to the name, so it can be typed at once."""
    page.get_by_role("button", name="Add a therapist").click()
    page.keyboard.type(name)


def test_ticks_are_counted_and_not_weighed(page: Page, site: Site) -> None:
    checklist = site.checklist
    total = len(checklist.before_you_book) + len(checklist.at_the_visit)
    count = page.locator(".therapist__count")
    expect(count).to_have_text(f"0 of {total} checked")
    for box in page.locator(".checkpoints input[type=checkbox]").all()[:7]:
        box.check()
    expect(count).to_have_text(f"7 of {total} checked")


def test_three_therapists_stand_side_by_side_and_no_more(page: Page) -> None:
    add(page, "Anna")
    add(page, "Bo")
    assert page.get_by_role("button", name="Add a therapist").count() == 0
    row = page.locator("#register .mark")
    tops = {box.bounding_box()["y"] for box in row.all()}
    assert (row.count(), len(tops)) == (3, 1)
    assert page.locator(".switch:visible").count() == 0


def test_each_box_says_whom_and_what_it_is_about(page: Page, site: Site) -> None:
    add(page, "Anna")
    point = next(point for point in site.checklist.before_you_book if point.id == "register")
    page.get_by_role("checkbox", name=f"Checked: Anna: {point.check.parts[0].text}").check()
    expect(page.get_by_role("group", name="Anna").locator(".therapist__count")).to_contain_text(
        "1 of"
    )
    expect(
        page.get_by_role("group", name="Therapist 1").locator(".therapist__count")
    ).to_contain_text("0 of")


def test_a_note_belongs_to_one_point_and_one_therapist(page: Page) -> None:
    add(page, "Anna")
    page.locator("#register .mark").nth(1).locator("summary").click()
    page.get_by_role("textbox", name="Note on Anna: Look up").fill("Number 123")
    assert page.locator("#register textarea").first.input_value() == ""
    page.get_by_role("button", name="Take out Therapist 1").click()
    assert page.locator("#register textarea").input_value() == "Number 123"


def test_a_sign_to_walk_away_stands_out_in_words(page: Page) -> None:
    add(page, "Anna")
    sign = page.locator("#sign-cure")
    assert "Walk away" not in sign.text_content()
    page.get_by_role("checkbox", name="I saw this: Anna: They guarantee").check()
    expect(sign).to_contain_text("Walk away. You saw this with: Anna.")
    anna = page.get_by_role("group", name="Anna")
    expect(anna).to_contain_text("Signs to walk away: 1")
    expect(anna).to_contain_text("They guarantee a cure.")
    assert (
        page.get_by_role("group", name="Therapist 1").get_by_text("Signs to walk away").is_hidden()
    )


def test_taking_out_a_therapist_with_ticks_asks_first(page: Page) -> None:
    add(page, "Anna")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Take out Anna").click()
    assert asked == ["Take out Anna, with all ticks and notes?"]
    assert page.get_by_role("group", name="Anna").is_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Take out Anna").click()
    assert page.locator(".therapist").count() == 1
    expect(page.get_by_role("button", name="Add a therapist")).to_be_focused()


def test_a_phone_shows_one_therapist_at_a_time_and_says_which(
    browser: Browser, address: str
) -> None:
    link = f"{address}/{PATH}" + holding(
        therapists=[{"name": "Anna"}, {"name": "Bo", "checked": ["register"]}]
    )
    with reading(browser, link, viewport={"width": 320, "height": 640}) as page:
        shown = page.locator("#register .mark:visible")
        expect(shown).to_contain_text(["Checked: Anna"])
        page.get_by_role("radio", name="Bo").first.check()
        expect(shown).to_contain_text(["Checked: Bo"])
        assert shown.get_by_role("checkbox").is_checked()
        assert [radio.is_checked() for radio in page.get_by_role("radio", name="Bo").all()] == [
            True
        ] * 3


def test_the_country_that_is_chosen_is_the_one_whose_rules_are_shown(
    page: Page, site: Site
) -> None:
    assert page.locator(".country:visible").count() == len(site.countries)
    page.get_by_role("combobox", name="Your country").select_option("uk")
    assert [
        section.get_attribute("data-id") for section in page.locator(".country:visible").all()
    ] == ["uk"]
    page.get_by_role("combobox", name="Your country").select_option("")
    assert page.locator(".country:visible").count() == len(site.countries)


def test_what_nobody_should_have_to_note_down_has_no_box_and_is_kept_nowhere(
    page: Page, address: str, site: Site
) -> None:
    private = [sign for sign in site.checklist.walk_away if sign.private]
    assert private
    for sign in private:
        assert not page.locator(f"#sign-{sign.id} input").count()
        expect(page.locator(f"#sign-{sign.id}")).to_contain_text(site.plain(sign.sign.text))
    page.goto(f"{address}/visit-sheet/")
    for sign in private:
        line = page.locator("[data-list=signs] > li").filter(has_text=site.plain(sign.sign.text))
        expect(line).to_have_count(1)
        assert not line.locator(".box").count() and line.get_attribute("data-id") is None


def test_without_javascript_it_is_a_list_with_squares_to_tick(
    browser: Browser, address: str, site: Site
) -> None:
    checklist = site.checklist
    with reading(browser, f"{address}/{PATH}", java_script_enabled=False) as page:
        for selector, items in (
            (".checkpoints", [*checklist.before_you_book, *checklist.at_the_visit]),
            (".walk-away", [sign for sign in checklist.walk_away if not sign.private]),
            ("[data-list=questions]", checklist.questions),
        ):
            assert page.locator(f"{selector} .tickbox:visible").count() == len(items)
        assert page.locator(".country:visible").count() == len(site.countries)
        assert page.locator("article :is(input, select, textarea, button):visible").count() == 0
