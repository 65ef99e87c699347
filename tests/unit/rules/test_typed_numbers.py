"""Beside a number that is computed, no number is typed that one day may not fit it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from massage_guide.problems.problem import Problem
from massage_guide.rules import typed_numbers
from massage_guide.rules.typed_numbers import WORDS, Patterns, Words
from massage_guide.site.site import Site
from tests.support.pairs import without
from tests.support.small_guide import SmallGuide

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


def on_page(site: Site, body: str) -> list[Problem]:
    """What the rule says of a page of this text."""
    body = f"{SET}{body}\n"
    text = f"---\ntitle: About\ndescription: A page for tests.\n---\n{body}"
    page = replace(site.pages["about"], text=text, body=body, first_line=5)
    return list(typed_numbers.check(replace(site, pages={"about": page})))


@pytest.mark.parametrize("text", samples("typed-numbers-bad.txt"))
def test_a_number_typed_beside_a_value_is_told(site: Site, text: str) -> None:
    assert on_page(site, text)


@pytest.mark.parametrize("text", samples("typed-numbers-good.txt"))
def test_other_numbers_are_left_alone(site: Site, text: str) -> None:
    assert on_page(site, text) == []


def test_every_word_is_needed_by_a_sample(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(text: str) -> list[str]:
        return [problem.message for problem in on_page(site, text)]

    texts = samples("typed-numbers-bad.txt")
    usual = {text: told(text) for text in texts}
    for group, listed in WORDS._asdict().items():
        for word in listed:
            less = Patterns(Words(**without(WORDS._asdict(), group, word)))
            monkeypatch.setattr(typed_numbers, "_PATTERNS", less)
            assert any(word in text.lower() and told(text) != usual[text] for text in texts), word


@pytest.mark.parametrize("typed", ["Half a dozen", "Half an hour", "12", "1.25", "1,000"])
def test_a_number_is_quoted_as_a_whole(site: Site, typed: str) -> None:
    (problem,) = on_page(site, f"{typed} costs {{{{ cost.total }}}}.")
    assert problem.message.startswith(f"“{typed}” is typed")


def test_it_is_told_at_its_place_with_what_to_print(site: Site) -> None:
    (problem,) = on_page(site, "Ask first.\n\nA course of\nten visits costs {{ cost.total }}.")
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
        ("Twice a month comes to [[n:daily.per-year]] a year.", "Twice"),
        ("The weight of it: [[n:daily.per-year]] a year.", ""),
        ("A tender back costs [[n:daily.per-year]] a year.", ""),
    ],
)
def test_a_mark_of_a_scenario_stands_beside_no_typed_number(
    small_guide: SmallGuide, text: str, typed: str
) -> None:
    small_guide.change("content/topics/how-often.yml", "One trial gave ten sessions.", f'"{text}"')
    found = small_guide.problems(typed_numbers.CODE)
    quoted = [each.message.partition("”")[0][1:] for each in found]
    assert quoted == ([typed] if typed else [])
    assert [each.excerpt[each.column - 1 :][: each.width] for each in found] == quoted


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [
        ('"All visits at {price}"', '"All ten visits at {price}"', True),
        ('"{count} results"', '"{count} results in 10 weeks"', True),
        ("Home\n", "Home of ten visits\n", False),
    ],
)
def test_words_that_are_filled_in_hold_no_typed_number(
    small_guide: SmallGuide, before: str, after: str, refused: bool
) -> None:
    small_guide.change("content/words.yml", before, after)
    assert bool(small_guide.problems(typed_numbers.CODE)) is refused


def test_a_typed_number_among_the_words_is_told_at_its_place(small_guide: SmallGuide) -> None:
    words = "content/words.yml"
    small_guide.change(words, '"All visits at {price}"', '"All ten visits at {price}"')
    (problem,) = small_guide.problems(typed_numbers.CODE)
    assert (problem.file, problem.line) == (words, small_guide.line(words, "All ten visits"))
    assert problem.excerpt[problem.column - 1 :][: problem.width] == "ten visits"


def test_what_a_scenario_says_is_printed_by_marks(site: Site) -> None:
    numbers = site.numbers
    assert (numbers["studied-course.weeks"], numbers["studied-course.how-often"]) == (
        "10",
        "once a week",
    )
    assert numbers["us.minutes"] == numbers["article.minutes"] == "60"
