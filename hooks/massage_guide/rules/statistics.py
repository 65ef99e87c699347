"""Effects, trial sizes, percentages and money go through the number mark.

So each is written once.

Years, ages, durations, phone numbers and practical counts need no mark. A passage without a source
must not contain numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..problems.problem import Problem
from ..site.page import prose_lines
from ..site.site import Site
from ..text.patterns import any_of
from ..text.prose import Emphasis, NumberMark, Prose, Text

CODE = "statistics"

# What quotes the article or describes a number's own place.
_QUOTING = {"says"}

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ANY_NUMBER = re.compile(r"\d[\d.,]*")


class Words(NamedTuple):
    """The words of the rule. A test shows for each of them a text that is judged by it."""

    # Numbers of these are everyday numbers, and so are “3 massages a week”.
    units: tuple[str, ...] = ("minute", "hour", "day", "week", "month", "year", "morning", "night")
    practical: tuple[str, ...] = (
        *("session", "visit", "time", "step", "question", "breath", "liter"),
    )
    periods: tuple[str, ...] = ("day", "week", "month", "year")
    between: tuple[str, ...] = ("to", "or", "and", "-", "–")
    help_lines: tuple[str, ...] = ("999", "911", "000", "111", "112", "988")
    numbered: tuple[str, ...] = ("section", "part", "chapter", "level", "scale from")

    # Numbers of these are statistics.
    currencies: tuple[str, ...] = ("$", "£", "€")
    shares: tuple[str, ...] = ("%", "percent", "per cent")
    counted: tuple[str, ...] = (
        *("people", "adults", "women", "men", "patients", "clients", "volunteers", "children"),
        *("babies", "trial", "trials", "study", "studies", "review", "reviews", "paper", "papers"),
        *("report", "reports", "point", "points", "dollars", "pounds"),
    )
    parts: tuple[str, ...] = (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    )
    wholes: tuple[str, ...] = (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"),
        "a hundred",
    )
    of: tuple[str, ...] = ("in", "in every", "out of", "out of every")


class Patterns:
    """The words of the rule, as patterns."""

    def __init__(self, words: Words) -> None:
        self._in_words = re.compile(
            rf"\b{any_of(words.parts)} {any_of(words.of)} {any_of(words.wholes)}\b", re.I
        )
        self._surely = [
            re.compile(rf"{any_of(words.currencies)} ?{_NUMBER}"),
            re.compile(rf"\b{_NUMBER} ?{any_of(words.shares)}", re.I),
            re.compile(rf"\b{_NUMBER} in {_NUMBER}\b", re.I),
            re.compile(rf"\b{_NUMBER} (?:\w+ )?{any_of(words.counted)}\b", re.I),
        ]
        self._everyday = [
            re.compile(
                rf"\b{_NUMBER}(?: ?{any_of(words.between)} ?{_NUMBER})?"
                rf"(?:[ -]{any_of(words.units)}s?| {any_of(words.practical)}s?|"
                rf" (?:\w+ )?a {any_of(words.periods)}| [ap]\.m\.)(?!\w)",
                re.I,
            ),
            re.compile(r"\b(?:19[5-9]|20\d)\d\b"),  # years
            re.compile(rf"\b{any_of(words.help_lines)}\b"),
            re.compile(r"\bof 100\b"),  # the end of a scale
            re.compile(r"\bCC BY 4\.0\b"),
            re.compile(rf"\b{any_of(words.numbered)} \d+(?:\.\d+)*(?: to \d+)?\b", re.I),
        ]
        self._perhaps = [
            re.compile(r"(?<![\w.])[−-]?\d+\.\d+"),
            re.compile(r"\b\d{1,3}(?:,\d{3})+\b"),
            re.compile(r"\b\d{3,}\b"),
        ]

    def statistic(self, text: str) -> str | None:
        """A number in a text that belongs behind a number mark; None if there is none."""
        if found := self._in_words.search(text):
            return found[0]
        if not _ANY_NUMBER.search(text):
            return None  # as most texts; all that follows looks for digits
        if sure := _first(self._surely, text):
            return sure
        for everyday in self._everyday:
            text = everyday.sub(" ", text)
        return _first(self._perhaps, text)


def _first(patterns: list[re.Pattern[str]], text: str) -> str | None:
    """What the first of these patterns that fits finds."""
    return next((found[0] for pattern in patterns if (found := pattern.search(text))), None)


WORDS = Words()
statistic = Patterns(WORDS).statistic


def check(site: Site) -> Iterator[Problem]:
    """Every piece of prose, more strictly in passages without a source, then hand-written pages."""
    without_source = {
        (key, (*path, "text")) for key, path, passage in site.passages if passage.basis
    }
    for key, path, prose in site.prose:
        if (key, path) in without_source:
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
