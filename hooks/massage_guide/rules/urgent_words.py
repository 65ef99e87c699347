"""A single word raises an urgent answer in the search only if it is on the written list.

Ordinary words have more than one meaning: a disc, too, collapses. All other signs need a second
word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.site import Site

CODE = "urgent-words"


def check(site: Site) -> Iterator[Problem]:
    """Phrases of one word that the list does not have."""
    enough = {_leveled(word) for word in site.urgent.enough}
    for number, answer in enumerate(site.urgent.answers):
        for key in ("phrases", "names"):
            for place, phrase in enumerate(getattr(answer, key)):
                if " " not in phrase and "-" not in phrase and _leveled(phrase) not in enough:
                    yield site.problem(
                        "urgent",
                        ("answers", number, key, place),
                        CODE,
                        f"“{phrase}” would raise an urgent answer by itself.",
                        "Say it with a second word. If it has one meaning only, write it below "
                        "`enough`, too.",
                        snippet=phrase,
                    )


def _leveled(word: str) -> str:
    return word.lower().removeprefix("=").replace("'", "").replace("’", "")
