"""Text reads at a grade of 6 at the most; sentences and syllables are counted as people would."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.text import readability as count_words
from massage_guide.text import sentences as split
from massage_guide.text.readability import grade, syllables, words
from massage_guide.text.sentences import sentences

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pain", 1),
        ("back", 1),
        ("massage", 2),
        ("massages", 3),
        ("eased", 1),
        ("rested", 2),
        ("makes", 1),
        ("boxes", 2),
        ("table", 2),
        ("muscles", 2),
        ("evidence", 3),
        ("doctor", 2),
        ("therapist", 3),
        ("people", 2),
        ("usual", 3),
        ("trial", 2),
        ("serious", 3),
        ("quiet", 2),
        ("area", 3),
        ("don't", 1),
        ("you'll", 1),
        ("long-lasting", 3),
        ("sciatica", 4),
        ("the", 1),
        ("one", 1),
        ("treatment", 2),
        ("average", 3),
        ("certainty", 3),
        ("osteoporosis", 6),
        ("relaxation", 4),
        ("exercise", 3),
        ("clinician", 3),
        ("physical", 3),
        ("medicine", 3),
        ("bruises", 2),
        ("changed", 1),
        ("needed", 2),
        ("wanted", 2),
        ("safe", 1),
        ("nurse", 1),
        ("because", 2),
        ("before", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Able says so. So does Baker.", 2),
        ("It costs, e.g. in the U.S. or the U.K., more.", 1),
        ("At 9 a.m. you rest. Then you go.", 2),
        ("A score of 2.5 was found.", 1),
        ("“Stop!” he said. She did.", 2),
        ("No stop at the end", 1),
        ("", 0),
        ("Smith A. and Jones B. wrote it.", 1),
        ("They live in the U.S. We do not.", 2),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


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
        assert len(split.sentences(text)) == 1, text
        with monkeypatch.context() as patch:
            for name in ("_ABBREVIATIONS", "_MAY_END"):
                patch.setattr(split, name, [w for w in getattr(split, name) if w != word])
            assert len(split.sentences.__wrapped__(text)) == 2, text


def test_every_exception_is_needed_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (SAMPLES / "syllables.txt").read_text("utf-8").splitlines()
    spoken = {word: int(count) for word, count in map(str.split, lines)}
    assert spoken == count_words._EXCEPTIONS
    monkeypatch.setattr(count_words, "_EXCEPTIONS", {})
    for word, count in spoken.items():
        assert count_words.syllables.__wrapped__(word) != count, f"“{word}” is no exception"


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=200))
def test_no_text_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_has_a_grade(texts: list[str]) -> None:
    assert isinstance(grade(texts), float)


def test_the_grade_follows_its_formula() -> None:
    """Ten words, eleven syllables, two sentences."""
    text = "You may rest for now. Then talk to your doctor."
    assert len(words(text)) == 10 and sum(map(syllables, words(text))) == 11
    assert grade(text) == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


def test_hard_text_is_graded_harder_than_plain_text() -> None:
    hard = (
        "Randomized investigations demonstrate statistically significant improvements in "
        "musculoskeletal symptomatology."
    )
    plain = "In some trials people felt better. In some they did not."
    assert grade(plain) < 6 < grade(hard)
