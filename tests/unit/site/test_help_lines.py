"""Whom to call is said for every country, in the order of the countries."""

from __future__ import annotations

from massage_guide.site.help_lines import HelpLines
from massage_guide.site.site import Site


def lines(site: Site, *numbers: tuple[str, str]) -> HelpLines:
    """The sentences for countries with these names and numbers, the last one first in the file."""
    us = site.countries["us"]
    countries = {
        str(order): us.model_copy(update={"in_text": name, "emergency": number, "order": order})
        for order, (name, number) in reversed(list(enumerate(numbers)))
    }
    return HelpLines(countries, site.words)


def said(site: Site, *numbers: tuple[str, str]) -> str:
    """What a card says."""
    return lines(site, *numbers).call().text.text


def test_one_country_has_one_sentence(site: Site) -> None:
    assert said(site, ("the US", "911")) == (
        "In the US call [[call:911]]. Anywhere else, call your local emergency number."
    )


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
    assert HelpLines({"us": us, "other": us}, site.words).call().sources == us.emergency_sources


def test_a_page_says_the_same_in_one_line(site: Site) -> None:
    found = lines(site, ("the US", "911"), ("the UK", "999"), ("Canada", "911")).line()
    assert found.text == "Call [[call:911]] in the US and Canada, [[call:999]] in the UK."
