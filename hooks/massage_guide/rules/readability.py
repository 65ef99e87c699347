"""Text reads at a grade of 6 at the most, in short sentences and short paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..problems.problem import Problem
from ..site.addresses import ONE_PAGE
from ..site.page import Page, prose_lines
from ..site.site import Site
from ..text.readability import grade, words
from ..text.sentences import sentences
from ..yaml_source.document import Path

CODE = "readability"
MOST_GRADE = 6.0
MOST_WORDS = 25
LONG = 20  # words; at most one sentence in twenty may be longer
SHARE_OF_LONG = 0.05
MOST_SENTENCES = 3  # in a paragraph

# Data beside tables: only the length of its sentences counts.
_DATA = ("article", "prices")


@dataclass(frozen=True)
class _Unit:
    """A paragraph or list item as readers see it, and its place."""

    key: str
    path: Path
    text: str


def check(site: Site) -> Iterator[Problem]:
    """Each paragraph of the content, each page made of it, and each hand-written page."""
    pages: dict[str, list[_Unit]] = {}
    for key, path, prose in site.prose:
        unit = _Unit(key, path, site.plain(prose))
        yield from _paragraph(site, unit)
        pages.setdefault(_graded_with(key, path), []).append(unit)
    for name, units in pages.items():
        if name not in _DATA:
            yield from _page(site, units)
    for page in site.pages.values():
        yield from _written(page)


def _graded_with(key: str, path: Path) -> str:
    """What a text is graded together with: entries that share a page are one text."""
    if path[0] == "help_lines":
        return "safety"  # its cards print them
    folder = key.partition("/")[0]
    return folder if folder in ONE_PAGE else key


def _paragraph(site: Site, unit: _Unit) -> Iterator[Problem]:
    found = sentences(unit.text)
    for sentence in found:
        if (count := len(words(sentence))) > MOST_WORDS:
            yield site.problem(
                unit.key,
                unit.path,
                CODE,
                f"This sentence has {count} words; {MOST_WORDS} is the most.",
                "Make two sentences of it.",
                snippet=_start(sentence),
            )
    if len(found) > MOST_SENTENCES:
        yield site.problem(
            unit.key,
            unit.path,
            CODE,
            f"This paragraph has {len(found)} sentences; {MOST_SENTENCES} is the most.",
            "Make two paragraphs of it.",
        )


def _page(site: Site, units: list[_Unit]) -> Iterator[Problem]:
    if problem := _too_hard([unit.text for unit in units]):
        hardest = max(units, key=lambda unit: grade(unit.text))
        yield site.problem(
            hardest.key, hardest.path, CODE, problem, "Use shorter words and shorter sentences."
        )
    found = [(unit, sentence) for unit in units for sentence in sentences(unit.text)]
    long = [(unit, sentence) for unit, sentence in found if len(words(sentence)) > LONG]
    if len(long) > max(1, len(found) * SHARE_OF_LONG):
        unit, sentence = max(long, key=lambda pair: len(words(pair[1])))
        yield site.problem(
            unit.key,
            unit.path,
            CODE,
            f"{len(long)} of {len(found)} sentences on this page have more than {LONG} words; "
            "this one is the longest.",
            "Split some of them.",
            snippet=_start(sentence),
        )


def _start(sentence: str) -> str:
    """Enough of a sentence to find it in its file."""
    return " ".join(sentence.split()[:2])


def _too_hard(texts: list[str]) -> str:
    found = grade(texts)
    if found <= MOST_GRADE:
        return ""
    hardest = sorted((s for text in texts for s in sentences(text)), key=grade, reverse=True)[:3]
    listed = " ".join(f"“{sentence}”" for sentence in hardest)
    return (
        f"This reads at grade {found:.1f}; {MOST_GRADE:.0f} is the most. The hardest sentences: "
        f"{listed}"
    )


def _written(page: Page) -> Iterator[Problem]:
    paragraphs = list(prose_lines(page))
    for number, text in paragraphs:
        for sentence in sentences(text):
            if (count := len(words(sentence))) > MOST_WORDS:
                yield Problem(
                    page.name,
                    number,
                    1,
                    CODE,
                    f"This sentence has {count} words; {MOST_WORDS} is the most.",
                    "Make two sentences of it.",
                    text,
                )
    if problem := _too_hard([text for _, text in paragraphs]):
        yield Problem(
            page.name, page.first_line, 1, CODE, problem, "Use shorter words and shorter sentences."
        )
