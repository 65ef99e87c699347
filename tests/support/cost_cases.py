"""Cases for the cost model: a file of known answers, and any number of drawn ones."""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from typing import Any

from massage_guide.cost import MOST_MONEY, WHOLE, Cost, Deal, Inputs, cost
from tests.support.projects import FIXTURES

VECTORS = json.loads((FIXTURES / "cost_vectors.json").read_text("utf-8"))


def reference(inputs: dict[str, Any], stops: list[int]) -> Cost:
    """What `massage_guide.cost` makes of a case."""
    return cost(
        Inputs(**inputs | {"deal": Deal(**inputs["deal"]) if inputs.get("deal") else None}), stops
    )


def as_data(found: Cost) -> dict[str, Any]:
    """A result as JSON would hold it."""
    return json.loads(json.dumps(asdict(found)))


def shown(found: dict[str, Any], key: str) -> Any:
    """The part of a result that a known answer names."""
    if key == "stops":
        return [bill["you"] for bill in found["stops"]]
    if key == "runs":
        return [[run["first"], run["last"], run["fee"], run["plan"]] for run in found["runs"]]
    for step in key.split("."):
        found = found[step]
    return found


def drawn(draw: random.Random) -> tuple[dict[str, Any], list[int]]:
    """A case at random: ordinary amounts, and often the edges."""

    def money() -> int:
        return draw.choice(
            [
                0,
                1,
                50,
                draw.randint(1, 300),
                draw.randint(1000, 20_000),
                draw.randint(1000, 20_000),
                draw.randint(0, MOST_MONEY),
                MOST_MONEY,
            ]
        )

    def rate() -> int:
        return draw.choice(
            [0, 1, 50, 500, 825, 1300, 1500, 2000, 5000, 8000, draw.randint(0, WHOLE), WHOLE]
        )

    def perhaps(amount: int) -> int | None:
        return draw.choice([None, amount])

    visits, every_weeks = draw.choice(
        [(7, 1), (5, 1), (3, 1), (2, 1), (1, 1), (1, 2), (1, 3), (1, 4), (3, 2)]
    )
    deal = draw.choice(
        [
            None,
            None,
            {"kind": "package", "price": money(), "visits": draw.randint(1, 20), "months": 1},
            {
                "kind": "membership",
                "price": money(),
                "visits": draw.randint(1, 12),
                "months": draw.randint(1, 12),
            },
        ]
    )
    return {
        "price": money(),
        "minutes": draw.choice([10, 30, 45, 60, 90, 180]),
        "visits": visits,
        "every_weeks": every_weeks,
        "weeks": draw.randint(1, 52),
        "tip": rate(),
        "travel": money(),
        "tax": rate(),
        "deductible": money(),
        "share": rate(),
        "visit_cap": perhaps(money()),
        "year_cap": perhaps(money()),
        "weeks_left": draw.randint(1, 52),
        "tax_rate": rate(),
        "deal": deal,
    }, draw.choice([[], [3, 6], [1], [2, 400]])
