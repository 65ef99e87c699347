"""What is changed in a module, and what is left alone."""

from __future__ import annotations

import ast

import pytest

from . import patterns
from .operators import mutants


def changes(source: str) -> list[str]:
    """The changes of a module, without what stands around them."""
    found = mutants(ast.parse(source))
    return [mutant.change.partition("⟦")[2].partition("⟧")[0] for mutant in found]


def changed(source: str) -> set[str]:
    """Each module that a change leads to."""
    count = len(list(mutants(ast.parse(source))))
    modules = set()
    for index in range(count):
        tree = ast.parse(source)
        list(mutants(tree))[index].apply()
        modules.add(ast.unparse(tree))
    return modules


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("a < b", {"a <= b"}),
        ("a == b", {"a != b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("not a", {"a"}),
        ("a + 1", {"a - 1", "a + 2"}),
        ("f(True)", {"f(False)"} | {"pass"}),
        ("x = 'word'", {"x = 'Xword'"}),
        ("x = ' – '", {"x = '– '"}),
        ("x = a.strip()", {"x = a"}),
        ("x = max(a, key=b)", {"x = min(a, key=b)", "x = max(a)"}),
        ("x = ['a', 'b']", {"x = ['b']", "x = ['a']"}),
        ("x = {'a': b, 'c': d}", {"x = {'c': d}", "x = {'a': b}"}),
        ("x = [a for a in b if c]", {"x = [a for a in b]"}),
        ("x.y = z", {"pass"}),
        (
            "x = re.compile('^a|b+')",
            {f"x = re.compile('{p}')" for p in ("a|b+", "b+", "^a", "^a|b")},
        ),
    ],
)
def test_each_change_is_a_small_one(source: str, others: set[str]) -> None:
    assert changed(source) == others


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "x: int | None = None",
        "__all__ = ['a', 'b']",
        "assert isinstance(a, str)",
        "@dataclass(frozen=True)\nclass A:\n    pass",
        "x = 'Write it in quotes.'",
        "x = f'There is no “{a}” here.'",
        "if TYPE_CHECKING:\n    x = 1",
    ],
)
def test_what_no_test_of_behavior_can_see_is_left_alone(source: str) -> None:
    assert changes(source) == []


def test_what_an_annotation_demands_is_no_mere_annotation() -> None:
    assert changes("x: Annotated[int, Field(ge=1)] | None") == ["1 → 2"]


def test_each_change_has_its_line() -> None:
    lines = [mutant.line for mutant in mutants(ast.parse("x = {\n  'a': b,\n  'c': d,\n}\n"))]
    assert lines == [2, 3]


@pytest.mark.parametrize(
    ("pattern", "others"),
    [
        ("a|b|c", ["b|c", "a|c", "a|b"]),
        (r"\ba{2,3}", ["a{2,3}", r"\ba"]),
        ("[a-z_]", ["[_]", "[a-z]"]),
        ("x(?!y)", ["x"]),
        (r"(?:a|\(|b)?", [r"(?:a|\(|b)", r"(?:\(|b)?", r"(?:a|b)?", r"(?:a|\()?"]),
        ("[a]", []),
    ],
)
def test_from_a_pattern_one_thing_is_taken_out(pattern: str, others: list[str]) -> None:
    assert sorted(patterns.changed(pattern)) == sorted(others)
