"""A single word raises an urgent answer in the search only if it is on the written list.

Ordinary words have more than one meaning: a disc, too, collapses. All other signs need a second
word, in Spanish too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.site import Site
from ..text.tokens import words_of
from ..yaml_source.document import Path

CODE = "urgent-words"


def check(site: Site) -> Iterator[Problem]:
    """Phrases of one word that the list does not have."""
    enough = {word for phrase in site.urgent.enough for word in words_of(phrase)}
    for key, path, phrase in _phrases(site):
        words = words_of(phrase)
        if len(words) == 1 and words[0] not in enough:
            yield site.problem(
                key,
                path,
                CODE,
                f"“{phrase}” would raise an urgent answer by itself.",
                "Say it with a second word. If it has one meaning only, write it below `enough` in "
                "urgent.yml, too.",
                snippet=phrase,
            )


def _phrases(site: Site) -> Iterator[tuple[str, Path, str]]:
    """All phrases that are enough by themselves, with the file and the place of each."""
    for number, answer in enumerate(site.urgent.answers):
        for key in ("phrases", "names"):
            for place, phrase in enumerate(getattr(answer, key)):
                yield "urgent", ("answers", number, key, place), phrase
    for number, spanish in enumerate(site.spanish.answers):
        for place, phrase in enumerate(spanish.phrases):
            yield "spanish", ("answers", number, "phrases", place), phrase
