"""Where a number is computed, the words beside it come from the same place.

“A course of ten visits comes to {{ cost.total }}” is false as soon as somebody changes the weeks
of that scenario in prices.yml. So no number is typed in a sentence of a page that prints a value,
in a sentence of the content that prints what a scenario costs, or beside a {name} in words.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..problems.problem import Problem
from ..site.page_passages import VALUE, PagePassage, passages
from ..site.site import Site
from ..text.patterns import any_of
from ..text.prose import Emphasis, LinkMark, NumberMark, Part, Prose, Text
from ..text.sentences import sentences

CODE = "typed-numbers"

# Years, and the whole of a picture or a scale (“of 100”), are no input of what is computed.
_DIGITS = r"(?<![\w.,#/])(?!(?:19|20)\d\d(?!\w))(?!(?<=\bof )100\b)\d+(?:[.,]\d+)*"
_NAME = re.compile(r"\{\w+\}")
_NAME_AND_UNIT = re.compile(r"\{\w+\} (\w{4,})s\b")


class Words(NamedTuple):
    """The words of the rule. A test shows for each of them a text that is judged by it."""

    numbers: tuple[str, ...] = (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        *("nineteen", "both", "a hundred", "a dozen", "half a dozen", "dozens", "a couple"),
        "a pair",
    )
    tens: tuple[str, ...] = (
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    )
    often: tuple[str, ...] = (
        *("weekly", "fortnightly", "biweekly", "daily", "nightly", "once", "twice", "thrice"),
    )
    each: tuple[str, ...] = ("a", "per", "each", "every")
    which: tuple[str, ...] = ("other", "second", "single")
    spans: tuple[str, ...] = ("day", "night", "week", "fortnight")
    hours: tuple[str, ...] = ("half an hour", "half-hour", "an hour", "hourly")


class Patterns:
    """The words of the rule, as patterns."""

    def __init__(self, words: Words) -> None:
        self._number = rf"{any_of(words.numbers)}|{any_of(words.tens)}(?:-\w+)?"
        a_week = rf"{any_of(words.each)}(?: {any_of(words.which)})? {any_of(words.spans)}"
        often = rf"{any_of(words.often)}|{a_week}"
        self.in_content = re.compile(rf"\b(?:{self._number}|{often})\b|{_DIGITS}", re.I)
        self.on_page = re.compile(
            rf"\b(?:{self._number}|{often}|{any_of(words.hours)})\b|{_DIGITS}", re.I
        )

    def counted(self, site: Site) -> re.Pattern[str]:
        """A typed number of what the interface counts, such as “ten visits”."""
        texts = [text for words in site.words.groups.values() for text in words.values()]
        units = sorted({unit for text in texts for unit in _NAME_AND_UNIT.findall(text)})
        what = rf"[ -](?:\w+ )?{any_of(units)}s?" if units else ""
        return re.compile(rf"\b(?:{self._number}|\d+){what}\b", re.I)


WORDS = Words()
_PATTERNS = Patterns(WORDS)


def check(site: Site) -> Iterator[Problem]:
    """Each hand-written page, then the prose of the content, then the words of the interface."""
    counted = _PATTERNS.counted(site)
    for page in site.pages.values():
        for passage in passages(page):
            if VALUE in passage.text:
                yield from _on_page(passage, counted)
    scenarios = {scenario.id for scenario in site.prices.scenarios}
    for key, path, prose in site.prose:
        if found := _in_prose(prose, scenarios):
            yield site.problem(key, path, CODE, _message(found), _BY_MARK, snippet=found)
    for group, words in site.words.groups.items():
        for name, text in words.items():
            if _NAME.search(text) and (typed := counted.search(text)):
                place = ("groups", group, name)
                hint = "Say it without the number."
                yield site.problem("words", place, CODE, _message(typed[0]), hint, snippet=typed[0])


_BY_MARK = (
    "Print it by a mark too: [[n:SCENARIO.visits]], [[n:SCENARIO.weeks]] or "
    "[[n:SCENARIO.how-often]], with the id of the scenario in prices.yml."
)
_BY_VALUE = (
    "Print it from the same place as the value: with {% set cost = scenario_cost(scenario, price) "
    "%} that is {{ cost.visits }}, {{ cost.weeks }} or {{ cost.how_often }}. What has nothing to "
    "do with the value belongs in a paragraph of its own."
)


def _message(typed: str) -> str:
    return f"“{typed}” is typed beside a number that is computed, so one day the two may not fit."


def _on_page(passage: PagePassage, counted: re.Pattern[str]) -> Iterator[Problem]:
    """Numbers in sentences that print a value; beside these only numbers of what is counted."""
    for start, sentence in passage.sentences:
        for found in (_PATTERNS.on_page if VALUE in sentence else counted).finditer(sentence):
            at = start + found.start()
            yield passage.problem(at, len(found[0]), CODE, _message(found[0]), _BY_VALUE)


def _in_prose(prose: Prose, scenarios: set[str]) -> str:
    """The first number typed in a sentence that prints the cost of a scenario."""
    text = "".join(_seen(part, scenarios) for part in prose.parts)
    for sentence in sentences(text):
        if VALUE in sentence and (found := _PATTERNS.in_content.search(sentence)):
            return found[0]
    return ""


def _seen(part: Part, scenarios: set[str]) -> str:
    if isinstance(part, NumberMark):
        return VALUE if part.key.partition(".")[0] in scenarios else "…"
    if isinstance(part, LinkMark):
        return part.words
    return part.text if isinstance(part, Text | Emphasis) else "…"
