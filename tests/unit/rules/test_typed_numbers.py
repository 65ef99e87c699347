"""Beside a number that is computed, no number is typed that one day may not fit it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from massage_guide.check import load
from massage_guide.problems.problem import ContentError, Problem
from massage_guide.project import Project
from massage_guide.rules import typed_numbers
from massage_guide.rules.typed_numbers import WORDS, Patterns, Words
from massage_guide.site.site import Site
from tests.support.pairs import without
from tests.support.projects import SMALLEST

HERE = Path(__file__).parent

# As on the first page of the guide.
SET = (
    "{% set course = site.prices.scenarios[0] %}\n"
    "{% set visit = money(site.countries.us.price.typical, site.countries.us) %}\n"
    "{% set cost = scenario_cost(course, visit) %}\n"
)


def samples(name: str) -> list[str]:
    """The passages of a sample file."""
    return (HERE / "samples" / name).read_text("utf-8").splitlines()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small site that a test may break."""
    return Path(shutil.copytree(SMALLEST, tmp_path / "project"))


def problems(project: Path) -> list[Problem]:
    """What the rule says of a project."""
    try:
        load(Project(project))
    except ContentError as error:
        return [problem for problem in error.problems if problem.code == typed_numbers.CODE]
    return []


@pytest.fixture(scope="module")
def small() -> Site:
    """The small site."""
    return load(Project(SMALLEST))


def on_page(small: Site, body: str) -> list[Problem]:
    """What the rule says of a page of this text."""
    body = f"{SET}{body}\n"
    text = f"---\ntitle: About\ndescription: A page for tests.\n---\n{body}"
    page = replace(small.pages["about"], text=text, body=body, first_line=5)
    return list(typed_numbers.check(replace(small, pages={"about": page})))


def change(file: Path, before: str, after: str) -> None:
    """Replace text once in a file, which may be a link to the real one."""
    text = file.read_text("utf-8")
    assert before in text
    file.unlink()
    file.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize("text", samples("typed-numbers-bad.txt"))
def test_a_number_typed_beside_a_value_is_told(small: Site, text: str) -> None:
    assert on_page(small, text)


@pytest.mark.parametrize("text", samples("typed-numbers-good.txt"))
def test_other_numbers_are_left_alone(small: Site, text: str) -> None:
    assert on_page(small, text) == []


def test_every_word_is_needed_by_a_sample(small: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(text: str) -> list[str]:
        return [problem.message for problem in on_page(small, text)]

    texts = samples("typed-numbers-bad.txt")
    usual = {text: told(text) for text in texts}
    for group, listed in WORDS._asdict().items():
        for word in listed:
            less = Patterns(Words(**without(WORDS._asdict(), group, word)))
            monkeypatch.setattr(typed_numbers, "_PATTERNS", less)
            assert any(word in text.lower() and told(text) != usual[text] for text in texts), word


@pytest.mark.parametrize("typed", ["Half a dozen", "Half an hour"])
def test_a_number_is_quoted_as_a_whole(small: Site, typed: str) -> None:
    (problem,) = on_page(small, f"{typed} costs {{{{ cost.total }}}}.")
    assert problem.message.startswith(f"“{typed}” is typed")


def test_it_is_told_at_its_place_with_what_to_print(small: Site) -> None:
    (problem,) = on_page(small, "Ask first.\n\nA course of\nten visits costs {{ cost.total }}.")
    assert (problem.file, problem.line, problem.column) == ("docs/about.md", 11, 1)
    assert (problem.excerpt, problem.width) == ("ten visits costs {{ cost.total }}.", 3)
    assert "{{ cost.visits }}" in problem.hint


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Ten visits come to [[n:studied-course.total]].", "Ten"),
        ("Massage every day comes to [[n:daily.per-year]] a year.", "every day"),
        ("It is [[n:daily.per-year]]. [[link:safety|Ten visits]] cost [[n:daily.total]].", "Ten"),
        ("Going [[n:daily.how-often]] comes to [[n:daily.per-year]] a year.", ""),
        ("One trial gave ten sessions. It comes to [[n:daily.per-year]] a year.", ""),
        ("Of [[n:trial-2011.people]] people, two stopped.", ""),
        ("An hour costs about [[n:us.typical]].", ""),
    ],
)
def test_a_mark_of_a_scenario_stands_beside_no_typed_number(
    project: Path, text: str, typed: str
) -> None:
    topic = project / "content" / "topics" / "how-often.yml"
    change(topic, "One trial gave ten sessions.", f'"{text}"')
    quoted = [each.message.partition("”")[0][1:] for each in problems(project)]
    assert quoted == ([typed] if typed else [])


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('"All visits at {price}"', '"All ten visits at {price}"', True),
        ('"{count} results"', '"{count} results in 10 weeks"', True),
        ("Home\n", "Home of ten visits\n", False),
    ],
)
def test_words_that_are_filled_in_hold_no_typed_number(
    project: Path, before: str, after: str, line: bool
) -> None:
    words = project / "content" / "words.yml"
    change(words, before, after)
    assert bool(problems(project)) is line


def test_what_a_scenario_says_is_printed_by_marks(site: Site) -> None:
    numbers = site.numbers
    assert (numbers["studied-course.weeks"], numbers["studied-course.how-often"]) == (
        "10",
        "once a week",
    )
    assert numbers["us.minutes"] == numbers["article.minutes"] == "60"


def test_the_guide_itself_types_no_number_beside_a_computed_one(site: Site) -> None:
    assert list(typed_numbers.check(site)) == []
