"""Reads YAML strictly, into plain data.

YAML's own guesses are switched off: every scalar stays text, and the model decides its type. What
YAML would accept in silence and an editor cannot have meant (duplicate keys, anchors, tags, text
cut off by `#`) is reported, each fault with its position.
"""

from __future__ import annotations

import pathlib
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from ..problems.problem import Code, ContentError, Problem
from .document import Document, place_of
from .syntax_errors import (
    missing_space,
    run_together,
    swallowed_list,
    swallows_a_key,
    syntax_problem,
)

MAX_BYTES = 200_000
MAX_DEPTH = 20  # deeper than any entry; libyaml needs quadratic time for nested brackets


def read_bytes(file: pathlib.Path, name: str) -> bytes:
    """The bytes of a file. Raises ContentError when the computer cannot read it."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    Code.UNREADABLE,
                    f"This file cannot be read: {error.strerror}.",
                    "Check that it is a file, and that you may open it.",
                )
            ]
        ) from None


def read(raw: bytes, name: str) -> Document:
    """Read one file. Raises ContentError with every fault that can be found in one pass."""
    document = Document(name, _decode(raw, name))
    check_characters(document)
    composer = _Composer()
    _raise_if_any(_forbidden_constructs(document, composer))
    builder = _Builder(document)
    document.data = builder.build(_mapping_at_the_root(document, composer.root))
    _raise_if_any(builder.problems)
    return document


def _raise_if_any(problems: Iterator[Problem] | list[Problem]) -> None:
    if found := list(problems):
        raise ContentError(found)


# --- bytes and characters -------------------------------------------------------------------------


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    Code.FILE_TOO_LARGE,
                    f"This file has {len(raw):,} bytes; {MAX_BYTES:,} is the most.",
                    "Split it, or check that it is the right file.",
                )
            ]
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    Code.ENCODING,
                    "This file is saved as UTF-16.",
                    "Save it again with the encoding UTF-8.",
                )
            ]
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([_undecodable(raw, error.start, name)]) from None


def _undecodable(raw: bytes, start: int, name: str) -> Problem:
    before = raw[:start]
    line_start = before.rfind(b"\n") + 1
    column = len(raw[line_start:start].decode("utf-8", "replace")) + 1
    line = raw[line_start:].split(b"\n", 1)[0].decode("cp1252", "replace").rstrip("\r")
    try:
        guess = (
            f" It looks like Windows-1252, where it is “{raw[start : start + 1].decode('cp1252')}”."
        )
    except UnicodeDecodeError:
        guess = ""
    return Problem(
        name,
        before.count(b"\n") + 1,
        column,
        Code.ENCODING,
        f"This character is not saved as UTF-8.{guess}",
        "Save the file again with the encoding UTF-8.",
        line,
    )


ZERO_WIDTH_JOINER = "\u200d"  # joins emoji such as families
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def is_invisible(character: str) -> bool:
    """Whether this character is invisible, or looks like a plain space."""
    if character in (" ", "\n", ZERO_WIDTH_JOINER):
        return False
    category = unicodedata.category(character)
    return category in _INVISIBLE or category == "Zs"


def _all_visible(text: str) -> bool:
    """Whether all of a text is visible, line feeds aside.

    This is much quicker than asking of each character.
    """
    return text.replace("\n", "").isprintable()


def describe(character: str) -> str:
    """The character's name in Unicode, and its number."""
    return f"{unicodedata.name(character, 'a control character')} (U+{ord(character):04X})"


def check_characters(document: Document) -> None:
    """Raises ContentError for Tabs and invisible characters."""
    _raise_if_any(_odd_characters(document))


def _odd_characters(document: Document) -> Iterator[Problem]:
    if _all_visible(document.text.replace("\r\n", "")):
        return
    # Split at line feeds only: splitlines() would hide the odd line ends that are looked for.
    for number, line in enumerate(document.text.split("\n"), 1):
        for column, character in enumerate(line.removesuffix("\r"), 1):
            if character == "\t":
                yield Problem(
                    document.name,
                    number,
                    column,
                    Code.TAB,
                    "There is a Tab here.",
                    "Use spaces, two for each step inwards.",
                    line.replace("\t", " "),
                )
            elif is_invisible(character):
                yield Problem(
                    document.name,
                    number,
                    column,
                    Code.INVISIBLE,
                    f"There is an invisible character here: {describe(character)}.",
                    "Delete it and type a plain space if one belongs here.",
                    "".join(" " if is_invisible(c) else c for c in line),
                )


# --- YAML constructs ------------------------------------------------------------------------------


class _Composer:
    """Makes nodes of the parser's events.

    yaml.compose() would parse the text once more, and loses what is forbidden.
    """

    def __init__(self) -> None:
        self.root: yaml.Node | None = None
        self._open: list[yaml.CollectionNode] = []

    def add(self, event: yaml.Event) -> None:
        """Take the next event. The tags of nodes are left out: the model decides types."""
        start: Any = event.start_mark  # the C parser's marks have a type of their own
        end: Any = event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            self._add_node(yaml.ScalarNode("", event.value, start, end, event.style))
        elif isinstance(event, yaml.MappingStartEvent):
            self._open.append(yaml.MappingNode("", [], start))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open.append(yaml.SequenceNode("", [], start))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self._open.pop()
            node.end_mark = end
            if isinstance(node, yaml.MappingNode):
                node.value = list(zip(node.value[::2], node.value[1::2], strict=True))
            self._add_node(node)

    def _add_node(self, node: yaml.Node) -> None:
        if self._open:
            self._open[-1].value.append(node)
        else:
            self.root = node


def _forbidden_constructs(document: Document, composer: _Composer) -> Iterator[Problem]:
    """Parse the text, handing each event to the composer, and stop at the first bomb."""
    depth = documents = 0
    explained = False
    try:
        for event in yaml.parse(document.text, Loader=yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > MAX_DEPTH:
                yield document.problem(
                    Code.NESTING,
                    place_of(event),
                    "Lists inside lists go too deep here.",
                    "Check for brackets that were never closed.",
                )
                return
            if documents > 1:
                yield document.problem(
                    Code.TWO_DOCUMENTS,
                    place_of(event),
                    "A second document starts here (---).",
                    "Put one entry in one file.",
                )
                return
            for problem in _forbidden_event(document, event):
                explained = True
                yield problem
            if not explained:
                composer.add(event)
    except yaml.MarkedYAMLError as error:
        if not explained:  # what was found before is why the parser stumbled
            yield syntax_problem(document, error)
    except yaml.YAMLError as error:
        yield Problem(document.name, 1, 1, Code.SYNTAX, f"This is not YAML: {error}.")


def _forbidden_event(document: Document, event: Any) -> Iterator[Problem]:
    if getattr(event, "anchor", None):
        yield document.problem(
            Code.ANCHOR,
            place_of(event),
            "YAML anchors (&) and aliases (*) are not used here.",
            "Put text that starts with & or * in quotes.",
        )
    if getattr(event, "tag", None):
        yield document.problem(
            Code.TAG,
            place_of(event),
            f"YAML tags such as {event.tag} are not used here.",
            "Put text that starts with ! in quotes.",
        )
    if not isinstance(event, yaml.ScalarEvent):
        return
    if event.value == "<<" and event.style in ("", None):
        yield document.problem(
            Code.ANCHOR,
            place_of(event),
            "YAML merges (<<) are not used here.",
            "Write the lines out.",
        )
    if event.style in ('"', "'") and swallows_a_key(document, place := place_of(event)):
        yield document.problem(
            Code.UNCLOSED_QUOTE,
            place,
            "This quote is never closed.",
            f"Put a {event.style} at the end of the text.",
            snippet=event.style,
        )


def _mapping_at_the_root(document: Document, root: yaml.Node | None) -> yaml.MappingNode:
    if isinstance(root, yaml.MappingNode):
        return root
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        raise ContentError(
            [
                Problem(
                    document.name,
                    1,
                    1,
                    Code.FILE_EMPTY,
                    "This file is empty.",
                    "Fill it in, or delete it.",
                )
            ]
        )
    place = place_of(root)
    raise ContentError(
        [
            missing_space(document, place.line)
            or document.problem(
                Code.NOT_A_MAPPING,
                place,
                "An entry is a list of “key: value” lines.",
                "Start each line with its key.",
            )
        ]
    )


class _Builder:
    """Turns composed nodes into plain data."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, *, is_item: bool = False) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, is_item)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node)
        assert isinstance(node, yaml.ScalarNode)  # YAML has no fourth kind of node
        return self._scalar(node)

    def _report(self, code: Code, node: yaml.Node, message: str, hint: str = "") -> None:
        self.problems.append(self.document.problem(code, place_of(node), message, hint))

    def _mapping(self, node: yaml.MappingNode, is_item: bool) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                self._report(
                    Code.ODD_KEY,
                    key,
                    "A key must be one plain word.",
                    "Put text that starts with [ or { in quotes.",
                )
            elif is_item and key.value == next(iter(first_lines), None):
                self._report(
                    Code.MISSING_DASH,
                    key,
                    f"“{key.value}” is in this item of the list twice.",
                    f"If a new item starts here, write “- {key.value}:”. If not, keep one of the "
                    "two.",
                )
                break  # what follows belongs to the new item
            elif key.value in first_lines:
                self._report(
                    Code.DUPLICATE_KEY,
                    key,
                    f"“{key.value}” is here twice; first in line {first_lines[key.value]}.",
                    "Keep one of the two.",
                )
            else:
                first_lines[key.value] = key.start_mark.line + 1
                if _is_empty(value):
                    self._empty(key, f"“{key.value}” has nothing after it.", value)
                data[key.value] = self.build(value)
        return data

    def _sequence(self, node: yaml.SequenceNode) -> list[Any]:
        for item in node.value:
            if _is_empty(item):
                self._empty(item, "This list item is empty.", item)
        return [self.build(item, is_item=True) for item in node.value]

    def _scalar(self, node: yaml.ScalarNode) -> str:
        # C nodes have the style "" for plain text, Python nodes None.
        if not node.style and node.value:
            self._plain(node)
        if node.style in (">", "|") and (found := swallowed_list(self.document, place_of(node))):
            self.problems.append(found)
        for character in "" if _all_visible(node.value) else node.value:
            if is_invisible(character):
                self._report(
                    Code.INVISIBLE,
                    node,
                    f"This text contains an invisible character: {describe(character)}.",
                    "Take out the \\ and what belongs to it.",
                )
        return str(node.value)

    def _empty(self, node: yaml.Node, message: str, value: yaml.Node) -> None:
        rest = self._rest_of_line(value)
        hint = (
            "Everything after # is a comment; put text that contains # in quotes."
            if rest.startswith("#")
            else "Fill it in, or delete the line."
        )
        self._report(Code.EMPTY_VALUE, node, message, hint)

    def _plain(self, node: yaml.ScalarNode) -> None:
        rest = self._rest_of_line(node)
        if rest.startswith("#"):
            self._report(
                Code.CUT_OFF,
                node,
                f"The text is cut off here: “{rest[:30]}” is read as a comment.",
                "Put the whole text in quotes; give a comment a line of its own.",
            )
        if node.start_mark.line != node.end_mark.line:
            lines = range(node.start_mark.line + 1, node.end_mark.line + 2)
            if found := run_together(self.document, lines):
                self.problems.append(found)
            else:
                self._report(
                    Code.UNQUOTED_LINES,
                    node,
                    "This text runs on over several lines.",
                    "Start long text with >- and move its lines in; or check that the next "
                    "line is not moved in too far.",
                )

    def _rest_of_line(self, node: yaml.Node) -> str:
        mark = node.end_mark
        lines = self.document.lines
        return lines[mark.line][mark.column :].strip() if mark.line < len(lines) else ""


def _is_empty(node: yaml.Node) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.value.strip() or (
            not node.style and node.value in ("~", "null", "Null", "NULL")
        )
    return not node.value
