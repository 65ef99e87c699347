"""A hand-written page cites a source wherever it states evidence.

In the content each passage names its `sources` or `basis: unsourced`; on a page, `cite` does both.
A short answer may lead to its sources instead: it, or the heading above it, links to a page of the
guide that lists them.
Closed by default: a sentence that names studies states evidence, unless its form shows that it
only announces them, asks, tells readers what to do, speaks of this guide or is a heading. The words
that name studies, or state evidence without their name, are written in evidence.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..model.evidence import EvidenceWords
from ..problems.problem import Problem
from ..site.page_passages import CITE, PagePassage, passages
from ..site.site import Site
from ..text.patterns import any_of, any_whole

CODE = "page-sources"

_LIST = "source_list("
_LINK = re.compile(r"\blink\(\s*[\"']([^\"']+)")
_HEADING = re.compile(r"(?m)^#+ .*$")
_LONGEST = 60  # characters of a sentence that a message quotes

# A heading or a label, such as “Studies and guidelines”: short, without a verb and a full stop.
_LABEL = re.compile(r"[^\s.!?]+(?:\s+[^\s.!?]+){0,5}")


class SentenceForms(NamedTuple):
    """The words that make a sentence announce, ask, tell what to do or speak of this guide.

    A test shows for each of them a sentence that is judged by it.
    """

    # What stands before a word for studies where they are only announced, and what follows where
    # the sentence goes on to say what they found: “what studies show is that …”.
    announcing: tuple[str, ...] = (
        *("what", "how", "which", "whether", "why", "where", "when", "whose"),
    )
    linking: tuple[str, ...] = ("is", "are", "was", "were")
    going_on: tuple[str, ...] = ("that", "clear", "this")

    verbs: tuple[str, ...] = (
        *("is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did"),
        *("can", "may", "will"),
    )

    before_questions: tuple[str, ...] = ("and", "or", "but", "so")
    asking: tuple[str, ...] = (
        *("what", "how", "which", "who", "why", "where", "when", "whose", "is", "are", "was"),
        *("were", "do", "does", "did", "has", "have", "can", "could", "may", "will", "should"),
    )
    telling: tuple[str, ...] = ("know", "hear", "heard", "aware", "believe", "think")

    before_instructions: tuple[str, ...] = (
        *("please", "then", "and", "so", "never", "do not", "don't", "always"),
    )
    instructions: tuple[str, ...] = (
        *("ask", "bring", "check", "choose", "compare", "copy", "find", "follow", "get", "give"),
        *("go", "hold", "judge", "keep", "learn", "listen", "look", "open", "print", "read"),
        *("search", "see", "show", "skip", "start", "take", "tell", "think", "trust", "try"),
        *("use", "want", "weigh", "write"),
    )

    we_do: tuple[str, ...] = (
        *("read", "list", "check", "checked", "name", "cite", "grade", "graded", "date", "keep"),
        *("link", "linked", "quote", "sort", "count", "hold", "explain", "rest", "chose"),
        *("collect", "collected", "try", "weigh"),
    )
    own: tuple[str, ...] = ("this", "our", "the whole", "each", "every")
    parts_of_the_guide: tuple[str, ...] = (
        *("guide", "page", "site", "list", "claim", "answer", "row", "text", "entry"),
    )
    belonging: tuple[str, ...] = ("behind", "in", "on", "of", "for")


FORMS = SentenceForms()


def check(site: Site) -> Iterator[Problem]:
    """Each passage of the hand-written pages."""
    patterns = _patterns(site.evidence)
    proven = _proven(site)
    for page in site.pages.values():
        for passage in passages(page):
            if not _leads_to(proven, passage):
                yield from _unsourced(passage, patterns)
            yield from _unlisted(passage)


def _proven(site: Site) -> set[str]:
    """The addresses of pages that list the sources of what they say."""
    written = {address for address, page in site.pages.items() if _LIST in page.text}
    return written | (set(site.addresses) - set(site.pages))


def _leads_to(proven: set[str], passage: PagePassage) -> bool:
    """Whether a passage, or the heading above it, links to a page that lists its sources."""
    text = passage.page.text
    above = _HEADING.findall(text[: passage.start])
    said = text[passage.start : passage.start + len(passage.text)]
    return any(
        target.partition("#")[0] in proven
        for part in (said, *above[-1:])
        for target in _LINK.findall(part)
    )


def _unsourced(passage: PagePassage, patterns: EvidencePatterns) -> Iterator[Problem]:
    """The statements of a passage that no source follows."""
    for start, sentence in passage.sentences:
        found = patterns.statement(sentence)
        if not found or CITE in passage.text[start + found.start() :]:
            continue
        yield passage.problem(
            start + found.start(),
            len(found[0]),
            CODE,
            f"“{_short(sentence)}” states evidence without a source.",
            'Name the source right after it: {{ cite(["ID"]) }}, with an id of content/sources/, '
            "and {{ source_list() }} at the end of the page; or {{ cite([]) }} where none was "
            "found. Or link to the page that lists them, or say it in content/, where a passage "
            "has `sources`, and print it by a macro.",
        )


def _unlisted(passage: PagePassage) -> Iterator[Problem]:
    """A source cited where no list of sources comes after it: its number would lead nowhere."""
    start = passage.text.rfind(CITE)
    if start >= 0 and _LIST not in passage.page.text[passage.start + start :]:
        yield passage.problem(
            start - 1,
            len("{{"),
            CODE,
            "This cites a source, but no list of sources comes below it.",
            "Write {{ source_list() }} at the end of the page, above {{ dates_box() }}.",
        )


class EvidencePatterns:
    """The words of evidence.yml, as patterns."""

    def __init__(self, words: EvidenceWords, forms: SentenceForms = FORMS) -> None:
        self._studies = re.compile(any_whole(words.studies))
        self._findings = re.compile(any_whole(words.findings))
        self._proofs = re.compile(any_whole(words.proofs))
        self._harmless = re.compile(any_whole(words.harmless))
        self._announced = re.compile(rf"\b{any_of(forms.announcing)}\b(?:[\w’'-]| (?!that ))*$")
        self._goes_on = re.compile(
            rf"[^,;]{{0,40}}?(?::| {any_of(forms.linking)} {any_of(forms.going_on)}\b)|"
            rf"\s+{self._findings.pattern}\s+that\b"
        )
        self._verb = re.compile(rf"\b(?:{any_of(forms.verbs)}|\w+ed)\b")
        self._question = re.compile(
            rf"(?:.*[,:;–—] )?(?:{any_of(forms.before_questions)} )?{any_of(forms.asking)}\b"
            r".*\?[\"”’')]*$"
        )
        self._telling = re.compile(rf"\b{any_of(forms.telling)}\b")
        self._instruction = re.compile(
            rf"(?:{any_of(forms.before_instructions)} )*{any_of(forms.instructions)}\b"
        )
        own = rf"{any_of(forms.own)} {any_of(forms.parts_of_the_guide)}s?"
        self._we_do = re.compile(rf"\bwe (?:\w+ )?{any_of(forms.we_do)}\b|\bour\b|\b{own}\b")
        self._of_ours = re.compile(rf"[^.:;]{{0,30}}?\b{any_of(forms.belonging)} {own}\b")

    def statement(self, sentence: str) -> re.Match[str] | None:
        """The words by which a sentence states evidence, or None if it states none."""
        said = sentence.lower().replace("’", "'")
        said = self._harmless.sub(lambda found: " " * len(found[0]), said)
        if self._is_question(said):
            return None
        stated = (
            each for each in self._proofs.finditer(said) if not self._is_announced(said, each)
        )
        named = (each for each in self._studies.finditer(said) if self._is_stated(said, each))
        return next(stated, None) or next(named, None)

    def _is_stated(self, said: str, named: re.Match[str]) -> bool:
        """Whether the sentence says something of the studies that it names here."""
        if self._is_announced(said, named):
            return False
        before, end = said[: named.start()], named.end()
        label = _LABEL.fullmatch(said) and not self._verb.search(said)
        ours = (
            self._instruction.match(said)
            or self._we_do.search(before)
            or self._of_ours.match(said, end)
        )
        return not (label or ours) or bool(self._findings.search(said, end))

    def _is_announced(self, said: str, named: re.Match[str]) -> bool:
        """Whether the sentence only points to evidence: “what studies found”."""
        before = " ".join(said[: named.start()].split()) + " "
        return bool(self._announced.search(before)) and not self._goes_on.match(said, named.end())

    def _is_question(self, said: str) -> bool:
        """Whether a sentence asks, and does not tell in passing what studies show."""
        asked = " ".join(said.split())
        return bool(self._question.match(asked)) and not self._telling.search(asked)


_patterns = cache(EvidencePatterns)


def _short(sentence: str) -> str:
    """Enough of a sentence to know it by."""
    words = re.sub(r"[\ue000\ue001]", "…", " ".join(sentence.split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
