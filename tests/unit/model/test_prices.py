"""The fields of the calculator fit the cost model, and start within their limits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from massage_guide.cost import RANGES

from .small_records import GONE, details, faults, loaded

MONEY = ["price", "travel", "deductible", "visit_cap", "year_cap", "deal_price"]
PERCENT = ["tip", "tax", "share", "tax_rate"]
COUNT = ["minutes", "weeks", "weeks_left", "deal_visits", "deal_months"]
SCALE = {**dict.fromkeys(MONEY, 100), **dict.fromkeys(PERCENT, 100), **dict.fromkeys(COUNT, 1)}


def limit(name: str, **values: Any) -> dict[tuple[str, ...], Any]:
    """Another least, most or start of a field."""
    return {("limits", name, key): value for key, value in values.items()}


@pytest.mark.parametrize("name", SCALE)
def test_each_field_counts_in_its_own_units(name: str) -> None:
    field = getattr(loaded("prices").limits, name)
    kinds = {"money": MONEY, "percent": PERCENT, "count": COUNT}
    assert name in kinds[field.kind]
    assert field.units(Decimal(3)) == 3 * SCALE[name]


@pytest.mark.parametrize("name", SCALE)
def test_a_field_reaches_as_far_as_the_cost_model_and_no_further(name: str) -> None:
    low, high = (bound // SCALE[name] for bound in RANGES[name])
    widest = limit(name, low=str(low), high=str(high), start=str(high))
    assert faults("prices", widest) == []
    path = ("limits",)
    for wrong in ({"low": str(low - 1)}, {"high": str(high + 1)}):
        assert faults("prices", widest | limit(name, **wrong)) == [(path, "limit")]
    found = details("prices", widest | limit(name, high=str(high + 1)))
    assert found["msg"] == f"`{name}` must stay between {low} and {high}" and found["at"] == name


def test_a_field_may_have_one_value_alone() -> None:
    assert faults("prices", limit("weeks", low="5", high="5", start="5")) == []


def test_the_least_is_not_more_than_the_most() -> None:
    assert faults("prices", limit("weeks", low="6", high="5")) == [(("limits", "weeks"), "range")]
    assert details("prices", limit("weeks", low="6", high="5"))["at"] == "low"


@pytest.mark.parametrize(
    ("start", "wrong"), [("4", True), ("5", False), ("9", False), ("10", True), (GONE, False)]
)
def test_a_field_starts_between_its_least_and_its_most(start: Any, wrong: bool) -> None:
    changes = limit("minutes", low="5", high="9", start=start)
    assert faults("prices", changes) == [(("limits", "minutes"), "start")] * wrong
    if wrong:
        assert details("prices", changes)["at"] == "start"


def test_a_field_without_a_start_is_empty() -> None:
    assert loaded("prices").limits.price.start is None


def test_amounts_are_exact() -> None:
    found = loaded("prices", limit("price", low="0.29"))
    assert found.limits.price.units(found.limits.price.low) == 29


def test_an_amount_beyond_the_cost_model_is_told_in_the_field_s_own_units() -> None:
    assert "between 0 and 100000" in details("prices", limit("price", high="100000.01"))["msg"]
