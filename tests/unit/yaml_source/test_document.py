"""A file knows where each key and value is, and points at it."""

from __future__ import annotations

import pytest

from massage_guide.yaml_source.document import Document, Place

TEXT = """\
a: one two three
b:
  - c: d
    e: [f, gh]
  - i
k: >-
  long text that
  goes on
l: m
"""


@pytest.fixture
def document() -> Document:
    """A file with a bit of everything."""
    return Document("x.yml", TEXT)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a",), Place(1, 4, 1, 17)),
        (("b", 0, "c"), Place(3, 8, 3, 9)),
        (("b", 0, "e"), Place(4, 8, 4, 15)),
        (("b", 0, "e", 1), Place(4, 12, 4, 14)),
        (("b", 1), Place(5, 5, 5, 6)),
        (("l",), Place(9, 4, 9, 5)),
    ],
)
def test_each_value_has_its_place(
    document: Document, path: tuple[str | int, ...], place: Place
) -> None:
    assert document.place(path) == document.values[path] == place


@pytest.mark.parametrize(
    ("path", "place"), [(("a",), Place(1, 1, 1, 2)), (("b", 0, "e"), Place(4, 5, 4, 6))]
)
def test_each_key_has_its_place(
    document: Document, path: tuple[str | int, ...], place: Place
) -> None:
    assert document.place(path, key=True) == document.keys[path] == place


def test_what_is_not_there_is_where_the_nearest_thing_above_it_is(document: Document) -> None:
    assert document.place(("b", 0, "z", 3)) == document.place(("b", 0)) == Place(3, 5, 5, 3)
    assert document.place(("z",)) == document.place(())
    assert document.place(("b", 0, "e", 1), key=True) == document.place(("b", 0, "e"), key=True)
    assert document.place(("z",), key=True) == document.place(())
    assert document.place(())[:2] == (1, 1)


def test_a_file_without_anything_has_one_place_and_one_line() -> None:
    document = Document("x.yml", "")
    assert document.place(("a",)) == Place(1, 1, 1, 1)
    assert document.lines == [""] and document.keys == document.values == {}
    assert document.problem("code", Place(1, 1, 1, 1), "m").excerpt == ""


def test_a_problem_says_all_that_is_known(document: Document) -> None:
    problem = document.problem("code", document.place(("a",)), "Message.", "Hint.", warning=True)
    assert (problem.file, problem.code, problem.message, problem.hint) == (
        *("x.yml", "code", "Message.", "Hint."),
    )
    assert (problem.line, problem.column, problem.width) == (1, 4, 13)
    assert problem.excerpt == "a: one two three" and problem.warning
    plain = document.problem("code", document.place(("a",)), "Message.")
    assert plain.hint == "" and not plain.warning


@pytest.mark.parametrize(
    ("path", "snippet", "place"),
    [
        (("a",), "two", (1, 8, 3)),
        (("a",), "a", (1, 4, 13)),  # a key is no part of its value
        (("a",), "two four", (1, 8, 3)),  # folded otherwise: the first word does
        (("a",), "four two", (1, 4, 13)),
        (("a",), "", (1, 4, 13)),
        (("k",), "long", (7, 3, 4)),
        (("k",), "that goes", (7, 13, 4)),
        (("k",), "goes on", (8, 3, 7)),
        (("k",), "goes on nowhere", (8, 3, 4)),
        (("k",), "nowhere", (6, 4, 2)),
        (("b", 0), "gh", (4, 12, 2)),
        (("b",), "zzz", (3, 3, 6)),
    ],
)
def test_a_problem_is_narrowed_down_to_a_snippet_of_the_value(
    document: Document,
    path: tuple[str | int, ...],
    snippet: str,
    place: tuple[int, int, int],
) -> None:
    problem = document.problem("code", document.place(path), "Message.", snippet=snippet)
    assert (problem.line, problem.column, problem.width) == place


def test_a_snippet_on_the_last_line_of_a_value_is_found(document: Document) -> None:
    problem = document.problem("code", Place(1, 4, 2, 3), "Message.", snippet="b:")
    assert (problem.line, problem.column, problem.width) == (2, 1, 2)
    other = document.problem("code", Place(1, 4, 2, 3), "Message.", snippet="- c")
    assert (other.line, other.column, other.width) == (1, 4, 13)


def test_of_a_snippet_that_comes_twice_the_first_in_the_value_is_shown() -> None:
    document = Document("x.yml", "XaabaX")
    problem = document.problem("code", Place(1, 3, 1, 6), "Message.", snippet="a")
    assert (problem.column, problem.width) == (3, 1)
    whole = document.problem("code", Place(1, 1, 1, 6), "Message.")
    assert (whole.column, whole.width) == (1, 5)


def test_of_a_value_over_several_lines_the_rest_of_the_first_is_shown(document: Document) -> None:
    problem = document.problem("code", Place(9, 2, 10, 1), "Message.")
    assert (problem.line, problem.column, problem.width, problem.excerpt) == (9, 2, 3, "l: m")


def test_a_place_behind_the_end_of_the_file_is_one_wide(document: Document) -> None:
    problem = document.problem("code", Place(10, 1, 11, 1), "Message.", snippet="a")
    assert (problem.line, problem.column, problem.width, problem.excerpt) == (10, 1, 1, "")
