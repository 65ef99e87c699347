"""What the cost calculator in the browser starts from, as data for its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..cost import minor_units
from ..model.prices import Limit, Limits
from ..site.site import Site


def calculator_data(site: Site, words: Mapping[str, str]) -> dict[str, Any]:
    """Countries, choices, limits and `words`. Amounts are in the units of the cost model."""
    prices = site.prices
    first = prices.scenarios[0]
    return {
        "countries": {
            country.id: {
                "sign": country.sign,
                "currency": country.currency,
                "locale": country.locale,
                "price": minor_units(site.price_in(country).typical),
            }
            for country in site.countries.values()
        },
        "frequencies": {
            frequency.id: {
                "words": frequency.words,
                "visits": frequency.visits,
                "every_weeks": frequency.every_weeks,
            }
            for frequency in prices.frequencies
        },
        "scenarios": [
            {
                "id": scenario.id,
                "title": scenario.title,
                "frequency": scenario.frequency,
                "weeks": scenario.weeks,
            }
            for scenario in prices.scenarios
        ],
        "limits": {name: _limit(getattr(prices.limits, name)) for name in Limits.model_fields},
        "stops": prices.stops,
        "start": {
            "country": prices.article.country,
            "frequency": first.frequency,
            "weeks": first.weeks,
        },
        "words": words,
    }


def _limit(limit: Limit[Any]) -> dict[str, Any]:
    start = None if limit.start is None else limit.units(limit.start)
    return {
        "kind": limit.kind,
        "low": limit.units(limit.low),
        "high": limit.units(limit.high),
        "start": start,
    }
