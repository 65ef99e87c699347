"""What protects people is said on every page that it belongs to, and softened on none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massage_guide.model.countries import Need
from massage_guide.model.safety import Level, Urgency
from massage_guide.render.renderer import Renderer
from massage_guide.site.money import Money
from massage_guide.site.numbers import scenario_cost
from massage_guide.site.site import Site
from massage_guide.text.prose import ContactMark
from tests.support.built_pages import parsed
from tests.support.moved import today


def card_text(site: Site, id: str) -> str:
    """All that a card says, as plain text."""
    card = site.cards[id]
    passages = (*card.signs, *card.lines, *card.actions)
    return " ".join(
        Renderer(site).plain(said) for said in (card.title, *(item.text for item in passages))
    )


LINES = {
    "us": {
        Need.CRISIS: {"tel:988", "sms:988"},
        Need.POISON: {"tel:18002221222"},
        Need.SEXUAL_ASSAULT: {
            *("tel:18006564673", "sms:64673", "https://hotline.rainn.org"),
            *("tel:18883737888", "sms:233733"),
        },
        Need.HARM_AT_HOME: {
            *("tel:8007997233", "sms:88788", "https://www.thehotline.org"),
            *("tel:18883737888", "sms:233733"),
        },
        Need.SAME_DAY: set(),
    },
    "canada": {
        Need.CRISIS: {"tel:988", "sms:988"},
        Need.POISON: {"tel:18447647669", "tel:18004635060"},
        Need.SEXUAL_ASSAULT: {
            "https://endingviolencecanada.org/getting-help",
            "https://www.sheltersafe.ca",
        },
        Need.HARM_AT_HOME: {
            "https://endingviolencecanada.org/getting-help",
            "https://www.sheltersafe.ca",
        },
        Need.SAME_DAY: {"tel:811"},
    },
    "australia": {
        Need.CRISIS: {"tel:131114"},
        Need.POISON: {"tel:131126"},
        Need.SEXUAL_ASSAULT: {"tel:1800737732", "sms:0458737732"},
        Need.HARM_AT_HOME: {"tel:1800737732", "sms:0458737732", "tel:1800353374"},
        Need.SAME_DAY: set(),
    },
    "uk-england": {
        Need.CRISIS: {"tel:116123", "sms:85258", "tel:111"},
        Need.POISON: {"tel:999", "tel:111"},
        Need.SEXUAL_ASSAULT: {
            *("https://www.nhs.uk/sarcs", "https://247sexualabusesupport.org.uk", "tel:08001111"),
        },
        Need.HARM_AT_HOME: {"tel:08082000247", "tel:999", "tel:08001111"},
        Need.SAME_DAY: {"tel:111"},
    },
    "uk-wales": {
        Need.CRISIS: {"tel:116123", "sms:85258", "tel:111"},
        Need.POISON: {"tel:999", "tel:111"},
        Need.SEXUAL_ASSAULT: {
            *("https://247sexualabusesupport.org.uk", "tel:08088010800", "sms:07860077333"),
            "tel:08001111",
        },
        Need.HARM_AT_HOME: {"tel:08088010800", "sms:07860077333", "tel:08001111"},
        Need.SAME_DAY: {"tel:111"},
    },
    "uk-scotland": {
        Need.CRISIS: {"tel:116123", "sms:85258", "tel:111"},
        Need.POISON: {"tel:999", "tel:111"},
        Need.SEXUAL_ASSAULT: {"tel:08088010302", "tel:08001111"},
        Need.HARM_AT_HOME: {"tel:08000271234", "tel:08001111"},
        Need.SAME_DAY: {"tel:111"},
    },
    "uk-northern-ireland": {
        Need.CRISIS: {"tel:116123", "sms:85258", "tel:08088088000"},
        Need.POISON: {"tel:999", "https://gpoutofhours.hscni.net"},
        Need.SEXUAL_ASSAULT: {"tel:08088021414", "tel:08001111"},
        Need.HARM_AT_HOME: {"tel:08088021414", "tel:08001111"},
        Need.SAME_DAY: {"https://gpoutofhours.hscni.net"},
    },
}
"""Each number is kept in a second place, here: a slip of the finger must not get out."""


def test_in_each_place_each_need_is_answered_by_the_right_numbers(site: Site) -> None:
    found = {
        region.id: {
            need: {
                part.href
                for line in lines
                for part in line.text.parts
                if isinstance(part, ContactMark)
            }
            for need, lines in needs
        }
        for region, needs in site.help_lines.by_region()
    }
    assert LINES.items() <= found.items()
    assert all(lines for _, needs in site.help_lines.by_region() for _, lines in needs)


HELD_BACK = {
    "08000 121 700",
    "0800 389 4424",
    "0808 500 2222",
    "0808 808 8141",
    "1-800-677-1116",
    "1-833-900-1010",
    "1800 633 422",
}


def test_digits_that_stand_only_on_lists_of_others_are_printed_nowhere(
    built: Path, site: Site
) -> None:
    waiting = {
        line.text.text
        for country in site.countries.values()
        for line in country.help_lines
        if line.until_rung and not line.rung
    }
    held = {number for number in HELD_BACK if any(number in text for text in waiting)}
    files = [*built.rglob("*.html"), *built.rglob("*.json")]
    digits = {re.sub(r"\D", "", number) for number in held}
    for file in files:
        text = file.read_text("utf-8")
        assert not [n for n in held | digits if n in text], file


def test_a_phone_calls_each_number_of_a_card(built: Path, site: Site) -> None:
    page = parsed(built / "safety/index.html").to_html()
    for needs in LINES.values():
        for href in (href for hrefs in needs.values() for href in hrefs):
            assert f'href="{href}"' in page, href
    assert 'href="https://findahelpline.com"' in page
    assert "You can call even if you only feel low or worn out." in page


def test_no_card_speaks_of_our_own_work_or_doubts_itself(built: Path, site: Site) -> None:
    untraced = site.words.groups["sources"]["untraced"]
    for page in built.rglob("*.html"):
        for card in parsed(page).query(".care-card"):
            text = card.to_text()
            assert untraced not in text and "°" not in text and "checked their" not in text, page
    assert not [
        item for card in site.safety.cards for item in (*card.signs, *card.actions) if item.basis
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
        "one of these: weak immunity, dialysis, injected street drugs, or a recent infection",
        "Fever may be missing",
        "very unwell, if you have diabetes",
        "operation or injection in your back, with fever",
    ],
    "emergency-any": [
        "with or without back pain",
        (
            "sudden severe pain in your chest or back that tears or rips, also between the "
            "shoulder blades"
        ),
        "sudden severe pain in the back or belly with faintness",
        "a bulge in your main artery (aneurysm) that you know of",
        "a pulse that you feel in your belly, and sudden or severe pain",
        "severe bruising, a bruise that grows, or bleeding that does not stop",
        "sudden severe back pain, or had a blow to your head",
        "black poo, blood in your pee or poo",
    ],
    "after-massage": [
        "even days later",
        (
            "a face fallen on one side, an arm that will not stay up, or slurred speech. Any one "
            "of these is enough, even if it passes"
        ),
        "weakness or numbness of one side of your face or body, legs too",
        "a swollen throat or tongue",
        "use your injector",
        "Do not stand or walk, even if you feel better",
        "one leg or both newly weak or numb",
    ],
    "pregnant": [
        "now or in the last year",
        "with or without back pain",
        "count for a year after birth",
        "one leg that is swollen, red or painful",
    ],
    "overdose": [
        "If you took it on purpose, call your emergency number, even if you feel well",
        "do not drive",
    ],
    "self-harm": [
        "If your life is at risk, call your emergency number",
        "If you took or swallowed something, call your emergency number",
        "You need not be in danger",
        "find a free helpline at findahelpline.com",
    ],
    "assault": [
        (
            "a therapist, or anybody else, touched you in a sexual way, or did or said something "
            "sexual"
        ),
        "If you are in danger, call your emergency number. It is not your fault.",
        "Whether you tell the police is your choice",
        "not sure what happened, and however long ago",
    ],
    "harm-at-home": [
        "a parent, partner, ex, relative or carer",
        "If you are in danger, call your emergency number",
        "The one who does it is to blame, and not you",
    ],
    "same-day": [
        ("one leg is newly weak or numb (an emergency if it gets worse, or came after a massage)"),
        "a pulse that you feel in your belly, and new pain",
        "you may be pregnant and have low pain on one side",
        "In Northern Ireland: call your GP",
        "call 811",
        "1800MEDICARE",
        "Nobody can see you today? Go to an emergency department",
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
    Level.EMERGENCY: {"aneurysm-pain", "growing-bruise", "infection-risk"},
    Level.WITHIN_DAYS: {"shingles", "slow-signs", "child-with-pain"},
    Level.TODAY: {"leg-clot", "nerve-pain", "fracture", "fever"},
    Level.TELL: {
        *("neck", "skin", "loose-joints", "lying-down", "veins", "numbness", "allergy"),
        "alcohol-and-drugs",
    },
    Level.YOUR_CHOICE: {"trauma"},
}


def test_how_soon_each_condition_needs_somebody_is_as_urgent_as_it_was(site: Site) -> None:
    for level, ids in LEVELS.items():
        assert {item.id for item in site.safety.ask_first if item.level is level} == ids, level


def test_every_kind_names_pregnancy_and_the_sentence_that_says_how_soon(
    built: Path, site: Site
) -> None:
    for id in site.types:
        article = parsed(built / f"types/{id}/index.html").query("article")[0]
        text, links = article.to_text(), article.to_html()
        assert (
            'href="../../safety/#pregnancy"' in links and 'href="../../safety/#whole-list"' in links
        ), id
        for level in {item.level for item in site.safety.ask_first}:
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
        "no massage gun anywhere on your neck",
        "No heat on or near it without asking a pharmacist",
        "have only drainage by a therapist who is trained in it",
        "Long rest in bed or a long journey, not long ago",
        "one leg or calf newly swollen, hot or painful needs help today.",
        "a racing heart",
    ],
    "claims/worn-discs": [
        "Nobody has shown that it can repair or reshape a disc.",
        "Call your emergency number for pain, tingling, weakness or numbness in both legs.",
    ],
    "clinics": ["No clinician has reviewed the text yet. Read a page before you hand it on."],
    "types/deep-tissue": ["If a swelling or bruise grows, call your emergency number."],
    "types/hot-stone": ["Heat on or near a medicine patch", "A medicine patch on your skin"],
    "self-care": [
        "No heat on or near a fentanyl patch",
        "Never use a massage gun or a massage device on your neck",
    ],
    "find-a-therapist": ["They will not tell you their training.", "Leave, and get help"],
    "questions": [
        "Never on your neck.",
        "It may be a blood clot. Get help today",
        "Severe pain that started suddenly, or gets worse quickly, needs help today.",
        "Never stop an opioid painkiller suddenly.",
        "bleeding that does not stop? Call your emergency number now.",
    ],
    "first-visit": ["shivery or unwell, with none of these? Get medical help today"],
    "cost": [
        "Hurt at work or in a car? Ask that insurer too.",
        "funds may pay for shiatsu again",
        "Do not count on the NDIS to pay.",
        "In many areas of England you can book NHS physiotherapy yourself.",
        "Original Medicare",
    ],
    "compare": [
        "If you are pregnant, take none unless your doctor or midwife says so.",
        "if you are over 65, take blood thinners or other medicines, or have asthma, ulcers, or",
        "They can harm your stomach, heart and kidneys.",
    ],
}


@pytest.mark.parametrize("page", SAID)
def test_what_was_softened_or_missing_is_said(built: Path, site: Site, page: str) -> None:
    article = parsed(built / today(site, page) / "index.html").query("article")[0]
    text = re.sub(r" (?=[.,;:?])", "", " ".join(article.to_text().split()))  # behind a link
    assert not [said for said in SAID[page] if said not in text]


REST_ON = {
    "long-rest": {"pe-nhs", "nhs-dvt"},
}
"""Conditions whose advice once named sources that do not say it."""


def test_advice_rests_on_sources_that_say_it(site: Site) -> None:
    for condition in site.safety.ask_first:
        if condition.id in REST_ON:
            assert set(condition.advice.sources) == REST_ON[condition.id]
    assert REST_ON.keys() <= {condition.id for condition in site.safety.ask_first}


HOW_SOON = (
    r"emergency number|emergency department|an emergency|maternity unit now",
    r"\btoday\b",
    r"within days",
)


def test_no_answer_says_a_milder_thing_before_a_more_urgent_one(site: Site) -> None:
    for id, question in site.questions.items():
        said = [site.plain(passage.text) for passage in question.answer]
        levels = [
            next((at for at, words in enumerate(HOW_SOON) if re.search(words, text)), None)
            for text in said
        ]
        urgent = [level for level in levels if level is not None]
        assert urgent == sorted(urgent), id


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


def test_three_cards_stand_on_every_sheet_and_in_every_frame(site: Site) -> None:
    assert {card.id for card in site.safety.cards if card.everywhere} == {
        *("emergency", "emergency-any", "after-massage"),
    }


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
