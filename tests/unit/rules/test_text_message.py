"""A text message with the page's address fits into one message of a phone."""

from __future__ import annotations

import pytest

from massage_guide.rules.text_message import length
from tests.support.small_guide import SmallGuide, place

FILE = "content/types/swedish.yml"
URL = "https://small.example/types/swedish/"
# 3GPP TS 23.038: the default alphabet, and its extension.
ALPHABET = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = "^{}\\[~]|€"


@pytest.mark.parametrize("sign", ALPHABET)
def test_a_sign_of_the_default_alphabet_counts_once(sign: str) -> None:
    assert length(sign) == 1


@pytest.mark.parametrize("sign", EXTENSION)
def test_a_sign_of_its_extension_counts_twice(sign: str) -> None:
    assert length(sign) == 2


@pytest.mark.parametrize("sign", ["“", "–", "ê", "🙂", "…", "ç", "\t"])
def test_for_any_other_sign_there_is_no_length(sign: str) -> None:
    assert length(f"Some text {sign}") is None


def test_signs_add_up() -> None:
    assert length("") == 0 and length("A [1] ~") == 10


def message(small_guide: SmallGuide, text: str) -> SmallGuide:
    """The small guide with a text message of its own for a kind of massage."""
    return small_guide.change(FILE, "order: 1", f"message: {text}\norder: 1")


def test_160_signs_with_the_address_fit_and_161_do_not(small_guide: SmallGuide) -> None:
    most = 160 - len(URL) - 1
    assert message(small_guide, "x" * most).problems("text-message") == []
    (problem,) = small_guide.change(FILE, "message: x", "message: xx").problems("text-message")
    assert place(problem) == (FILE, small_guide.line(FILE, "message"), "x" * (most + 1))
    assert problem.message.startswith("The text message of this entry has 161 signs")
    assert problem.hint.startswith(f"Write a `message` of at most {most} signs; the address {URL} ")


def test_a_sign_that_phones_may_not_know_is_shown_where_it_stands(small_guide: SmallGuide) -> None:
    (problem,) = message(small_guide, "Read λ, λ and 💆 ~ €").problems("text-message")
    assert place(problem) == (FILE, small_guide.line(FILE, "message"), "λ")
    assert problem.message.startswith("Phones may not show “λ” in")


def test_without_a_message_of_its_own_the_whole_entry_is_named(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "title: Swedish massage", f"title: {'Swedish ' * 10}")
    (problem,) = small_guide.problems("text-message")
    assert (problem.file, problem.line, problem.column) == (FILE, 1, 1)
