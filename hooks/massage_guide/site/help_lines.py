"""Whom to call, wherever the guide says that somebody needs help."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..model.countries import Country
from ..model.fields import Passage
from ..model.words import Words
from ..text.fill import fill


def emergency_call(countries: Mapping[str, Country], words: Words) -> Passage:
    """Which number to call in an emergency, in each country of the guide.

    Each number stands once, in its country; so a new country's number is on every card.
    """

    def _word(group: str, name: str) -> str:
        return words.groups[group][name]

    def _listed(there: list[Country]) -> str:
        *others, last = [country.in_text for country in there]
        if not others:
            return last
        return fill(_word("help", "places"), others=", ".join(others), last=last)

    in_order = sorted(countries.values(), key=lambda country: country.order)
    places: dict[str, list[Country]] = defaultdict(list)
    for country in in_order:
        places[country.emergency].append(country)
    calls = [
        fill(_word("help", "call"), places=_listed(there), number=f"[[call:{number}]]")
        for number, there in places.items()
    ]
    sources = (source for country in in_order for source in country.emergency_sources)
    return Passage(
        text=" ".join([*calls, _word("help", "call_elsewhere")]),
        sources=tuple(dict.fromkeys(sources)),
    )
