"""What massage costs: the reference implementation of the cost model.

Money is counted in whole minor units (cents, pence), so that nothing is lost by rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .model import Frequency

WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Cost:
    """The cost of a course, in minor units, and of the same frequency kept up for a year."""

    visits: int
    total: int
    visits_a_year: int
    per_year: int
    per_month: int


def visits(frequency: Frequency, weeks: int) -> int:
    """Visits in `weeks`, the first one in the first week: a turn that has begun counts."""
    turns = -(-weeks // frequency.every_weeks)
    return turns * frequency.visits


def cost(price: int, frequency: Frequency, weeks: int) -> Cost:
    """The cost of a course at `price` minor units a visit.

    A year is 52 weeks of the same frequency, so that daily means 364 visits; a month is a
    twelfth of that year, halves rounded up.
    """
    course = visits(frequency, weeks)
    year = visits(frequency, WEEKS_A_YEAR)
    return Cost(
        visits=course,
        total=course * price,
        visits_a_year=year,
        per_year=year * price,
        per_month=(2 * year * price + MONTHS_A_YEAR) // (2 * MONTHS_A_YEAR),
    )


def minor_units(amount: Decimal) -> int:
    """An amount with at most two decimals, in hundredths."""
    return int((amount * 100).to_integral_exact())
