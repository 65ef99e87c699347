"""Words, syllables and grades are counted as people would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.text import readability
from massage_guide.text.readability import grade, syllables, words

SPOKEN = {
    1: """
    pain back have whole tree the see yes eased makes changed moved homes lives names clothes eyes
    goes guide one once two bruise tried played arms months can't don't you'll they're we've she'd
    I'm it's real pledge smooth safe nurse
    """,
    2: """
    being doing going seeing diet quiet science sometimes something therefore create fluid ruin doer
    poem react safely likely lonely surely rarely movement statement careful useful hopeful homework
    guideline guidelines lifestyle baseline somewhere forehead giant client clients soreness
    tiredness wireless careless homeless business wednesday
    table needed rested boxes cases sizes watches dishes faces changes tables females missiles
    consoles capsules hairstyles
    female missile console capsule hairstyle reggae agree cookie tiptoe issue goodbye
    agreed carried vetoed enjoyed studies issues trainees sundaes goodbyes
    nation special mission region anxious belgium patient trial people person massage muscle
    spasm spasms rhythm rhythms gestures adele adeles didn't isn’t doesn't couldn’t
    muscles bruises doctor wanted because before treatment
    """,
    3: """
    area areas idea ideas scientist somebody created usual actual gradual manual sexual reaction
    reactions video completely severely everywhere
    potatoes continued subpoenaed audio hernia period previous medium initial evidence massages
    exercise average area's idea’s area'd area’ll idea’ve area're
    therapist serious certainty clinician physical medicine
    """,
    4: """
    everybody usually actually radiation sciatica coordinate cooperate dietitian society anxiety
    o'sullivan variety aquarium material bacteria aneurysm mechanism vegetable exercises
    relaxation
    """,
    6: "osteoporosis physiotherapist",
}
COUNTS = {word: count for count, listed in SPOKEN.items() for word in listed.split()}


@pytest.mark.parametrize(("word", "count"), COUNTS.items())
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_every_exception_is_needed_and_counted_as_it_is_spoken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exceptions = readability._EXCEPTIONS
    monkeypatch.setattr(readability, "_EXCEPTIONS", {})
    for word, count in exceptions.items():
        assert COUNTS[word] == count != syllables.__wrapped__(word), word


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize(
    ("number", "count"),
    [
        *[(digit, 1) for digit in "12345689"],
        *[("0", 2), ("7", 2), ("16", 2), ("70", 4), ("1911", 4), ("7777", 7), ("11111111", 7)],
        *[("1.5", 2), ("1,200", 6), ("5th", 1), ("²", 1)],
    ],
)
def test_numbers_are_counted_digit_by_digit_but_long_ones_as_seven(number: str, count: int) -> None:
    assert syllables(number) == count


@pytest.mark.parametrize(
    ("compound", "count"), [("long-lasting", 3), ("back-area", 4), ("post-", 1), ("e.g", 2)]
)
def test_each_part_of_a_compound_counts(compound: str, count: int) -> None:
    assert syllables(compound) == count


def test_capitals_make_no_difference() -> None:
    assert syllables("Area") == syllables("AREA") == 3


def test_letters_with_accents_are_vowels_too() -> None:
    assert syllables("café") == 2 and syllables("naïveté") == 3


@pytest.mark.parametrize("sign", ["’", "'", ".", ",", "-"])
def test_a_sign_inside_a_word_parts_nothing(sign: str) -> None:
    assert words(f"He{sign}s state{sign}of{sign}the art") == [
        f"He{sign}s",
        f"state{sign}of{sign}the",
        "art",
    ]


@pytest.mark.parametrize("number", ["1-800-222-1222", "1 800 222 1222"])
def test_a_phone_number_is_as_many_words_with_hyphens_as_with_spaces(number: str) -> None:
    assert words(f"call {number}") == ["call", "1", "800", "222", "1222"]


def test_words_are_of_letters_and_digits_and_all_else_parts_them() -> None:
    text = "Über 25 people (a third) felt: “Better!” – après 2.5 hours, À la carte; Zoo B12 xÿ-áZ9."
    assert words(text) == (
        [
            "Über",
            "25",
            "people",
            "a",
            "third",
            "felt",
            "Better",
            "après",
            "2.5",
            "hours",
            "À",
            "la",
            "carte",
            "Zoo",
            "B12",
            "xÿ-áZ9",
        ]
    )


def test_a_text_without_words_has_the_grade_0() -> None:
    assert grade("") == grade([]) == grade("… !") == 0


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """Ten words, eleven syllables, two sentences."""
    text = "You may rest for now. Then talk to your doctor."
    assert grade(text) == pytest.approx(0.39 * 10 / 2 + 11.8 * 11 / 10 - 15.59)


def test_each_text_ends_a_sentence() -> None:
    assert grade(["You may rest", "for now"]) == grade("You may rest. For now.")
    assert grade("You may rest for now") != grade(["You may rest", "for now"])


def test_signs_alone_are_no_sentence() -> None:
    assert grade("You may rest for now. … !") == grade("You may rest for now.")


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_has_a_grade(texts: list[str]) -> None:
    assert isinstance(grade(texts), float)
