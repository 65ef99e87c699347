"""What massage costs: the reference implementation of the cost model.

`docs/assets/javascripts/calculator/model.js` computes the same, to the cent; a test holds the two
together.

- Money is whole minor units (cents, pence). Rates are basis points: hundredths of a percent, 10,000
  to the whole. Every product of the two is rounded once, halves up.
- All visits of a cycle happen in its first week. A year is 52 weeks, and every day of a year is 365
  visits: the last one counts with the last week. A month is 4 or 5 whole weeks (5-4-4, four times a
  year).
- The fee of a visit is its price plus tax. The tip is on the price before tax.
- A plan pays on fees only, visit by visit: what is left after the deductible, times its share, up
  to the cap of a visit and the cap of a year. Deductible and cap are whole again when a plan year
  begins.
- What a health account saves in tax is rounded once, on all the fees that no plan paid. Tips and
  travel save nothing.
- Visits bought ahead have no fee of their own: plans pay nothing toward them, and they save no tax.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

WEEKS_A_YEAR = 52
DAYS_A_WEEK = 7
DAYS_A_YEAR = 365
MONTHS_A_YEAR = 12
MINUTES_AN_HOUR = 60
WHOLE = 10_000
"""All of something, in basis points."""
MOST_MONEY = 10_000_000
"""The most that an amount may be, in minor units: sums then stay exact wherever numbers are floats.
"""

RANGES = {
    **dict.fromkeys(
        ("price", "travel", "deductible", "visit_cap", "year_cap", "deal_price"), (0, MOST_MONEY)
    ),
    **dict.fromkeys(("tip", "tax", "share", "tax_rate"), (0, WHOLE)),
    **dict.fromkeys(("weeks", "weeks_left", "every_weeks"), (1, WEEKS_A_YEAR)),
    "minutes": (1, 24 * MINUTES_AN_HOUR),
    "visits": (1, DAYS_A_WEEK),
    "deal_visits": (1, DAYS_A_YEAR),
    "deal_months": (1, MONTHS_A_YEAR),
}
"""The least and the most of every input, in its own units. Those of a deal start with `deal_`."""


class DealKind(StrEnum):
    """Ways of buying visits ahead."""

    PACKAGE = "package"
    MEMBERSHIP = "membership"


@dataclass(frozen=True)
class Deal:
    """Visits bought ahead: a package of some visits, or a membership with some visits a month.

    What is not used is lost. A package is bought whole. A membership runs from the first visit to
    the last, by the month begun, and for `months` at the least; visits beyond it cost what a visit
    costs.
    """

    kind: DealKind
    price: int
    """Of a package, or of a month, before tax, in minor units."""
    visits: int
    """In a package, or in a month."""
    months: int = 1
    """For how many months a membership must be paid at the least."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What a course of massage depends on. Raises ValueError for what no course can have."""

    price: int
    """Of one visit, before tax and tip, in minor units."""
    minutes: int = MINUTES_AN_HOUR
    """Length of a visit."""
    visits: int
    """Visits per cycle."""
    every_weeks: int
    """Cycle length in weeks."""
    weeks: int
    """Length of the course."""
    tip: int = 0
    """In basis points of the price."""
    travel: int = 0
    """For each visit, in minor units."""
    tax: int = 0
    """That is not in the price yet, in basis points."""
    deductible: int = 0
    """What you pay each plan year before the plan does, in minor units."""
    share: int = 0
    """What the plan pays of a fee, in basis points."""
    visit_cap: int | None = None
    """The most that the plan pays for a visit, in minor units."""
    year_cap: int | None = None
    """The most that the plan pays in a plan year, in minor units."""
    weeks_left: int = WEEKS_A_YEAR
    """Weeks to the end of the plan year in which the course starts."""
    tax_rate: int = 0
    """The tax that money in a health account saves, in basis points; 0 without one."""
    deal: Deal | None = None

    def __post_init__(self) -> None:
        deal = vars(self.deal) if self.deal else {}
        values = vars(self) | {f"deal_{name}": value for name, value in deal.items()}
        for name, (low, high) in RANGES.items():
            value = values.get(name)
            if value is not None and not low <= value <= high:
                raise ValueError(f"{name} is {value}, and not from {low} to {high}")


@dataclass(frozen=True)
class Bill:
    """What some visits cost, and who pays, in minor units."""

    visits: int
    fees: int
    """Prices with tax: of single visits, and of what was bought ahead."""
    ahead: int
    """The part of the fees that was bought ahead."""
    tips: int
    travel: int
    plan: int
    """What the plan pays."""
    saved: int
    """What the health account saves in tax."""
    you: int
    """What is left for you."""


@dataclass(frozen=True)
class Run:
    """Visits in a row with the same fee and the same payment by the plan, in minor units."""

    first: int
    last: int
    fee: int
    plan: int


@dataclass(frozen=True)
class Cost:
    """What a course costs, and the same pace kept up for a year. Money is in minor units."""

    course: Bill
    year: Bill
    per_visit: int
    """What you pay for the course, by the visit."""
    per_month: int
    """What you pay for the year, by the month."""
    per_hour: int
    """The price of an hour at this price and length of a visit."""
    fee: int
    """The price of a single visit with tax."""
    tip: int
    """For each visit."""
    stops: tuple[Bill, ...]
    """What it comes to if you stop early, and at the end."""
    runs: tuple[Run, ...]
    """The course, visit by visit."""


def cost(inputs: Inputs, stops: Sequence[int] = ()) -> Cost:
    """What a course costs; `stops` are the numbers of visits after which you may stop."""
    year = list(_visits(inputs))
    course = year[: count_visits(inputs, inputs.weeks)]
    bill, year_bill = _bill(inputs, course), _bill(inputs, year)
    halts = sorted({min(stop, len(course)) for stop in (*stops, len(course))})
    return Cost(
        course=bill,
        year=year_bill,
        per_visit=divided(bill.you, bill.visits),
        per_month=divided(year_bill.you, MONTHS_A_YEAR),
        per_hour=divided(inputs.price * MINUTES_AN_HOUR, inputs.minutes),
        fee=_taxed(inputs, inputs.price),
        tip=share_of(inputs.price, inputs.tip),
        stops=tuple(_bill(inputs, course[:halt]) for halt in halts),
        runs=tuple(_runs(course)),
    )


def count_visits(inputs: Inputs, weeks: int) -> int:
    """Visits in `weeks`, the first one in the first week: a cycle that has begun counts.

    Every day for 52 weeks is every day of a year.
    """
    if (inputs.visits, inputs.every_weeks, weeks) == (DAYS_A_WEEK, 1, WEEKS_A_YEAR):
        return DAYS_A_YEAR
    cycles = -(-weeks // inputs.every_weeks)
    return cycles * inputs.visits


@dataclass(frozen=True)
class _Visit:
    week: int
    """From 0."""
    fee: int
    """0 where it was bought ahead."""
    plan: int


def _visits(inputs: Inputs) -> Iterator[_Visit]:
    """The visits of a year in the order of their days, each with what the plan pays toward it."""
    fee = _taxed(inputs, inputs.price)
    renewed, deductible, cap = False, inputs.deductible, inputs.year_cap
    for number in range(count_visits(inputs, WEEKS_A_YEAR)):
        week = min(number // inputs.visits * inputs.every_weeks, WEEKS_A_YEAR - 1)
        if week >= inputs.weeks_left and not renewed:
            renewed, deductible, cap = True, inputs.deductible, inputs.year_cap
        if _is_bought_ahead(inputs, number, week):
            yield _Visit(week, 0, 0)
            continue
        kept = min(fee, deductible)
        paid = min(
            amount
            for amount in (share_of(fee - kept, inputs.share), inputs.visit_cap, cap)
            if amount is not None
        )
        deductible -= kept
        cap = None if cap is None else cap - paid
        yield _Visit(week, fee, paid)


def _is_bought_ahead(inputs: Inputs, number: int, week: int) -> bool:
    """Whether a visit is part of a package, or of what a membership gives in its month.

    Visits are counted from 0.
    """
    if inputs.deal is None:
        return False
    if inputs.deal.kind == DealKind.PACKAGE:
        return True
    first_week = -(-_month(week) * WEEKS_A_YEAR // MONTHS_A_YEAR)
    return number - count_visits(inputs, first_week) < inputs.deal.visits


def _month(week: int) -> int:
    """The month of a week, both from 0."""
    return week * MONTHS_A_YEAR // WEEKS_A_YEAR


def _bill(inputs: Inputs, visits: Sequence[_Visit]) -> Bill:
    """The bill for the first so many visits, and none after them."""
    ahead = _bought_ahead(inputs, visits)
    single = sum(visit.fee for visit in visits)
    tips = len(visits) * share_of(inputs.price, inputs.tip)
    travel = len(visits) * inputs.travel
    plan = sum(visit.plan for visit in visits)
    saved = share_of(single - plan, inputs.tax_rate)
    return Bill(
        visits=len(visits),
        fees=single + ahead,
        ahead=ahead,
        tips=tips,
        travel=travel,
        plan=plan,
        saved=saved,
        you=single + ahead + tips + travel - plan - saved,
    )


def _bought_ahead(inputs: Inputs, visits: Sequence[_Visit]) -> int:
    if inputs.deal is None:
        return 0
    if inputs.deal.kind == DealKind.PACKAGE:
        bought = -(-len(visits) // inputs.deal.visits)
    else:
        bought = max(_month(visits[-1].week) + 1, inputs.deal.months)
    return bought * _taxed(inputs, inputs.deal.price)


def _runs(visits: Sequence[_Visit]) -> Iterator[Run]:
    first = 1
    for (fee, plan), group in groupby(visits, lambda visit: (visit.fee, visit.plan)):
        last = first + len(list(group)) - 1
        yield Run(first, last, fee, plan)
        first = last + 1


def _taxed(inputs: Inputs, amount: int) -> int:
    return amount + share_of(amount, inputs.tax)


def share_of(amount: int, rate: int) -> int:
    """`rate` basis points of an amount of minor units, halves rounded up."""
    return divided(amount * rate, WHOLE)


def divided(amount: int, parts: int) -> int:
    """An amount that is not negative, in equal parts, halves rounded up."""
    return (2 * amount + parts) // (2 * parts)


def minor_units(amount: Decimal) -> int:
    """An amount with at most two decimals, in hundredths."""
    return int((amount * 100).to_integral_exact())
