"""The pure modules of the search, each on its own, in the browser they run in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from massage_guide.text.spelling import (
    english,
    forms,
    joined,
    mistakes_in,
    packed,
    sound_of,
    without_endings,
)
from massage_guide.text.tokens import words_of

Run = Callable[..., Any]

SMALL = {
    "skip": ["my", "the", "is"],
    "past": ["years ago", "in 0000", "fine now"],
    "present": ["and now"],
    "misspelt": {"legs": ["laygs"]},
    "groups": {
        "cannot": ["can't", "not able"],
        "pee": ["pee", "pass water"],
        "numb": ["numb"],
        "leg": ["leg", "=shins"],
    },
    "urgent": [
        {
            "id": "bladder",
            "card": "emergency",
            "rank": 0,
            "exit": [],
            "phrases": ["wet myself"],
            "signs": [["cannot", "pee"]],
            "harmless": ["pee stop"],
        },
        {
            "id": "legs",
            "card": "emergency",
            "rank": 0,
            "exit": [],
            "phrases": [],
            "signs": [["numb", "leg"]],
            "harmless": ["leg of lamb"],
        },
        {
            "id": "home",
            "card": "home",
            "rank": 0,
            "exit": ["Leave"],
            "private": True,
            "phrases": ["hits me", "hits"],
            "signs": [],
            "harmless": [],
        },
        {
            "id": "crisis",
            "card": "crisis",
            "rank": 0,
            "exit": [],
            "private": True,
            "phrases": ["crisis"],
            "signs": [],
            "harmless": [],
        },
        {
            "id": "today",
            "card": "today",
            "rank": 1,
            "exit": [],
            "only_now": True,
            "phrases": ["fever"],
            "signs": [],
            "harmless": [],
        },
    ],
}


@pytest.fixture(scope="module")
def run(browser: Browser, address: str) -> Iterator[Run]:
    """Calls a function that is given a module of the search and a value."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/about/")

        def call(module: str, body: str, value: Any) -> Any:
            return page.evaluate(
                f"async (value) => {{ const module = await "
                f"import('{address}/assets/javascripts/search/{module}.js');"
                f" return ({body})(module, value); }}",
                value,
            )

        yield call


def answered(run: Run, typed: str, is_word: str = "() => false") -> list[str]:
    """The answers that a text calls for, by their ids."""
    body = (
        f"({{ Emergencies }}, [data, typed]) => new Emergencies(data, {is_word})"
        ".answersTo(typed).map(({ id }) => id)"
    )
    return run("emergencies", body, [SMALL, typed])


def searched(run: Run, index: dict[str, Any], typed: str) -> dict[str, Any]:
    """What the search has for a text."""
    body = "({ Ranking }, [data, typed]) => new Ranking(data).search(typed)"
    return run("ranking", body, [index, typed])


@pytest.mark.parametrize(
    ("one", "other", "most", "needed"),
    [
        ("masage", "massage", 2, 1),
        ("massage", "massage", 2, 0),
        ("shitasu", "shiatsu", 2, 1),
        ("deap", "deep", 1, 1),
        ("endorfins", "endorphins", 2, 2),
        ("a", "abc", 1, 2),
        ("", "ab", 2, 2),
        ("cat", "dog", 2, 3),
    ],
)
def test_mistakes_are_letters_put_in_left_out_changed_or_swapped(
    run: Run, one: str, other: str, most: int, needed: int
) -> None:
    body = "({ distance }, [one, other, most]) => distance(one, other, most)"
    for pair in ([one, other], [other, one]):
        assert run("spelling", body, [*pair, most]) == needed


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("deap", "deep"),
        ("dep", None),
        ("massaje", "massage"),
        ("endorfins", "endorphins"),
        ("endorfims", None),
        ("xylophone", None),
        ("texts", "texts"),  # itself, though a word before it is as likely
    ],
)
def test_short_words_bear_no_mistake_and_long_ones_two(
    run: Run, word: str, found: str | None
) -> None:
    body = "({ likest, lexicon }, [word, words]) => likest(word, lexicon(words)) ?? null"
    words = ["text", "deep", "massage", "endorphins", "texts"]
    assert run("spelling", body, [word, words]) == found


def test_words_are_found_whole_and_in_the_text_they_stand_in(run: Run) -> None:
    body = (
        "({ Texts }, texts) =>"
        " ['rub', 'can', 'cant', '$'].map((word) => new Texts(texts).holding(word))"
    )
    assert run("tokens", body, ["A back rub.", "Rubber can’t rub: rub!", "A $9 rub"]) == [
        [0, 1, 1, 2],
        [],
        [1],
        [2],
    ]


def test_the_build_finds_the_words_that_the_search_finds(run: Run) -> None:
    text = "I've $200 (£1.50, 9€) for a café_au_lait"
    assert words_of(text) == run("tokens", "({ wordsOf }, text) => wordsOf(text)", text)
    assert {"$", "200", "£", "€", "ive", "cafe"} <= set(words_of(text))


@pytest.mark.parametrize(
    ("british", "spelt"),
    [
        ("tumour", "tumor"),
        ("paediatric", "pediatric"),
        ("oestrogen", "estrogen"),
        ("haemorrhage", "hemorrhage"),
        ("colours", "colors"),
        ("centre", "center"),
        ("fibres", "fibers"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("travelling", "traveling"),
        ("catalogue", "catalog"),
        ("programme", "program"),
        ("licence", "license"),
        ("practise", "practice"),
        ("behavioural", "behavioral"),
        ("massage", "massage"),
        ("hour", "hour"),
        ("four", "four"),
        ("our", "our"),
        ("does", "does"),
        ("could", "could"),
        ("mould", "mold"),
    ],
)
def test_british_spelling_becomes_american(run: Run, british: str, spelt: str) -> None:
    assert run("spelling", "({ american }, word) => american(word)", british) == spelt


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("can't pee", "bladder"),
        ("CANT PEE!", "bladder"),
        ("I am not able to pass my water", "bladder"),
        ("peeing: I can't", "bladder"),
        ("wet the myself", "bladder"),
        ("my legs are numb", "legs"),
        ("numm legs", "legs"),
        ("numb leg, can't pee", "bladder"),
        ("can't find a pee stop", None),
        ("numb after a leg of lamb", None),
        ("pee", None),
        ("can't", None),
        ("", None),
        ("numb one two three four five six seven eight leg", None),
        ("numb laygs", "legs"),
        ("numb shins", "legs"),
        ("numb shin", None),
        ("can't pee, pee stop", "bladder"),
        ("no leg of lamb is numb, nor my leg", "legs"),
    ],
)
def test_an_emergency_is_its_idea_and_not_one_word(
    run: Run, typed: str, answer: str | None
) -> None:
    assert (answered(run, typed) or [None])[0] == answer


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("fever", ["today"]),
        ("fever years ago", []),
        ("fever ten years ago", []),
        ("a fever in 2012", []),
        ("had a fever, fine now", []),
        ("fever and numb ten years ago", ["today"]),  # too far apart to belong together
        ("years ago I was young, fever", ["today"]),  # it comes after
        ("fever ten years ago and now", ["today"]),  # it goes on
        ("can't pee ten years ago", ["bladder"]),  # an answer that time does not end
    ],
)
def test_what_is_long_over_calls_for_nothing_where_its_answer_says_so(
    run: Run, typed: str, shown: list[str]
) -> None:
    assert answered(run, typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("hits me", ["home"]),
        ("hits me, can't pee", ["bladder", "home"]),  # the first of two to which as much belongs
        ("he hits me and my legs are numb, can't pee", ["bladder", "home"]),  # one a card
        ("fever, hits me", ["home", "today"]),  # the most urgent first
        ("can't pee, fever", ["bladder"]),  # nobody is hurt: the most urgent alone
    ],
)
def test_whoever_is_hurt_by_somebody_loses_no_other_answer(
    run: Run, typed: str, shown: list[str]
) -> None:
    assert answered(run, typed) == shown


def test_a_word_in_its_own_right_is_no_misspelt_sign(run: Run) -> None:
    assert answered(run, "numm legs", is_word="(word) => word === 'numm'") == []


@pytest.mark.parametrize(
    ("typed", "private"),
    [
        ("hits me", True),
        ("can't pee", False),
        ("can't pee, crisis", True),  # though only the first of the two is shown
        ("fever", False),
    ],
)
def test_words_are_private_whichever_answer_is_shown(run: Run, typed: str, private: bool) -> None:
    body = "({ Emergencies }, [data, typed]) => new Emergencies(data, () => false).isPrivate(typed)"
    assert run("emergencies", body, [SMALL, typed]) is private


def test_an_excerpt_is_the_text_around_the_first_word_that_was_wanted(run: Run) -> None:
    text = (
        "Nothing here at all. " * 12 + "Then a massage comes, at last. " + "And more of it. " * 20
    )
    runs = run("excerpt", "({ excerpt }, text) => excerpt(text, new Set(['massag']))", text)
    assert "".join(part for part, _ in runs).strip("… ") in text
    assert [part for part, wanted in runs if wanted] == ["massage"]
    assert runs[0][0].startswith("… ") and runs[-1][0].endswith(" …")
    assert sum(len(part) for part, _ in runs) < 200


WORDS = [
    *("carry", "play", "ease", "fit", "leg", "legs", "massage", "massages", "ablest", "able"),
    *("drop", "pee", "kill", "visit", "touch", "cough", "happen", "sleepers", "walking"),
]


def test_the_build_knows_what_the_search_takes_for_the_same(run: Run) -> None:
    found = run(
        "spelling",
        "({ formsOf, mistakesIn, withoutEndings }, words) => "
        "words.map((word) => [formsOf(word).sort(), mistakesIn(word), withoutEndings(word)])",
        WORDS,
    )
    assert found == [
        [sorted(forms(word)), mistakes_in(word), list(without_endings(word))] for word in WORDS
    ]


def test_the_build_hears_what_the_search_hears(run: Run) -> None:
    words = sorted(english())
    assert run("spelling", "({ soundOf }, words) => words.map(soundOf)", words) == [
        sound_of(word) for word in words
    ]
    names = ["deep tissue", "tea", "hot stone massage", "on top", "foam roller"]
    assert set(run("spelling", "({ joinedOf }, names) => joinedOf(names)", names)) == joined(names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("massage", "massages", True),
        ("massaging", "massaged", True),
        ("stop", "stopping", True),
        ("worry", "worries", True),
        ("safe", "safely", True),
        ("contract", "contraction", False),
        ("treat", "treatment", False),
        ("pain", "pain", True),
    ],
)
def test_a_form_of_a_word_is_not_made_from_it(run: Run, one: str, other: str, same: bool) -> None:
    body = "({ isInflected }, [one, other]) => isInflected(one, other)"
    assert run("spelling", body, [one, other]) is same
    assert run("spelling", body, [other, one]) is same


GUIDE = {
    "pages": [
        {
            "at": "types/foam/",
            "title": "Foam roller",
            "text": "You lie on it.",
            "names": [],
            "sections": [
                {"id": "hurt", "title": "Does it hurt?", "text": "It may hurt.", "names": []},
                {"id": "cost", "title": "Money", "text": "What it costs.", "names": []},
            ],
        },
        {
            "at": "questions/",
            "title": "Questions",
            "text": "",
            "names": [],
            "answers": True,
            "sections": [
                {
                    "id": "often",
                    "title": "How often should I go?",
                    "text": f"Once a week. {'It is enough for most people. ' * 9}Then stop.",
                    "names": ["how many visits", "what should i do"],
                },
                {"id": "posture", "title": "Posture", "text": "Sit as you like.", "names": []},
            ],
        },
        {
            "at": "claims/money/",
            "title": "Money is saved",
            "text": "It costs little.",
            "names": [],
            "note": "You may have read this.",
            "sections": [],
        },
        {"at": "sources/", "title": "Money", "text": "Money, 2008.", "names": [], "sections": []},
    ],
    "same": [["often", "frequently"], ["how often", "schedule"], ["money", "$"]],
    "misspelt": {"money": ["mony"]},
    "small": ["how", "do", "i", "it", "is", "the", "a", "what", "should", "go"],
    "last": ["sources/"],
    "right": "",
}


@pytest.mark.parametrize(
    ("typed", "first", "corrected"),
    [
        ("foamroller", "types/foam/", ""),  # typed as one
        ("foamroler", "types/foam/", "foam roller"),  # and misspelt
        ("poscher", "questions/#posture", "posture"),  # written by ear
        ("mony", "types/foam/#cost", "money"),  # an answer before a claim, and sources last
        ("frequently", "questions/#often", ""),
        ("schedule", "questions/#often", ""),  # a phrase of small words has a meaning of its own
        ("how offten", "questions/#often", "how often"),  # found once it is spelt right
        ("do it hurt", "types/foam/#hurt", ""),
        ("$200", "claims/money/", ""),  # a sign asks for money, and no number for another one
    ],
)
def test_it_leads_to_the_section_that_is_meant(
    run: Run, typed: str, first: str, corrected: str
) -> None:
    answer = searched(run, GUIDE, f"{typed} ")
    assert [answer["results"][0]["at"], answer["corrected"]] == [first, corrected]


def test_a_page_is_one_result_with_its_other_sections(run: Run) -> None:
    first, *_ = searched(run, GUIDE, "foam roller hurt cost")["results"]
    assert first["at"].startswith("types/foam/")
    assert {more["at"] for more in first["more"]} | {first["at"]} >= {
        "types/foam/#hurt",
        "types/foam/#cost",
    }
    addresses = [
        result["at"].partition("#")[0] for result in searched(run, GUIDE, "money")["results"]
    ]
    assert addresses == ["types/foam/", "claims/money/", "sources/"]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("how often should i go", True),
        ("how many visits", True),
        ("what should i do", True),  # nothing but small words
        ("what should i", False),
        ("often", True),
        ("how often does a foam roller hurt", False),
        ("posture week enough people", False),
    ],
)
def test_a_question_of_the_guide_is_answered_whole(run: Run, typed: str, whole: bool) -> None:
    first, *others = searched(run, GUIDE, typed)["results"]
    text = "".join(part for part, _ in first["excerpt"])
    assert first["whole"] is whole and text.endswith("Then stop.") is whole
    assert not any(other["whole"] for other in others)


def test_where_nothing_is_found_words_like_it_are_offered(run: Run) -> None:
    assert searched(run, GUIDE, '"postuer"')["near"] == ["posture"]
    assert searched(run, GUIDE, '"xqzw"')["near"] == []


def test_nothing_typed_is_no_word(run: Run) -> None:
    assert searched(run, GUIDE, " ") == {"corrected": "", "results": [], "near": []}


def test_it_reads_the_dictionary_that_the_build_packs(run: Run) -> None:
    text = packed(WORDS)
    assert run("spelling", "({ unpacked }, text) => unpacked(text)", text) == sorted(WORDS)


INDEX = {
    "pages": [
        {
            "at": "sleep/",
            "title": "Sleep",
            "text": "You sleep well and are happy.",
            "names": [],
            "sections": [],
        }
    ],
    "same": [],
    "misspelt": {},
    "small": [],
    "last": [],
    "right": packed(["sleeper", "happily"]),
}


@pytest.mark.parametrize(
    ("typed", "found", "corrected"),
    [
        ("sleeper ", 1, ""),  # a right word leads to the one it is made from
        ("sleeep ", 1, "sleep"),  # a misspelt one is corrected
        ('"sleeep"', 0, ""),  # not in quotation marks
        ("sleeqzz ", 0, ""),
    ],
)
def test_a_right_word_leads_to_its_root_and_is_not_corrected(
    run: Run, typed: str, found: int, corrected: str
) -> None:
    answer = searched(run, INDEX, typed)
    assert [len(answer["results"]), answer["corrected"]] == [found, corrected]


@pytest.mark.parametrize(
    ("word", "right"),
    [("sleep", True), ("sleeps", True), ("sleeper", True), ("sleepers", True), ("sleepps", False)],
)
def test_a_word_of_the_guide_a_right_one_and_their_forms_are_words(
    run: Run, word: str, right: bool
) -> None:
    body = "({ Ranking }, [data, word]) => new Ranking(data).isWord(word)"
    assert run("ranking", body, [INDEX, word]) is right
