"""Slips of hand that the YAML parser misreads or refuses, where the editor made them."""

from __future__ import annotations

import pytest
import yaml

from massage_guide.yaml_source.document import Document
from massage_guide.yaml_source.reader import read
from massage_guide.yaml_source.syntax_errors import syntax_problem

from .marked_text import problems, the_fault

CLOSE = "Put the same quote at the end of the text."
OPEN = "This quote is never closed."
BRACKET = "This bracket is never closed."
LOST = "This line is neither “key: value” nor part of the text above."
LINE_UP = "should line up with a line above it."
COLON = "A colon with a space is not expected here."
SHALLOW = "This text is not moved in far enough."
DASH = "This line is in a list, but does not start with a dash."
FAR = "This item is moved in further than the one before it."
READ_AS_TEXT = "This line is read as part of the text above."
SPACE = "A space is missing after"

FAULTS = [
    ("unclosed-quote", OPEN, 'title: ‹"›Back pain\nsummary: Text\n'),
    ("unclosed-quote", OPEN, "title: ‹'›Back pain\nsummary: Text\n"),
    ("unclosed-quote", OPEN, "title: ‹'›Back pain\nsummary: 'Text'\nc: d\n"),
    ("unclosed-quote", OPEN, 'title: ‹"›Back pain\nsummary: "Text"\n'),
    ("unclosed-quote", OPEN, 'title: ‹"›Back pain\nsummary: Text"\n'),
    ("unclosed-quote", OPEN, 'a: b\ntitle: ‹"›Back pain\n\n  - x:\nsummary: Text"\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›x\n  - text: y"\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›x\nb:\n  c: "y"\n'),
    ("unclosed-quote", OPEN, 'a: "b"\nc: ‹"›d\ne: f\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›b\n<<<<<<< HEAD\nc: d\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›x\n_b: c"\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›x\nB: c"\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›x\nb:\nc"\n'),
    ("unclosed-quote", OPEN, 'a: ‹"›b c\n'),
    ("unclosed-quote", OPEN, "a: b\n‹'›c\n"),
    ("conflict", "Two versions", "‹<<<<<<<› HEAD\na: b\n=======\na: c\n>>>>>>> x\n"),
    ("conflict", "Two versions", "a: b\nc:Dee\n‹<<<<<<<› HEAD\na: b\n=======\na: c\n>>>>>>> x\n"),
    # Something is missing.
    ("missing-space", f"{SPACE} “a:”.", "a:‹B›ack\nb: c\n"),
    ("missing-space", f"{SPACE} “a_1:”.", "a_1:‹B›ack\n"),
    ("missing-space", f"{SPACE} “A:”.", "A:‹B›ack\n"),
    ("missing-space", f"{SPACE} “_a:”.", "_a:‹B›ack\n"),
    ("missing-space", f"{SPACE} “c:”.", "a: b\nc:‹D›ee\n"),
    ("missing-space", f"{SPACE} “c:”.", "a: b\nc:‹D›ee\nd: e\n"),
    ("missing-space", f"{SPACE} “c:”.", "a: b\nc:‹D›ee\n\nd: e\n"),
    ("missing-space", f"{SPACE} “text:”.", "b:\n  - text:‹D›ee\n    basis: x\n"),
    ("missing-space", f"{SPACE} “text:”.", "b:\n  - basis: x\n    text:‹D›ee\n    also: x\n"),
    ("missing-space", f"{SPACE} “b:”.", "a:\n  b:‹D›ee\n  c: d\n"),
    ("missing-space", f"{SPACE} “c:”.", "a: b\n  c:‹D›ee\n"),
    ("missing-space", f"{SPACE} the dash.", "a:\n  - b\n  -‹c›\n  - d\n"),
    ("missing-space", f"{SPACE} the dash.", "a:\n  -‹b›\n  - c\n"),
    ("missing-space", f"{SPACE} the dash.", "a:\n- b\n-‹c›\n"),
    ("missing-dash", DASH, "a:\n  - b\n  ‹c›\n  - d\n"),
    ("missing-dash", DASH, "a:\n  - b\n  ‹c›d e\n"),
    ("missing-dash", DASH, "a:\n  ‹b›c\n  - d\n"),
    ("missing-dash", DASH, "a:\n- b\n‹c›\n"),
    ("missing-dash", DASH, "a:\n  - b\n  ‹-›-c\n"),
    ("missing-dash", DASH, "a:\n  - b\n  # more\n  ‹c›\n"),
    ("missing-dash", DASH, "a:\n  - b\n    # a note\n\n  # more\n  ‹c›\n  - d\n"),
    ("missing-dash", DASH, "a:\n  - b: c\n    d: e\n  ‹f›: g\n"),
    *[
        ("missing-dash", f"“{bullet}” does not start", f"a:\n  - b\n  ‹{bullet}› c\n")
        for bullet in "•·●▪◦‣–—−"
    ],
    ("missing-dash", "“•” does not start an item", "a:\n  ‹•› b\n  • c\n"),
    ("missing-dash", "“•” does not start an item", "a:\n  ‹•›b\n  •c\n"),
    ("missing-dash", "“*” does not start an item", "a:\n  - b\n  ‹*› c\n  - d\n"),
    ("unclosed-bracket", BRACKET, "a: ‹[›x, y\nb: c\n"),
    ("unclosed-bracket", BRACKET, "a: ‹{›x: y\nb: c\n"),
    ("unclosed-bracket", BRACKET, "a: b\nc: ‹[›x, y\n"),
    ("unclosed-bracket", BRACKET, "a: ‹[›x y\nb: c\n"),
    # Something is after the end of a value.
    ("syntax", "The text goes on after the ].", "a: [x] ‹y›\n"),
    ("syntax", "The text goes on after the }.", "b:\n  - a: {x: y} ‹z›\n"),
    ("syntax", "The text goes on after the }.", "a: {b: c}‹}›\n"),
    ("syntax", "The text ends at this quote", 'a: "x‹"› y\n'),
    ("syntax", "The text ends at this quote", "a: 'don‹'›t'\n"),
    ("syntax", "The text ends at this quote", 'a: b\nc: "d‹"› e: f\n'),
    ("syntax", "The text ends at this quote", "a: 'x‹'› y \"z\"\n"),
    ("syntax", "The text ends at this quote", 'a:\n  - "x‹"› y\n'),
    ("syntax", "Text after >- starts on the next line.", "a: >- ‹t›ext\n"),
    ("syntax", "Text after | starts on the next line.", "a: | ‹t›ext\nb: c\n"),
    ("syntax", "Text after |+ starts on the next line.", "a:\n  - |+ ‹t›ext\n"),
    # Something is moved in too far, or not far enough.
    ("indent", SHALLOW, "a: >-\n‹t›ext\n"),
    ("indent", SHALLOW, "a: |\n\n‹t›ext\n"),
    ("indent", SHALLOW, "a: |+\n‹t›ext\n"),
    ("indent", SHALLOW, "a:\n  - >-\n‹t›ext\n"),
    ("indent", f"by 1 space, but {LINE_UP}", "a: b\n ‹c›: d\n"),
    ("indent", f"by 3 spaces, but {LINE_UP}", "a: b\n   ‹c›: d\n"),
    ("indent", f"by 2 spaces, but {LINE_UP}", "a: b\n  ‹c_d›: d\n"),
    ("indent", f"by 1 space, but {LINE_UP}", "a:\n  b: c\n ‹d›: e\n"),
    ("indent", f"by 3 spaces, but {LINE_UP}", "a:\n  b:\n    c: d\n   ‹e›: f\n"),
    ("indent", FAR, "a:\n  - b\n     ‹-› c\n"),
    ("indent", FAR, "a: b\n ‹-› c\n"),
    ("indent", LOST, "a: b\n‹s›ome text\nc: d\n"),
    ("indent", LOST, "a:\n  - b\n‹c›\n  - d\n"),
    ("indent", LOST, "a: b\n‹•› c\n"),
    ("indent", LOST, "a: b\n‹s›ome text:x\nc: d\n"),
    ("indent", LOST, "a: >- # a note\n b\n‹c›\n"),
    ("indent", f"by 1 space, but {LINE_UP}", "a: b\n   \n ‹c›: d\n"),
    ("indent", f"by 1 space, but {LINE_UP}", "a:\n  - b\n ‹-› c\n"),
    ("indent", f"by 2 spaces, but {LINE_UP}", "a:\n  b: c\n  ‹-› d\n"),
    ("indent", COLON, "a: b]‹:› c\n"),
    ("indent", COLON, "a: b\n  c d‹:› e\n"),
    ("indent", COLON, "a\nb‹:› c\n"),
    ("indent", COLON, "a: b‹:› c\n"),
    ("indent", COLON, "a: b c‹:› d\n"),
    ("indent", COLON, "a: “b‹:› c”\n"),
    ("indent", "A list cannot start on this line.", "a: ‹-› b\n"),
    ("indent", "Something is in the wrong place here.", "a: b\n‹-› c\n"),
    # Signs that mean something to YAML.
    ("syntax", "Text cannot start with a question mark", "a: ‹?› b\n"),
    *[("syntax", "Text cannot start with this", f"a: ‹{sign}›b\n") for sign in "%@`"],
    ("syntax", "A backslash has a special meaning", 'a: "b‹\\›c"\n'),
    *[("anchor", "Text cannot start with & or *.", f"a: {sign}‹›\n") for sign in "&*"],
    # Text that YAML reads, but as something else.
    ("unquoted-lines", "This text runs on over several lines.", "a: ‹b›\n  c\n"),
    ("unquoted-lines", "This text runs on over several lines.", "a: ‹b c›\n  c\n  d\n\ne: f\n"),
    ("unquoted-lines", "This text runs on over several lines.", "a:\n  - ‹b›\n    c\n"),
    ("unquoted-lines", READ_AS_TEXT, "a: >-\n  b\n  ‹- text: c›\n    basis: d\n"),
    ("unquoted-lines", "This text runs on over several lines.", "a:\n  ‹• b›\n  c\n"),
    ("unquoted-lines", READ_AS_TEXT, "a: |\n  b\n  ‹- text: c›\n"),
    ("not-a-mapping", "An entry is a list of", "‹http://x.org›\n"),
    ("not-a-mapping", "An entry is a list of", "‹a::b›\n"),
    ("not-a-mapping", "An entry is a list of", "‹[]›\n"),
    ("unquoted-lines", READ_AS_TEXT, "a: |\n  b\n\n    ‹- what_is:›\n  c\n"),
]


@pytest.mark.parametrize(("code", "message", "marked"), FAULTS)
def test_a_slip_is_shown_where_it_was_made(code: str, message: str, marked: str) -> None:
    problem = the_fault(marked)
    assert problem.code == code and message in problem.message


HINTS = [
    ('a: "x‹"› y\n', "Put the whole text between ' and ', or take this quote out."),
    ("a: 'x‹'› y\n", 'Put the whole text between " and ", or take this quote out.'),
    (
        "a: ‹[›x, y\n",
        "Put a ] at the end of the list, and a comma between two items. Put",
    ),
    (
        "a: ‹{›x: y\n",
        "Put a } at the end of the list, and a comma between two items. Put",
    ),
    ("a: [x] ‹y›\n", "Put text that starts with [ in quotes."),
    ("a:‹B›ack\nb: c\n", "Write “a: ” with a space after the colon."),
    ("a: b‹:› c\n", "Put text that contains “: ” in quotes, or check"),
    *[
        (f"a: {quote}b‹:› c\n", "Curly quotes do not count: use straight ones. Put text that")
        for quote in "“”„‘’«»"
    ],
    ("b:\n  - a: “b‹:› c”\n", "Curly quotes do not count: use straight ones. Put text that"),
]


@pytest.mark.parametrize(("marked", "hint"), HINTS)
def test_the_hint_names_the_very_signs(marked: str, hint: str) -> None:
    assert the_fault(marked).hint.startswith(hint)


GOOD = [
    'a: "Back\n  pain"\n',
    "a: >-\n  b\n  c: d\n  - e\n",
    "a: >-\n  text: x\n  - Text: y\n  - text:z\n",
    "a:\n  - >-\n    b\n  - text: c\n",
    "a: >-\n  b\n  c - text: x\n",
    "a: 'b: c'\n",
    "a: http://x\n",
    "a: b:c\n",
    "a: 12:30\n",
    "a: -b\n",
    "a:\n  - -b\n",
    "a: x • y\n",
    "# <<<<<<<\na: b\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_like_a_slip_is_read(text: str) -> None:
    assert set(read(text.encode(), "x.yml").data) == {"a"}


def test_an_error_of_the_parser_that_nobody_knows_is_passed_on() -> None:
    error = yaml.MarkedYAMLError(problem="something odd", problem_mark=None)
    problem = syntax_problem(Document("x.yml", "a: b\n"), error)
    assert (problem.code, problem.line, problem.column) == ("syntax", 1, 1)
    assert problem.message == "YAML cannot read this: something odd."


def test_an_error_without_words_or_place_is_at_the_start() -> None:
    problem = syntax_problem(Document("x.yml", ""), yaml.MarkedYAMLError())
    assert (problem.line, problem.column, problem.width) == (1, 1, 1)


def test_the_place_of_the_parser_s_context_does_where_it_names_no_other() -> None:
    mark = yaml.Mark("x", 8, 2, 3, None, None)
    colon = "could not find expected ':'"
    for words, at in [
        ("something odd", {"problem_mark": mark}),
        ("something odd", {"context_mark": mark}),
        (colon, {"problem_mark": mark}),
        (colon, {"context_mark": mark, "problem_mark": yaml.Mark("x", 0, 0, 0, None, None)}),
    ]:
        error = yaml.MarkedYAMLError(problem=words, **at)
        problem = syntax_problem(Document("x.yml", "a: b\nc: d\ne: fgh\n"), error)
        assert (problem.line, problem.column) == (3, 4)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("could not find expected ':'", "indent"),
        ("block sequence entries are not allowed in this context", "indent"),
        ("mapping keys are not allowed in this context", "syntax"),
        ("found character '%' that cannot start any token", "syntax"),
        ("found unknown escape character", "syntax"),
        ("did not find expected alphabetic or numeric character", "anchor"),
        ("did not find expected <document start>", "indent"),
        ("mapping values are not allowed in this context", "indent"),
        ("found unknown directive name", "syntax"),
        ("found undefined tag handle", "tag"),
    ],
)
def test_every_error_of_the_parser_has_words_of_its_own(words: str, code: str) -> None:
    error = yaml.MarkedYAMLError(problem=words, problem_mark=yaml.Mark("x", 0, 1, 0, None, None))
    problem = syntax_problem(Document("x.yml", "a: b\nc\n"), error)
    assert problem.code == code and words not in problem.message


def test_only_the_first_fault_of_the_parser_is_told() -> None:
    assert len(problems("a: [x\nb: {y\nc: d\n")) == 1
