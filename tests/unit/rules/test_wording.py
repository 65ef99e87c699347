"""No sentence claims more than its certainty bears.

No careful sentence is called an overclaim.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.model.claims import Certainty
from massage_guide.rules.wording.matcher import overclaim

SAMPLES = Path(__file__).parent / "samples"


def samples(name: str) -> list[tuple[Certainty, str]]:
    """The sentences of a sample file, each with the certainty that bears it."""
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    pairs = (line.split("|", 1) for line in lines if line and not line.startswith("#"))
    return [(Certainty(certainty), sentence.strip()) for certainty, sentence in pairs]


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-bad.txt"))
def test_an_overclaim_is_flagged(certainty: Certainty, sentence: str) -> None:
    assert overclaim(sentence, certainty)


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-good.txt"))
def test_a_careful_sentence_is_not(certainty: Certainty, sentence: str) -> None:
    assert overclaim(sentence, certainty) is None


@given(st.text(max_size=200), st.sampled_from(Certainty))
def test_any_text_is_judged_without_a_fault(text: str, certainty: Certainty) -> None:
    overclaim(text, certainty)
