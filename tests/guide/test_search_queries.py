"""The right page is among the first three, and an emergency is answered first.

Nothing harmless raises an alarm.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from massage_guide.model.safety import Urgency
from massage_guide.site.site import Site
from massage_guide.text.spelling import english
from tests.search.box import (
    LOOK_ALIKES,
    PAGES,
    RED_FLAGS,
    RELEVANCE,
    SIGNS,
    TOP,
    Answer,
    ask,
    rank,
)
from tests.search.box import answers as fresh_answers
from tests.support.moved import today

ENOUGH = 0.95
ENOUGH_OF_A_KIND = 0.9
ENOUGH_SECTIONS = 0.87
MOST_ALARMS = 0.02
MOST_ORDINARY_ALARMS = 0.018
URGENT_ENOUGH = 0.98
SOON_ENOUGH = 0.99


ANSWERED: dict[str, Answer] = {}
"""What the guide answers to each text that a test here has asked: many are looked at by two."""


def answers(page: Page, root: str, texts: list[str]) -> list[Answer]:
    """What the box would show for each text, which is asked once."""
    new = [text for text in dict.fromkeys(texts) if text not in ANSWERED]
    ANSWERED.update(zip(new, fresh_answers(page, root, new), strict=True))
    return [ANSWERED[text] for text in texts]


def wanted(site: Site, query: dict[str, Any]) -> list[str]:
    """The pages that a query should find."""
    return [today(site, address) for address in query["want"]]


def test_the_right_page_is_in_the_top_three(home: Page, address: str, site: Site) -> None:
    queries = [(kind, query) for kind, found in RELEVANCE.items() for query in found]
    missed = []
    for kind, query in queries:
        found = rank(ask(home, query["q"], f"{address}/").results, wanted(site, query))
        if not found or found > TOP:
            missed.append(f"{kind}: {query['q']} ({found})")
    assert len(queries) > 150
    assert len(missed) <= (1 - ENOUGH) * len(queries), missed


def test_every_red_flag_is_answered_first(home: Page, address: str) -> None:
    assert len(RED_FLAGS) > 100
    found = answers(home, f"{address}/", [text for _, text in RED_FLAGS])
    assert not [flag for flag, answer in zip(RED_FLAGS, found, strict=True) if not answer.urgent]


def test_nothing_harmless_raises_an_alarm(home: Page, address: str) -> None:
    found = answers(home, f"{address}/", LOOK_ALIKES)
    alarms = [text for text, answer in zip(LOOK_ALIKES, found, strict=True) if answer.urgent]
    assert len(LOOK_ALIKES) > 100
    assert len(alarms) <= MOST_ALARMS * len(LOOK_ALIKES), alarms


def test_ordinary_questions_raise_no_alarm(home: Page, address: str) -> None:
    """Some of them do name a sign, such as a back that hurts since an accident."""
    texts = [
        query["q"]
        for kinds in (RELEVANCE, *PAGES.values())
        for queries in kinds.values()
        for query in queries
    ]
    alarms = [
        text
        for text, found in zip(texts, answers(home, f"{address}/", texts), strict=True)
        if found.urgent
    ]
    assert len(texts) > 1500
    assert len(alarms) <= MOST_ORDINARY_ALARMS * len(texts), alarms


WHOLE_DICTIONARY = """async ([words, base]) => {
  const [{ Ranking }, { Emergencies }, { stem }, data] = await Promise.all([
    import(`${base}assets/javascripts/search/ranking.js`),
    import(`${base}assets/javascripts/search/emergencies.js`),
    import(`${base}assets/javascripts/search/stemmer.js`),
    fetch(`${base}search/index.json`).then((answer) => answer.json()),
  ]);
  const ranking = new Ranking(data);
  const emergencies = new Emergencies(data, (word) => ranking.isWord(word));
  const isForm = (word) => emergencies.stems.has(stem(word));
  return {
    alarms: words.filter(
      (word) => !isForm(word) && emergencies.answersTo(`${word} back pain`).length,
    ),
    changed: words.filter((word) => ranking.search(`${word} `).corrected),
  };
}"""
MOST_CHANGED = 0.005


def test_no_right_word_is_taken_for_another_one(home: Page, address: str) -> None:
    words = sorted(english())
    found = home.evaluate(WHOLE_DICTIONARY, [words, f"{address}/"])
    assert found["alarms"] == []
    assert len(found["changed"]) <= MOST_CHANGED * len(words), found["changed"]


@pytest.mark.parametrize("name", SIGNS)
def test_what_others_might_type_is_answered_and_what_looks_like_it_is_not(
    home: Page, address: str, name: str
) -> None:
    flags = [text for texts in SIGNS[name]["red-flag"].values() for text in texts]
    harmless = SIGNS[name]["look-alike"]
    missed = [
        text
        for text, found in zip(flags, answers(home, f"{address}/", flags), strict=True)
        if not found.urgent
    ]
    alarms = [
        text
        for text, found in zip(harmless, answers(home, f"{address}/", harmless), strict=True)
        if found.urgent
    ]
    assert len(flags) > 150
    assert len(harmless) > 140
    assert len(missed) <= (1 - URGENT_ENOUGH) * len(flags), missed
    assert len(alarms) <= MOST_ALARMS * len(harmless), alarms


@pytest.mark.parametrize("name", PAGES)
def test_what_others_might_look_for_finds_its_page(
    home: Page, address: str, site: Site, name: str
) -> None:
    missed: dict[str, list[str]] = {}
    for kind, queries in PAGES[name].items():
        found = answers(home, f"{address}/", [query["q"] for query in queries])
        ranks = [
            rank(answer.results, wanted(site, query))
            for query, answer in zip(queries, found, strict=True)
        ]
        missed[kind] = [
            query["q"]
            for query, place in zip(queries, ranks, strict=True)
            if not place or place > TOP
        ]
        assert len(missed[kind]) <= (1 - ENOUGH_OF_A_KIND) * len(queries), (kind, missed[kind])
    count = sum(len(queries) for queries in PAGES[name].values())
    assert sum(map(len, missed.values())) <= (1 - ENOUGH) * count, missed


WITH_SECTIONS = [
    name
    for name, kinds in PAGES.items()
    if any("section" in q for qs in kinds.values() for q in qs)
]


@pytest.mark.parametrize("name", WITH_SECTIONS)
def test_what_others_might_look_for_finds_its_section(home: Page, address: str, name: str) -> None:
    queries = [query for kind in PAGES[name].values() for query in kind if "section" in query]
    found = answers(home, f"{address}/", [query["q"] for query in queries])
    missed = [
        query["q"]
        for query, answer in zip(queries, found, strict=True)
        if not set(query["section"]).intersection(answer.links)
    ]
    assert len(queries) > 300
    assert len(missed) <= (1 - ENOUGH_SECTIONS) * len(queries), missed


CARDS = {
    "low": {"self-harm"},
    "assault": {"assault"},
    "home": {"harm-at-home"},
    "overdose": {"overdose", "self-harm"},
    "allergy": {"after-massage", "emergency", "emergency-any"},
    "pregnancy": {"pregnant"},
    "child": {"within-days", "same-day", "emergency", "emergency-any"},
    "kidney": {"same-day", "emergency", "emergency-any"},
    "bleed": {"after-massage", "emergency", "emergency-any"},
    "stroke": {"after-massage", "emergency", "emergency-any"},
    "tearing": {"emergency", "emergency-any"},
    "infection": {"emergency", "emergency-any"},
}
"""The cards that may answer a kind of red flag."""


AT_ONCE = {
    *("bladder", "bowel", "saddle", "sexual", "legs", "injury", "chest", "stroke", "allergy"),
    *("bleed", "overdose", "pregnancy", "infection-risk", "self-harm", "assault", "home"),
}
TODAY = {"fracture", "sudden", "kidney", "infection", "cancer", "clot"}
NEVER_MISSED = {"bladder", "saddle", "legs", "self-harm", "assault", "home"}
BY_LEVEL = [name for name, batch in SIGNS.items() if set(batch["red-flag"]) >= AT_ONCE | TODAY]


@pytest.mark.parametrize("name", BY_LEVEL)
def test_no_sign_is_told_to_wait_longer_than_it_may(
    home: Page, address: str, site: Site, name: str
) -> None:
    urgency = {it.id: site.cards[it.card].urgency for it in site.urgent.answers}
    typed = [(kind, text) for kind, texts in SIGNS[name]["red-flag"].items() for text in texts]
    found = answers(home, f"{address}/", [text for _, text in typed])
    late, missed = [], []
    for (kind, text), answer in zip(typed, found, strict=True):
        wanted = [*Urgency][: 1 if kind in AT_ONCE else 2 if kind in TODAY else None]
        if not answer.urgent and kind in NEVER_MISSED:
            missed.append((kind, text))
        elif answer.urgent and urgency[answer.urgent] not in wanted:
            late.append((kind, text, answer.urgent))
    assert missed == []
    assert len(late) <= (1 - SOON_ENOUGH) * len(typed), late


def test_every_phrase_of_an_answer_raises_one(home: Page, address: str, site: Site) -> None:
    """No harmless phrase passes over it."""
    phrases = [
        phrase.replace("=", "")
        for answer in site.urgent.answers
        for phrase in (*answer.phrases, *answer.names)
    ]
    found = answers(home, f"{address}/", phrases)
    assert [
        phrase for phrase, answer in zip(phrases, found, strict=True) if not answer.urgent
    ] == []


@pytest.mark.parametrize("name", ["n", "o"])
def test_each_kind_of_trouble_is_answered_with_its_own_card(
    home: Page, address: str, site: Site, name: str
) -> None:
    cards = {answer.id: answer.card for answer in site.urgent.answers}
    typed = [(kind, text) for kind, texts in SIGNS[name]["red-flag"].items() for text in texts]
    found = answers(home, f"{address}/", [text for _, text in typed])
    wrong = [
        (kind, text, answer.urgent)
        for (kind, text), answer in zip(typed, found, strict=True)
        if answer.urgent and cards[answer.urgent] not in CARDS[kind]
    ]
    assert len(wrong) <= (1 - URGENT_ENOUGH) * len(typed), wrong


@pytest.mark.parametrize(
    "text",
    [
        "masseur rubbed himself against me",
        "therapist put his fingers inside me",
        "molested",
        "groped",
        "felt violated after massage",
        "raped",
        "not safe at home",
        "my partner hurts me",
        "afraid of my husband",
        "my carer touches me when washing",
        "therapist didn't stop",
        "somebody is hurting my child",
        "i'm not allowed out",
    ],
)
def test_whoever_is_hurt_by_somebody_is_led_to_help_and_to_no_page_on_massage(
    home: Page, address: str, text: str
) -> None:
    found = ask(home, text, f"{address}/")
    assert found.urgent and not found.results


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("can't cope", "self-harm"),
        ("hopeless", "self-harm"),
        ("I am a burden", "self-harm"),
        ("I can't do this", "self-harm"),
        ("my family would be better off", "self-harm"),
        ("dark thoughts", "self-harm"),
        ("I took too much oxycodone", "overdose"),
        ("throat closing up", "after-massage"),
        ("contractions", "pregnant"),
        ("miscarriage back pain bleeding", "pregnant"),
        ("ectopic pregnancy", "pregnant"),
        ("baby not moving", "pregnant"),
        ("my 6 year old has back pain at night", "within-days"),
        ("therapist hurt me too hard and would not stop", "assault"),
        ("she pressed so hard I cried and she did not stop", "assault"),
        ("therapist said something creepy", "assault"),
        ("sexual massage complaint", "assault"),
        ("I hurt myself and cannot stop", "self-harm"),
        ("I hurt myself and would not stop", "self-harm"),
        ("he pressed so hard my nose bled and would not stop", "after-massage"),
        ("report sexual problems since my back pain", "emergency"),
        ("bruise getting bigger after massage on eliquis", "after-massage"),
        ("growing lump after massage on warfarin", "after-massage"),
        ("arm went numb and weak after neck massage", "after-massage"),
        ("trouble swallowing after neck massage", "after-massage"),
        ("sudden tearing pain between shoulder blades", "emergency-any"),
        ("fever and back pain on dialysis", "emergency"),
        ("kidney stone pain", "same-day"),
        ("sudden severe back pain", "same-day"),
        ("back pain is getting worse fast", "same-day"),
        ("sudden pain in upper back", "emergency-any"),
        ("marfan chest pain", "emergency-any"),
        ("dizzy after massage", "after-massage"),
        ("headache after neck massage", "after-massage"),
        ("brown pee after massage", "same-day"),
        ("pregnant leg pain", "pregnant"),
        ("dialysis back pain", "emergency"),
        ("fentanyl patch heat pad sleepy", "overdose"),
        ("pain at night", "within-days"),
        ("i bought pills to end it", "self-harm"),
        ("i'm scared i'll hurt my child", "self-harm"),
        ("nobody loves me", "self-harm"),
        ("took my mum's morphine", "overdose"),
        ("he spiked my drink before the massage", "overdose"),
        ("coach touched me", "assault"),
        ("kept going after i said stop", "assault"),
        ("massage guy went under the towel", "assault"),
        ("am i being groomed", "assault"),
        ("my granddaughter steals my pension", "harm-at-home"),
        ("my neighbour is beating his wife", "harm-at-home"),
        ("my father is locked in his room", "harm-at-home"),
        ("safeguarding", "harm-at-home"),
    ],
)
def test_what_once_led_elsewhere_leads_to_its_card(
    home: Page, address: str, site: Site, text: str, card: str
) -> None:
    cards = {answer.id: answer.card for answer in site.urgent.answers}
    (found,) = answers(home, f"{address}/", [text])
    assert cards.get(found.urgent) == card


@pytest.mark.parametrize(
    "query", ["811", "healthdirect", "nhs 24", "nurse line", "urgent care", "leg pain", "sore calf"]
)
def test_a_route_to_help_today_and_pain_in_a_leg_lead_to_safety_or_its_questions(
    home: Page, address: str, query: str
) -> None:
    (answer,) = answers(home, f"{address}/", [query])
    first = answer.results[0]
    assert answer.urgent or first.startswith(("safety/", "questions/#leg-pain")), first


@pytest.mark.parametrize(
    "text", ["human trafficking", "trafficked", "is the girl at the spa trafficked"]
)
def test_a_question_about_forced_workers_hides_no_results(
    home: Page, address: str, text: str
) -> None:
    found = ask(home, text, f"{address}/")
    assert found.results and not found.urgent


def test_who_only_feels_low_is_not_told_of_an_emergency(site: Site) -> None:
    assert [answer.id for answer in site.urgent.answers if answer.calm] == ["low"]
