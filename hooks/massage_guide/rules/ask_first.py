"""Every kind of massage names the conditions that matter with any.

Each firm kind also names those in which firm pressure is a danger.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.site import Site

CODE = "ask-first"
FIRM = 4  # of 5 on the pressure scale


def check(site: Site) -> Iterator[Problem]:
    """Each kind of massage."""
    conditions = site.safety.ask_first
    for id, kind in site.types.items():
        firm = kind.pressure.firmest >= FIRM
        missing = [
            item.id
            for item in conditions
            if (item.every_kind or (item.no_firm_pressure and firm))
            and item.id not in kind.ask_first
        ]
        known = set(kind.ask_first) <= {
            item.id for item in conditions
        }  # `references` reports a misspelt id
        if missing and known:
            yield site.problem(
                f"types/{id}",
                ("ask_first",),
                CODE,
                f"This kind {'is firm, but ' if firm else ''}does not name: {', '.join(missing)}.",
                "Add them to `ask_first`.",
            )
