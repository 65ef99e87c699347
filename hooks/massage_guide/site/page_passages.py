"""Hand-written pages passage by passage, as readers see them, with the place of every word.

`prose_lines` gives running text to rules on style. Rules on what is said need headings, tables,
front matter and the texts inside macro calls too, and must know where something is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..problems.problem import Problem
from ..text.sentences import sentences
from .page import Page

VALUE = "\ue000"
"""Stands where a page prints a value."""
CITE = "\ue001"
"""Stands where a page cites sources."""


@dataclass(frozen=True)
class PagePassage:
    """A paragraph, list item, heading, table row, or text of the front matter.

    `text` is as long as in the file: marks are blanks in it, and calls are blanks, `VALUE` or
    `CITE`.
    """

    page: Page
    start: int
    text: str

    @property
    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence, with where it starts in `text`."""
        end = 0
        for sentence in sentences(self.text):
            start = self.text.index(sentence, end)
            end = start + len(sentence)
            yield start, sentence

    def problem(self, start: int, length: int, code: str, message: str, hint: str) -> Problem:
        """A problem with a part of `text`, at its place in the file."""
        before = self.page.text[: self.start + start]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        excerpt = self.page.text.split("\n")[line - 1]
        width = min(length, len(excerpt) - column + 1)
        return Problem(self.page.name, line, column, code, message, hint, excerpt, width)


def passages(page: Page) -> Iterator[PagePassage]:
    """Every passage of a page, from the top."""
    body = len(page.text) - len(page.body)
    for found in _FRONT_TEXT.finditer(page.text[:body]):
        yield PagePassage(page, found.start(1), _blanked(_YAML_MARKS, found[1]))
    read = _blanked(_LINE_MARKS, _as_read(page.body))
    start = 0
    for end in [*_starts(page.body, read), len(read)]:
        if read[start:end].strip():
            yield PagePassage(page, body + start, read[start:end])
        start = end


_FRONT_TEXT = re.compile(r"(?m)^(?:title|description):(.*(?:\n[ \t]+.*)*)")
_YAML_MARKS = re.compile(r"[\"“”]|(?<!\w)'|'(?!\w)|>-?(?=\n)")

_NOT_READ = re.compile(
    r"<!--.*?-->|\{##.*?##\}"  # comments
    r"|```.*?```|`[^`\n]*`"
    r"|</?[a-zA-Z][^>]*>"
    r"|\{:[^}\n]*\}|\{ *#[^}\n]*\}"  # attributes
    r"|\]\([^)\n]*\)|&\w+;|[*\[\]]",
    re.S,
)
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_CITES = re.compile(r"\bcite\(")
_PRINTS_WORDS = re.compile(r"\{\{-?\s*(?:link|file)\(")
_LINE_MARKS = re.compile(r"(?m)^\s*(?:#+|[-+>]|\d+\.)(?=\s)|\|")
# Lines that begin something new, and those after which something new begins.
_BEGINS = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s*[#|>]")
_ENDS = re.compile(r"\s*#")


def _starts(body: str, read: str) -> Iterator[int]:
    """Where passages start: at a blank line, a list item, a heading or a row, and below these."""
    start, ended = 0, False
    for written, line in zip(body.split("\n"), read.split("\n"), strict=True):
        if ended or not line.strip() or _BEGINS.match(written):
            yield start
        ended = bool(_ENDS.match(written))
        start += len(written) + 1


def _as_read(body: str) -> str:
    """A text of the same length with calls and marks blank, but for what readers see of them."""
    return _blanked(_NOT_READ, _CALL.sub(_printed, body))


def _printed(call: re.Match[str]) -> str:
    """What stands in the place of a call: its texts, or a sign for what it prints."""
    blank, texts = _blank(call[0]), list(_texts(call[0]))
    for text in texts:
        blank = blank[: text.start()] + f" {text[0][1:-1]} " + blank[text.end() :]
    if texts or call[0].startswith("{%") or _PRINTS_WORDS.match(call[0]):
        return blank
    # After a blank, so that a full stop before it ends its sentence.
    return f" {CITE if _CITES.search(call[0]) else VALUE}{blank[2:]}"


def _texts(call: str) -> Iterator[re.Match[str]]:
    """The quoted parts of a call that are text for readers, not ids: the words of a link too."""
    link = _PRINTS_WORDS.match(call)
    for index, quoted in enumerate(_QUOTED.finditer(call)):
        if " " in quoted[0][1:-1].strip() or (link and index):
            yield quoted


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
