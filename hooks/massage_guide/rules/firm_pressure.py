"""Every firm kind of massage names the conditions in which firm pressure is a danger."""

from __future__ import annotations

from collections.abc import Iterator

from ..problem import Problem
from ..site import Site

CODE = "firm-pressure"
FIRM = 4  # of 5 on the pressure scale


def check(site: Site) -> Iterator[Problem]:
    """Each type whose firmest pressure is firm."""
    dangers = [condition.id for condition in site.safety.ask_first if condition.no_firm_pressure]
    conditions = {condition.id for condition in site.safety.ask_first}
    for id, kind in site.types.items():
        missing = [danger for danger in dangers if danger not in kind.ask_first]
        known = set(kind.ask_first) <= conditions  # a misspelt id is told by itself
        if kind.pressure.firmest >= FIRM and missing and known:
            yield site.problem(f"types/{id}", ("ask_first",), CODE,
                               f"This kind is firm, but does not say to ask first with: {', '.join(missing)}.",
                               "Add them to `ask_first`.")
