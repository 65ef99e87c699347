"""Whom to call is said for every country, in the order of the countries."""

from __future__ import annotations

import pytest

from massage_guide.model.countries import Country, HelpLine, Need, Part
from massage_guide.site.help_lines import HelpLines, regions
from massage_guide.site.site import Site


def lines(site: Site, *numbers: tuple[str, str]) -> HelpLines:
    """The sentences for countries with these names and numbers, the last one first in the file."""
    us = site.countries["us"]
    countries = {
        str(order): us.model_copy(update={"in_text": name, "emergency": number, "order": order})
        for order, (name, number) in reversed(list(enumerate(numbers)))
    }
    return of(site, countries)


def of(site: Site, countries: dict[str, Country]) -> HelpLines:
    """The sentences for these countries."""
    return HelpLines(countries, site.words, site.safety.crisis_elsewhere)


def said(site: Site, *numbers: tuple[str, str]) -> str:
    """What a card says."""
    return lines(site, *numbers).call().text.text


def test_one_country_has_one_sentence(site: Site) -> None:
    elsewhere = site.words.groups["help"]["call_elsewhere"]
    assert said(site, ("the US", "911")) == f"In the US call [[call:911]]. {elsewhere}"


def test_a_new_country_s_number_is_said_in_its_turn(site: Site) -> None:
    assert said(site, ("the US", "911"), ("New Zealand", "111")).startswith(
        "In the US call [[call:911]]. In New Zealand call [[call:111]]."
    )


def test_countries_with_the_same_number_share_a_sentence(site: Site) -> None:
    numbers = (("the US", "911"), ("the UK", "999"), ("Canada", "911"), ("Peru", "911"))
    assert said(site, *numbers).startswith(
        "In the US, Canada and Peru call [[call:911]]. In the UK call [[call:999]]."
    )


def test_it_rests_on_the_sources_of_every_country_each_once(site: Site) -> None:
    us = site.countries["us"]
    assert (
        HelpLines({"us": us, "other": us}, site.words, site.safety.crisis_elsewhere).call().sources
        == us.emergency_sources
    )


def test_a_page_says_the_same_in_one_line(site: Site) -> None:
    found = lines(site, ("the US", "911"), ("the UK", "999"), ("Canada", "911")).line()
    assert found.text == "Call [[call:911]] in the US and Canada, [[call:999]] in the UK."


ENGLAND = Part(id="england", name="England")
WALES = Part(id="wales", name="Wales")
BOTH = (ENGLAND, WALES)


def help_line(text: str, need: str = "crisis", **more: object) -> dict[str, object]:
    """A help line as it is written."""
    return {"needs": [need], "text": text, "basis": "unsourced", "read": "2026-11-24", **more}


def country(site: Site, *lines: dict[str, object], parts: tuple[Part, ...] = ()) -> Country:
    """The UK with these parts and help lines."""
    given = {"id": "uk", "in_text": "the UK", "parts": parts}
    found = tuple(map(HelpLine.model_validate, lines))
    return site.countries["us"].model_copy(update={**given, "help_lines": found})


def says(site: Site, *lines: dict[str, object], parts: tuple[Part, ...] = ()) -> list[str]:
    """What a card of somebody in crisis prints for the UK."""
    uk = country(site, *lines, parts=parts)
    *lines_of_the_uk, elsewhere = of(site, {"uk": uk}).whom_to_call(Need.CRISIS)
    assert elsewhere == site.safety.crisis_elsewhere
    return [line.text.text for line in lines_of_the_uk]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (help_line("call [[call:116 123]]"), "In the UK: call [[call:116 123]]."),
        (
            help_line("call [[call:116 123]]", hours="day and night", free="true"),
            "In the UK: call [[call:116 123]], day and night. It is free.",
        ),
        (
            help_line("call [[call:0800 11]]", who="Under 16"),
            "Under 16 in the UK: call [[call:0800 11]].",
        ),
        (help_line("call [[call:111]]", parts=["wales"]), "In Wales: call [[call:111]]."),
        (
            help_line("call [[call:111]]", parts=["wales", "england"]),
            "In England and Wales: call [[call:111]].",
        ),
    ],
)
def test_a_help_line_says_where_it_answers_for_whom_and_when(
    site: Site, line: dict[str, object], said: str
) -> None:
    assert says(site, line, parts=BOTH) == [said]


def test_digits_that_nobody_has_tried_wait_until_somebody_has(site: Site) -> None:
    line = help_line("call [[call:0808 500]]", until_rung="talk at [[visit:help.example]]")
    assert says(site, line) == ["In the UK: talk at [[visit:help.example]]."]
    assert says(site, {**line, "rung": "2026-11-24"}) == ["In the UK: call [[call:0808 500]]."]


def test_a_card_prints_the_lines_of_its_need_alone(site: Site) -> None:
    assert says(site, help_line("call [[call:11]]", "poison"), help_line("call [[call:22]]")) == [
        "In the UK: call [[call:22]]."
    ]


def test_a_country_with_parts_is_as_many_regions(site: Site) -> None:
    whole = help_line("call [[call:116 123]]")
    uk = country(site, whole, help_line("call [[call:111]]", parts=["wales"]), parts=BOTH)
    us = site.countries["us"]
    assert [(region.id, region.name) for region in regions([uk, us])] == [
        ("uk-england", "England"),
        ("uk-wales", "Wales"),
        ("us", "the US"),
    ]
    found = {
        region.id: [p.text.text for p in dict(needs)[Need.CRISIS]]
        for region, needs in HelpLines(
            {"uk": uk}, site.words, site.safety.crisis_elsewhere
        ).by_region()
    }
    assert found == {
        "uk-england": ["Call [[call:116 123]]."],
        "uk-wales": ["Call [[call:116 123]].", "Call [[call:111]]."],
    }


def test_in_a_crisis_each_country_has_a_number_or_each_part_its_own(site: Site) -> None:
    text = help_line("send HELP to [[text:85258]]")
    whole = country(site, text, help_line("call [[call:116 123]]"), parts=BOTH)
    by_part = country(
        site,
        help_line("call [[call:11]]", parts=["england"]),
        help_line("call [[call:22]]", parts=["wales"]),
        parts=BOTH,
    )

    def line(uk: Country) -> str:
        return of(site, {"uk": uk}).crisis_line().text

    rest = f" {site.safety.crisis_elsewhere.text}"
    start = "If you think about harming yourself, call"
    assert line(whole) == f"{start} [[call:116 123]] in the UK.{rest}"
    assert line(by_part) == f"{start} [[call:11]] in England, [[call:22]] in Wales.{rest}"


def test_a_line_is_printed_as_it_is_written_where_it_has_been_read(site: Site) -> None:
    line = HelpLine.model_validate(help_line("call [[call:116 123]]"))
    assert line.printed == line.text
