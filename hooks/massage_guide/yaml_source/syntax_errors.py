"""YAML parser errors, and text that YAML reads differently than meant, in an editor's words.

The parser reports where it could not go on. What the editor has to fix is often before that: a
quote or bracket that was never closed, a missing dash or space, a line that is moved in too far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from ..problems.problem import Code, Problem
from .document import Document, Place, place_of

CURLY = ("“", "”", "„", "‘", "’", "«", "»")
"""Quotes that a word processor makes, and YAML takes for text."""

BULLET = re.compile(r"( *)([•·●▪◦‣*–—−]) ?(?=\w)")
"""How a word processor starts an item of a list, and YAML does not."""

_KEY_LINE = re.compile(r"\s*(- )?[A-Za-z_]\w*:(\s|$)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_]\w*):(?=[^\s:/])")


def swallows_a_key(document: Document, place: Place) -> bool:
    """Whether a quoted text runs on over a line that looks like `key: value`."""
    following = document.lines[place.line : place.end_line]
    return any(_KEY_LINE.match(line) for line in following)


# What libyaml says, as an editor understands it.
_SYNTAX_WORDS = (
    (
        "could not find expected ':'",
        Code.INDENT,
        "This line is neither “key: value” nor part of the text above.",
        (
            "Check how far it is moved in, and that the key is followed by a colon and a space. A "
            "note of your own starts with #."
        ),
    ),
    (
        "block sequence entries are not allowed",
        Code.INDENT,
        "A list cannot start on this line.",
        "Start each item on a line of its own; put text that starts with “- ” in quotes.",
    ),
    (
        "mapping keys are not allowed",
        Code.SYNTAX,
        "Text cannot start with a question mark and a space.",
        "Put the text in quotes.",
    ),
    (
        "cannot start any token",
        Code.SYNTAX,
        "Text cannot start with this character.",
        "Put the text in quotes.",
    ),
    (
        "escape",
        Code.SYNTAX,
        "A backslash has a special meaning between double quotes.",
        "Use single quotes around this text.",
    ),
    (
        "alphabetic or numeric",
        Code.ANCHOR,
        "Text cannot start with & or *.",
        "Put the text in quotes.",
    ),
    (
        "did not find expected",
        Code.INDENT,
        "Something is in the wrong place here.",
        "Check how far this line is moved in, and that every quote and bracket is closed.",
    ),
    (
        "not allowed in this context",
        Code.INDENT,
        "This does not belong here.",
        "Check how far this line is moved in.",
    ),
    ("directive", Code.SYNTAX, "Text cannot start with %.", "Put the text in quotes."),
    ("tag", Code.TAG, "YAML tags are not used here.", "Put text that starts with ! in quotes."),
)


def syntax_problem(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    """Turn a YAML parser error into a Problem at the line that the editor must fix."""
    wording = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if "could not find expected ':'" in wording and error.context_mark:
        mark = error.context_mark  # the text without a colon; the parser stumbles one line later
    at = _at(mark)
    if quote := _open_quote(document, error):
        return document.problem(
            Code.UNCLOSED_QUOTE,
            quote,
            "This quote is never closed.",
            "Put the same quote at the end of the text.",
        )
    if found := (
        _conflict(document)
        or missing_space(document, at.line)
        or _missing_dash(document, at.line)
        or _open_bracket(document, error)
        or _text_after(document, at)
        or _misplaced(document, at, wording)
    ):
        return found
    for words, code, message, hint in _SYNTAX_WORDS:
        if words in wording:
            return document.problem(code, at, message, hint)
    return document.problem(
        Code.SYNTAX,
        at,
        f"YAML cannot read this: {wording}.",
        "Check indentation, quotes and brackets.",
    )


def _conflict(document: Document) -> Problem | None:
    """Where Git left two versions of some lines in the file."""
    found = next(
        (number for number, line in enumerate(document.lines, 1) if line.startswith("<<<<<<<")), 0
    )
    return (
        document.problem(
            Code.CONFLICT,
            Place(found, 1, found, 8),
            "Two versions of these lines meet here.",
            "Keep the lines that are right. Delete the others, and the lines with <<<<<<<, ======= "
            "and >>>>>>>.",
        )
        if found
        else None
    )


_DASH_WITHOUT_SPACE = re.compile(r" *-(?=[^\s-])")


def _missing_dash(document: Document, line: int) -> Problem | None:
    """A line among the items of a list that does not start as an item."""
    text = document.lines[line - 1] if line <= len(document.lines) else ""
    if not text.strip():
        return None
    column = len(text) - len(text.lstrip()) + 1
    at = _sign(line, column)
    beside = _beside(document, line)
    if not any(item.startswith(f"{text[: column - 1]}- ") for item in beside) and not (
        BULLET.match(text) and any(map(BULLET.match, beside))
    ):
        return None
    if found := _DASH_WITHOUT_SPACE.match(text):
        at = _sign(line, found.end() + 1)
        return document.problem(
            Code.MISSING_SPACE,
            at,
            "A space is missing after the dash.",
            "Each item of a list starts with a dash and a space.",
        )
    if found := BULLET.match(text):
        return document.problem(
            Code.MISSING_DASH,
            at,
            f"“{found[2]}” does not start an item of a list.",
            "Write a plain dash and a space in its place.",
        )
    return document.problem(
        Code.MISSING_DASH,
        at,
        "This line is in a list, but does not start with a dash.",
        "Start it with “- ”. If it goes on with the text above, move it further in, and start that "
        "text with >-.",
    )


def _beside(document: Document, line: int) -> list[str]:
    """The lines around a line that are moved in no further, without blank ones and comments."""
    text = document.lines[line - 1]
    indent = text[: len(text) - len(text.lstrip(" "))]

    def first(lines: Iterable[str]) -> list[str]:
        return [
            next(
                (
                    text
                    for text in lines
                    if text.strip() and not text.startswith((f"{indent} ", f"{indent}#"))
                ),
                "",
            )
        ]

    return first(reversed(document.lines[: line - 1])) + first(document.lines[line:])


def _open_bracket(document: Document, error: yaml.MarkedYAMLError) -> Problem | None:
    """The opening bracket that is never closed."""
    if "while parsing a flow" not in (error.context or "") or not error.context_mark:
        return None
    mark = error.context_mark
    opening = "".join(document.lines[mark.line : mark.line + 1])[mark.column : mark.column + 1]
    if opening not in ("[", "{"):
        return None  # libyaml's mark lies behind the end of the file
    at = _at(mark)
    return document.problem(
        Code.UNCLOSED_BRACKET,
        at,
        "This bracket is never closed.",
        f"Put a {']' if opening == '[' else '}'} at the end of the list, and a comma between two "
        f"items. Put text that starts with {opening} in quotes.",
    )


def _text_after(document: Document, at: Place) -> Problem | None:
    """Text after what the parser takes for the end of a value."""
    line = document.lines[at.line - 1] if at.line <= len(document.lines) else ""
    before = line[: at.column - 1].rstrip()
    value = re.sub(r"^\s*(?:- )*(?:\w+: +)?", "", before)
    if not value or not line[at.column - 1 :].strip():
        return None
    if value[0] in "[{" and value[-1] in "]}":
        return document.problem(
            Code.SYNTAX,
            at,
            f"The text goes on after the {value[-1]}.",
            f"Put text that starts with {value[0]} in quotes.",
        )
    if value[0] in "'\"" and value[-1] == value[0]:
        other = "'" if value[0] == '"' else '"'
        return document.problem(
            Code.SYNTAX,
            _sign(at.line, len(before)),
            "The text ends at this quote, but there is more behind it.",
            f"Put the whole text between {other} and {other}, or take this quote out.",
        )
    if re.fullmatch(r"[|>][+-]?", value):
        return document.problem(
            Code.SYNTAX,
            at,
            f"Text after {value} starts on the next line.",
            "Move it down and in by two spaces; or put it in quotes.",
        )
    return None


def _misplaced(document: Document, at: Place, wording: str) -> Problem | None:
    """A line that is moved in too far or too little, or text with a colon that reads like a key."""
    if _LONG_TEXT.search(next(filter(str.strip, reversed(document.lines[: at.line - 1])), "")):
        return document.problem(
            Code.INDENT,
            at,
            "This text is not moved in far enough.",
            "Text below >- starts two spaces further in than its key.",
        )
    line = document.lines[at.line - 1] if at.line <= len(document.lines) else ""
    key = _start_of_key(document, at)
    indent = len(line) - len(line.lstrip())
    if key.column == indent + 1 and indent and ("did not find expected" in wording or key != at):
        return document.problem(
            Code.INDENT,
            key,
            f"This line is moved in by {indent} "
            f"{'space' if indent == 1 else 'spaces'}, but should line up with a line above it.",
            "Lines that belong together start in the same column. Each step inwards is two spaces.",
        )
    if "mapping values are not allowed" in wording:
        text = re.sub(r"^\s*(?:- )*(?:\w+: +)?", "", line)
        curly = "Curly quotes do not count: use straight ones. " if text.startswith(CURLY) else ""
        return document.problem(
            Code.INDENT,
            at,
            "A colon with a space is not expected here.",
            f"{curly}Put text that contains “: ” in quotes, or check how far this line is moved "
            "in.",
        )
    return None


_LONG_TEXT = re.compile(r"(?::|-) [|>][+-]?\s*$")


def _start_of_key(document: Document, at: Place) -> Place:
    """A key that is moved in too far: the parser stumbles over its colon."""
    line = document.lines[at.line - 1] if at.line <= len(document.lines) else ""
    before = line[: at.column - 1]
    if line[at.column - 1 : at.column] == ":" and re.fullmatch(r" +[A-Za-z_]\w*", before):
        start = len(before) - len(before.lstrip()) + 1
        return Place(at.line, start, at.line, at.column)
    return at


def _at(mark: yaml.Mark | None) -> Place:
    """The sign that the parser names; the start of the file if it names none."""
    return _sign(mark.line + 1, mark.column + 1) if mark else _sign(1, 1)


def _sign(line: int, column: int) -> Place:
    """The place of one sign."""
    return Place(line, column, line, column + 1)


def _open_quote(document: Document, error: yaml.MarkedYAMLError) -> Place | None:
    """The opening quote that an error is really about, if one is left open before it."""
    if "end of stream" in (error.problem or "") and "quoted" in (error.context or ""):
        return _at(error.context_mark)
    last = None
    try:
        for token in yaml.scan(document.text, Loader=yaml.CBaseLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
                last = place_of(token)
                if last.end_line > last.line and swallows_a_key(document, last):
                    return _sign(last.line, last.column)
    except yaml.YAMLError:
        pass  # the error that is being explained
    return None


def missing_space(document: Document, line: int) -> Problem | None:
    """The missing space of `title:Back pain`: the parser stumbles there or on the next line."""
    for number in (line, line - 1, line - 2):
        if not 1 <= number <= len(document.lines):
            continue
        if found := _KEY_WITHOUT_SPACE.match(document.lines[number - 1]):
            at = _sign(number, found.end() + 1)
            return document.problem(
                Code.MISSING_SPACE,
                at,
                f"A space is missing after “{found[1]}:”.",
                f"Write “{found[1]}: ” with a space after the colon.",
            )
    return None


def run_together(document: Document, lines: range) -> Problem | None:
    """The dash, space or indent that makes one text of several lines."""
    missing = (missing_space(document, line) or _missing_dash(document, line) for line in lines)
    return next(filter(None, missing), None) or _item_too_far_in(document, lines)


_PASSAGE = re.compile(r"(\s*)- [a-z_]+:(?: |$)")


def swallowed_list(document: Document, text: Place) -> Problem | None:
    """A list of groups that reads as part of the text above: the key between them is missing."""
    for number, line in enumerate(document.lines[text.line : text.end_line - 1], text.line + 1):
        if found := _PASSAGE.match(line):
            at = Place(number, len(found[1]) + 1, number, len(line) + 1)
            return document.problem(
                Code.UNQUOTED_LINES,
                at,
                "This line is read as part of the text above.",
                "The key before it is missing, or it is moved in too far.",
            )
    return None


def _item_too_far_in(document: Document, lines: range) -> Problem | None:
    """An item of a list that is moved in so far that it reads as part of the item above."""
    for number in lines[1:]:
        text = document.lines[number - 1] if number <= len(document.lines) else ""
        if (column := text.find("- ") + 1) and text.lstrip().startswith("- "):
            return document.problem(
                Code.INDENT,
                _sign(number, column),
                "This item is moved in further than the one before it.",
                "Items of one list start in the same column.",
            )
    return None
