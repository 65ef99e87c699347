"""The cost model in the browser agrees with the reference and with the oracle, to the cent."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.cost_cases import VECTORS, as_data, drawn, reference, shown
from tests.support.cost_oracle import oracle

CASES = 1000


def in_the_browser(home: Page, cases: list[tuple[dict[str, Any], list[int]]]) -> list[Any]:
    """What the module makes of each case, or its error."""
    return home.evaluate(
        """async (cases) => {
        const { cost } = await import("/assets/javascripts/calculator/model.js");
        return cases.map(([inputs, stops]) => {
            try { return cost(inputs, stops); } catch (e) { return String(e); }
        });
    }""",
        cases,
    )


def test_known_answers(home: Page) -> None:
    answers = in_the_browser(home, [(vector["inputs"], vector["stops"]) for vector in VECTORS])
    for vector, found in zip(VECTORS, answers, strict=True):
        assert {key: shown(found, key) for key in vector["expected"]} == vector["expected"], vector[
            "name"
        ]


def test_thousands_of_cases_agree_to_the_cent_with_the_reference_and_the_oracle(home: Page) -> None:
    draw = random.Random(20261124)
    cases = [drawn(draw) for _ in range(CASES)]
    for case, found in zip(cases, in_the_browser(home, cases), strict=True):
        assert found == as_data(reference(*case)), case
        del found["runs"]
        assert found == oracle(*case), case


@pytest.mark.parametrize(
    "wrong",
    [
        {"price": -1},
        {"price": 0.5},
        {"price": None},
        {"price": "50"},
        {"price": 10_000_001},
        {"weeks": 0},
        {"weeks": 53},
        {"visits": 8},
        {"tip": 10_001},
        {"visit_cap": -1},
        {"weeks_left": 0},
        {"minutes": 0},
        {"deal": {"kind": "gift", "price": 1, "visits": 1}},
        {"deal": {"kind": "package", "price": 1, "visits": 0}},
    ],
)
def test_what_no_course_can_have_is_refused(home: Page, wrong: dict[str, Any]) -> None:
    (found,) = in_the_browser(
        home, [({"price": 5000, "visits": 1, "every_weeks": 1, "weeks": 10} | wrong, [])]
    )
    assert str(found).startswith("RangeError"), found
