"""The numbers that text may print by `[[n:ID.FIELD]]`, each from the one place that defines it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..cost import Inputs, cost
from ..model.countries import Country
from ..model.grading import Grading
from ..model.prices import Prices, Scenario
from ..model.sources import Base, Number, Scale, Source, Unseen
from ..model.words import Words
from ..text.fill import fill
from .money import Money, money


def printed_numbers(
    sources: Mapping[str, Source],
    prices: Prices,
    countries: Mapping[str, Country],
    grading: Grading,
    words: Words,
) -> dict[str, str]:
    """Every number by its key, as text prints it."""
    signs = {country.currency: country.sign for country in countries.values()}
    known = {
        f"{source.id}.{name}": _bound(words, number) + number_words(number, signs)
        for source in sources.values()
        for name, number in source.numbers.items()
    }
    known |= {
        f"sizes.{size.id}": grouped(size.below[Scale.OF_100])
        for size in grading.sizes
        if size.below
    }
    home = countries.get(prices.article.country)
    if home:
        price = money(prices.article.amount, home)
        known["article.price"] = str(price)
        known["article.minutes"] = grouped(Decimal(prices.article.minutes))
        for scenario in prices.scenarios:
            known |= _scenario_numbers(prices, scenario, price)
    for country in countries.values():
        known |= _price_numbers(country, sources)
    return known


def number_sizes(sources: Mapping[str, Source], grading: Grading) -> dict[str, str]:
    """The word for the size of each effect that has one, by its key."""
    return {
        f"{source.id}.{name}": word
        for source in sources.values()
        for name, number in source.numbers.items()
        if (word := grading.size(number))
    }


def bases(sources: Mapping[str, Source], words: Words) -> dict[str, str]:
    """What each number rests on, in words, by its key; only for those that have a base."""
    return {
        f"{source.id}.{name}": base_words(number.base, words)
        for source in sources.values()
        for name, number in source.numbers.items()
        if number.base
    }


def base_words(base: Base, words: Words) -> str:
    """What a number rests on: compared with usual care; 1 trial, 401 people; at 10 weeks."""
    counts = [
        fill(words.groups["base_counts"][plural(name, count)], count=grouped(Decimal(count)))
        for name in ("trials", "cohorts", "people")
        if (count := getattr(base, name))
    ]
    hidden = sorted({*base.unseen} & {Unseen.TRIALS, Unseen.PEOPLE})
    unseen = words.groups["unseen"]["-and-".join(hidden)] if hidden else ""
    certainty = words.groups["certainty_labels"][base.certainty] if base.certainty else ""
    parts = [
        fill(words.groups["base"]["versus"], versus=base.versus) if base.versus else "",
        ", ".join(filter(None, [*counts, base.among, unseen])),
        base.when or "",
        certainty[:1].lower() + certainty[1:],
        base.note or "",
    ]
    return "; ".join(filter(None, parts))


def plural(name: str, count: int) -> str:
    """The key of the words for so many of something: one has words of its own."""
    return f"one_{name}" if count == 1 else name


@dataclass(frozen=True)
class ScenarioCost:
    """What somebody pays in a scenario: the whole course, and the same plan kept up for a year.

    `weeks` and `how_often` are what the scenario says: words beside a cost come from here too.
    """

    visits: int
    weeks: int
    how_often: str
    total: Money
    visits_a_year: int
    per_year: Money
    per_month: Money


def scenario_cost(prices: Prices, scenario: Scenario, price: Money) -> ScenarioCost:
    """The cost of a scenario at this price of a visit."""
    frequency = next(f for f in prices.frequencies if f.id == scenario.frequency)
    found = cost(
        Inputs(
            price=price.amount,
            visits=frequency.visits,
            every_weeks=frequency.every_weeks,
            weeks=scenario.weeks,
        )
    )
    return ScenarioCost(
        visits=found.course.visits,
        weeks=scenario.weeks,
        how_often=frequency.words[0].lower() + frequency.words[1:],
        total=Money(found.course.you, price.sign),
        visits_a_year=found.year.visits,
        per_year=Money(found.year.you, price.sign),
        per_month=Money(found.per_month, price.sign),
    )


def _scenario_numbers(prices: Prices, scenario: Scenario, price: Money) -> dict[str, str]:
    if scenario.frequency not in {f.id for f in prices.frequencies}:
        return {}  # the rule on references says so
    found = scenario_cost(prices, scenario, price)
    return {
        f"{scenario.id}.visits": grouped(Decimal(found.visits)),
        f"{scenario.id}.weeks": grouped(Decimal(found.weeks)),
        f"{scenario.id}.how-often": found.how_often,
        f"{scenario.id}.total": str(found.total),
        f"{scenario.id}.visits-a-year": grouped(Decimal(found.visits_a_year)),
        f"{scenario.id}.per-year": str(found.per_year),
        f"{scenario.id}.per-month": str(found.per_month),
    }


PRICE_PARTS = ("low", "typical", "high")


@dataclass(frozen=True)
class Price:
    """What an hour costs in a country; a range where its sources give one."""

    typical: Decimal
    low: Decimal | None
    high: Decimal | None


def price_of(country: Country, sources: Mapping[str, Source]) -> Price:
    """The amounts of a country's price, with those that stand in a source taken from there.

    A number that no source has counts as zero: the rule on references says that it is missing.
    """
    found = {part: _amount(getattr(country.price, part), sources) for part in PRICE_PARTS}
    return Price(found["typical"] or Decimal(0), found["low"], found["high"])


def _amount(given: Decimal | str | None, sources: Mapping[str, Source]) -> Decimal | None:
    if not isinstance(given, str):
        return given
    id, _, name = given.partition(".")
    source = sources.get(id)
    return source.numbers[name].value if source and name in source.numbers else Decimal(0)


def _price_numbers(country: Country, sources: Mapping[str, Source]) -> dict[str, str]:
    price = price_of(country, sources)
    amounts = {part: getattr(price, part) for part in PRICE_PARTS}
    printed = {
        f"{country.id}.{name}": str(money(amount, country))
        for name, amount in amounts.items()
        if amount is not None
    }
    return printed | {f"{country.id}.minutes": grouped(Decimal(country.price.minutes))}


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


def grouped(value: Decimal) -> str:
    """A number with commas between thousands, and a true minus sign."""
    return f"{value:,f}".replace("-", "−")
