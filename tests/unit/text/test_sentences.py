"""Sentences end where people end them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.text import sentences as split
from massage_guide.text.sentences import sentences


@pytest.mark.parametrize(
    "abbreviation", ["e.g.", "i.e.", "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "approx."]
)
def test_an_abbreviation_never_ends_a_sentence(abbreviation: str) -> None:
    text = f"It was {abbreviation} Able who asked."
    assert sentences(text) == (text,)


# Each with a text in which it ends no sentence.
ABBREVIATIONS = {
    "e.g": "Ask somebody, e.g. Able.",
    "i.e": "Ask the author, i.e. Able.",
    "vs": "It was Able vs. Baker.",
    "Dr": "Ask Dr. Able.",
    "Mr": "Ask Mr. Able.",
    "Mrs": "Ask Mrs. Able.",
    "Ms": "Ask Ms. Able.",
    "Prof": "Ask Prof. Able.",
    "St": "Ask at St. Anne.",
    "No": "Take bus No. 7 there.",
    "approx": "It takes approx. 7 days.",
    "U.S": "In the U.S. 9 of them agreed.",
    "U.K": "In the U.K. 9 of them agreed.",
    "a.m": "From 9 a.m. 7 of them waited.",
    "p.m": "From 9 p.m. 7 of them waited.",
    "etc": "Tea, milk etc. 9 of them waited.",
}


def test_every_abbreviation_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {*split._ABBREVIATIONS, *split._MAY_END} == {*ABBREVIATIONS}
    for word, text in ABBREVIATIONS.items():
        assert len(sentences(text)) == 1, text
        with monkeypatch.context() as patch:
            for name in ("_ABBREVIATIONS", "_MAY_END"):
                patch.setattr(split, name, [w for w in getattr(split, name) if w != word])
            assert len(sentences.__wrapped__(text)) == 2, text


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


def test_a_sentence_may_hold_several_abbreviations() -> None:
    text = "It costs, e.g. in the U.S. or the U.K., more."
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


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=200))
def test_no_text_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
