"""Statistics stand once, in their source; everyday numbers may stand in text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.rules import statistics
from massage_guide.rules.statistics import WORDS, Patterns, Words
from tests.support.pairs import without

SAMPLES = Path(__file__).parent / "samples"


def samples(name: str) -> list[str]:
    """The sentences of a sample file."""
    return (SAMPLES / name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("sentence", samples("statistics-bad.txt"))
def test_a_statistic_is_found(sentence: str) -> None:
    assert statistics.statistic(sentence)


@pytest.mark.parametrize("sentence", samples("statistics-good.txt"))
def test_an_everyday_number_is_left_alone(sentence: str) -> None:
    assert statistics.statistic(sentence) is None


@pytest.mark.parametrize(
    ("group", "word"),
    [(group, word) for group, listed in WORDS._asdict().items() for word in listed],
)
def test_every_word_is_needed_by_a_sample(group: str, word: str) -> None:
    less = Patterns(Words(**without(WORDS._asdict(), group, word)))
    sentences = samples("statistics-bad.txt") + samples("statistics-good.txt")
    assert any(bool(less.statistic(each)) != bool(statistics.statistic(each)) for each in sentences)


@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    statistics.statistic(text)
