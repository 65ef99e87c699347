"""YAML is read strictly: all text stays text, and what an editor cannot have meant is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from massage_guide import rules
from massage_guide.problems.problem import Code, ContentError
from massage_guide.yaml_source.document import Document
from massage_guide.yaml_source.reader import (
    MAX_BYTES,
    MAX_DEPTH,
    check_characters,
    describe,
    is_invisible,
    read,
    read_bytes,
)
from tests.support.projects import FIXTURES

from .marked_text import problems, the_fault

CORPUS = FIXTURES / "bad_content"
ELSEWHERE = {
    *rules.modules(),
    *(Code.BAD_DATE, Code.BAD_LINK, Code.BAD_MARK, Code.BAD_NUMBER, Code.INCONSISTENT),
    *(Code.ID_MISMATCH, Code.MISSING_KEY, Code.UNKNOWN_KEY, Code.WRONG_CHOICE, Code.WRONG_FORM),
    *(Code.WRONG_LENGTH, Code.WRONG_TYPE),
}
"""The model and the rules find these."""
with (CORPUS / "expected.csv").open(encoding="utf-8") as table:
    CASES = [
        row for row in csv.DictReader(table) if row["case"].partition("--")[0] not in ELSEWHERE
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_broken_file_is_refused_at_the_right_place(case: dict[str, str]) -> None:
    with pytest.raises(ContentError) as error:
        read((CORPUS / f"{case['case']}.yml").read_bytes(), "x.yml")
    (problem,) = error.value.problems
    assert problem.code == case["case"].partition("--")[0]
    assert (problem.line, problem.column) == (int(case["line"]), int(case["column"]))


def data(text: str | bytes) -> object:
    """What is read from a file."""
    return read(text.encode() if isinstance(text, str) else text, "x.yml").data


def test_every_value_stays_text() -> None:
    text = "a: NO\nb: 12:30\nc: 1.0\nd: 2026-11-24\ne: 'null'\nf: \"~\"\ng: .inf\nh: '<<'\n"
    assert data(text) == {
        "a": "NO",
        "b": "12:30",
        "c": "1.0",
        "d": "2026-11-24",
        "e": "null",
        "f": "~",
        "g": ".inf",
        "h": "<<",
    }


def test_lists_and_groups_are_read_in_their_order() -> None:
    text = "a:\n  - b\n  - c: d\n    e: [f, {g: h}]\ni:\n  j:\n    k: >-\n      l\n      m\n"
    assert data(text) == {"a": ["b", {"c": "d", "e": ["f", {"g": "h"}]}], "i": {"j": {"k": "l m"}}}


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"# a note\n", b"\n\n", b"---\n"])
def test_a_file_may_start_with_a_mark_a_note_or_blank_lines(start: bytes) -> None:
    assert data(start + b"a: b\n") == {"a": "b"}


@pytest.mark.parametrize(
    "text", ["a: b\r\nc: d\r\n", "a: 👨‍👩‍👧 שלום é\n", "a: b  # c\n".replace("  # c", "")]
)
def test_line_ends_of_windows_and_all_visible_signs_are_fine(text: str) -> None:
    assert "a" in read(text.encode(), "x.yml").data


def test_a_file_that_is_read_knows_its_name_its_text_and_its_data() -> None:
    document = read(b"a: b\n", "x.yml")
    assert (document.name, document.text, document.data) == ("x.yml", "a: b\n", {"a": "b"})


# --- bytes and characters -------------------------------------------------------------------------


def test_a_file_has_200000_bytes_at_the_most() -> None:
    assert MAX_BYTES == 200_000
    assert data(b"a: " + b"x" * (MAX_BYTES - 3)) == {"a": "x" * (MAX_BYTES - 3)}
    (problem,) = problems("a: " + "x" * (MAX_BYTES - 2))
    assert (problem.code, problem.line, problem.column) == ("file-too-large", 1, 1)
    assert problem.message == "This file has 200,001 bytes; 200,000 is the most."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    with pytest.raises(ContentError) as error:
        read(mark + "a: b\n".encode(encoding), "x.yml")
    (problem,) = error.value.problems
    assert (problem.code, problem.line, problem.column) == ("encoding", 1, 1)
    assert problem.message == "This file is saved as UTF-16."


@pytest.mark.parametrize(
    ("raw", "line", "column", "guess"),
    [
        (b"a: b\nc: caf\xe9s \xfc\r\nd: e\n", 2, 7, "é"),
        (b"\xe9: b\n", 1, 1, "é"),
        ("c: é caf".encode() + b"\xfc", 1, 9, "ü"),
        (b"a: \x81b\n", 1, 4, None),
    ],
)
def test_a_sign_in_another_encoding_is_shown_as_what_it_was(
    raw: bytes, line: int, column: int, guess: str | None
) -> None:
    with pytest.raises(ContentError) as error:
        read(raw, "x.yml")
    (problem,) = error.value.problems
    assert (problem.code, problem.line, problem.column) == ("encoding", line, column)
    more = f" It looks like Windows-1252, where it is “{guess}”." if guess else ""
    assert problem.message == f"This character is not saved as UTF-8.{more}"
    if raw.isascii() or "\r" in raw.decode("latin-1"):
        assert problem.excerpt == "c: cafés ü"


@pytest.mark.parametrize("text", ["", "\n  \n", "# a note\n  # more\n", "---\n", "---\n# a note\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.line, problem.column) == ("file-empty", 1, 1)


def test_every_tab_and_every_invisible_sign_is_told_at_once() -> None:
    found = problems("a: b\tc\nd:\u00a0e\u200b\t\n")
    assert [(p.code, p.line, p.column) for p in found] == [
        *[("tab", 1, 5), ("invisible-character", 2, 3), ("invisible-character", 2, 5)],
        ("tab", 2, 6),
    ]
    assert [problem.excerpt for problem in found] == [
        "a: b c",
        *["d: e  "] * 2,
        "d:\u00a0e\u200b ",
    ]


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u00a0", "NO-BREAK SPACE (U+00A0)"),
        ("\u200b", "ZERO WIDTH SPACE (U+200B)"),
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("\x07", "a control character (U+0007)"),
        ("\x85", "a control character (U+0085)"),
        ("\u2028", "LINE SEPARATOR (U+2028)"),
        ("\u2029", "PARAGRAPH SEPARATOR (U+2029)"),
        ("\ue000", "a control character (U+E000)"),
        ("\u0378", "a control character (U+0378)"),
        ("\r", "a control character (U+000D)"),
    ],
)
def test_an_invisible_sign_is_named_at_its_place(sign: str, name: str) -> None:
    (problem,) = problems(f"a: b\nc: d{sign}e\n")
    assert (problem.code, problem.line, problem.column) == ("invisible-character", 2, 5)
    assert problem.message == f"There is an invisible character here: {name}."
    assert problem.excerpt == "c: d e"


@pytest.mark.parametrize("sign", [" ", "\n", "\u200d", "a", "é", "🙂", "–", "א"])
def test_a_sign_that_people_see_or_expect_is_not_invisible(sign: str) -> None:
    assert not is_invisible(sign)


@pytest.mark.parametrize(
    "sign", ["\x00", "\u00ad", "\ud800", "\ue000", "\u0378", "\u2028", "\u2029", "\u3000"]
)
def test_a_sign_of_any_invisible_kind_is(sign: str) -> None:
    assert is_invisible(sign)


def test_a_sign_is_described_by_its_name_and_number() -> None:
    assert describe("é") == "LATIN SMALL LETTER E WITH ACUTE (U+00E9)"


def test_characters_can_be_checked_alone() -> None:
    check_characters(Document("x.yml", "a [b: c\r\n"))
    with pytest.raises(ContentError):
        check_characters(Document("x.yml", "a\tb"))


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"a: b\n")
    assert read_bytes(tmp_path / "x.yml", "x.yml") == b"a: b\n"
    with pytest.raises(ContentError) as error:
        read_bytes(tmp_path, "content/x.yml")
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.column) == ("content/x.yml", 1, 1)
    assert problem.code == "unreadable"
    assert problem.message == "This file cannot be read: Is a directory."


# --- what YAML would accept -----------------------------------------------------------------------

FAULTS = [
    ("anchor", "YAML anchors (&) and aliases (*)", "a: ‹&b c›\n"),
    ("anchor", "YAML anchors (&) and aliases (*)", "a: b\nc: ‹*b›\n"),
    ("anchor", "YAML merges (<<) are not used here.", "‹<<›: b\n"),
    ("tag", "YAML tags such as !b are not used here.", "a: ‹!b c›\n"),
    ("tag", "YAML tags such as tag:yaml.org,2002:str", "a: b\nc: ‹!!str d›\n"),
    ("two-documents", "A second document starts here", "a: b\n‹---›\nc: d\n---\ne: f\n"),
    ("not-a-mapping", "An entry is a list of", "‹- a›\n- b\n"),
    ("not-a-mapping", "An entry is a list of", "‹just text›\n"),
    ("not-a-mapping", "An entry is a list of", "# a note\n‹just text›\nand more\n"),
    ("odd-key", "A key must be one plain word.", "? ‹[a]›\n: b\n"),
    ("odd-key", "A key must be one plain word.", 'a: b\n‹""›: c\n'),
    ("duplicate-key", "“a” is here twice; first in line 1.", "a: b\nc: d\n‹a›: c\n"),
    ("duplicate-key", "“c” is here twice; first in line 3.", "a:\n  b: x\n  c: d\n  ‹c›: e\n"),
    (
        "duplicate-key",
        "“c” is here twice; first in line 3.",
        "a:\n  - b: x\n    c: d\n    ‹c›: e\n",
    ),
    ("duplicate-key", "“b” is here twice; first in line 2.", "a:\n  b: x\n  ‹b›: e\n"),
    (
        "missing-dash",
        "“b” is in this item",
        "a:\n  - b: c\n    d: e\n    ‹b›: f\n    d: g\n",
    ),
    ("empty-value", "“a” has nothing after it.", "‹a›:\n"),
    ("empty-value", "“a” has nothing after it.", "b: c\n‹a›:\nd: e\n"),
    *[
        ("empty-value", "“ab” has nothing after it.", f"‹ab›: {nothing}\n")
        for nothing in ('""', "''", "' '", "~", "null", "Null", "NULL", "[]", "{}")
    ],
    ("empty-value", "“b” has nothing after it.", "a:\n  - c: d\n    ‹b›:\n"),
    ("empty-value", "This list item is empty.", "a:\n  -‹›\n  - b\n"),
    ("empty-value", "This list item is empty.", "a:\n  - ‹~›\n  - b\n"),
    ("empty-value", "This list item is empty.", "a: [b, ‹''›]\n"),
    ("cut-off", "The text is cut off here: “#c” is read as a comment.", "a: ‹b› #c\n"),
    ("cut-off", "cut off here: “# c de” is", "a:\n  - ‹b›  # c de  \n"),
    ("cut-off", f"“#{'x' * 29}” is read", f"a: ‹b c› #{'x' * 29}yz\n"),
    ("invisible-character", "character: a control character (U+0009).", 'a: ‹"b\\tc"›\n'),
    ("invisible-character", "character: ZERO WIDTH SPACE (U+200B).", 'a: ‹"b\\u200Bc"›\n'),
    ("invisible-character", "character: NO-BREAK SPACE (U+00A0).", 'a:\n  - ‹"b\\_c"›\n'),
    ("unclosed-quote", "This quote is never closed.", "a: ‹'›b\nc: d'\n"),
]


@pytest.mark.parametrize(("code", "message", "marked"), FAULTS)
def test_what_nobody_can_have_meant_is_refused_at_its_place(
    code: str, message: str, marked: str
) -> None:
    problem = the_fault(marked)
    assert problem.code == code and message in problem.message


@pytest.mark.parametrize(
    ("marked", "hint"),
    [
        ("‹a›: #b\n", "Everything after # is a comment; put text that contains # in quotes."),
        ("‹a›: ''\n", "Fill it in, or delete the line."),
        ("‹a›:\n", "Fill it in, or delete the line."),
        ('a: ‹"›b\nc: d"\n', 'Put a " at the end of the text.'),
        ("a: ‹'›b\nc: d'\n", "Put a ' at the end of the text."),
        ("a:\n  - b: c\n    ‹b›: f\n", "If a new item starts here, write “- b:”. If not, keep one"),
    ],
)
def test_the_hint_fits_the_fault(marked: str, hint: str) -> None:
    assert the_fault(marked).hint.startswith(hint)


def test_lists_go_20_deep_and_no_further() -> None:
    deep = MAX_DEPTH - 1
    assert data(f"a: {'[' * deep}b{']' * deep}\n")
    problem = the_fault(f"a: {'[' * deep}‹[›b{']' * deep}]\n")
    assert (MAX_DEPTH, problem.code) == (20, "nested-too-deeply")


def test_lists_beside_each_other_are_not_deep() -> None:
    assert data("a:\n" + "  - [b]\n" * 30) == {"a": [["b"]] * 30}


def test_all_that_nobody_can_have_meant_is_told_at_once() -> None:
    found = problems("a:\nb: c #d\na: e\nf:\n  - ''\n")
    assert [(problem.line, problem.code) for problem in found] == [
        *[(1, "empty-value"), (2, "cut-off"), (3, "duplicate-key"), (5, "empty-value")]
    ]


def test_anchors_and_tags_are_all_told_but_nothing_that_follows_from_them() -> None:
    found = problems("a: &x b\nc: !y d\ne: *x\nf: [g\n")
    assert [(problem.line, problem.code) for problem in found] == [
        *[(1, "anchor"), (2, "tag"), (3, "anchor")]
    ]


def test_a_key_that_comes_twice_keeps_its_first_value_from_harm() -> None:
    """What is in the second one is not looked at: it will be deleted or renamed."""
    assert [problem.code for problem in problems("a: b\na: c #d\n")] == ["duplicate-key"]


@pytest.mark.parametrize("text", ["a: 'b #c'\n", "a: b#c\n", "a: b\n#c\n", "a: >-\n  b #c\n"])
def test_a_sign_of_a_comment_in_a_text_is_fine(text: str) -> None:
    assert data(text)


@pytest.mark.parametrize("text", ["a: '~'\n", 'a: "null"\n', "a: nulls\n", "a: |\n  x\n"])
def test_a_text_that_is_written_out_is_not_empty(text: str) -> None:
    assert data(text)
