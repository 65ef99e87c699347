"""Fixes mechanical faults in a YAML file in place. Everything else is kept, comments too.

Ambiguous faults are left to the editor.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from pydantic import ValidationError

from ..model import keys
from ..model.fields import Entry, Record
from ..problems.problem import Code, ContentError, Problem
from ..schema.validation_errors import to_problems
from ..yaml_source.document import Document
from ..yaml_source.reader import is_invisible, read
from ..yaml_source.syntax_errors import BULLET, CURLY

_MAX_FIXES = 200  # of one kind in one file; guards against a fix that never ends


def fixed(raw: bytes, name: str, model: type[Record]) -> str | None:
    """Return the fixed text, or None if the file is not valid UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    # Characters first: until they are right, the parser reports their faults and no others. The
    # order of keys last: only a file that can be read has keys.
    text = _repeated(_clean(text), lambda text: _problems(text, name, model))
    return _in_order(text, name, model) if issubclass(model, Entry) else text


# --- characters -----------------------------------------------------------------------------------


def _clean(text: str) -> str:
    """The text without odd characters.

    Line ends are of one kind, Tabs and odd spaces become spaces, invisible characters go, and so
    does what stands after a line's text.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(_clean_line, lines)).rstrip("\n") + "\n"


def _clean_line(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return (
        indent.replace("\t", "  ") + "".join(map(_clean_character, line[len(indent) :]))
    ).rstrip()


def _clean_character(character: str) -> str:
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return "" if is_invisible(character) else character


# --- faults that the check finds ------------------------------------------------------------------


def _problems(text: str, name: str, model: type[Record]) -> list[Problem]:
    try:
        document = read(text.encode(), name)
    except ContentError as error:
        return error.problems
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        return list(to_problems(document, model, error))
    return []


def _repeated(text: str, problems: Callable[[str], list[Problem]]) -> str:
    """Fix one fault after the other: a fault may hide the next."""
    for _ in range(_MAX_FIXES):
        candidates = (_fix(text, problem) for problem in problems(text))
        better = next((new for new in candidates if new not in (None, text)), None)
        if better is None:
            break
        text = better
    return text


def _fix(text: str, problem: Problem) -> str | None:
    lines = text.split("\n")
    line, at = lines[problem.line - 1], problem.column - 1
    if problem.code == Code.MISSING_SPACE:
        new: str | None = f"{line[:at]} {line[at:]}"
    elif problem.code == Code.MISSING_DASH and (found := BULLET.match(line)):
        new = f"{found[1]}- {line[found.end() :]}"
    elif line[at : at + 1] in CURLY and problem.code in _ONE_WORD:
        new = (
            line[:at]
            + line[at : at + problem.width].strip("".join(CURLY))
            + line[at + problem.width :]
        )
    elif problem.code == Code.INDENT:
        new = _quoted(line)
    elif problem.code == Code.BAD_DATE:
        day = _day(line[at : at + problem.width].strip("\"'"))
        new = f"{line[:at]}{day}{line[at + problem.width :]}" if day else None
    else:
        return None
    return "\n".join([*lines[: problem.line - 1], new, *lines[problem.line :]]) if new else None


# Faults of a single word, number or day, for which a curly quote is never meant.
_ONE_WORD = (Code.WRONG_CHOICE, Code.WRONG_FORM, Code.BAD_DATE, Code.BAD_NUMBER)

_COLON_IN_TEXT = re.compile(r"(\s*(?:- )*\w+: )([^\s\"'|>\[{&*!%#@`].*: .*)")


def _quoted(line: str) -> str | None:
    """A line whose text contains a colon and a space, with the text quoted.

    “Curly” quotes around it are replaced.
    """
    if not (found := _COLON_IN_TEXT.fullmatch(line)):
        return None
    text = re.sub(r"^[“„](.*)[”“]$", r"\1", found[2]).replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{text}"'


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})\.? (?P<name>[A-Za-z]{3,9})\.? (?P<year>\d{4})"),
)


def _day(text: str) -> str | None:
    """A day as YYYY-MM-DD, from a form that can mean only one day.

    That is not so of 3/4/2026, which is in March or in April.
    """
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if not found:
        return None
    parts = found.groupdict()
    try:
        month = (
            int(parts["month"])
            if "month" in parts
            else _MONTHS.index(parts["name"][:3].lower()) + 1
        )
        return dt.date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None


# --- the order of keys ----------------------------------------------------------------------------


def _in_order(text: str, name: str, model: type[Record]) -> str:
    """The keys in the order of the model, each with the comments above it.

    Anything odd stays where it is.
    """
    try:
        document = read(text.encode(), name)
    except ContentError:
        return text
    blocks = _blocks(document)
    places = {key: place for place, key in enumerate(keys(model))}
    if blocks is None or not set(blocks) <= set(places):
        return text
    lines = [line for key in sorted(blocks, key=places.__getitem__) for line in blocks[key]]
    top = document.lines[: len(document.lines) - len(lines)]
    return "\n".join([*top, *lines]) + "\n"


def _blocks(document: Document) -> dict[str, list[str]] | None:
    """The lines of each key of a file; None if a key does not start its line."""
    starts = {
        str(path[0]): place.line - 1 for path, place in document.keys.items() if len(path) == 1
    }
    if any(document.keys[key,].column != 1 for key in starts):
        return None
    first = min(starts.values())
    begin = {key: _with_comments(document.lines, line, first) for key, line in starts.items()}
    ends = [*sorted(begin.values())[1:], len(document.lines)]
    return {
        key: document.lines[begin[key] : end]
        for key, end in zip(sorted(begin, key=begin.__getitem__), ends, strict=True)
    }


def _with_comments(lines: list[str], line: int, first: int) -> int:
    """The first line of a key's block, including comments and blank lines above it.

    Those that head the file are no part of it.
    """
    while line > first and (not lines[line - 1] or lines[line - 1].startswith("#")):
        line -= 1
    return line
