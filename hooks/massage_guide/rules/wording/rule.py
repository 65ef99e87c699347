"""Wording is locked to certainty: no sentence claims more than the evidence supports.

A sentence that says massage does something to health needs "probably" at moderate certainty and
"may" at low or very low certainty, unless it reports in the past tense what a study found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.benefits import Benefit
from ...model.claims import Certainty, Claim
from ...model.fields import Record
from ...model.types import MassageType
from ...problems.problem import Problem
from ...site.page import prose_lines
from ...site.site import Site
from ...text.sentences import sentences
from ...yaml_source.document import Path
from .matcher import overclaim, promises

CODE = "wording"

# Fields that quote what is answered, or that say what people hope for.
QUOTING = {"you_may_have_read", "says", "hope", "walk_away"}


def check(site: Site) -> Iterator[Problem]:
    """Every sentence of the content, then of the hand-written pages."""
    for key, path, prose in site.prose:
        if QUOTING & set(path):
            continue
        certainty = _certainty(site, site.records[key], path)
        for sentence in sentences(site.plain(prose)):
            if words := overclaim(sentence, certainty):
                yield site.problem(
                    key,
                    path,
                    CODE,
                    _message(words, certainty),
                    _hint(words, certainty),
                    snippet=" ".join(words.split()[:2]),
                )
    for page in site.pages.values():
        for number, text in prose_lines(page):
            for sentence in sentences(text):
                if words := overclaim(sentence, Certainty.LOW):
                    yield Problem(
                        page.name,
                        number,
                        1,
                        CODE,
                        _message(words, Certainty.LOW),
                        _hint(words, Certainty.LOW),
                        text,
                    )


def _certainty(site: Site, record: Record, path: Path) -> Certainty:
    """The certainty behind a text: its own, or the lowest of the claims that grade it, or low."""
    if isinstance(record, Claim):
        if path[0] == "parts" and record.parts:
            return record.parts[int(path[1])].certainty
        return record.least_certainty
    if isinstance(record, Benefit | MassageType):
        graded = [site.claims[id].least_certainty for id in record.graded_in if id in site.claims]
        return max(graded, key=list(Certainty).index, default=Certainty.LOW)
    return Certainty.LOW


def _message(words: str, certainty: Certainty) -> str:
    return f"“{words}” claims more than the evidence bears (certainty: {certainty})."


def _hint(words: str, certainty: Certainty) -> str:
    if promises(words):
        return "No evidence bears such a promise. Say what a study found, or what may happen."
    hedge = "“probably”" if certainty is Certainty.MODERATE else "“may”"
    return (
        f"Write {hedge}, or report in the past tense what a study found. Where the sentence only "
        "tells what is "
        "done, say who does it: “The therapist …”."
    )
