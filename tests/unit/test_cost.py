"""The cost model agrees with known answers, and to the cent with a slow and obvious oracle."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.cost_cases import VECTORS, as_data, drawn, reference, shown
from tests.support.cost_oracle import oracle

CASES = st.integers(0, 2**32).map(lambda seed: drawn(random.Random(seed)))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_known_answers(vector: dict[str, Any]) -> None:
    found = as_data(reference(vector["inputs"], vector["stops"]))
    assert {key: shown(found, key) for key in vector["expected"]} == vector["expected"]


@settings(deadline=None)  # the oracle is slow, and says so
@given(CASES)
def test_the_model_and_the_oracle_agree_to_the_cent(case: tuple[dict[str, Any], list[int]]) -> None:
    found = as_data(reference(*case))
    del found["runs"]
    assert found == oracle(*case)


@given(CASES)
def test_the_working_adds_up_to_the_bill(case: tuple[dict[str, Any], list[int]]) -> None:
    found = reference(*case)
    lengths = [run.last - run.first + 1 for run in found.runs]
    assert [run.first for run in found.runs] == [1, *(run.last + 1 for run in found.runs[:-1])]
    assert found.runs[-1].last == found.course.visits
    assert (
        sum(n * run.fee for n, run in zip(lengths, found.runs, strict=True)) + found.course.ahead
        == found.course.fees
    )
    assert (
        sum(n * run.plan for n, run in zip(lengths, found.runs, strict=True)) == found.course.plan
    )


@given(CASES)
def test_nobody_is_ever_paid_for_going_and_more_visits_never_cost_less(
    case: tuple[dict[str, Any], list[int]],
) -> None:
    found = reference(*case)
    assert all(amount >= 0 for amount in vars(found.course).values())
    assert found.stops[-1] == found.course
    assert found.course.you <= found.year.you
    assert [bill.you for bill in found.stops] == sorted(bill.you for bill in found.stops)
