"""No sentence claims more than its certainty bears.

No careful sentence is called an overclaim.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.model.claims import Certainty
from massage_guide.rules import wording
from massage_guide.rules.wording.matcher import overclaim
from massage_guide.site.site import Site
from massage_guide.text.sentences import sentences

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


def test_the_overclaims_of_the_article_are_flagged_where_they_do_not_stand_as_quotes(
    site: Site,
) -> None:
    """Claims as people meet them would be refused, but not in the fields that quote them."""
    quoted = {
        id: list(sentences(claim.you_may_have_read.text))
        for id, claim in site.claims.items()
        if claim.least_certainty is not Certainty.HIGH
    }
    effects = [
        s for id in ("cures-chronic-pain", "eases-chronic-pain", "better-sleep") for s in quoted[id]
    ]
    assert all(overclaim(sentence, Certainty.LOW) for sentence in effects)


def test_the_guide_itself_claims_no_more_than_the_evidence_bears(site: Site) -> None:
    assert list(wording.check(site)) == []


@given(st.text(max_size=200), st.sampled_from(Certainty))
def test_any_text_is_judged_without_a_fault(text: str, certainty: Certainty) -> None:
    overclaim(text, certainty)
