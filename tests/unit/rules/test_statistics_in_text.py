"""Statistics are written once, in their source; everyday numbers may be in text."""

from __future__ import annotations

import pytest

from massage_guide.rules.statistics import statistic
from tests.support.small_guide import SmallGuide, marked, place

FILE, PAGE = "content/types/swedish.yml", "docs/safety.md"
SOURCED = "People felt better in one trial."

STATISTICS = [
    *[
        f"It was tried in 41 {whom}."
        for whom in ["people", "adults", "women", "men", "patients", "clients"]
    ],
    *[f"It was tried in 41 {whom}." for whom in ["volunteers", "children", "babies"]],
    *[f"We read 41 {what}." for what in ["trials", "studies", "reviews", "papers", "reports"]],
    *[f"We read 1 {what}." for what in ["trial", "study", "review", "paper", "report"]],
    *["It fell by 8 points.", "It fell by 1 point.", "It costs 8 dollars.", "It costs 8 pounds."],
    *["It was tried in 41 older PEOPLE.", "It was tried in 4 healthy volunteers."],
    *["It costs $5.", "It costs £ 5.", "It costs €5.50.", "It costs A$5 now.", "It costs C$ 5."],
    *["In 6% it did.", "In 6 % it did.", "In 6 percent it did.", "In 6 PER CENT it did."],
    *["It did in 1 in 3.", "It did in 10 in 100.", "It did IN 2 IN 3.", "In 1.5 in 2.5 it did."],
    *["The score was over 63.5.", "It fell from 2.5 to 1.5."],
    *["The score was 5.9.", "It changed by −0.4.", "It changed by -10.25.", "So 12.34 it is."],
    *["It has 3,096 rows.", "It has 12,345,678 rows.", "It has 147 rows.", "It has 1470 rows."],
    *["We asked 3,096 people.", "We asked 2.5 people.", "We asked 2,000,000 people."],
    *["At (147) it ends.", "It was 147", "It was 3,096", "It was 1.5"],
]


@pytest.mark.parametrize("text", STATISTICS)
def test_a_statistic_is_found(text: str) -> None:
    assert statistic(text)


COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("link", ["in", "out of", "in every", "out of every"])
def test_a_share_in_words_is_found(count: str, link: str) -> None:
    assert statistic(f"It helped {count} {link} ten.") == f"{count} {link} ten"


@pytest.mark.parametrize("whole", [*COUNTS[1:], "ten", "twenty", "a hundred"])
def test_a_share_of_any_whole_is_found(whole: str) -> None:
    assert statistic(f"It helped One in {whole} of them.") == f"One in {whole}"


@pytest.mark.parametrize(
    "text", ["Someone in three", "Take one in tender spots", "in one in a row"]
)
def test_words_that_only_look_like_a_share_are_none(text: str) -> None:
    assert statistic(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
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


UNITS = ["minute", "hour", "day", "week", "month", "year", "morning", "night"]
PRACTICAL = ["session", "visit", "time", "step", "question", "breath", "liter"]
EVERYDAY = [
    *[f"Rest for 100 {unit}s." for unit in UNITS],
    *[f"Rest for a 100-{unit} spell." for unit in UNITS],
    *[f"Rest from 100 to 300 {unit}s." for unit in UNITS[:2]],
    *[f"Rest 100 {link} 300 minutes." for link in ("to", "or", "and", "-", "–")],
    *["Rest 100-300 MINUTES.", "Rest 100–300 minutes.", "Rest for 1,000 hours."],
    *["It starts at 1.5 a.m. now.", "It starts at 1.5 p.m. now."],
    *[f"It takes 100 {what}s." for what in PRACTICAL],
    *[f"It takes 1.5 {what} at most." for what in PRACTICAL],
    *["Go 100 times.", "Go 100 to 200 times.", "Go 100 or 200 times.", "Go 100-200 Times."],
    *["Go 100–200 times.", "Rest until 10.30 a.m."],
    *[
        "Take 100 massages a year.",
        "Take 1.5 massage a year.",
        "Take 1.5 a day.",
        "Take 1.5 a week.",
    ],
    *["Take 1.5 a month.", "Take 1.5 a year."],
    *["He is one man of 43 in all.", "A report on 1 woman of 43."],
    *["It is from 1987.", "It is from 1950.", "It is from 2026.", "It is from 2099"],
    *[f"Call {number} now." for number in ("999", "911", "000", "111", "112", "988")],
    *["It has 5 of 10.", "It is free (CC BY 4.0).", "See row A40."],
    *[f"The {number} visit." for number in ("101st", "102nd", "103rd", "104th")],
    *[f"See {part} 4.1 there." for part in ("section", "Part", "chapter", "level", "scale from")],
    *["See section 4.1.2 there.", "See section 100 to 300 there.", "See level 4.1 to 100 there."],
    *["It has 12 rows.", "It has 12,5 rows.", "No number here.", "Room B12.5 is open."],
    *["It took 12 rows of women.", "Read v1.2.3 of it.", "Wait 5 more."],
    *[f"Those {age} 12, too." for age in ("age", "aged", "Over", "under", "about age", "around")],
]


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_number_is_left_alone(text: str) -> None:
    assert statistic(text) is None


AGES = ["age", "aged", "over", "under", "about age", "around", "older than", "younger than"]


@pytest.mark.parametrize("words", [*AGES, "from", "until age", "Over"])
@pytest.mark.parametrize("age", ["5", "45", "20 to 65", "20 and 65", "20 or 65"])
@pytest.mark.parametrize("end", [" are fine.", ", too.", ".", "; so.", ""])
def test_an_age_is_left_alone(words: str, age: str, end: str) -> None:
    assert statistic(f"People {words} {age}{end}") is None


@pytest.mark.parametrize("age", ["50 and over", "50 or older", "50 and under", "50 or Younger"])
def test_an_open_age_is_left_alone(age: str) -> None:
    assert statistic(f"People of {age}, 1987.") is None


@pytest.mark.parametrize("whom", ["woman", "man", "men", "women", "people"])
def test_the_age_of_those_in_a_report_is_left_alone(whom: str) -> None:
    assert statistic(f"It is about {whom} of 43.") is None


@pytest.mark.parametrize("what", ["%", " percent", " people", " in 100"])
def test_what_counts_is_no_age(what: str) -> None:
    assert statistic(f"It was over 63{what}.")


@pytest.mark.parametrize(
    "text",
    [
        *[
            "Rest 100 minutesx or so.",
            "Take 100 sessionss.",
            "Call 9991 now.",
            "Call 1999 or 9112.",
        ],
        *["It is from 19870.", "It is from 1949."],
        *["It was 2101 once.", "It has 5 points of 1000.", "See xsection 4.1."],
        *["It has 5 of 101.", "Rest for 100  minutes."],
    ],
)
def test_only_whole_words_and_numbers_are_everyday(text: str) -> None:
    assert statistic(text)


def test_an_everyday_number_hides_no_statistic_beside_it() -> None:
    assert statistic("In 2011, 104 joined for 10 weeks.") == "104"
    assert statistic("Call 999; 147 did.") == "147"


def test_a_statistic_in_a_text_is_marked(guide: SmallGuide) -> None:
    guide.change(FILE, SOURCED, "For 10 weeks, in one trial of 401 people, all felt better.")
    (problem,) = guide.problems("statistics")
    assert place(problem) == (FILE, guide.line(FILE, "401"), "401 people")
    assert problem.code == "statistics"
    assert problem.message == "“401 people” is a number that belongs in its source."


def test_a_statistic_under_stress_is_one_too(guide: SmallGuide) -> None:
    guide.change(FILE, SOURCED, "It was tried in *401* adults.")
    (problem,) = guide.problems("statistics")
    assert marked(problem) == "401"


def test_what_a_mark_prints_is_not_looked_at(guide: SmallGuide) -> None:
    guide.change(
        FILE, SOURCED, "In [[n:trial-2011.people]] people, [[link:types/swedish|5.5 or so]]."
    )
    assert guide.problems("statistics") == []


def test_marks_part_what_they_stand_between(guide: SmallGuide) -> None:
    guide.change(FILE, SOURCED, "It took 12[[n:trial-2011.people]]5 rows.")
    assert guide.problems("statistics") == []


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
    guide: SmallGuide, text: str, number: str
) -> None:
    guide.change(FILE, "You lie down.", text)
    (problem,) = guide.problems("statistics")
    assert place(problem) == (FILE, guide.line(FILE, "what_happens") + 1, number)
    assert problem.message.startswith("A passage without a source")
    assert problem.code == "statistics"


def test_a_link_or_a_number_to_call_may_be_in_a_passage_without_a_source(guide: SmallGuide) -> None:
    guide.change(FILE, "You lie down.", "You [[link:types/swedish|lie]] down, or [[call:999]].")
    assert guide.problems("statistics") == []


def test_what_the_article_says_is_quoted_with_its_numbers(guide: SmallGuide) -> None:
    guide.change("content/article.yml", "Massage ends pain.", "Massage helped 63% of them.")
    assert guide.problems("statistics") == []


def test_hand_written_pages_are_looked_at_line_by_line(guide: SmallGuide) -> None:
    text = (guide.root / PAGE).read_text("utf-8")
    guide.write(PAGE, f"{text}\nIt has 3 parts.\n\nIt was tried in 401 people.\n")
    (problem,) = guide.problems("statistics")
    assert (problem.file, problem.line, problem.column) == (PAGE, 10, 1)
    assert problem.excerpt == "It was tried in 401 people."
    assert problem.code == "statistics"
    assert problem.message == "“401 people” is a number that belongs in its source."
