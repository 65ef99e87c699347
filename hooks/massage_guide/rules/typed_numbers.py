"""Where a number is computed, the words beside it come from the same place.

“A course of ten visits comes to {{ cost.total }}” is false as soon as somebody changes the weeks
of that scenario in prices.yml. So no number is typed in a sentence of a page that prints a value,
in a sentence of the content that prints what a scenario costs, or beside a {name} in words.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.page_passages import VALUE, PagePassage, passages
from ..site.site import Site
from ..text.prose import Emphasis, LinkMark, NumberMark, Part, Prose, Text
from ..text.sentences import sentences

CODE = "typed-numbers"

_NUMBER = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|"
    r"both|a hundred|(?:half )?a dozen|dozens|a couple|a pair"
)
_OFTEN = (
    r"weekly|fortnightly|biweekly|daily|nightly|once|twice|thrice|"
    r"(?:an?|per|each|every)(?: other| second| single)? (?:day|night|week|fortnight)"
)
_HOUR = r"half an hour|half-hour|an hour|hourly"
# Years, and the whole of a picture or a scale (“of 100”), are no input of what is computed.
_DIGITS = r"(?<![\w.,#/])(?!(?:19|20)\d\d(?!\w|,\d))(?!(?<=\bof )100\b)\d+(?:[.,]\d+)*"
_IN_CONTENT = re.compile(rf"\b(?:{_NUMBER}|{_OFTEN})\b|{_DIGITS}", re.I)
_ON_PAGE = re.compile(rf"\b(?:{_NUMBER}|{_OFTEN}|{_HOUR})\b|{_DIGITS}", re.I)
_NAME = re.compile(r"\{\w+\}")
_NAME_AND_UNIT = re.compile(r"\{\w+\} (\w{4,})s\b")


def check(site: Site) -> Iterator[Problem]:
    """Each hand-written page, then the prose of the content, then the words of the interface."""
    counted = _counted(site)
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


def _counted(site: Site) -> re.Pattern[str]:
    """A typed number of what the interface counts, such as “ten visits”."""
    texts = [text for words in site.words.groups.values() for text in words.values()]
    units = sorted({unit for text in texts for unit in _NAME_AND_UNIT.findall(text)})
    what = rf"[ -](?:\w+ )?(?:{'|'.join(units)})s?" if units else ""
    return re.compile(rf"\b(?:{_NUMBER}|\d+){what}\b", re.I)


def _on_page(passage: PagePassage, counted: re.Pattern[str]) -> Iterator[Problem]:
    """Numbers in sentences that print a value; beside these only numbers of what is counted."""
    for start, sentence in passage.sentences:
        for found in (_ON_PAGE if VALUE in sentence else counted).finditer(sentence):
            at = start + found.start()
            yield passage.problem(at, len(found[0]), CODE, _message(found[0]), _BY_VALUE)


def _in_prose(prose: Prose, scenarios: set[str]) -> str:
    """The first number typed in a sentence that prints the cost of a scenario."""
    text = "".join(_seen(part, scenarios) for part in prose.parts)
    for sentence in sentences(text):
        if VALUE in sentence and (found := _IN_CONTENT.search(sentence)):
            return found[0]
    return ""


def _seen(part: Part, scenarios: set[str]) -> str:
    if isinstance(part, NumberMark):
        return VALUE if part.key.partition(".")[0] in scenarios else "…"
    if isinstance(part, LinkMark):
        return part.words
    return part.text if isinstance(part, Text | Emphasis) else "…"
