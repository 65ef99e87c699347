"""Wording is locked to certainty: no sentence claims more than the evidence supports.

A sentence that says massage does something to health needs "probably" at moderate certainty and
"may" at low or very low certainty, unless it reports in the past tense what a study found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.fields import Certainty
from ...problems.problem import Problem
from ...site.page import prose_lines
from ...site.site import Site
from ...text.sentences import sentences
from .grades import certainty_behind
from .matcher import Matcher
from .names import treatments

CODE = "wording"

# Fields that quote what is answered, or that say what people hope for.
QUOTING = {"you_may_have_read", "says", "hope", "walk_away"}


def check(site: Site) -> Iterator[Problem]:
    """Every sentence of the content, then of the hand-written pages; none without the words."""
    matcher = matcher_of(site)
    for key, path, prose in site.prose:
        if QUOTING & set(path):
            continue
        certainty = certainty_behind(site, site.records[key], path)
        for sentence in sentences(site.plain(prose)):
            if words := matcher.overclaim(sentence, certainty):
                yield site.problem(
                    key,
                    path,
                    CODE,
                    _message(words, certainty),
                    _hint(words, certainty, matcher),
                    snippet=" ".join(words.split()[:2]),
                )
    for page in site.pages.values():
        for number, text in prose_lines(page):
            for sentence in sentences(text):
                if words := matcher.overclaim(sentence, Certainty.LOW):
                    yield Problem(
                        page.name,
                        number,
                        1,
                        CODE,
                        _message(words, Certainty.LOW),
                        _hint(words, Certainty.LOW, matcher),
                        text,
                    )


def matcher_of(site: Site) -> Matcher:
    """The matcher for a guide: its words, and the names of its treatments."""
    return Matcher(site.wording, treatments(site))


def _message(words: str, certainty: Certainty) -> str:
    return f"“{words}” claims more than the evidence bears (certainty: {certainty})."


def _hint(words: str, certainty: Certainty, matcher: Matcher) -> str:
    if matcher.promises(words):
        return "No evidence bears such a promise. Say what a study found, or what may happen."
    hedge = "“probably”" if certainty is Certainty.MODERATE else "“may”"
    return (
        f"Write {hedge}, or report in the past tense what a study found. Where the sentence only "
        "tells what is "
        "done, say who does it: “The therapist …”."
    )
