"""Words become forms, and forms a pattern that meets them."""

from __future__ import annotations

import re

import pytest

from massage_guide.rules.wording.vocabulary import any_phrase, contracted, nouns, of_one, singulars


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("ease", "eases"),
        ("get rid of", "gets rid of"),
        ("be", "is"),
        ("have", "has"),
        ("press on", "presses on"),
        ("fix", "fixes"),
        ("buzz", "buzzes"),
        ("push", "pushes"),
        ("stretch", "stretches"),
        ("do", "does"),
        ("go", "goes"),
        ("carry", "carries"),
        ("play", "plays"),
        ("obey", "obeys"),
        ("enjoy", "enjoys"),
        ("buy", "buys"),
        ("stylize", "stylizes"),
    ],
)
def test_a_verb_has_a_form_for_one_doer(phrase: str, one: str) -> None:
    assert of_one([phrase]) == {one}


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("session", {"session", "sessions"}),
        ("judo", {"judo", "judos"}),
        ("lumbago", {"lumbago", "lumbagos"}),
        ("massag*", {"massag*"}),
    ],
)
def test_a_noun_has_a_plural_unless_it_has_any_ending(noun: str, forms: set[str]) -> None:
    assert nouns([noun]) == forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("back rubs", {"back rubs", "back rub"}),
        ("fitness", {"fitness"}),
        ("massage", {"massage"}),
    ],
)
def test_a_name_in_the_plural_has_a_singular(name: str, forms: set[str]) -> None:
    assert singulars([name]) == forms


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("we do not know", {"we don't know"}),
        ("it does not last", {"it doesn't last"}),
        ("is not known", {"isn't known"}),
        ("are not known", {"aren't known"}),
        ("did not help", {"didn't help"}),
        ("could not say", {"couldn't say"}),
        ("has not been shown", {"hasn't been shown"}),
        ("have not been shown", {"haven't been shown"}),
        ("cannot say", {"can't say"}),
        ("is nothing", set()),
        ("knows not", set()),
        (
            "not known",
            {"isn't known", "aren't known", "hasn't known", "haven't known", "wasn't known"},
        ),
    ],
)
def test_a_denial_has_short_forms(phrase: str, short: set[str]) -> None:
    assert contracted([phrase]) == {phrase} | short


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ({"massage", "massage gun"}, "massage gun", "massage gun"),
        ({"heal*", "heal up"}, "heal up", "heal up"),
        ({"heal*"}, "healing", "healing"),
        ({"a good rub"}, "a good rub", "a good rub"),
        ({"hot stone"}, "hot-stone", "hot-stone"),
        ({"weak … evidence"}, "weak evidence", "weak evidence"),
        ({"weak … evidence"}, "weak and very old evidence", "weak and very old evidence"),
        ({"weak … evidence"}, "weak and not so very old evidence", ""),
        (set(), "massage", ""),
    ],
)
def test_of_several_phrases_the_longest_is_found(phrases: set[str], text: str, found: str) -> None:
    match = re.match(any_phrase(phrases), text)
    assert (match[0] if match else "") == found
