"""What protects people is said on every page that it belongs to, and softened on none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massage_guide.model.safety import Level, Urgency
from massage_guide.render.renderer import Renderer
from massage_guide.site.money import Money
from massage_guide.site.numbers import scenario_cost
from massage_guide.site.site import Site
from tests.support.built_pages import parsed
from tests.support.moved import today


def card_text(site: Site, id: str) -> str:
    """All that a card says, as plain text."""
    card = next(card for card in site.safety.cards if card.id == id)
    renderer = Renderer(site)
    return " ".join(
        renderer.plain(said)
        for said in (card.title, *(line.text for line in (*card.signs, *card.actions)))
    )


CRISIS = {
    "Samaritans": "tel:116123",
    "SHOUT": "sms:85258",
    "England": "tel:111",
    "Wales": "tel:111",
    "Scotland": "tel:111",
    "Northern Ireland": "tel:08088088000",
    "Australia": "tel:131114",
    "US": "tel:988",
    "Canada": "sms:988",
    "Anywhere else": "https://findahelpline.com",
}


def test_somebody_in_crisis_finds_a_way_to_talk_in_every_country_of_the_guide(built: Path) -> None:
    card = next(
        card.to_html()
        for card in parsed(built / "safety/index.html").query(".care-card")
        if card.query("#self-harm")
    )
    lines = re.findall(r"<li>.*?</li>", card, re.DOTALL)
    for place, href in CRISIS.items():
        assert any(place in line and f'href="{href}"' in line for line in lines), place
    assert "You can call even if you only feel low or worn out." in card


def test_no_card_speaks_of_our_own_work_or_doubts_itself(built: Path, site: Site) -> None:
    untraced = site.words.groups["sources"]["untraced"]
    for page in built.rglob("*.html"):
        for card in parsed(page).query(".care-card"):
            text = card.to_text()
            assert untraced not in text and "°" not in text and "checked their" not in text, page
    assert not [
        line for card in site.safety.cards for line in (*card.signs, *card.actions) if line.basis
    ]


@pytest.mark.parametrize("page", ["safety", "first-visit", "visit-sheet", "from-your-clinic"])
def test_every_emergency_card_says_which_number_to_call_and_a_phone_calls_it(
    built: Path, page: str
) -> None:
    cards = parsed(built / page / "index.html").query(".care-card--emergency")
    assert cards
    for card in cards:
        assert {"tel:999", "tel:911", "tel:000"} <= set(
            re.findall(r'href="(tel:\d+)"', card.to_html())
        ), page


def test_a_page_that_is_not_here_says_which_number_to_call(built: Path) -> None:
    assert 'href="tel:911"' in (built / "404.html").read_text("utf-8")


SIGNS = {
    "emergency": [
        "a leg that gets weaker or more numb, a foot that drops or drags",
        "pain, tingling, weakness or numbness in both legs",
        (
            "sudden severe pain in your chest or back that tears or rips, also between the "
            "shoulder blades"
        ),
        "sudden severe pain in the back or belly with faintness",
        "a bulge in your main artery (aneurysm) that you know of",
        "a pulse that you feel in your belly, and sudden or severe pain",
        "weak immunity, dialysis, drugs by needle, or a recent infection",
        "very unwell, and diabetes",
        "operation or injection in your back, and fever",
        "sudden severe back pain, severe bruising, a bruise that grows",
    ],
    "after-massage": [
        (
            "a face fallen on one side, an arm that will not stay up, or slurred speech. Any one "
            "of these is enough, even if it passes"
        ),
        "weakness or numbness of one side of your face or body, legs too",
        "a swollen throat or tongue",
        "use your injector",
        "Do not stand or walk, even if you feel better",
        "newly weak or numb legs, even one",
    ],
    "pregnant": [
        "or were in the last year",
        "count for a year after birth",
        "one leg that is swollen, red or painful",
    ],
    "same-day": [
        (
            "one leg that is newly weak or numb (an emergency if it gets worse, or came after a "
            "massage)"
        ),
        "a pulse that you feel in your belly, and new pain",
        "you are pregnant, or may be, and have low pain on one side",
        "In Northern Ireland, call your GP",
        "call 811",
        "1800MEDICARE",
    ],
    "within-days": [
        "pain that came slowly sits between the shoulder blades",
        "blisters on one side (shingles)",
    ],
}


@pytest.mark.parametrize("id", SIGNS)
def test_a_card_says_the_signs_that_belong_to_its_urgency(site: Site, id: str) -> None:
    said = card_text(site, id)
    assert not [sign for sign in SIGNS[id] if sign not in said]


def test_what_is_an_emergency_does_not_hide_among_the_signs_for_today(site: Site) -> None:
    today = next(card for card in site.safety.cards if card.urgency is Urgency.SAME_DAY)
    assert not [sign for sign in today.signs if "emergency department" in sign.text.text]


LEVELS = {
    Level.TODAY: {"leg-clot", "nerve-pain", "fracture", "fever"},
    Level.TELL: {"neck", "skin", "veins", "numbness", "allergy", "alcohol-and-drugs"},
    Level.YOUR_CHOICE: {"trauma"},
}


def test_how_soon_each_condition_needs_somebody_is_as_urgent_as_it_was(site: Site) -> None:
    for level, ids in LEVELS.items():
        assert {item.id for item in site.safety.ask_first if item.level is level} == ids, level


def test_every_kind_names_pregnancy_and_the_sentence_that_says_how_soon(
    built: Path, site: Site
) -> None:
    for id, kind in site.types.items():
        article = parsed(built / f"types/{id}/index.html").query("article")[0]
        text, links = article.to_text(), article.to_html()
        assert (
            'href="../../safety/#pregnancy"' in links and 'href="../../safety/#whole-list"' in links
        ), id
        assert site.words.groups["levels"]["not_all"] in text, id
        for level in {item.level for item in site.safety.ask_first if item.id in kind.ask_first}:
            assert site.words.groups["levels"][level] in text, (id, level)


def test_nobody_is_asked_to_tell_of_abuse_in_the_past(built: Path, site: Site) -> None:
    safety, sheet = (parsed(built / page / "index.html") for page in ("safety", "visit-sheet"))
    assert not any(
        condition.query("#trauma") for condition in safety.query(".condition")
    ) and safety.query("#trauma")
    assert "Abuse" not in sheet.query(".sheet")[0].to_text()
    assert not [id for id, kind in site.types.items() if "trauma" in kind.ask_first]


SAID = {
    "safety": [
        "No massage gun anywhere on your neck",
        "No heat on or near it without asking a pharmacist",
        "have only drainage by a therapist who is trained in it",
    ],
    "types/hot-stone": ["Heat on or near a medicine patch", "A medicine patch on your skin"],
    "self-care": [
        "No heat on or near a fentanyl patch",
        "Never use a massage gun or a massage device on your neck",
    ],
    "find-a-therapist": ["They will not tell you their training."],
    "questions": ["Never on your neck."],
}


@pytest.mark.parametrize("page", SAID)
def test_what_was_softened_or_missing_is_said(built: Path, site: Site, page: str) -> None:
    text = " ".join(
        parsed(built / today(site, page) / "index.html").query("article")[0].to_text().split()
    )
    assert not [said for said in SAID[page] if said not in text]
    assert "front or sides of your neck" not in text and "will not show a license" not in text


def test_a_page_that_prints_advice_on_safety_is_due_no_later_than_it(
    built: Path, site: Site
) -> None:
    limit, seen = site.safety.check_again.isoformat(), 0
    for page in built.rglob("index.html"):
        document = parsed(page)
        kind = page.parent.parent.name == "types" and page.parent.name in site.types
        if document.query(".care-card, .condition") or kind:
            assert document.query(".overdue")[0].attrs["data-due"] <= limit, page
            seen += 1
    assert seen > len(site.types)


def test_the_course_on_the_first_page_has_as_many_visits_as_its_price(
    built: Path, site: Site
) -> None:
    studied = next(
        scenario for scenario in site.prices.scenarios if scenario.id == "studied-course"
    )
    visits = scenario_cost(site.prices, studied, Money(7500, "$")).visits
    text = (built / "index.html").read_text("utf-8")
    assert f"A course of {visits} visits" in text and "ten visits" not in text


EMERGENCY = {"us": "911", "canada": "911", "uk": "999", "australia": "000"}


def test_each_country_has_its_emergency_number_and_every_card_prints_it(
    built: Path, site: Site
) -> None:
    """Each number is kept in a second place, here: a slip of the finger must not get out."""
    assert (
        EMERGENCY.items()
        <= {id: country.emergency for id, country in site.countries.items()}.items()
    )
    numbers = {country.emergency for country in site.countries.values()}
    for card in parsed(built / "safety/index.html").query(".care-card--emergency"):
        assert all(f'href="tel:{number}"' in card.to_html() for number in numbers)
