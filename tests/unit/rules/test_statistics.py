"""Statistics stand once, in their source; everyday numbers may stand in text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.rules.statistics import WORDS, Patterns, Words, statistic
from tests.support.pairs import without
from tests.support.small_guide import SmallGuide, marked, place

SAMPLES = Path(__file__).parent / "samples"
FILE, PAGE = "content/types/swedish.yml", "docs/safety.md"
SOURCED = "People felt better in one trial."


def samples(name: str) -> list[str]:
    """The sentences of a sample file."""
    return (SAMPLES / name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("sentence", samples("statistics-bad.txt"))
def test_a_statistic_is_found(sentence: str) -> None:
    assert statistic(sentence)


@pytest.mark.parametrize("sentence", samples("statistics-good.txt"))
def test_an_everyday_number_is_left_alone(sentence: str) -> None:
    assert statistic(sentence) is None


@pytest.mark.parametrize(
    ("group", "word"),
    [(group, word) for group, listed in WORDS._asdict().items() for word in listed],
)
def test_every_word_is_needed_by_a_sample(group: str, word: str) -> None:
    less = Patterns(Words(**without(WORDS._asdict(), group, word)))
    sentences = samples("statistics-bad.txt") + samples("statistics-good.txt")
    assert any(bool(less.statistic(each)) != bool(statistic(each)) for each in sentences)


@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    statistic(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It helped One out of every ten of them.", "One out of every ten"),
        ("It helped nine in a hundred of them.", "nine in a hundred"),
        ("It helped 63% of them.", "63%"),
        ("About 1,401 people took part.", "1,401 people"),
        ("An hour costs A$50.50 there.", "$50.50"),
        ("It was better in 1 in 25.", "1 in 25"),
        ("The score fell by −2.9 then.", "−2.9"),
        ("The score fell by 12.25 then.", "12.25"),
        ("There were 18,200 of them.", "18,200"),
        ("There were 1472 of them.", "1472"),
        ("After 12 weeks, 147 were left.", "147"),
    ],
)
def test_a_statistic_is_named_whole(text: str, found: str) -> None:
    assert statistic(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *["Rest 100 minutesx or so.", "Take 100 sessionss.", "Rest for 100  minutes."],
        *["Call 9991 now.", "Call 1999 or 9112.", "See xsection 4.1."],
        *["It is from 19870.", "It is from 1949.", "It was 2101 once."],
        *["It has 5 of 101.", "It has 5 points of 1000."],
    ],
)
def test_only_whole_words_and_numbers_are_everyday(text: str) -> None:
    assert statistic(text)


def test_an_everyday_number_hides_no_statistic_beside_it() -> None:
    assert statistic("In 2011, 104 joined for 10 weeks.") == "104"
    assert statistic("Call 999; 147 did.") == "147"


def test_a_statistic_in_a_text_is_marked(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, SOURCED, "For 10 weeks, in one trial of 401 people, all felt better.")
    (problem,) = small_guide.problems("statistics")
    assert place(problem) == (FILE, small_guide.line(FILE, "401"), "401 people")
    assert problem.code == "statistics"
    assert problem.message == "“401 people” is a number that belongs in its source."


def test_a_statistic_under_stress_is_one_too(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, SOURCED, "It was tried in *401* adults.")
    (problem,) = small_guide.problems("statistics")
    assert marked(problem) == "401"


def test_what_a_mark_prints_is_not_looked_at(small_guide: SmallGuide) -> None:
    small_guide.change(
        FILE, SOURCED, "In [[n:trial-2011.people]] people, [[link:types/swedish|5.5 or so]]."
    )
    assert small_guide.problems("statistics") == []


def test_marks_part_what_they_stand_between(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, SOURCED, "It took 12[[n:trial-2011.people]]5 rows.")
    assert small_guide.problems("statistics") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("You lie down for 20 minutes.", "20"),
        ("You lie down, as in 2,011.5, or not.", "2,011.5,"),
        ("You lie *for 5* minutes.", "5"),
        ("Of [[n:trial-2011.people]] people, 3 lie down.", "[[n:trial-2011.people]]"),
    ],
)
def test_a_passage_without_a_source_contains_no_number_at_all(
    small_guide: SmallGuide, text: str, number: str
) -> None:
    small_guide.change(FILE, "You lie down.", text)
    (problem,) = small_guide.problems("statistics")
    assert place(problem) == (FILE, small_guide.line(FILE, "what_happens") + 1, number)
    assert problem.message.startswith("A passage without a source")
    assert problem.code == "statistics"


def test_a_link_or_a_number_to_call_may_be_in_a_passage_without_a_source(
    small_guide: SmallGuide,
) -> None:
    small_guide.change(
        FILE, "You lie down.", "You [[link:types/swedish|lie]] down, or [[call:999]]."
    )
    assert small_guide.problems("statistics") == []


def test_what_the_article_says_is_quoted_with_its_numbers(small_guide: SmallGuide) -> None:
    small_guide.change("content/article.yml", "Massage ends pain.", "Massage helped 63% of them.")
    assert small_guide.problems("statistics") == []


def test_hand_written_pages_are_looked_at_line_by_line(small_guide: SmallGuide) -> None:
    text = (small_guide.root / PAGE).read_text("utf-8")
    small_guide.write(PAGE, f"{text}\nIt has 3 parts.\n\nIt was tried in 401 people.\n")
    (problem,) = small_guide.problems("statistics")
    assert (problem.file, problem.line, problem.column) == (PAGE, 10, 1)
    assert problem.excerpt == "It was tried in 401 people."
    assert problem.code == "statistics"
    assert problem.message == "“401 people” is a number that belongs in its source."
