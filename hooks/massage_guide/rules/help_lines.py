"""Every country, and each part of one, has a way to get help for each need, in a crisis a number.

An emergency number is asked for by its model. A help line names parts that its country has.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.countries import Country, Need
from ..problems.problem import Problem
from ..problems.suggest import did_you_mean
from ..site.help_lines import first_number, regions
from ..site.site import Site

CODE = "help-lines"


def check(site: Site) -> Iterator[Problem]:
    """Each country."""
    for id, country in site.countries.items():
        yield from _unknown_parts(site, f"countries/{id}", country)
        for region in regions([country]):
            for need in Need:
                if need is not Need.CRISIS and not region.lines(need):
                    yield site.problem(
                        f"countries/{id}",
                        ("help_lines",),
                        CODE,
                        f"Nobody in {region.name} finds help here for “{need}”.",
                        f"Add a help line with `needs: [{need}]`, from a source: a number, an "
                        "address or a sentence.",
                    )
            if not any(map(first_number, region.lines(Need.CRISIS))):
                yield site.problem(
                    f"countries/{id}",
                    ("help_lines",),
                    CODE,
                    f"Nobody in {region.name} finds a number to call in a crisis here.",
                    "Add a help line with `needs: [crisis]` and a number such as [[call:988]]. "
                    "Take it from a source, and never make one up.",
                )


def _unknown_parts(site: Site, key: str, country: Country) -> Iterator[Problem]:
    known = {part.id for part in country.parts}
    for number, line in enumerate(country.help_lines):
        for place, part in enumerate(line.parts):
            if part not in known:
                yield site.problem(
                    key,
                    ("help_lines", number, "parts", place),
                    CODE,
                    f"This country has no part “{part}”.",
                    did_you_mean(part, known, "Add it to `parts`, or leave `parts` out here."),
                )
