"""Front matter of hand-written pages: what it needs, what it may hold, and where a fault is."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.problems.problem import ContentError
from massage_guide.site.page import load_pages

GOOD = "title: Safety\ndescription: Who should ask first.\n"


def load(root: Path, front: str, text: str = "Text.") -> dict:
    """The one page of a project, with this front matter."""
    docs = root / "docs"
    (docs / "assets" / "stylesheets").mkdir(parents=True)
    (docs / "assets" / "stylesheets" / "table.css").write_text("")
    (docs / "topic").mkdir()
    (docs / "topic" / "safety.md").write_text(f"---\n{front}---\n\n{text}\n")
    return load_pages(docs, root)


def test_a_page_may_name_styles_of_its_own(tmp_path: Path) -> None:
    page = load(tmp_path, f"{GOOD}styles: [table]\n")["topic/safety"]
    assert page.meta["styles"] == ["table"]


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("title: Safety\n", 2, "“description” is missing"),
        (f"{GOOD}sytles: [table]\n", 4, "“sytles” is not a known key"),
        (f"{GOOD}styles: table\n", 4, "This must be a list."),
        (f"{GOOD}styles: [../table]\n", 4, "does not have the right form"),
        (f"{GOOD}hide: [menu]\n", 4, "not one of the choices"),
        ("title: [a]\ndescription: b\n", 2, "This must be text."),
        ("title: a: b\ndescription: b\n", 2, "A colon with a space is not expected here."),
        ("title: Safety\ndescription:\n", 3, "has nothing after it"),
        (
            f"{GOOD}styles:\n  - table\n  - tabel\n",
            6,
            "There is no file docs/assets/stylesheets/tabel.css",
        ),
        (f"{GOOD}modules: [table]\n", 4, "There is no file docs/assets/javascripts/table.js"),
    ],
)
def test_a_fault_is_named_at_its_line(tmp_path: Path, front: str, line: int, says: str) -> None:
    with pytest.raises(ContentError) as error:
        load(tmp_path, front)
    [problem] = error.value.problems
    assert (problem.file, problem.line) == ("docs/topic/safety.md", line)
    assert says in problem.message


@pytest.mark.parametrize(
    ("sign", "says"),
    [("\u200b", "ZERO WIDTH SPACE"), ("\u202e", "RIGHT-TO-LEFT OVERRIDE"), ("\t", "Tab")],
)
def test_what_nobody_sees_is_refused_in_the_text_too(tmp_path: Path, sign: str, says: str) -> None:
    with pytest.raises(ContentError) as error:
        load(tmp_path, GOOD, f"Text{sign}.")
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.column) == (
        "docs/topic/safety.md",
        6,
        5,
    ) and says in problem.message


def test_front_matter_that_is_never_closed_is_told_where_it_ends(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/safety.md").write_text(f"---\n{GOOD}--\n\nText.\n", "utf-8")
    with pytest.raises(ContentError) as error:
        load_pages(tmp_path / "docs", tmp_path)
    (problem,) = error.value.problems
    assert (problem.line, problem.message) == (4, "The front matter of this page is never closed.")
