"""A claim is graded once: as a whole, or in each of its halves."""

from __future__ import annotations

import pytest

from massage_guide.model.fields import Certainty

from .small_records import GONE, details, faults, loaded

WHOLE, HALVES = "claims/eases-chronic-pain", "claims/two-halves"
GRADE = {
    "verdict": "uncertain",
    "certainty": "low",
    "evidence": ["Nobody knows."],
    "sources": ["trial-2011"],
}
NONE_FOUND = {"none_found": "2026-11-29"}


@pytest.mark.parametrize("name", GRADE)
def test_a_claim_without_halves_has_its_whole_grade(name: str) -> None:
    assert faults(WHOLE, {(name,): GONE}) == [((), "not_graded")]
    found = details(WHOLE, {(name,): GONE})
    assert (found["msg"], found["lost"]) == (f"{name} is missing", name)


def test_all_that_is_missing_is_named_and_the_first_is_the_place() -> None:
    found = details(WHOLE, {("certainty",): GONE, ("sources",): GONE})
    assert found["missing"] == "certainty, sources" and found["lost"] == "certainty"
    assert details(WHOLE, {(name,): GONE for name in GRADE})["missing"] == ", ".join(GRADE)


@pytest.mark.parametrize("name", GRADE)
def test_a_claim_with_halves_has_its_grade_in_them_alone(name: str) -> None:
    change = {(name,): GRADE[name]}
    assert faults(HALVES, change) == [((), "graded_twice")]
    assert details(HALVES, change)["at"] == name


def test_of_a_grade_too_many_the_first_is_the_place() -> None:
    assert details(HALVES, {("sources",): ["a"], ("certainty",): "low"})["at"] == "certainty"


def test_a_claim_has_two_halves_or_more_or_none() -> None:
    parts = [
        {"id": id, "title": "One half", "verdict": "uncertain", "certainty": "low"}
        | {"evidence": ["None."], "sources": ["trial-2011"], "other_side": NONE_FOUND}
        for id in ("one", "two", "three")
    ]
    assert faults(HALVES, {("parts",): parts}) == faults(HALVES, {("parts",): parts[:2]}) == []
    assert faults(HALVES, {("parts",): parts[:1]}) == [(("parts",), "too_short")]


@pytest.mark.parametrize("name", GRADE)
def test_each_half_has_its_whole_grade(name: str) -> None:
    assert faults(HALVES, {("parts", 0, name): GONE}) == [(("parts", 0, name), "missing")]


def test_the_graded_statements_are_the_halves_or_the_claim_itself() -> None:
    whole, halves = loaded(WHOLE), loaded(HALVES)
    assert whole.findings == (whole,)
    assert halves.findings == halves.parts and len(halves.parts) == 2


@pytest.mark.parametrize(
    ("first", "second", "least"),
    [
        ("high", "very low", Certainty.VERY_LOW),
        ("low", "moderate", Certainty.LOW),
        ("moderate", "high", Certainty.MODERATE),
        ("high", "high", Certainty.HIGH),
    ],
)
def test_the_least_certainty_is_that_of_the_weakest_half(
    first: str, second: str, least: Certainty
) -> None:
    changes = {
        ("parts", 0, "certainty"): first,
        ("parts", 1, "certainty"): second,
        ("parts", 1, "verdict"): "supported",
    }
    assert loaded(HALVES, changes).least_certainty is least


def test_the_least_certainty_of_a_whole_claim_is_its_own() -> None:
    assert loaded(WHOLE).least_certainty is Certainty.LOW
