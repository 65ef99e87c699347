"""What raises an urgent answer belongs to it."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE = "content/urgent.yml"


@pytest.mark.parametrize(
    "phrase",
    [
        "chest",  # in a sign of its card
        "driving",  # another form of a word in what its card says to do
        "emergencies",  # in the title of its card
        "needs helping",  # in its answer
        "wees",  # in a sign of its own
    ],
)
def test_a_phrase_shares_a_word_with_its_answer_its_card_or_its_signs(
    small_guide: SmallGuide, phrase: str
) -> None:
    small_guide.change(FILE, "[wee went]", f"[{phrase}]")
    assert small_guide.problems("urgent-phrases") == []


@pytest.mark.parametrize(
    "phrase",
    [
        *("big bruise", "the my bruise", "chessboard", "masaje"),
        "about bruises",  # a small word
        "husband",  # a word that signs pass over
    ],
)
def test_one_that_shares_none_is_named_at_its_place(small_guide: SmallGuide, phrase: str) -> None:
    small_guide.change(FILE, "[wee went]", f"[wee went, {phrase}]")
    (problem,) = small_guide.problems("urgent-phrases")
    assert place(problem) == (FILE, small_guide.line(FILE, "phrases:"), phrase)
    assert f"“{phrase}”" in problem.message and "`names`" in problem.hint


def test_words_that_mean_the_same_are_shared_too(small_guide: SmallGuide) -> None:
    small_guide.change("content/search.yml", "- [cost, price]", "- [chest, rib cage]")
    small_guide.change(FILE, "[wee went]", "[rib cage hurts]")
    assert small_guide.problems("urgent-phrases") == []


def test_names_of_an_illness_need_share_nothing(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "[incontinence]", "[cauda equina]")
    assert small_guide.problems("urgent-phrases") == []


def test_a_small_word_is_no_word_to_share(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "[wee went]", "[is it a bruise]")
    assert len(small_guide.problems("urgent-phrases")) == 1


@pytest.mark.parametrize("need", ["crisis", "sexual-assault", "harm-at-home"])
def test_whoever_is_in_crisis_or_hurt_by_somebody_may_say_it_in_any_words(
    small_guide: SmallGuide, need: str
) -> None:
    small_guide.change(FILE, "[wee went]", "[cannot go on]")
    small_guide.change(FILE, "[cannot, pee]", "[pee, cannot]")
    small_guide.change(FILE, 'cannot: ["can\'t", cannot]', "cannot: [unable]")
    assert len(small_guide.problems("urgent-phrases")) == 1
    small_guide.change("content/safety.yml", "    signs:", f"    need: {need}\n    signs:")
    assert small_guide.problems("urgent-phrases") == []


@pytest.mark.parametrize(
    ("before", "after"), [("card: emergency", "card: emergncy"), ("[cannot, pee]", "[cannot, wee]")]
)
def test_a_misspelt_card_or_group_is_no_fault_of_this_rule(
    small_guide: SmallGuide, before: str, after: str
) -> None:
    small_guide.change(FILE, before, after)
    small_guide.change(FILE, "[wee went]", "[big bruise]")
    assert small_guide.problems("urgent-phrases") == []
