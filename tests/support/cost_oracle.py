"""The cost model once more, slow and obvious.

Every day of a year is lived, and money is counted in fractions.

It shares no code with `massage_guide.cost`. Amounts are whole minor units, rates are basis points,
as there.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

DAYS_OF_52_WEEKS = 364
WEEKS_OF_THE_MONTHS = [5, 4, 4] * 4


def to_the_cent(amount: Fraction) -> int:
    """Halves up, as a cashier would round."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def percent(amount: int, rate: int) -> int:
    return to_the_cent(Fraction(amount) * Fraction(rate, 10_000))


def live(inputs: dict[str, Any], days: int, most_visits: int | None = None) -> dict[str, int]:
    """Live `days` days, stop after `most_visits` visits, and add up what was paid."""
    price, deal = inputs["price"], inputs.get("deal")
    paid = dict.fromkeys(("visits", "single", "ahead", "tips", "travel", "plan"), 0)
    deductible_left, year_cap_left = inputs.get("deductible", 0), inputs.get("year_cap")
    in_package = in_month = 0
    month_paid_for = -1
    for lived in range(days):
        day = min(lived, DAYS_OF_52_WEEKS - 1)  # the 365th day counts with the 52nd week
        week, weekday = day // 7, day % 7
        if day in renewals(inputs.get("weeks_left", 52)):
            deductible_left, year_cap_left = inputs.get("deductible", 0), inputs.get("year_cap")
        goes = week % inputs["every_weeks"] == 0 and weekday < inputs["visits"]
        if not goes or paid["visits"] == most_visits:
            continue
        paid["visits"] += 1
        paid["tips"] += percent(price, inputs.get("tip", 0))
        paid["travel"] += inputs.get("travel", 0)
        tax = inputs.get("tax", 0)
        if deal and deal["kind"] == "package":
            if in_package == 0:
                paid["ahead"] += deal["price"] + percent(deal["price"], tax)
                in_package = deal["visits"]
            in_package -= 1
            continue
        if deal and deal["kind"] == "membership":
            while month_paid_for < month_of(week):
                month_paid_for += 1
                paid["ahead"] += deal["price"] + percent(deal["price"], tax)
                in_month = deal["visits"]
            if in_month > 0:
                in_month -= 1
                continue
        fee = price + percent(price, tax)
        paid["single"] += fee
        mine = min(fee, deductible_left)
        deductible_left -= mine
        plan = percent(fee - mine, inputs.get("share", 0))
        if inputs.get("visit_cap") is not None:
            plan = min(plan, inputs["visit_cap"])
        if year_cap_left is not None:
            plan = min(plan, year_cap_left)
            year_cap_left -= plan
        paid["plan"] += plan
    while deal and deal["kind"] == "membership" and month_paid_for + 1 < deal.get("months", 1):
        month_paid_for += 1
        paid["ahead"] += deal["price"] + percent(deal["price"], inputs.get("tax", 0))
    return bill(paid, inputs)


def renewals(weeks_left: int) -> set[int]:
    """The days on which a plan year begins."""
    return set(range(weeks_left * 7, 2 * DAYS_OF_52_WEEKS, DAYS_OF_52_WEEKS))


def month_of(week: int) -> int:
    """The month of a week, both from 0, by walking through the months."""
    for month, weeks in enumerate(WEEKS_OF_THE_MONTHS):
        if week < weeks:
            return month
        week -= weeks
    raise ValueError(week)


def bill(paid: dict[str, int], inputs: dict[str, Any]) -> dict[str, int]:
    saved = percent(paid["single"] - paid["plan"], inputs.get("tax_rate", 0))
    fees = paid["single"] + paid["ahead"]
    return {
        "visits": paid["visits"],
        "fees": fees,
        "ahead": paid["ahead"],
        "tips": paid["tips"],
        "travel": paid["travel"],
        "plan": paid["plan"],
        "saved": saved,
        "you": fees + paid["tips"] + paid["travel"] - paid["plan"] - saved,
    }


def oracle(inputs: dict[str, Any], stops: list[int]) -> dict[str, Any]:
    """All the results that the model gives, but for the working."""
    daily = inputs["visits"] == 7 and inputs["every_weeks"] == 1
    a_year = 365 if daily else DAYS_OF_52_WEEKS
    weeks = inputs["weeks"]
    course = live(inputs, a_year if weeks == 52 else weeks * 7)
    year = live(inputs, a_year)
    halts = sorted({min(stop, course["visits"]) for stop in [*stops, course["visits"]]})
    return {
        "course": course,
        "year": year,
        "per_visit": to_the_cent(Fraction(course["you"], course["visits"])),
        "per_month": to_the_cent(Fraction(year["you"], 12)),
        "per_hour": to_the_cent(Fraction(inputs["price"] * 60, inputs.get("minutes", 60))),
        "fee": inputs["price"] + percent(inputs["price"], inputs.get("tax", 0)),
        "tip": percent(inputs["price"], inputs.get("tip", 0)),
        "stops": [live(inputs, a_year, halt) for halt in halts],
    }
