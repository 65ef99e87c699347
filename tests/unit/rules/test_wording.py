"""No sentence claims more than its certainty bears.

No careful sentence is called an overclaim. The grammar is tested with a small vocabulary of its
own.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.model.claims import Certainty
from massage_guide.rules.wording import Matcher
from tests.support.small_guide import SmallGuide
from tests.support.vocabulary import vocabulary

SAMPLES = Path(__file__).parent / "samples"

SMALL = Matcher(
    vocabulary(SAMPLES / "wording.yml"),
    {
        "massage": None,
        "back rub": None,
        "shiatsu": None,
        "physical therapy": None,
        "time": None,
        "time out": None,
        "chiropractor": Certainty.LOW,
        "ibuprofen": Certainty.LOW,
        "acupuncture": Certainty.MODERATE,
        "exercise": Certainty.MODERATE,
        "heat": Certainty.MODERATE,
    },
)


def samples(name: str) -> list[tuple[Certainty, str]]:
    """The sentences of a sample file, each with the certainty that bears it."""
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    pairs = (line.split("|", 1) for line in lines if line and not line.startswith("#"))
    return [(Certainty(certainty), sentence.strip()) for certainty, sentence in pairs]


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-bad.txt"))
def test_an_overclaim_is_flagged(certainty: Certainty, sentence: str) -> None:
    assert SMALL.overclaim(sentence, certainty)


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-good.txt"))
def test_a_careful_sentence_is_not(certainty: Certainty, sentence: str) -> None:
    assert SMALL.overclaim(sentence, certainty) is None


@pytest.mark.parametrize(
    ("sentence", "certainty", "flagged"),
    [
        ("Massage probably eases pain.", Certainty.MODERATE, False),
        ("Massage probably eases pain.", Certainty.LOW, True),
        ("Massage eases pain.", Certainty.HIGH, False),
        ("Massage cures pain.", Certainty.HIGH, True),
        ("Exercise probably eases pain.", Certainty.LOW, False),
        ("Exercise eases pain.", Certainty.LOW, True),
        ("Ibuprofen probably eases pain.", Certainty.LOW, True),
    ],
)
def test_a_sentence_may_be_as_sure_as_its_entry_or_its_treatment(
    sentence: str, certainty: Certainty, flagged: bool
) -> None:
    assert bool(SMALL.overclaim(sentence, certainty)) is flagged


@pytest.mark.parametrize("name", ["Massage", "massages", "Back rubs", "a chiropractor"])
def test_a_name_counts_in_singular_and_plural_and_with_any_capitals(name: str) -> None:
    assert SMALL.overclaim(f"There is help for pain in {name}.", Certainty.LOW)


@given(st.text(max_size=200), st.sampled_from(Certainty))
def test_any_text_is_judged_without_a_fault(text: str, certainty: Certainty) -> None:
    SMALL.overclaim(text, certainty)


@pytest.mark.parametrize(
    ("file", "before"),
    [
        ("content/types/swedish.yml", "Long, smooth strokes."),
        ("docs/safety.md", "Text."),
    ],
)
def test_an_overclaim_is_shown_where_it_stands(
    small_guide: SmallGuide, file: str, before: str
) -> None:
    small_guide.change(file, before, "Massage eases back pain.")
    (problem,) = small_guide.problems("wording")
    assert (problem.file, problem.line) == (file, small_guide.line(file, "eases back pain"))
