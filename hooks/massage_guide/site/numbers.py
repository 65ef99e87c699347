"""The numbers that text may print by `[[n:ID.FIELD]]`, each from the one place where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..cost import Cost, Inputs, cost, minor_units
from ..model.countries import Country
from ..model.prices import Prices, Scenario
from ..model.sources import Number, Source
from ..model.words import Words


def printed_numbers(
    sources: Mapping[str, Source], prices: Prices, countries: Mapping[str, Country], words: Words
) -> dict[str, str]:
    """Every number by its key, as text prints it."""
    signs = {country.currency: country.sign for country in countries.values()}
    known = {
        f"{source.id}.{name}": _bound(words, number) + number_words(number, signs)
        for source in sources.values()
        for name, number in source.numbers.items()
    }
    home = countries.get(prices.article.country)
    if home:
        known["article.price"] = money(minor_units(prices.article.amount), home)
        for scenario in prices.scenarios:
            known |= _scenario_numbers(prices, scenario, home)
    for country in countries.values():
        known |= _price_numbers(country)
    return known


def scenario_cost(prices: Prices, scenario: Scenario, price: int) -> Cost:
    """The cost of a scenario at `price` minor units a visit."""
    frequency = next(f for f in prices.frequencies if f.id == scenario.frequency)
    return cost(Inputs(price=price, visits=frequency.visits, every_weeks=frequency.every_weeks, weeks=scenario.weeks))


def _scenario_numbers(prices: Prices, scenario: Scenario, home: Country) -> dict[str, str]:
    if scenario.frequency not in {f.id for f in prices.frequencies}:
        return {}  # the rule on references says so
    found = scenario_cost(prices, scenario, minor_units(prices.article.amount))
    return {
        f"{scenario.id}.visits": grouped(Decimal(found.course.visits)),
        f"{scenario.id}.total": money(found.course.you, home),
        f"{scenario.id}.visits-a-year": grouped(Decimal(found.year.visits)),
        f"{scenario.id}.per-year": money(found.year.you, home),
        f"{scenario.id}.per-month": money(found.per_month, home),
    }


def _price_numbers(country: Country) -> dict[str, str]:
    amounts = {"typical": country.price.typical, "low": country.price.low, "high": country.price.high}
    return {f"{country.id}.{name}": money(minor_units(amount), country)
            for name, amount in amounts.items() if amount is not None}


def _bound(words: Words, number: Number) -> str:
    return f"{words.groups['bounds'][number.bound]} " if number.bound else ""


def number_words(number: Number, signs: dict[str, str]) -> str:
    """A number as text prints it: 3,096; 63%; $60; 1 in 25."""
    if number.out_of:
        return f"{grouped(number.value)} in {number.out_of:,}"
    if number.unit == "%":
        return f"{grouped(number.value)}%"
    if number.unit in signs:
        return f"{signs[number.unit]}{grouped(number.value)}"
    return grouped(number.value)


def money(amount: int, country: Country) -> str:
    """Minor units as text prints them: $50, $1,200, $49.50."""
    whole, rest = divmod(amount, 100)
    return f"{country.sign}{whole:,}" + (f".{rest:02}" if rest else "")


def grouped(value: Decimal) -> str:
    """A number with commas between thousands, and a true minus sign."""
    return f"{value:,f}".replace("-", "−")
