"""Right words that the search would take for others are found, and packed."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.text.spelling import (
    english,
    forms,
    mistakable,
    mistakes_in,
    packed,
    sound_of,
    without_endings,
)

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))


def unpacked(text: str) -> list[str]:
    """As search/spelling.js reads it."""
    pieces = re.findall(r"[A-Z][a-z]*", text)
    return list(accumulate(pieces, lambda last, it: last[: ord(it[0]) - 65] + it[1:], initial=""))[
        1:
    ]


@pytest.mark.parametrize(
    "word",
    ["colour", "color", "organise", "labour", "paediatric", "lifelong", "concerned", "tutor"],
)
def test_the_dictionary_has_the_spellings_of_three_countries(word: str) -> None:
    assert word in english()


def test_it_is_large_and_plain() -> None:
    assert len(english()) >= 25_000
    assert all(re.fullmatch("[a-z]{4,}", word) for word in english())


@pytest.mark.parametrize(
    ("word", "count"), [("leg", 0), ("legs", 1), ("massage", 1), ("massages", 2)]
)
def test_a_longer_word_may_hold_more_mistakes(word: str, count: int) -> None:
    assert mistakes_in(word) == count


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("carry", "carries"),
        ("carry", "carried"),
        ("play", "plays"),
        ("ease", "easing"),
        ("ease", "eased"),
        ("fit", "fitting"),
        ("fit", "fitted"),
        ("walk", "walking"),
        ("pee", "peeing"),
        ("drop", "dropping"),
        ("visit", "visited"),
    ],
)
def test_a_word_has_forms(word: str, form: str) -> None:
    assert form in forms(word)


@pytest.mark.parametrize(
    ("word", "misspelt"),
    [
        ("kill", "killling"),
        ("touch", "touchhed"),
        ("cough", "coughhing"),
        ("drop", "droping"),
        ("pee", "peing"),
    ],
)
def test_a_misspelt_form_is_none(word: str, misspelt: str) -> None:
    assert misspelt not in forms(word)


@pytest.mark.parametrize(("word", "left"), [("sleepers", ["sleeper", "sleep"]), ("leg", [])])
def test_a_word_is_tried_without_its_ending(word: str, left: list[str]) -> None:
    assert sorted(without_endings(word)) == sorted(left)


@pytest.mark.parametrize(
    "word",
    [
        "tutor",  # changed
        "tumour",  # inserted
        "tumr",  # left out
        "tmuor",  # swapped
    ],
)
def test_a_word_with_one_mistake_is_taken_for_the_other(word: str) -> None:
    assert mistakable([word], ["tumor"]) == [word]


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("humor", "tumor"),  # another first letter
        ("tamer", "tumor"),  # two mistakes in five letters
        ("leg", "peg"),  # too short
        ("tumor", "tumor"),
        ("tumors", "tumor"),  # a form
        ("concern", "cancer"),
    ],
)
def test_what_is_unlike_or_the_same_is_not(word: str, target: str) -> None:
    assert mistakable([word], [target]) == []


def test_a_long_word_may_be_two_mistakes_away() -> None:
    assert mistakable(["overcame", "lifelong"], ["overdose", "lifeline"]) == ["lifelong"]


def test_its_ending_and_a_form_of_the_other_are_looked_at_too() -> None:
    assert mistakable(["sorters"], ["sore"]) == ["sorters"]
    assert mistakable(["walkers"], ["talks", "walk"]) == ["walkers"]
    assert mistakable(["waling"], ["walk"]) == ["waling"]


def test_a_form_of_a_sign_is_looked_at_for_only_its_stem_is_known() -> None:
    assert mistakable(["plantings"], ["planting"], ["panting"]) == []
    assert mistakable(["plantings"], [], ["planting", "panting"]) == ["plantings"]


def test_what_is_a_form_of_another_one_is_left_out() -> None:
    assert mistakable(["tutor", "tutors", "tutored"], ["tumor", "tumors"]) == ["tutor"]
    found = mistakable(
        ["slant", "slanting", "slantings"], ["plant", "slang", "slating", "slatings"]
    )
    assert found == ["slant", "slantings"]


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["able"], "Aable"), (["ablest", "able"], "AableEst"), (["a", "b"], "AaAb")],
)
def test_words_are_packed_in_order(words: list[str], text: str) -> None:
    assert packed(words) == text


@given(WORDS)
def test_what_is_packed_is_read_back_the_same(words: list[str]) -> None:
    assert unpacked(packed(words)) == sorted(words)


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("knee", "ni"),
        ("wrist", "rist"),
        ("psychic", "sichik"),
        ("xylo", "silo"),
        ("phone", "fon"),
        ("night", "nit"),
        ("cough", "ko"),
        ("scene", "sen"),
        ("cell", "sel"),
        ("stretch", "strech"),
        ("posture", "poschur"),
        ("quit", "kwit"),
        ("back", "bak"),
        ("cat", "kat"),
        ("chair", "chair"),
        ("flex", "fleks"),
        ("buzz", "bus"),
        ("leap", "lip"),
        ("field", "fild"),
        ("receive", "resiv"),
        ("loud", "lod"),
        ("low", "lo"),
        ("pause", "pos"),
        ("raw", "ro"),
        ("coat", "kot"),
        ("massage", "masag"),
    ],
)
def test_how_a_word_sounds(word: str, sound: str) -> None:
    assert sound_of(word) == sound
