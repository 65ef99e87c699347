"""Every id and every mark refers to something that exists."""

from __future__ import annotations

import pytest

from massage_guide.problems.problem import Problem
from tests.support.small_guide import SmallGuide, place

FILE, CLAIM = "content/types/swedish.yml", "content/claims/eases-chronic-pain.yml"
SUMMARY = "Long, smooth strokes."

# Each kind of id, once: the file, the line, another id there, and where that is looked for.
IDS = [
    (FILE, "graded_in: [eases-chronic-pain]", "eases-chronik-pain", "content/claims/"),
    (FILE, "sources: [trial-2011]", "trial-2012", "content/sources/"),
    (FILE, "ask_first: [pregnancy]", "pregnanci", "the conditions of safety.yml"),
    ("content/urgent.yml", "card: emergency", "emergensy", "the cards of safety.yml"),
    ("content/urgent.yml", "[cannot, pee]", "canot", "the groups of urgent.yml"),
    ("content/search.yml", "page: types/swedish", "types/swedich", "the pages of the guide"),
    ("content/prices.yml", "frequency: weekly", "weekli", "the frequencies of prices.yml"),
    ("content/prices.yml", "country: us", "uss", "content/countries/"),
    (CLAIM, "number: trial-2011.better", "trial-2011.beter", "the numbers of sources"),
    (CLAIM, "inventory: [A01]", "A09", "the rows of article.yml"),
]


@pytest.mark.parametrize(("file", "line", "wrong", "where"), IDS)
def test_an_id_of_nothing_is_shown_and_answered_with_the_one_most_like_it(
    small_guide: SmallGuide, file: str, line: str, wrong: str, where: str
) -> None:
    right = line.rpartition(" ")[2].strip("[]") if "pee" not in line else "cannot"
    small_guide.change(file, line, line.replace(right, wrong))
    (problem,) = [
        p for p in small_guide.problems("references") if p.message.startswith("There is no “")
    ]
    assert place(problem) == (file, small_guide.line(file, wrong), wrong)
    assert problem.message == f"There is no “{wrong}” in {where}."
    assert problem.hint.startswith("Did you mean “") and problem.code == "references"


def test_an_id_that_is_like_no_other_is_answered_too(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "ask_first: [pregnancy]", "ask_first: [zzz]")
    (problem,) = small_guide.problems("references")
    assert problem.hint == "Check the spelling, or add the entry first."


def test_a_section_of_a_page_is_a_page_too(small_guide: SmallGuide) -> None:
    small_guide.change("content/search.yml", "page: safety", "page: safety#emergency")
    assert small_guide.problems("references") == []
    small_guide.change("content/search.yml", "page: safety#", "page: savety#")
    (problem,) = small_guide.problems("references")
    assert place(problem)[2] == "savety#emergency"


BREAK = {
    "claims": (CLAIM, "you_may_have_read:", "you_may_read:"),
    "sources": ("content/sources/trial-2011.yml", "authors:", "author:"),
    "countries": ("content/countries/us.yml", "currency:", "money:"),
    "types": (FILE, "clothes:", "cloths:"),
    "other": ("content/topics/how-often.yml", "messages:", "mesages:"),
}


@pytest.mark.parametrize("broken", ["claims", "sources", "countries", "types"])
def test_a_file_that_cannot_be_read_still_exists(small_guide: SmallGuide, broken: str) -> None:
    """Its ids, numbers and page are named by others all the same."""
    small_guide.change("content/search.yml", "page: safety", "page: types/swedish#risks")
    small_guide.change(*BREAK[broken])
    assert small_guide.problems("references") == []


@pytest.mark.parametrize("broken", ["other", "types"])
def test_a_file_that_cannot_be_read_hides_no_fault_elsewhere(
    small_guide: SmallGuide, broken: str
) -> None:
    small_guide.change(*BREAK[broken])
    small_guide.change("content/types/deep-tissue.yml", "[eases-chronic-pain]", "[eases-pain]")
    small_guide.change(
        "content/questions/does-it-hurt.yml", "No. Say so", "In [[n:nowhere.at-all]], say"
    )
    assert [place(problem)[2] for problem in small_guide.problems("references")] == [
        "eases-pain",
        "[[n:nowhere.at-all]]",
    ]


def test_a_country_that_cannot_be_read_hides_costs_but_no_number_of_a_source(
    small_guide: SmallGuide,
) -> None:
    small_guide.change(*BREAK["countries"])
    small_guide.change(CLAIM, "number: trial-2011.better", "number: trial-2011.beter")
    (problem,) = small_guide.problems("references")
    assert place(problem)[2] == "trial-2011.beter"


def marks(small_guide: SmallGuide, text: str) -> list[Problem]:
    """What is wrong with the marks of a text."""
    return small_guide.change(FILE, SUMMARY, text).problems("references")


def test_a_mark_of_no_number_is_shown(small_guide: SmallGuide) -> None:
    (problem,) = marks(small_guide, "In [[n:trial-2011.people]] of [[n:trial-2011.peeple]].")
    assert place(problem) == (FILE, small_guide.line(FILE, "peeple"), "[[n:trial-2011.peeple]]")
    assert problem.message == "There is no number “trial-2011.peeple”."
    assert problem.hint == "Did you mean “trial-2011.people”?" and problem.code == "references"


def test_a_number_of_a_source_that_cannot_be_read_may_exist(small_guide: SmallGuide) -> None:
    small_guide.change(*BREAK["sources"])
    assert marks(small_guide, "In [[n:trial-2011.peeple]].") == []


def test_a_link_to_no_page_is_shown(small_guide: SmallGuide) -> None:
    (problem,) = marks(
        small_guide, "See [[link:types/deep-tissue|this]], [[link:types/swedich|that]]."
    )
    assert place(problem) == (FILE, small_guide.line(FILE, "swedich"), "[[link:types/swedich")
    assert problem.message == "There is no page “types/swedich”."
    assert problem.hint == "Did you mean “types/swedish”?" and problem.code == "references"


def test_a_page_whose_file_cannot_be_read_is_still_a_page(small_guide: SmallGuide) -> None:
    small_guide.change("content/types/deep-tissue.yml", "clothes:", "cloths:")
    assert marks(small_guide, "See [[link:types/deep-tissue|this]].") == []


def test_a_link_into_a_page_needs_words_of_its_own(small_guide: SmallGuide) -> None:
    text = "[[link:safety#emergency|all signs]], [[link:#risks|risks]], [[link:safety#today]]."
    (problem,) = marks(small_guide, f"See {text}")
    assert place(problem) == (FILE, small_guide.line(FILE, "today"), "[[link:safety#today")
    assert problem.message == "A link into a page needs words of its own."
    assert problem.hint == "Write [[link:safety#today|words]]." and problem.code == "references"


@pytest.mark.parametrize("mark", ["[[link:/]]", "[[link:types]]", "[[call:999]]"])
def test_marks_of_what_exists_are_let_pass(small_guide: SmallGuide, mark: str) -> None:
    assert marks(small_guide, f"See {mark} and *this*.") == []
