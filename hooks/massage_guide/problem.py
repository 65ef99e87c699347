"""What is wrong with the content, where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The faults that loading and validation find. A rule adds one code more: its own name."""

    FILE_TOO_LARGE = "file-too-large"
    FILE_EMPTY = "file-empty"
    FILE_NAME = "file-name"
    FILE_MISSING = "file-missing"
    ENCODING = "encoding"
    INVISIBLE = "invisible-character"
    TAB = "tab"
    NESTING = "nested-too-deeply"
    ANCHOR = "anchor"
    TAG = "tag"
    TWO_DOCUMENTS = "two-documents"
    UNCLOSED_QUOTE = "unclosed-quote"
    MISSING_SPACE = "missing-space"
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
    INCONSISTENT = "inconsistent"
    ID_MISMATCH = "id-mismatch"
    PAGE = "page"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `line` and `column` count from 1; `excerpt` is the whole source line."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        """The fault as people read it: place, sentence, excerpt with a caret, hint."""
        lines = [f"{self.file}:{self.line}:{self.column}: {self.message} [{self.code}]"]
        if self.excerpt.strip():
            gutter = f"{self.line:>5} | "
            caret = " " * (len(gutter) + self.column - 1) + "^" * max(1, self.width)
            lines += [gutter + self.excerpt, caret]
        if self.hint:
            lines.append(f"      Hint: {self.hint}")
        return "\n".join(lines)


class Refused(Exception):
    """Raised when content cannot be used; holds every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems, one after the other, and their count."""
    listed = list(problems)
    count = "1 problem." if len(listed) == 1 else f"{len(listed)} problems."
    return "\n\n".join([*map(str, listed), count])
