"""A price lies within its range, and an amount that stands in a source is taken from there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model.countries import Country
from ..problems.problem import Problem
from ..site.numbers import PRICE_PARTS
from ..site.site import Site

CODE = "prices"


def check(site: Site) -> Iterator[Problem]:
    """Each country."""
    for country in site.countries.values():
        yield from _range(site, country)
        yield from _named(site, country)
        yield from _typed(site, country)


def _range(site: Site, country: Country) -> Iterator[Problem]:
    given = [getattr(country.price, part) for part in PRICE_PARTS]
    if any(isinstance(it, str) and it not in site.numbers for it in given):
        return  # the rule on references tells it
    price = site.price_in(country)
    if (price.low is None) != (price.high is None):
        yield site.problem(
            f"countries/{country.id}",
            ("price", "low" if price.high is None else "high"),
            CODE,
            "A range has two ends, and only one is here.",
            "Add the other, or take this one out.",
        )
    for lower, upper in (("low", "typical"), ("typical", "high"), ("low", "high")):
        least, most = getattr(price, lower), getattr(price, upper)
        if least is not None and most is not None and least > most:
            yield site.problem(
                f"countries/{country.id}",
                ("price", lower),
                CODE,
                f"This range is upside down: `{lower}` is above `{upper}`.",
                "Swap the two, or correct the number in its source.",
            )
            return


def _named(site: Site, country: Country) -> Iterator[Problem]:
    """Numbers of sources: each of a source that is named, and in the country's money."""
    for part in PRICE_PARTS:
        given = getattr(country.price, part)
        if not isinstance(given, str):
            continue
        id, _, name = given.partition(".")
        number = site.sources[id].numbers.get(name) if id in site.sources else None
        if number and number.unit != country.currency:
            yield site.problem(
                f"countries/{country.id}",
                ("price", part),
                CODE,
                f"“{given}” is no amount in {country.currency}.",
                "Take a number with this `unit`, or type the amount.",
            )
        elif number and id not in country.price.sources:
            yield site.problem(
                f"countries/{country.id}",
                ("price", "sources"),
                CODE,
                f"The price is taken from “{id}”, which is not named here.",
                f"Add {id} to `sources`.",
            )


def _typed(site: Site, country: Country) -> Iterator[Problem]:
    """Amounts that were typed though a source of the price has them."""
    known: dict[Decimal, str] = {
        number.value: f"{id}.{name}"
        for id in country.price.sources
        if id in site.sources
        for name, number in site.sources[id].numbers.items()
        if number.unit == country.currency
    }
    for part in PRICE_PARTS:
        amount = getattr(country.price, part)
        if isinstance(amount, Decimal) and amount in known:
            yield site.problem(
                f"countries/{country.id}",
                ("price", part),
                CODE,
                f"This number stands in its source already, as “{known[amount]}”.",
                f"Write {known[amount]} in its place.",
            )
