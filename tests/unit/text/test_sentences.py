"""Sentences end where people end them, and nowhere else."""

from __future__ import annotations

import pytest

from massage_guide.text.sentences import sentences


@pytest.mark.parametrize(
    "abbreviation", ["e.g.", "i.e.", "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "approx."]
)
def test_an_abbreviation_never_ends_a_sentence(abbreviation: str) -> None:
    text = f"It was {abbreviation} Able who asked."
    assert sentences(text) == (text,)


@pytest.mark.parametrize("abbreviation", ["U.S.", "U.K.", "a.m.", "p.m.", "etc."])
@pytest.mark.parametrize("following", ["They rest.", "“Rest,” he says.", "(They rest.)"])
def test_some_abbreviations_end_one_where_a_new_sentence_starts(
    abbreviation: str, following: str
) -> None:
    first = f"So they do in {abbreviation}"
    assert sentences(f"{first} {following}") == (first, following)


@pytest.mark.parametrize("opening", ['"', "“", "‘", "'", "(", "["])
def test_a_quote_or_bracket_starts_a_sentence_after_them(opening: str) -> None:
    assert len(sentences(f"They live in the U.S. {opening}We do not.")) == 2


@pytest.mark.parametrize("abbreviation", ["U.S.", "U.K.", "a.m.", "p.m.", "etc."])
@pytest.mark.parametrize("following", ["5 of them rest.", "pH levels fell."])
def test_after_them_a_number_or_a_small_letter_goes_on(abbreviation: str, following: str) -> None:
    text = f"So they do in {abbreviation} {following}"
    assert sentences(text) == (text,)


@pytest.mark.parametrize("opening", ["(", '"', "“", "'"])
def test_an_abbreviation_is_known_behind_an_opening_sign(opening: str) -> None:
    text = f"They asked {opening}Dr. Able."
    assert sentences(text) == (text,)


def test_a_text_may_end_with_an_abbreviation() -> None:
    assert sentences("They live in the U.S.") == ("They live in the U.S.",)
    assert sentences("Oils, creams, etc.") == ("Oils, creams, etc.",)


def test_an_initial_goes_on() -> None:
    assert len(sentences("J. Able and B. Baker wrote it. C. Clark did not.")) == 2


def test_a_word_in_capitals_is_no_initial() -> None:
    assert len(sentences("Ask the NHS. They know.")) == 2


def test_no_before_a_number_is_short_for_number_and_else_an_answer() -> None:
    assert sentences("See No. 5 of the list.") == ("See No. 5 of the list.",)
    assert sentences("No. Say so if it hurts.") == ("No.", "Say so if it hurts.")


def test_only_a_full_stop_can_belong_to_an_abbreviation() -> None:
    assert len(sentences("Was it the Dr? Able was there.")) == 2
    assert len(sentences("It was Dr! Able was there.")) == 2


def test_whatever_goes_on_with_a_small_letter_is_one_sentence() -> None:
    assert sentences("“Stop!” he said.") == ("“Stop!” he said.",)
    assert sentences("It took long … and more. e.V. knows.")[0].startswith("It took long … and")


@pytest.mark.parametrize("end", [".", "!", "?", "…", "...", "?!"])
def test_every_sign_of_an_end_ends_a_sentence(end: str) -> None:
    assert sentences(f"It hurts{end} Then rest.") == (f"It hurts{end}", "Then rest.")


@pytest.mark.parametrize("closing", ['"', "”", "’", "'", ")", "]", "”)"])
def test_closing_signs_belong_to_the_sentence_before_them(closing: str) -> None:
    assert sentences(f"It hurts.{closing} Then rest.") == (f"It hurts.{closing}", "Then rest.")


@pytest.mark.parametrize("text", ["It grew by 2.5 points", "See example.org for more", "Wait…what"])
def test_a_stop_inside_a_word_or_number_ends_nothing(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize("blank", [" ", "  ", "\n", "\n  "])
def test_blanks_between_sentences_belong_to_none(blank: str) -> None:
    assert sentences(f"{blank}One.{blank}Two{blank}") == ("One.", "Two")


def test_text_without_words_has_no_sentences() -> None:
    assert sentences("") == sentences("  \n ") == ()
