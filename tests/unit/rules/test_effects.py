"""What a study found is told with its base, and only where studies are told."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

TRIAL, TYPE, CLAIM = (
    "content/sources/trial-2011.yml",
    "content/types/swedish.yml",
    "content/claims/eases-chronic-pain.yml",
)
BASE = (
    "    base:\n      versus: usual care\n      trials: 1\n      people: 1401\n"
    "      when: after ten weeks\n"
)
GAIN = f"  gain:\n    value: 12\n    means: points less pain\n    scale: '100'\n{BASE}"


def with_gain(guide: SmallGuide, gain: str = GAIN) -> SmallGuide:
    """The small guide, in which the trial found a gain."""
    return guide.change(TRIAL, "numbers:\n", f"numbers:\n{gain}")


def test_a_number_of_a_study_says_what_it_counts_or_what_it_rests_on(
    small_guide: SmallGuide,
) -> None:
    small_guide.change(TRIAL, "    unit: people\n", "")
    (problem,) = small_guide.problems("effects")
    assert (problem.file, problem.line) == (TRIAL, small_guide.line(TRIAL, "people:") + 1)
    assert "“people”" in problem.message and "`base`" in problem.hint


@pytest.mark.parametrize("kind", ["review", "cohort", "lab study", "comment"])
def test_so_it_is_for_every_kind_of_study(small_guide: SmallGuide, kind: str) -> None:
    small_guide.change(TRIAL, "    unit: people\n", "").change(
        TRIAL, "kind: trial", f"kind: {kind}"
    )
    assert any("“people”" in found.message for found in small_guide.problems("effects"))


def test_a_price_page_is_no_study(small_guide: SmallGuide) -> None:
    small_guide.change(TRIAL, "    unit: people\n", "")
    small_guide.change(TRIAL, "kind: trial", "kind: price page")
    assert small_guide.problems("effects") == []


def test_an_effect_does_not_stand_in_the_short_answer(small_guide: SmallGuide) -> None:
    with_gain(small_guide).change(TYPE, "Long, smooth strokes.", "Less by [[n:trial-2011.gain]].")
    (problem,) = small_guide.problems("effects")
    assert place(problem) == (TYPE, small_guide.line(TYPE, "summary"), "[[n:trial-2011.gain]]")
    assert "[[size:trial-2011.gain]]" in problem.hint


def test_it_stands_where_studies_are_told(small_guide: SmallGuide) -> None:
    with_gain(small_guide)
    small_guide.change(
        TYPE, "People felt better", "It was [[n:trial-2011.gain]] lower, and people felt better"
    )
    assert small_guide.problems("effects") == []


def test_a_number_that_only_statisticians_read_is_printed_by_its_word(
    small_guide: SmallGuide,
) -> None:
    with_gain(small_guide, GAIN.replace("'100'", "smd"))
    small_guide.change(TYPE, "People felt better", "By [[n:trial-2011.gain]] people felt better")
    (problem,) = small_guide.problems("effects")
    assert "[[size:trial-2011.gain]]" in problem.hint


@pytest.mark.parametrize(
    ("gain", "says"),
    [
        (GAIN.replace("      when", "      low: -2\n      high: 26\n      when"), "no difference"),
        (GAIN.replace("    scale: '100'\n", ""), "There is no word"),
    ],
)
def test_a_size_without_a_word_is_refused(small_guide: SmallGuide, gain: str, says: str) -> None:
    with_gain(small_guide, gain).change(TYPE, "Long", "A [[size:trial-2011.gain]] gain. Long")
    (problem,) = small_guide.problems("effects")
    assert says in problem.message and place(problem)[2] == "[[size:trial-2011.gain]]"


def test_the_word_for_a_size_stands_anywhere(small_guide: SmallGuide) -> None:
    with_gain(small_guide).change(TYPE, "Long", "A [[size:trial-2011.gain]] gain. Long")
    assert small_guide.problems("effects") == []
    assert small_guide.site.plain(small_guide.site.types["swedish"].summary).startswith(
        "A medium gain."
    )


def test_one_text_has_numbers_of_one_base_alone(small_guide: SmallGuide) -> None:
    with_gain(small_guide, GAIN.replace("1401", "1300"))
    text = "It was [[n:trial-2011.gain]] or [[n:trial-2011.better]] people felt better"
    small_guide.change(TYPE, "People felt better", text)
    (problem,) = small_guide.problems("effects")
    assert "different bases" in problem.message and problem.file == TYPE


@pytest.mark.parametrize(("part", "value"), [("people", 1401), ("trials", 1)])
def test_a_review_does_not_lend_its_size_to_one_result(
    small_guide: SmallGuide, part: str, value: int
) -> None:
    small_guide.change(TRIAL, "kind: trial", "kind: review")
    small_guide.change(
        TRIAL,
        "  people:\n    value: 1401\n    unit: people",
        f"  {part}:\n    value: {value}\n    unit: {part}",
    )
    small_guide.change("content/claims/eases-chronic-pain.yml", "[[n:trial-2011.people]]", "many")
    found = small_guide.problems("effects")
    assert {(each.file, each.code) for each in found} == {(TRIAL, "effects")} and len(found) == 2
    assert all(f"the {part} of the whole review" in each.message for each in found)


def test_unless_it_says_that_all_of_it_went_in(small_guide: SmallGuide) -> None:
    small_guide.change(TRIAL, "kind: trial", "kind: review")
    for _ in range(2):
        small_guide.change(
            TRIAL, "      trials: 1\n", "      trials:  1\n      whole_review: true\n"
        )
    assert small_guide.problems("effects") == []


def test_the_rows_of_a_picture_are_of_one_comparison(small_guide: SmallGuide) -> None:
    small_guide.change(TRIAL, "      people: 1401\n", "      people: 700\n")
    found = small_guide.problems("effects")
    assert CLAIM in {each.file for each in found}
    assert all("cannot be compared" in each.message for each in found)


def test_a_picture_shows_no_number_without_a_base(small_guide: SmallGuide) -> None:
    small_guide.change(CLAIM, "number: trial-2011.better", "number: trial-2011.people")
    (problem,) = small_guide.problems("effects")
    assert "without a base" in problem.message and problem.file == CLAIM


def test_a_size_has_its_base_where_studies_are_told_and_nowhere_else(
    small_guide: SmallGuide,
) -> None:
    with_gain(small_guide).change(TYPE, "Long", "A [[size:trial-2011.gain]] gain. Long")
    small_guide.change(
        TYPE, "People felt", "It was a [[size:trial-2011.gain]] gain, and people felt"
    )
    site = small_guide.site
    kind = site.types["swedish"]
    assert site.bases_of(kind.summary) == []
    assert site.bases_of(kind.evidence[0].text) == [site.bases["trial-2011.gain"]]


@pytest.mark.parametrize("mark", ["n", "size"])
def test_a_mark_of_no_number_is_told_by_the_rule_on_references(
    small_guide: SmallGuide, mark: str
) -> None:
    small_guide.change(TYPE, "Long", f"A [[{mark}:trial-2011.gian]] gain. Long")
    assert small_guide.problems("effects") == []
    (problem,) = small_guide.problems("references")
    assert place(problem)[2] == f"[[{mark}:trial-2011.gian]]"


def test_without_a_word_for_it_none_is_offered(small_guide: SmallGuide) -> None:
    small_guide.change(TYPE, "Long", "It was [[n:trial-2011.better]]. Long")
    (problem,) = small_guide.problems("effects")
    assert "[[size:" not in problem.hint
