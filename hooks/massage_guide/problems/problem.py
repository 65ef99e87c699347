"""What is wrong with the content, where, and how to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The faults that loading and validation find. A rule adds one code more: its own name."""

    FILE_TOO_LARGE = "file-too-large"
    FILE_EMPTY = "file-empty"
    FILE_NAME = "file-name"
    FILE_MISSING = "file-missing"
    UNREADABLE = "unreadable"
    ENCODING = "encoding"
    INVISIBLE = "invisible-character"
    TAB = "tab"
    NESTING = "nested-too-deeply"
    ANCHOR = "anchor"
    TAG = "tag"
    TWO_DOCUMENTS = "two-documents"
    UNCLOSED_QUOTE = "unclosed-quote"
    MISSING_SPACE = "missing-space"
    MISSING_DASH = "missing-dash"
    UNCLOSED_BRACKET = "unclosed-bracket"
    CONFLICT = "conflict"
    INDENT = "indent"
    SYNTAX = "syntax"
    NOT_A_MAPPING = "not-a-mapping"
    ODD_KEY = "odd-key"
    DUPLICATE_KEY = "duplicate-key"
    EMPTY_VALUE = "empty-value"
    CUT_OFF = "cut-off"
    UNQUOTED_LINES = "unquoted-lines"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    WRONG_CHOICE = "wrong-choice"
    WRONG_FORM = "wrong-form"
    WRONG_LENGTH = "wrong-length"
    BAD_DATE = "bad-date"
    BAD_NUMBER = "bad-number"
    BAD_MARK = "bad-mark"
    BAD_LINK = "bad-link"
    INCONSISTENT = "inconsistent"
    ID_MISMATCH = "id-mismatch"
    PAGE = "page"
    HANDOUT = "handout"
    GONE = "address-gone"


Paint = Callable[[str, str], str]
"""Gives text the color of its role: "place", "error", "warning", "hint" or "faint"."""


def unpainted(text: str, _: str) -> str:
    """Text without color."""
    return text


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `line` and `column` count from 1; `excerpt` is the whole source line.

    A `warning` is reported like any other problem, but does not fail the build.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    width: int = 1
    warning: bool = False

    def __str__(self) -> str:
        return self.describe()

    def describe(self, paint: Paint = unpainted) -> str:
        """The problem as people read it: place, sentence, excerpt with a caret, hint."""
        color = "warning" if self.warning else "error"
        place = paint(f"{self.file}:{self.line}:{self.column}:", "place")
        lines = [f"{place} {paint(self.message, color)} {paint(f'[{self.code}]', 'faint')}"]
        if self.excerpt.strip():
            gutter = f"{self.line:>5} | "
            caret = " " * (len(gutter) + self.column - 1) + paint("^" * max(1, self.width), color)
            lines += [paint(gutter, "faint") + self.excerpt, caret]
        if self.hint:
            lines.append(f"      {paint('Hint:', 'hint')} {self.hint}")
        return "\n".join(lines)


class ContentError(Exception):
    """Raised when content cannot be used; contains every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(describe_all(self.problems))


def describe_all(problems: Iterable[Problem], paint: Paint = unpainted) -> str:
    """All problems, one after the other, and their count."""
    listed = list(problems)
    return "\n\n".join([*(problem.describe(paint) for problem in listed), count(listed)])


def count(problems: Iterable[Problem]) -> str:
    """How many problems there are, warnings apart, such as `2 problems, 1 warning`."""
    listed = list(problems)
    warnings = sum(problem.warning for problem in listed)
    parts = [(len(listed) - warnings, "problem"), (warnings, "warning")]
    counts = [f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts if number]
    return f"{', '.join(counts) or 'No problems'}."
