"""Whom to call, wherever the guide says that somebody needs help."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.countries import Country
from ..model.fields import Passage
from ..model.words import Words
from ..text.fill import fill
from ..text.prose import Prose


class HelpLines:
    """The emergency numbers of all countries, in sentences.

    Each number stands once, in its country; so a new country's number is wherever the others are.
    """

    def __init__(self, countries: Mapping[str, Country], words: Words) -> None:
        self._countries = sorted(countries.values(), key=lambda country: country.order)
        self._words = words

    def call(self) -> Passage:
        """Which number to call: what every emergency card says."""
        calls = [
            fill(self._word("help", "call"), places=places, number=number)
            for number, places in self._places_by_number.items()
        ]
        sources = (source for country in self._countries for source in country.emergency_sources)
        return Passage(
            text=" ".join([*calls, self._word("help", "call_elsewhere")]),
            sources=tuple(dict.fromkeys(sources)),
        )

    def line(self) -> Prose:
        """The same in one line, for the top of every page."""
        numbers = [
            fill(self._word("help", "number_in"), number=number, places=places)
            for number, places in self._places_by_number.items()
        ]
        return Prose.parse(fill(self._word("help", "line"), numbers=", ".join(numbers)))

    def line_everywhere(self) -> Prose:
        """The line for somebody whose country is not known."""
        return Prose.parse(f"{self.line().text} {self._word('help', 'call_elsewhere')}")

    @property
    def _places_by_number(self) -> dict[str, str]:
        """The mark of each number, and the places that have it: “the US and Canada”."""
        found: dict[str, list[str]] = {}
        for country in self._countries:
            found.setdefault(f"[[call:{country.emergency}]]", []).append(country.in_text)
        return {number: self._listed(places) for number, places in found.items()}

    def _listed(self, places: list[str]) -> str:
        *others, last = places
        if not others:
            return last
        return fill(self._word("help", "places"), others=", ".join(others), last=last)

    def _word(self, group: str, name: str) -> str:
        return self._words.groups[group][name]
