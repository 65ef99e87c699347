"""YAML text becomes plain data plus the place of every value.

YAML's own guesses are switched off: every scalar stays text, and the model decides its type. What
YAML would accept in silence and an editor cannot have meant (duplicate keys, anchors, tags, text
cut off by `#`) is refused, each fault with its place.
"""

from __future__ import annotations

import pathlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from .problem import Code, Problem, Refused

MAX_BYTES = 200_000
MAX_DEPTH = 20  # deeper than any entry; libyaml needs quadratic time for nested brackets

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where a value stands. Lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass
class Document:
    """One YAML file, read: its data, its text, and where each key and value stands."""

    name: str
    text: str
    data: Any = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, at least one."""
        return self.text.splitlines() or [""]

    @property
    def keys(self) -> dict[Path, Place]:
        """Where each key stands, by the path to it."""
        return self._places[0]

    @property
    def values(self) -> dict[Path, Place]:
        """Where each value stands, by the path to it; the whole stands at ()."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[dict[Path, Place], dict[Path, Place]]:
        """Looked up in the text when somebody asks: most files have no fault that must be shown."""
        keys: dict[Path, Place] = {}
        values: dict[Path, Place] = {}

        def note(node: yaml.Node, path: Path) -> None:
            values[path] = _place(node)
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    keys[*path, key.value] = _place(key)
                    note(value, (*path, key.value))
            elif isinstance(node, yaml.SequenceNode):
                for index, item in enumerate(node.value):
                    note(item, (*path, index))

        note(yaml.compose(self.text, Loader=yaml.CBaseLoader), ())
        return keys, values

    def problem(
        self, code: str, place: Place, message: str, hint: str = "", *, snippet: str = "", warning: bool = False
    ) -> Problem:
        """A problem at `place`; a `snippet` that stands inside narrows the place down to it."""
        line, column, width = self._narrow(place, snippet)
        excerpt = self.lines[line - 1] if line <= len(self.lines) else ""
        return Problem(self.name, line, column, code, message, hint, excerpt, width, warning)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value (or key) at `path`, or of the nearest thing above it."""
        wanted = self.keys if key else self.values
        while path and path not in wanted:
            path = path[:-1]
        return wanted.get(path) or self.values.get(path) or Place(1, 1, 1, 1)

    def _narrow(self, place: Place, snippet: str) -> tuple[int, int, int]:
        # A snippet that YAML folded over two lines is looked for by its first word.
        for wanted in filter(None, (snippet, snippet.partition(" ")[0])):
            for line in range(place.line, min(place.end_line, len(self.lines)) + 1):
                start = place.column - 1 if line == place.line else 0
                found = self.lines[line - 1].find(wanted, start)
                if found >= 0:
                    return line, found + 1, len(wanted)
        one_line = place.end_line == place.line
        text = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        end = place.end_column if one_line else len(text) + 1
        return place.line, place.column, max(1, end - place.column)


def read_bytes(file: pathlib.Path, name: str) -> bytes:
    """The bytes of a file. Raises Refused when the computer cannot read it."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused([Problem(name, 1, 1, Code.UNREADABLE, f"This file cannot be read: {error.strerror}.",
                               "Check that it is a file, and that you may open it.")]) from None


def read(raw: bytes, name: str) -> Document:
    """Read one file. Raises Refused with every fault that can be told apart in one go."""
    document = Document(name, _decode(raw, name))
    refuse_odd_characters(document)
    _refuse(_forbidden_constructs(document))
    root = _compose(document)
    builder = _Builder(document)
    document.data = builder.build(root)
    _refuse(builder.problems)
    return document


def _refuse(problems: Iterator[Problem] | list[Problem]) -> None:
    if found := list(problems):
        raise Refused(found)


# --- bytes and characters -------------------------------------------------------------------------


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise Refused([Problem(name, 1, 1, Code.FILE_TOO_LARGE,
                               f"This file has {len(raw):,} bytes; {MAX_BYTES:,} is the most.",
                               "Split it, or check that it is the right file.")])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused([Problem(name, 1, 1, Code.ENCODING, "This file is saved as UTF-16.",
                               "Save it again with the encoding UTF-8.")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused([_undecodable(raw, error.start, name)]) from None
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        raise Refused([Problem(name, 1, 1, Code.FILE_EMPTY, "This file holds nothing.",
                               "Fill it in, or delete it.")])
    return text


def _undecodable(raw: bytes, start: int, name: str) -> Problem:
    before = raw[:start]
    line_start = before.rfind(b"\n") + 1
    column = len(raw[line_start:start].decode("utf-8", "replace")) + 1
    line = raw[line_start:].split(b"\n", 1)[0].decode("cp1252", "replace").rstrip("\r")
    try:
        guess = f" It looks like Windows-1252, where it is “{raw[start:start + 1].decode('cp1252')}”."
    except UnicodeDecodeError:
        guess = ""
    return Problem(name, before.count(b"\n") + 1, column, Code.ENCODING,
                   f"This character is not saved as UTF-8.{guess}",
                   "Save the file again with the encoding UTF-8.", line)


ZERO_WIDTH_JOINER = "\u200d"  # holds emoji such as families together
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def is_invisible(character: str) -> bool:
    """Whether a reader cannot see this character, or cannot tell it from a plain space."""
    if character in (" ", "\n", ZERO_WIDTH_JOINER):
        return False
    category = unicodedata.category(character)
    return category in _INVISIBLE or category == "Zs"


def _all_visible(text: str) -> bool:
    """Whether all of a text is visible, line feeds aside; much quicker than asking of each character."""
    return text.replace("\n", "").isprintable()


def describe(character: str) -> str:
    """The character's name in Unicode, and its number."""
    return f"{unicodedata.name(character, 'a control character')} (U+{ord(character):04X})"


def refuse_odd_characters(document: Document) -> None:
    """Raises Refused for Tabs and for characters that nobody sees."""
    _refuse(_odd_characters(document))


def _odd_characters(document: Document) -> Iterator[Problem]:
    if _all_visible(document.text.replace("\r\n", "")):
        return
    # Split at line feeds only: splitlines() would hide the odd line ends that are looked for.
    for number, line in enumerate(document.text.split("\n"), 1):
        for column, character in enumerate(line.removesuffix("\r"), 1):
            if character == "\t":
                yield Problem(document.name, number, column, Code.TAB, "There is a Tab here.",
                              "Use spaces, two for each step inwards.", line.replace("\t", " "))
            elif is_invisible(character):
                yield Problem(document.name, number, column, Code.INVISIBLE,
                              f"There is an invisible character here: {describe(character)}.",
                              "Delete it and type a plain space if one belongs here.",
                              "".join(" " if is_invisible(c) else c for c in line))


# --- YAML constructs --------------------------------------------------------------------------------


def _place(node: Any) -> Place:
    start, end = node.start_mark, node.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _forbidden_constructs(document: Document) -> Iterator[Problem]:
    """Walk the parser's events, which costs little and builds nothing, and stop at the first bomb."""
    depth = documents = 0
    explained = False
    try:
        for event in yaml.parse(document.text, Loader=yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > MAX_DEPTH:
                yield document.problem(Code.NESTING, _place(event), "Lists inside lists go too deep here.",
                                       "Check for brackets that were never closed.")
                return
            if documents > 1:
                yield document.problem(Code.TWO_DOCUMENTS, _place(event),
                                       "A second document starts here (---).",
                                       "Put one entry in one file.")
                return
            for problem in _forbidden_event(document, event):
                explained = True
                yield problem
    except yaml.MarkedYAMLError as error:
        if not explained:  # what was found before is why the parser stumbled
            yield _syntax_problem(document, error)
    except yaml.YAMLError as error:
        yield Problem(document.name, 1, 1, Code.SYNTAX, f"This is not YAML: {error}.")


def _forbidden_event(document: Document, event: Any) -> Iterator[Problem]:
    if getattr(event, "anchor", None):
        yield document.problem(Code.ANCHOR, _place(event), "YAML anchors (&) and aliases (*) are not used here.",
                               "Put text that starts with & or * in quotes.")
    if getattr(event, "tag", None):
        yield document.problem(Code.TAG, _place(event), f"YAML tags such as {event.tag} are not used here.",
                               "Put text that starts with ! in quotes.")
    if not isinstance(event, yaml.ScalarEvent):
        return
    if event.value == "<<" and event.style in ("", None):
        yield document.problem(Code.ANCHOR, _place(event), "YAML merges (<<) are not used here.",
                               "Write the lines out.")
    if event.style in ('"', "'") and _swallows_a_key(document, place := _place(event)):
        yield document.problem(Code.UNCLOSED_QUOTE, place, "This quote is never closed.",
                               f"Put a {event.style} at the end of the text.", snippet=event.style)


_KEY_LINE = re.compile(r"\s*(- )?[A-Za-z_]\w*:(\s|$)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_]\w*):(?=[^\s:/])")


def _swallows_a_key(document: Document, place: Place) -> bool:
    """Whether a quoted text runs on over a line that looks like `key: value`."""
    following = document.lines[place.line : place.end_line]
    return any(_KEY_LINE.match(line) for line in following)


# What libyaml says, as an editor understands it.
_SYNTAX_WORDS = (
    ("could not find expected ':'", Code.INDENT, "This line is neither “key: value” nor part of the text above.",
     "Check how far it is moved in, and that a colon and a space stand after the key."),
    ("mapping values are not allowed", Code.INDENT, "A colon with a space is not expected here.",
     "Put text that contains “: ” in quotes, or check how far this line is moved in."),
    ("cannot start any token", Code.SYNTAX, "Text cannot start with this character.",
     "Put the text in quotes."),
    ("escape", Code.SYNTAX, "A backslash has a special meaning between double quotes.",
     "Use single quotes around this text."),
    ("alphabetic or numeric", Code.ANCHOR, "Text cannot start with & or *.", "Put the text in quotes."),
    ("did not find expected", Code.INDENT, "Something is in the wrong place here.",
     "Check how far this line is moved in, and that every quote and bracket is closed."),
    ("not allowed in this context", Code.INDENT, "This does not belong here.",
     "Check how far this line is moved in."),
    ("directive", Code.SYNTAX, "Text cannot start with %.", "Put the text in quotes."),
    ("tag", Code.TAG, "YAML tags are not used here.", "Put text that starts with ! in quotes."),
)


def _syntax_problem(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    wording = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if "could not find expected ':'" in wording and error.context_mark:
        mark = error.context_mark  # the text without a colon; the parser stumbles one line later
    at = _start_of_key(document, Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2))
    if quote := _open_quote(document, error):
        return document.problem(Code.UNCLOSED_QUOTE, quote, "This quote is never closed.",
                                "Put the same quote at the end of the text.")
    if close := _missing_space(document, at.line):
        return close
    for words, code, message, hint in _SYNTAX_WORDS:
        if words in wording:
            return document.problem(code, at, message, hint)
    return document.problem(Code.SYNTAX, at, f"YAML cannot read this: {wording}.",
                            "Check indentation, quotes and brackets.")


def _start_of_key(document: Document, at: Place) -> Place:
    """Where the parser stumbles over the colon of a key, the fault is how far the key is moved in."""
    line = document.lines[at.line - 1] if at.line <= len(document.lines) else ""
    before = line[: at.column - 1]
    if line[at.column - 1 : at.column] == ":" and re.fullmatch(r" +[A-Za-z_]\w*", before):
        start = len(before) - len(before.lstrip()) + 1
        return Place(at.line, start, at.line, at.column)
    return at


def _open_quote(document: Document, error: yaml.MarkedYAMLError) -> Place | None:
    """The opening quote that an error is really about, if one is left open before it."""
    if "end of stream" in (error.problem or "") and "quoted" in (error.context or ""):
        mark = error.context_mark
        return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    last = None
    try:
        for token in yaml.scan(document.text, Loader=yaml.CBaseLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
                last = _place(token)
                if last.end_line > last.line and _swallows_a_key(document, last):
                    return Place(last.line, last.column, last.line, last.column + 1)
    except yaml.YAMLError:
        pass  # the error that is being explained
    return None


def _missing_space(document: Document, line: int) -> Problem | None:
    """`title:Back pain`: the parser stumbles there or on the line after it."""
    for number in (line, line - 1, line - 2):
        if not 1 <= number <= len(document.lines):
            continue
        if found := _KEY_WITHOUT_SPACE.match(document.lines[number - 1]):
            at = Place(number, found.end() + 1, number, found.end() + 2)
            return document.problem(Code.MISSING_SPACE, at,
                                    f"A space is missing after “{found[1]}:”.",
                                    f"Write “{found[1]}: ” with a space after the colon.")
    return None


def _compose(document: Document) -> yaml.Node:
    root = yaml.compose(document.text, Loader=yaml.CBaseLoader)
    if isinstance(root, yaml.MappingNode):
        return root
    if root is None:
        raise Refused([Problem(document.name, 1, 1, Code.FILE_EMPTY, "This file holds nothing.",
                               "Fill it in, or delete it.")])
    place = _place(root)
    raise Refused([_missing_space(document, place.line) or document.problem(
        Code.NOT_A_MAPPING, place, "An entry is a list of “key: value” lines.",
        "Start each line with its key.")])


class _Builder:
    """Turns composed nodes into plain data."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node)
        return self._scalar(node)

    def _report(self, code: Code, node: yaml.Node, message: str, hint: str = "") -> None:
        self.problems.append(self.document.problem(code, _place(node), message, hint))

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                self._report(Code.ODD_KEY, key, "A key must be one plain word.",
                             "Put text that starts with [ or { in quotes.")
            elif key.value in first_lines:
                self._report(Code.DUPLICATE_KEY, key,
                             f"“{key.value}” stands twice; first in line {first_lines[key.value]}.",
                             "Keep one of the two.")
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
        return [self.build(item) for item in node.value]

    def _scalar(self, node: yaml.ScalarNode) -> str:
        # C nodes have the style "" for plain text, Python nodes None.
        if not node.style and node.value:
            self._plain(node)
        for character in "" if _all_visible(node.value) else node.value:
            if is_invisible(character) or character == "\t":
                self._report(Code.INVISIBLE, node,
                             f"This text holds an invisible character: {describe(character)}.",
                             "Take out the \\ and what belongs to it.")
        return node.value

    def _empty(self, node: yaml.Node, message: str, value: yaml.Node) -> None:
        rest = self._rest_of_line(value)
        hint = ("Everything after # is a comment; put text that contains # in quotes."
                if rest.startswith("#") else "Fill it in, or delete the line.")
        self._report(Code.EMPTY_VALUE, node, message, hint)

    def _plain(self, node: yaml.ScalarNode) -> None:
        rest = self._rest_of_line(node)
        if rest.startswith("#"):
            self._report(Code.CUT_OFF, node, f"The text is cut off here: “{rest[:30]}” is read as a comment.",
                         "Put the whole text in quotes; give a comment a line of its own.")
        if node.start_mark.line != node.end_mark.line:
            missing = next((p for n in range(node.start_mark.line + 1, node.end_mark.line + 2)
                            if (p := _missing_space(self.document, n))), None)
            if missing:
                self.problems.append(missing)
            else:
                self._report(Code.UNQUOTED_LINES, node, "This text runs on over several lines.",
                             "Start long text with >- and move its lines in; or check that the next "
                             "line is not moved in too far.")

    def _rest_of_line(self, node: yaml.Node) -> str:
        mark = node.end_mark
        lines = self.document.lines
        return lines[mark.line][mark.column :].strip() if mark.line < len(lines) else ""


def _is_empty(node: yaml.Node) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.value.strip() or (not node.style and node.value in ("~", "null", "Null", "NULL"))
    return not node.value
