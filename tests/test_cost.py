"""The cost model agrees with a slow and obvious calendar."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from massage_guide.cost import cost, minor_units
from massage_guide.model import Frequency

FREQUENCIES = st.builds(Frequency, id=st.just("x"), words=st.just("x"), visits=st.integers(1, 7),
                        every_weeks=st.integers(1, 4))


def walk_the_calendar(frequency: Frequency, weeks: int) -> int:
    """Count visits week by week: a turn's visits fall into its first week."""
    return sum(frequency.visits for week in range(weeks) if week % frequency.every_weeks == 0)


@given(st.integers(0, 100_000_00), FREQUENCIES, st.integers(1, 52))
def test_a_course_costs_what_its_visits_cost(price: int, frequency: Frequency, weeks: int) -> None:
    found = cost(price, frequency, weeks)
    assert found.visits == walk_the_calendar(frequency, weeks)
    assert found.total == sum(price for _ in range(found.visits))


@given(st.integers(0, 100_000_00), FREQUENCIES)
def test_a_year_is_52_weeks_and_a_month_a_twelfth_of_it(price: int, frequency: Frequency) -> None:
    found = cost(price, frequency, 10)
    assert found.per_year == price * walk_the_calendar(frequency, 52)
    assert found.per_month == int((Decimal(found.per_year) / 12).quantize(Decimal(1), ROUND_HALF_UP))


def test_the_article_at_fifty_dollars() -> None:
    three_a_week = Frequency(id="three-a-week", words="Three a week", visits=3, every_weeks=1)
    daily = Frequency(id="daily", words="Every day", visits=7, every_weeks=1)
    weekly = Frequency(id="weekly", words="Once a week", visits=1, every_weeks=1)
    assert cost(50_00, three_a_week, 52).per_year == 7_800_00
    assert cost(50_00, daily, 52).per_year == 18_200_00
    assert cost(50_00, weekly, 10).total == 500_00


def test_amounts_become_whole_minor_units_without_loss() -> None:
    assert minor_units(Decimal("49.50")) == 49_50
    assert minor_units(Decimal("0.29")) == 29
