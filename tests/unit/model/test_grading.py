"""One sentence for each grade, one word for each size."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from massage_guide.model.claims import FindingBasis, Verdict
from massage_guide.model.fields import Certainty
from massage_guide.model.sources import Base, Number, Scale

from .small_records import GONE, details, faults, loaded

FILE, CLAIM, TRIAL = "grading", "claims/eases-chronic-pain", "sources/trial-2011"
SIDE = ("parts", 1, "other_side")


def number(value: str, scale: Scale | None = Scale.OF_100, **base: Any) -> Number:
    """A number of a study, on a scale."""
    told = Base(versus="usual care", trials=1, people=9, when="after a week", **base)
    return Number(value=Decimal(value), means="points", scale=scale, base=told)


def test_every_grade_that_can_be_has_a_sentence_of_its_own() -> None:
    grading = loaded(FILE)
    said = [
        grading.sentence(verdict, certainty, None)
        for verdict in Verdict
        for certainty in Certainty
        if verdict is not Verdict.UNCERTAIN or certainty in (Certainty.LOW, Certainty.VERY_LOW)
    ]
    assert len(said) == 18 == len(set(said))


@pytest.mark.parametrize("basis", FindingBasis)
def test_what_does_not_rest_on_studies_has_one_too(basis: FindingBasis) -> None:
    grading = loaded(FILE)
    assert grading.sentence(Verdict.PARTLY, Certainty.HIGH, basis) == grading.bases[basis]
    assert details(FILE, {("bases", basis.value): GONE})["basis"] == basis


def test_a_sentence_that_is_missing_is_named() -> None:
    found = details(FILE, {("sure", "outdated", "low"): GONE})
    assert (found["at"], found["verdict"], found["certainty"]) == ("sure", "outdated", "low")
    assert faults(FILE, {("sure", "outdated"): GONE}) == [((), "no_sentence")]


@pytest.mark.parametrize(
    ("scale", "value", "word"),
    [
        (Scale.OF_100, "4.9", "hardly any"),
        (Scale.OF_100, "5", "small"),
        (Scale.OF_100, "9.9", "small"),
        (Scale.OF_100, "10", "medium"),
        (Scale.OF_100, "19.9", "medium"),
        (Scale.OF_100, "20", "large"),
        (Scale.OF_10, "1.33", "medium"),
        (Scale.OF_10, "2", "large"),
        (Scale.TASKS, "3.4", "medium"),
        (Scale.TASKS, "0.58", "hardly any"),
        (Scale.SMD, "-0.37", "small"),
        (Scale.SMD, "0.8", "large"),
    ],
)
def test_a_size_has_the_word_of_its_band(scale: Scale, value: str, word: str) -> None:
    assert loaded(FILE).size(number(value, scale)) == word


def test_other_scales_have_no_words() -> None:
    assert loaded(FILE).size(number("3", None)) is None


@pytest.mark.parametrize(("low", "high"), [("-1", "3"), ("0", "3"), ("-3", "0")])
def test_what_may_be_no_difference_has_no_word(low: str, high: str) -> None:
    assert loaded(FILE).size(number("2", low=Decimal(low), high=Decimal(high))) is None


def test_what_is_a_difference_at_both_ends_has_one() -> None:
    assert loaded(FILE).size(number("7", low=Decimal("0.1"), high=Decimal(9))) == "small"


@pytest.mark.parametrize(
    "changes",
    [
        {("sizes", 1, "below", "10"): GONE},
        {("sizes", 1, "below", "10"): "0.5"},
        {("sizes", 1, "below", "10"): "0.4"},
        {("sizes", 3, "below"): {"10": "5"}},
    ],
)
def test_bands_rise_on_every_scale_and_the_last_has_no_end(changes: dict[Any, Any]) -> None:
    assert faults(FILE, changes) == [((), "bands")]


@pytest.mark.parametrize("certainty", ["high", "moderate"])
def test_nobody_is_sure_of_what_is_uncertain(certainty: str) -> None:
    changes = {("verdict",): "uncertain", ("certainty",): certainty}
    assert faults(CLAIM, changes) == [((), "sure_and_uncertain")]
    assert details(CLAIM, changes)["at"] == "certainty"


@pytest.mark.parametrize("verdict", ["uncertain", "not supported"])
def test_a_verdict_against_names_what_speaks_for_it(verdict: str) -> None:
    changes: dict[Any, Any] = {("verdict",): verdict}
    assert faults(CLAIM, changes) == [((), "no_other_side")]
    assert details(CLAIM, changes)["at"] == "verdict"
    assert faults(CLAIM, changes | {("other_side",): {"none_found": "2026-11-29"}}) == []
    assert faults(CLAIM, changes | {("basis",): "opinion"}) == []


@pytest.mark.parametrize("verdict", ["supported", "partly supported", "outdated"])
def test_other_verdicts_need_none(verdict: str) -> None:
    assert faults(CLAIM, {("verdict",): verdict}) == []


@pytest.mark.parametrize(
    "side",
    [
        {},
        {"text": ["One."]},
        {"sources": ["trial-2011"]},
        {"text": ["One."], "sources": ["trial-2011"], "none_found": "2026-11-29"},
        {"text": ["One."], "none_found": "2026-11-29"},
    ],
)
def test_the_other_side_is_a_study_or_the_day_of_a_search(side: dict[str, Any]) -> None:
    assert [kind for _, kind in faults("claims/two-halves", {SIDE: side})] == ["other_side"]


def test_a_claim_in_halves_has_its_other_side_there() -> None:
    changes = {("other_side",): {"none_found": "2026-11-29"}}
    assert faults("claims/two-halves", changes) == [((), "graded_twice")]
    assert faults("claims/two-halves", {("basis",): "record"}) == [((), "graded_twice")]


BASE = ("numbers", "better", "base")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({(*BASE, "people"): GONE}, "people"),
        ({(*BASE, "trials"): GONE}, "trials"),
        ({(*BASE, "when"): GONE}, "when"),
        ({(*BASE, "trials"): GONE, (*BASE, "people"): GONE}, "trials and people"),
        ({BASE: GONE, ("numbers", "better", "scale"): "100"}, "base"),
    ],
)
def test_a_number_says_what_it_rests_on(changes: dict[Any, Any], missing: str) -> None:
    assert details(TRIAL, changes)["missing"] == missing


@pytest.mark.parametrize(
    "changes",
    [
        {(*BASE, "people"): GONE, (*BASE, "unseen"): ["people"]},
        {(*BASE, "trials"): GONE, (*BASE, "unseen"): ["trials"]},
        {(*BASE, "when"): GONE, (*BASE, "unseen"): ["when"]},
        {(*BASE, "people"): GONE, (*BASE, "among"): "21 lists"},
        {(*BASE, "trials"): GONE, (*BASE, "versus"): GONE, (*BASE, "when"): GONE},
        {(*BASE, "trials"): GONE, (*BASE, "versus"): GONE, (*BASE, "cohorts"): "47"},
    ],
)
def test_or_what_of_it_nobody_saw(changes: dict[Any, Any]) -> None:
    assert faults(TRIAL, changes) == []


@pytest.mark.parametrize("end", ["low", "high"])
def test_a_range_has_two_ends(end: str) -> None:
    assert faults(TRIAL, {(*BASE, end): "3"}) == [(BASE, "half_range")]


def test_the_ends_of_a_range_are_in_order() -> None:
    assert faults(TRIAL, {(*BASE, "low"): "3", (*BASE, "high"): "2"}) == [(BASE, "range")]
    assert faults(TRIAL, {(*BASE, "low"): "3", (*BASE, "high"): "3"}) == []
