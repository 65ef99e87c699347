"""Whom to call, wherever the guide says that somebody needs help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.countries import Country, HelpLine, Need
from ..model.fields import Passage
from ..model.words import Words
from ..text.fill import fill
from ..text.prose import ContactMark, Prose


@dataclass(frozen=True)
class Region:
    """A country, or a part of one where other help lines answer."""

    id: str
    name: str
    """Its name after “in”."""
    country: Country
    part: str | None = None
    """The id of the part."""

    def lines(self, need: Need) -> list[HelpLine]:
        """Its help lines for a need, the first to try first."""
        return [
            line
            for line in self.country.help_lines
            if need in line.needs and (not line.parts or not self.part or self.part in line.parts)
        ]


def regions(countries: Iterable[Country]) -> Iterator[Region]:
    """Every place whose help lines differ from those of others, in the order of the countries."""
    for country in countries:
        for part in country.parts:
            yield Region(f"{country.id}-{part.id}", part.name, country, part.id)
        if not country.parts:
            yield Region(country.id, country.in_text, country)


class HelpLines:
    """Emergency numbers and help lines of all countries, in sentences.

    Each number stands once, in its country; so a new country's number is wherever the others are.
    """

    def __init__(
        self, countries: Mapping[str, Country], words: Words, crisis_elsewhere: Passage
    ) -> None:
        self._crisis_elsewhere = crisis_elsewhere
        self._countries = sorted(countries.values(), key=lambda country: country.order)
        self._groups = words.groups

    def call(self) -> Passage:
        """Which number to call: what every emergency card says."""
        calls = [
            fill(self._word("help", "call"), places=places, number=number)
            for number, places in self._by_number(self._emergency_numbers())
        ]
        sources = (source for country in self._countries for source in country.emergency_sources)
        return Passage(
            text=" ".join([*calls, self._word("help", "call_elsewhere")]),
            sources=tuple(dict.fromkeys(sources)),
        )

    def line(self) -> Prose:
        """The same in one line, for the top of every page."""
        return Prose.parse(
            fill(self._word("help", "line"), numbers=self._numbers(self._emergency_numbers()))
        )

    def line_in_spanish(self) -> Prose:
        """Which number to call, for somebody who types in Spanish."""
        places: dict[str, list[str]] = {}
        for country in self._countries:
            places.setdefault(country.emergency, []).append(country.in_spanish or country.name)
        numbers = ", ".join(
            f"[[call:{number}]] ({', '.join(names)})" for number, names in places.items()
        )
        return Prose.parse(fill(self._word("help", "line_in_spanish"), numbers=numbers))

    def line_everywhere(self) -> Prose:
        """The line for somebody whose country is not known."""
        return Prose.parse(" ".join([self.line().text, self._word("help", "call_elsewhere")]))

    def crisis_line(self) -> Prose:
        """A number in each country for somebody who thinks about harming themselves."""
        numbers = self._numbers(self._crisis_numbers())
        line = fill(self._word("help", "crisis"), numbers=numbers)
        return Prose.parse(f"{line} {self._crisis_elsewhere.text}")

    def whom_to_call(self, need: Need) -> tuple[Passage, ...]:
        """The help lines of all countries for a need, a passage each."""
        lines = (
            self.passage(line, self._place(country, line))
            for country in self._countries
            for line in country.help_lines
            if need in line.needs
        )
        return (*lines, *([self._crisis_elsewhere] if need is Need.CRISIS else []))

    def by_region(self) -> list[tuple[Region, list[tuple[Need, list[Passage]]]]]:
        """For each place and each need what somebody there can do."""
        return [
            (
                region,
                [(need, [self.passage(line) for line in region.lines(need)]) for need in Need],
            )
            for region in regions(self._countries)
        ]

    def passage(self, line: HelpLine, place: str = "") -> Passage:
        """A help line as sentences, after the place that it answers in, where one is given."""
        says = line.printed.text
        who = line.who or ""
        if place and who:
            says = fill(self._word("help", "in_place_for"), place=place, who=who, says=says)
        elif place:
            says = fill(self._word("help", "in_place"), place=place, says=says)
        elif who:
            says = fill(self._word("help", "for_whom"), who=who, says=says)
        else:
            says = says[:1].upper() + says[1:]
        when = f", {line.hours}." if line.hours else "."
        free = [self._word("help", "free")] if line.free else []
        return Passage(text=" ".join([says + when, *free]), sources=line.sources, basis=line.basis)

    def _place(self, country: Country, line: HelpLine) -> str:
        names = [part.name for part in country.parts if part.id in line.parts]
        return self._listed(names) if names else country.in_text

    def _emergency_numbers(self) -> Iterator[tuple[str, str]]:
        """The number of each country, as a mark, and the country."""
        for country in self._countries:
            yield f"[[call:{country.emergency}]]", country.in_text

    def _crisis_numbers(self) -> Iterator[tuple[str, str]]:
        """The first number in each country, or in those parts that have no other."""
        for region in regions(self._countries):
            for line in region.lines(Need.CRISIS):
                if number := first_number(line):
                    place = region.name if line.parts else region.country.in_text
                    yield f"[[call:{number}]]", place
                    break

    def _numbers(self, numbers: Iterable[tuple[str, str]]) -> str:
        return ", ".join(
            fill(self._word("help", "number_in"), number=number, places=places)
            for number, places in self._by_number(numbers)
        )

    def _by_number(self, numbers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Each number once, with the places that have it: “the US and Canada”."""
        found: dict[str, dict[str, None]] = {}
        for number, place in numbers:
            found.setdefault(number, {})[place] = None
        return ((number, self._listed([*places])) for number, places in found.items())

    def _word(self, group: str, name: str) -> str:
        return self._groups[group][name]

    def _listed(self, places: list[str]) -> str:
        *others, last = places
        if not others:
            return last
        return fill(self._word("help", "places"), others=", ".join(others), last=last)


def first_number(line: HelpLine) -> str | None:
    """The first number of a help line that a phone can call, as it is printed."""
    return next(
        (
            part.number
            for part in line.printed.parts
            if isinstance(part, ContactMark) and part.way == "call"
        ),
        None,
    )
