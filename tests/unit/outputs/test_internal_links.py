"""A link to a page or a section that is not there is told where it is written.

This happens before anything is built.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.build import generate
from massage_guide.check import load
from massage_guide.outputs.page_text import anchors
from massage_guide.problems.problem import Code, ContentError, Problem
from massage_guide.project import Project


def problems(project: Path) -> list[Problem]:
    """What is wrong with the finished pages of a project."""
    try:
        generate(load(Project(project)))
    except ContentError as error:
        return error.problems
    return []


def append(file: Path, text: str) -> int:
    """Add text to a file. Returns the line on which it starts."""
    before = file.read_text("utf-8")
    file.write_text(before + text, "utf-8")
    return before.count("\n") + 1


def test_what_the_small_site_links_to_is_there(project: Path) -> None:
    assert problems(project) == []


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("See [prices](zzz.md).\n", 14, "Check the spelling."),
        ("See [prices](csot.md).\n", 14, "Did you mean “cost.md”?"),
        ('{{ link("safety#is-it-saef", "Ask first") }}\n', 16, "Did you mean “is-it-safe”?"),
        ("See [below](#nowhere-at-all).\n", 13, "Check the spelling."),
    ],
)
def test_a_wrong_link_of_a_hand_written_page_is_told_at_its_place(
    project: Path, text: str, column: int, hint: str
) -> None:
    line = append(project / "docs/safety.md", text)
    (problem,) = problems(project)
    assert (problem.code, problem.file, problem.line, problem.column, problem.hint) == (
        Code.BAD_LINK,
        "docs/safety.md",
        line,
        column,
        hint,
    )


def test_a_wrong_mark_is_told_in_each_file_that_holds_it_and_nowhere_else(project: Path) -> None:
    for name in ("claims/eases-chronic-pain.yml", "types/swedish.yml"):
        path = project / "content" / name
        key, text = (
            ("meaning:", "  - See [[link:safety#ask|who should ask first]].")
            if "claims" in name
            else (
                "risks:",
                "  - text: See [[link:safety#ask|who should ask first]].\n    basis: unsourced",
            )
        )
        path.write_text(path.read_text("utf-8").replace(f"{key}\n", f"{key}\n{text}\n", 1), "utf-8")
    found = problems(project)
    assert [(problem.code, problem.file) for problem in found] == [
        (Code.BAD_LINK, "content/claims/eases-chronic-pain.yml"),
        (Code.BAD_LINK, "content/types/swedish.yml"),
    ]
    for problem in found:
        assert problem.excerpt[problem.column - 1 :].startswith("[[link:safety#ask|")


def test_sections_are_found_by_their_own_ids_and_by_their_words() -> None:
    assert anchors(
        "# A title\n\n## Two words {: #own }\n\n## Two words\n\n## Two words\n\n<h2 "
        'id="raw">x</h2>\n'
    ) == {"a-title", "own", "two-words", "two-words_1", "raw"}
