"""Forms of a word have one root, and other words have others."""

from __future__ import annotations

import pytest

from massage_guide.text.roots import roots


@pytest.mark.parametrize(
    "forms",
    [
        "slip slips slipped slipping",
        "massage massages massaging",
        "tired tiredness",
        "dizzy dizziness",
        "safe safely",
        "sit sits sitting sittings",
        "ache aches ached aching",
        "press presses pressed pressing",
        "Stroke STROKES stroking",
        "kneading knead",
    ],
)
def test_forms_of_a_word_have_one_root(forms: str) -> None:
    assert len(roots(forms)) == 1


@pytest.mark.parametrize(
    "words", ["back neck", "oil oils soil", "leg log", "is us", "pee poo", "big bigger biggest bag"]
)
def test_other_words_have_other_roots(words: str) -> None:
    assert len(roots(words)) > 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The therapist's price", {"the", "thera", "pric"}),
        ("don’t", {"dont"}),
        ("a_b, 111!", {"a", "b", "111"}),
        ("", set()),
        ("bus", {"bus"}),
        ("less", {"les"}),
        ("egg", {"egg"}),
        ("kneeling", {"kneel"}),
    ],
)
def test_what_the_roots_of_a_text_are(text: str, found: set[str]) -> None:
    assert roots(text) == found


def test_several_texts_are_read_as_one_after_the_other() -> None:
    assert roots("back", "pain", "back") == {"back", "pain"}
