"""What massage costs, to the cent: who pays what, when, and how amounts are rounded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from massage_guide.cost import (
    RANGES,
    Bill,
    Deal,
    DealKind,
    Inputs,
    Run,
    cost,
    count_visits,
    divided,
    minor_units,
    share_of,
)

WEEKLY = Inputs(price=50_00, visits=1, every_weeks=1, weeks=10)

MONEY, RATE, WEEKS = (0, 10_000_000), (0, 10_000), (1, 52)
LIMITS = {
    **dict.fromkeys(["price", "travel", "deductible", "visit_cap", "year_cap"], MONEY),
    **dict.fromkeys(["tip", "tax", "share", "tax_rate"], RATE),
    **dict.fromkeys(["weeks", "weeks_left", "every_weeks"], WEEKS),
    "minutes": (1, 1440),
    "visits": (1, 7),
}
DEAL_LIMITS = {"price": MONEY, "visits": (1, 365), "months": (1, 12)}


def package(price: int, visits: int) -> Deal:
    """Some visits for one price."""
    return Deal(DealKind.PACKAGE, price, visits)


def membership(price: int, visits: int, months: int = 1) -> Deal:
    """Some visits a month, for a price a month."""
    return Deal(DealKind.MEMBERSHIP, price, visits, months)


def test_every_input_has_its_limits_and_no_other_has() -> None:
    deal = {f"deal_{name}": limits for name, limits in DEAL_LIMITS.items()}
    assert LIMITS | deal == RANGES  # other modules read them


@pytest.mark.parametrize(("name", "limits"), LIMITS.items())
def test_an_input_reaches_from_its_least_to_its_most_and_no_further(
    name: str, limits: tuple[int, int]
) -> None:
    low, high = limits
    for value in limits:
        assert getattr(replace(WEEKLY, **{name: value}), name) == value
    for value in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"{name} is {value}, and not from {low} to {high}"):
            replace(WEEKLY, **{name: value})


@pytest.mark.parametrize(("name", "limits"), DEAL_LIMITS.items())
def test_a_deal_reaches_from_its_least_to_its_most_and_no_further(
    name: str, limits: tuple[int, int]
) -> None:
    low, high = limits
    for value in limits:
        replace(WEEKLY, deal=replace(membership(1, 1), **{name: value}))
    for value in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"deal_{name} is {value}, and not from"):
            replace(WEEKLY, deal=replace(membership(1, 1), **{name: value}))


def test_a_course_is_a_plain_hour_without_extras_unless_it_is_said_otherwise() -> None:
    found = cost(WEEKLY)
    assert found.course == Bill(10, 500_00, 0, 0, 0, 0, 0, 500_00)
    assert found.year == Bill(52, 2600_00, 0, 0, 0, 0, 0, 2600_00)
    assert (found.per_visit, found.per_hour, found.fee, found.tip) == (50_00, 50_00, 50_00, 0)
    assert found.per_month == 216_67
    assert found.runs == (Run(1, 10, 50_00, 0),)
    assert (WEEKLY.minutes, WEEKLY.weeks_left, membership(1, 1).months) == (60, 52, 1)


@pytest.mark.parametrize(
    ("visits", "every_weeks", "weeks", "count"),
    [
        (1, 1, 52, 52),
        (7, 1, 52, 365),
        (7, 1, 51, 357),
        (1, 4, 10, 3),
        (1, 4, 8, 2),
        (3, 2, 5, 9),
        (2, 4, 1, 2),
    ],
)
def test_a_cycle_that_has_begun_counts_whole(
    visits: int, every_weeks: int, weeks: int, count: int
) -> None:
    inputs = Inputs(price=1, visits=visits, every_weeks=every_weeks, weeks=weeks)
    assert count_visits(inputs, weeks) == count == cost(inputs).course.visits


def test_tax_is_on_the_price_and_the_tip_on_the_price_before_tax() -> None:
    found = cost(replace(WEEKLY, price=10_10, tax=500, tip=1500, travel=3_00))
    assert (found.fee, found.tip) == (10_61, 1_52)  # 10.605 and 1.515: halves up
    assert found.course == Bill(10, 106_10, 0, 15_20, 30_00, 0, 0, 151_30)
    assert found.per_visit == 15_13


def test_a_plan_pays_its_share_of_what_the_deductible_leaves() -> None:
    found = cost(replace(WEEKLY, weeks=4, deductible=70_00, share=8000))
    assert found.runs == (Run(1, 1, 50_00, 0), Run(2, 2, 50_00, 24_00), Run(3, 4, 50_00, 40_00))
    assert (found.course.plan, found.course.you) == (104_00, 96_00)


def test_a_plan_pays_up_to_the_cap_of_a_visit_and_then_of_a_year() -> None:
    found = cost(replace(WEEKLY, weeks=5, share=10_000, visit_cap=30_00, year_cap=100_00))
    assert [(run.last, run.plan) for run in found.runs] == [(3, 30_00), (4, 10_00), (5, 0)]
    assert found.course.plan == found.year.plan == 100_00


@pytest.mark.parametrize("cap", ["visit_cap", "year_cap"])
def test_a_cap_of_nothing_is_no_missing_cap(cap: str) -> None:
    assert cost(replace(WEEKLY, share=5000)).course.plan == 250_00
    assert cost(replace(WEEKLY, share=5000, **{cap: 0})).course.plan == 0


def test_a_new_plan_year_makes_deductible_and_cap_whole_again_once() -> None:
    inputs = replace(WEEKLY, weeks=52, weeks_left=3, deductible=50_00, share=10_000, year_cap=60_00)
    assert [(run.first, run.last, run.plan) for run in cost(inputs).runs] == [
        *[(1, 1, 0), (2, 2, 50_00), (3, 3, 10_00)],
        *[(4, 4, 0), (5, 5, 50_00), (6, 6, 10_00), (7, 52, 0)],
    ]


def test_a_new_plan_year_may_begin_between_two_visits() -> None:
    inputs = replace(WEEKLY, every_weeks=4, weeks_left=6, deductible=50_00, share=10_000)
    assert [(run.first, run.last, run.plan) for run in cost(inputs).runs] == [
        *[(1, 1, 0), (2, 2, 50_00), (3, 3, 0)]
    ]


def test_a_health_account_saves_tax_on_fees_that_no_plan_paid_and_on_nothing_else() -> None:
    inputs = replace(WEEKLY, weeks=1, tip=2000, travel=7_00, share=2000, tax_rate=2500)
    assert cost(inputs).course == Bill(1, 50_00, 0, 10_00, 7_00, 10_00, 10_00, 47_00)


def test_a_package_is_bought_whole_and_nothing_else_is_paid_for_its_visits() -> None:
    inputs = replace(WEEKLY, tax=1000, share=5000, tax_rate=5000, deal=package(180_00, 4))
    found = cost(inputs, [4, 5])
    assert found.course == Bill(10, 594_00, 594_00, 0, 0, 0, 0, 594_00)
    assert [bill.ahead for bill in found.stops] == [198_00, 396_00, 594_00]
    assert found.runs == (Run(1, 10, 0, 0),)


def test_a_membership_runs_by_the_month_begun_of_four_four_and_five_weeks() -> None:
    found = cost(replace(WEEKLY, weeks=52, deal=membership(40_00, 5)), [5, 6, 9, 10, 13, 14])
    assert [bill.ahead for bill in found.stops] == [
        *[40_00, 80_00, 80_00, 120_00, 120_00, 160_00],
        480_00,
    ]
    assert found.course.fees == 480_00


def test_visits_beyond_a_membership_cost_what_a_visit_costs() -> None:
    found = cost(replace(WEEKLY, weeks=10, tip=1000, deal=membership(40_00, 2)))
    assert [(run.first, run.last, run.fee) for run in found.runs] == [
        *[(1, 2, 0), (3, 5, 50_00), (6, 7, 0), (8, 9, 50_00), (10, 10, 0)]
    ]
    assert found.course == Bill(10, 370_00, 120_00, 50_00, 0, 0, 0, 420_00)


def test_a_membership_is_paid_for_its_least_months() -> None:
    found = cost(replace(WEEKLY, weeks=2, deal=membership(40_00, 4, months=3)))
    assert (found.course.ahead, found.year.ahead) == (120_00, 480_00)


def test_plans_and_accounts_see_single_visits_only() -> None:
    inputs = replace(
        WEEKLY, weeks=5, share=10_000, year_cap=60_00, tax_rate=1000, deal=membership(40_00, 2)
    )
    assert cost(inputs).course == Bill(5, 190_00, 40_00, 0, 0, 60_00, 9_00, 121_00)


def test_stops_come_in_order_once_each_and_never_after_the_end() -> None:
    stops = cost(replace(WEEKLY, weeks=5), [3, 400, 1, 3]).stops
    assert [(bill.visits, bill.you) for bill in stops] == [(1, 50_00), (3, 150_00), (5, 250_00)]


@pytest.mark.parametrize(
    ("minutes", "per_hour"), [(60, 50_00), (90, 33_33), (30, 100_00), (45, 66_67)]
)
def test_the_price_of_an_hour_follows_from_the_length_of_a_visit(
    minutes: int, per_hour: int
) -> None:
    assert cost(replace(WEEKLY, minutes=minutes, tax=1000)).per_hour == per_hour


def test_what_you_pay_is_shared_out_over_visits_and_months() -> None:
    found = cost(replace(WEEKLY, weeks=3, deal=package(100_01, 3)))
    assert (found.per_visit, found.per_month) == (33_34, divided(18 * 100_01, 12))


@pytest.mark.parametrize(
    ("amount", "parts", "share"), [(0, 3, 0), (1, 2, 1), (1, 3, 0), (2, 3, 1), (5, 2, 3), (7, 1, 7)]
)
def test_halves_are_rounded_up(amount: int, parts: int, share: int) -> None:
    assert divided(amount, parts) == share


@pytest.mark.parametrize(
    ("amount", "rate", "share"), [(10_00, 1250, 1_25), (1, 5000, 1), (1, 4999, 0), (99, 10_000, 99)]
)
def test_a_rate_is_in_hundredths_of_a_percent(amount: int, rate: int, share: int) -> None:
    assert share_of(amount, rate) == share


@pytest.mark.parametrize(("amount", "units"), [("49.50", 4950), ("0.29", 29), ("7", 700)])
def test_amounts_become_whole_minor_units_without_loss(amount: str, units: int) -> None:
    assert minor_units(Decimal(amount)) == units


def test_a_deal_is_named_as_the_calculator_names_it() -> None:
    def parts(**data: Any) -> Deal:
        return Deal(DealKind(data["kind"]), data["price"], data["visits"])

    assert parts(kind="package", price=1, visits=2) == package(1, 2)
    assert parts(kind="membership", price=1, visits=2) == membership(1, 2)
