"""Wrong YAML in which ‹these signs› enclose what the caret must stand under."""

from __future__ import annotations

import pytest

from massage_guide.problems.problem import ContentError, Problem
from massage_guide.yaml_source.reader import read


def problems(text: str) -> list[Problem]:
    """What is wrong with a file."""
    with pytest.raises(ContentError) as error:
        read(text.encode(), "x.yml")
    return error.value.problems


def place_of_mark(marked: str) -> tuple[str, tuple[int, int, int]]:
    """The text without its mark; and line, column and width of what was marked."""
    before, _, rest = marked.partition("‹")
    inside, _, after = rest.partition("›")
    line_start = before.rpartition("\n")[2]
    place = (before.count("\n") + 1, len(line_start) + 1, max(1, len(inside)))
    return before + inside + after, place


def the_fault(marked: str) -> Problem:
    """The one thing that is wrong, which must be where the text is marked, and on that line."""
    text, place = place_of_mark(marked)
    (problem,) = problems(text)
    assert (problem.line, problem.column, problem.width) == place, problem
    assert (problem.file, problem.warning) == ("x.yml", False)
    lines = text.splitlines()
    assert problem.excerpt == (lines[problem.line - 1] if problem.line <= len(lines) else "")
    return problem
