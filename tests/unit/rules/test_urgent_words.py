"""A single word raises an urgent answer only from the written list."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE = "content/urgent.yml"


@pytest.mark.parametrize("phrase", ["wees", "=wees", "wee\u2019s"])
def test_a_phrase_of_one_word_must_be_on_the_list(small_guide: SmallGuide, phrase: str) -> None:
    small_guide.change(FILE, "[wee went]", f"[wee went, {phrase}]")
    (problem,) = small_guide.problems("urgent-words")
    assert place(problem) == (FILE, small_guide.line(FILE, "phrases:"), phrase)
    small_guide.change(FILE, "enough: [", "enough: [wees, ")
    assert small_guide.problems("urgent-words") == []


@pytest.mark.parametrize("name", ["incontinence", "cauda equina", "pre-term"])
def test_names_are_looked_at_too_by_their_words(small_guide: SmallGuide, name: str) -> None:
    small_guide.change(FILE, "[incontinence]\n    signs", f"[{name}]\n    signs")
    assert small_guide.problems("urgent-words") == []


def test_spanish_is_no_way_around_it(small_guide: SmallGuide) -> None:
    small_guide.change("content/spanish.yml", "[vejiga]", "[vejiga, orina]")
    (problem,) = small_guide.problems("urgent-words")
    assert problem.file == "content/spanish.yml" and "“orina”" in problem.message
