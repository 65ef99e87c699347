"""A price lies within its range and is written once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from massage_guide.site.numbers import Price
from tests.support.small_guide import SmallGuide, place

FILE, SOURCE = "content/countries/us.yml", "content/sources/trial-2011.yml"
NUMBER = "  hour:\n    value: 75\n    unit: USD\n    means: price of an hour\n"


@pytest.mark.parametrize(
    ("before", "after", "key", "value"),
    [
        ("low: 50", "low: 76", "low", "76"),
        ("high: 140", "high: 74", "typical", "75"),
        ("typical: 75", "typical: 141", "typical", "141"),
        ("typical: 75", "typical: 49", "low", "50"),
    ],
)
def test_a_range_that_is_upside_down_is_refused(
    small_guide: SmallGuide, before: str, after: str, key: str, value: str
) -> None:
    (problem,) = small_guide.change(FILE, before, after).problems("prices")
    assert place(problem) == (FILE, small_guide.line(FILE, f"{key}: {value}"), value)
    assert "upside down" in problem.message


@pytest.mark.parametrize("same", ["low: 75", "high: 75"])
def test_the_ends_of_a_range_belong_to_it(small_guide: SmallGuide, same: str) -> None:
    before = "low: 50" if "low" in same else "high: 140"
    assert small_guide.change(FILE, before, same).problems("prices") == []


def test_an_amount_that_stands_in_its_source_is_taken_from_there(small_guide: SmallGuide) -> None:
    small_guide.change(SOURCE, "numbers:\n", f"numbers:\n{NUMBER}")
    (problem,) = small_guide.problems("prices")
    assert place(problem) == (FILE, small_guide.line(FILE, "typical"), "75")
    assert "trial-2011.hour" in problem.message and "trial-2011.hour" in problem.hint
    small_guide.change(FILE, "typical: 75", "typical: trial-2011.hour")
    assert small_guide.problems("prices") == []
    country = small_guide.site.countries["us"]
    assert small_guide.site.price_in(country) == Price(Decimal(75), Decimal(50), Decimal(140))


def test_other_money_is_another_amount(small_guide: SmallGuide) -> None:
    small_guide.change(SOURCE, "numbers:\n", f"numbers:\n{NUMBER.replace('USD', 'AUD')}")
    assert small_guide.problems("prices") == []


def test_a_number_that_no_source_has_is_told_by_the_rule_on_references(
    small_guide: SmallGuide,
) -> None:
    small_guide.change(FILE, "typical: 75", "typical: trial-2011.hour")
    (problem,) = small_guide.problems("references")
    assert place(problem)[0] == FILE and "trial-2011.hour" in problem.message
    assert small_guide.problems("prices") == []


@pytest.mark.parametrize("end", ["low: 50", "high: 140"])
def test_a_range_has_two_ends(small_guide: SmallGuide, end: str) -> None:
    (problem,) = small_guide.change(FILE, f"  {end}\n", "").problems("prices")
    assert "two ends" in problem.message and problem.file == FILE


def test_the_number_is_of_the_countrys_money(small_guide: SmallGuide) -> None:
    small_guide.change(SOURCE, "numbers:\n", f"numbers:\n{NUMBER.replace('USD', 'AUD')}")
    small_guide.change(FILE, "typical: 75", "typical: trial-2011.hour")
    (problem,) = small_guide.problems("prices")
    assert place(problem)[2] == "trial-2011.hour" and "USD" in problem.message


def test_the_source_of_the_number_is_named(small_guide: SmallGuide) -> None:
    small_guide.change(SOURCE, "numbers:\n", f"numbers:\n{NUMBER}")
    small_guide.change(FILE, "typical: 75", "typical: trial-2011.hour")
    small_guide.change(
        FILE, "  sources: [trial-2011]\n  caution", "  sources: [guideline-2020]\n  caution"
    )
    (problem,) = small_guide.problems("prices")
    assert "“trial-2011”" in problem.message and "trial-2011" in problem.hint
