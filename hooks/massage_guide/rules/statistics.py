"""Effects, trial sizes, percentages and money go through the number mark.

So each is written once.

Years, ages, durations, phone numbers and practical counts need no mark. A passage without a source
must not contain numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.fields import Basis
from ..problems.problem import Problem
from ..site.page import prose_lines
from ..site.site import Site
from ..text.prose import Emphasis, NumberMark, Prose, Text

CODE = "statistics"

# What quotes the article or describes a number's own place.
_QUOTING = {"says"}

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNITS = r"(?:minutes?|hours?|days?|weeks?|months?|years?|mornings?|nights?)"
_PRACTICAL = (
    r"(?:sessions?|visits?|times?|steps?|questions?|breaths?|liters?|"
    r"(?:\w+ )?a (?:day|week|month|year))"
)

# Taken out before what is left is looked at.
_ALLOWED = [
    re.compile(rf"\b{_NUMBER}(?: ?(?:to|or|and|-|–) ?{_NUMBER})?[ -]{_UNITS}\b", re.I),
    re.compile(rf"\b{_NUMBER}(?: ?(?:to|or|-|–) ?{_NUMBER})? {_PRACTICAL}\b", re.I),
    re.compile(r"\b(?:19[5-9]|20\d)\d\b"),  # years
    re.compile(r"\b(?:999|911|000|111|112|988)\b"),
    re.compile(r"\b(?:points )?of 100?\b"),  # the end of a scale
    re.compile(r"\bCC BY 4\.0\b"),
    re.compile(r"\b(?:section|part|chapter|level|scale from) \d+(?:\.\d+)*(?: to \d+)?\b", re.I),
]
_STATISTICS = [
    re.compile(rf"[$£€] ?{_NUMBER}"),
    re.compile(rf"\b{_NUMBER} ?(?:%|percent|per cent)", re.I),
    re.compile(rf"\b{_NUMBER} in {_NUMBER}\b", re.I),
    re.compile(
        rf"\b{_NUMBER} (?:\w+ )?(?:people|adults|women|men|patients|clients|volunteers|children|"
        r"babies|trials?|stud(?:y|ies)|reviews?|papers?|reports?|points?|dollars|pounds)\b",
        re.I,
    ),
    re.compile(r"(?<![\w.])[−-]?\d+\.\d+"),
    re.compile(r"\b\d{1,3}(?:,\d{3})+\b"),
    re.compile(r"\b\d{3,}\b"),
]
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:two|three|"
    r"four|five|six|seven|eight|nine|ten|twenty|a hundred)\b",
    re.I,
)
_ANY_NUMBER = re.compile(r"\d[\d.,]*")


def statistic(text: str) -> str | None:
    """A number in a text that belongs behind a number mark; None if there is none."""
    if found := _IN_WORDS.search(text):
        return found[0]
    if not _ANY_NUMBER.search(text):
        return None  # as most texts; all that follows looks for digits
    for pattern in _STATISTICS[:4]:
        if found := pattern.search(text):
            return found[0]
    for allowed in _ALLOWED:
        text = allowed.sub(" ", text)
    return next((found[0] for pattern in _STATISTICS if (found := pattern.search(text))), None)


def check(site: Site) -> Iterator[Problem]:
    """Every piece of prose, more strictly in passages without a source, then hand-written pages."""
    unsourced = {
        (key, (*path, "text"))
        for key, path, passage in site.passages
        if passage.basis is Basis.UNSOURCED
    }
    for key, path, prose in site.prose:
        if (key, path) in unsourced:
            if number := _first_number(prose):
                yield site.problem(
                    key,
                    path,
                    CODE,
                    "A passage without a source must not contain numbers.",
                    "Say it without the number; or name the source, and print the number by its "
                    "mark.",
                    snippet=number,
                )
        elif not _QUOTING & set(path) and (found := statistic(_own_text(prose))):
            yield site.problem(
                key,
                path,
                CODE,
                f"“{found}” is a number that belongs in its source.",
                "Put it under `numbers` in the source and write [[n:SOURCE.NAME]] here.",
                snippet=found,
            )
    for page in site.pages.values():
        for line, text in prose_lines(page):
            if found := statistic(text):
                yield Problem(
                    page.name,
                    line,
                    1,
                    CODE,
                    f"“{found}” is a number that belongs in its source.",
                    "Put it into content/ and print it by a macro.",
                    text,
                )


def _own_text(prose: Prose) -> str:
    """The text that the editor typed: what marks print is not looked at."""
    return "".join(
        part.text if isinstance(part, Text | Emphasis) else " … " for part in prose.parts
    )


def _first_number(prose: Prose) -> str | None:
    """The first number in a text, as it is written."""
    for part in prose.parts:
        if isinstance(part, NumberMark):
            return part.source
        if isinstance(part, Text | Emphasis) and (found := _ANY_NUMBER.search(part.text)):
            return found[0]
    return None
