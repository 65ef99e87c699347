"""Words as the search compares them."""

from __future__ import annotations

import pytest

from massage_guide.text.tokens import leveled, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Back PAIN, again?", ["back", "pain", "again"]),
        ("can't can’t canʼt can´t can`t", ["cant"] * 5),
        ("café naïve mañana", ["cafe", "naive", "manana"]),
        ("a_b c-d", ["a", "b", "c", "d"]),
        ("12 cm, 1.5", ["12", "cm", "1", "5"]),
        ("$200 or £9.50 or 3 €", ["$", "200", "or", "£", "9", "50", "or", "3", "€"]),
        ("= + %", []),
        ("", []),
    ],
)
def test_words_are_small_and_without_accents_and_a_sign_of_money_is_one(
    text: str, words: list[str]
) -> None:
    assert words_of(text) == words


def test_phrases_are_in_such_words_each_once_in_their_order() -> None:
    assert leveled(["Can't  Pee", "wet myself", "cant pee", "Über_all"]) == [
        "cant pee",
        "wet myself",
        "uber all",
    ]


def test_a_word_that_must_be_typed_just_so_keeps_its_sign() -> None:
    assert leveled(["=Rape", "rape", "talks =about"]) == ["=rape", "rape", "talks =about"]


def test_phrases_need_no_list() -> None:
    assert leveled(iter(())) == []
