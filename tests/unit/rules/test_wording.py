"""No sentence claims more than its certainty bears.

No careful sentence is called an overclaim. The grammar is tested with a small vocabulary of its
own.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.model.fields import Certainty
from massage_guide.rules.wording import Matcher
from tests.support.small_guide import SmallGuide
from tests.support.vocabulary import vocabulary

SAMPLES = Path(__file__).parent / "samples"

SMALL = Matcher(
    vocabulary(SAMPLES / "wording.yml"),
    {
        "massage": None,
        "back rub": None,
        "shiatsu": None,
        "physical therapy": None,
        "time": None,
        "time out": None,
        "chiropractor": Certainty.LOW,
        "ibuprofen": Certainty.LOW,
        "acupuncture": Certainty.MODERATE,
        "exercise": Certainty.MODERATE,
        "heat": Certainty.MODERATE,
    },
)


def samples(name: str) -> list[tuple[Certainty, str]]:
    """The sentences of a sample file, each with the certainty that bears it."""
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    pairs = (line.split("|", 1) for line in lines if line and not line.startswith("#"))
    return [(Certainty(certainty), sentence.strip()) for certainty, sentence in pairs]


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-bad.txt"))
def test_an_overclaim_is_flagged(certainty: Certainty, sentence: str) -> None:
    assert SMALL.overclaim(sentence, certainty)


@pytest.mark.parametrize(("certainty", "sentence"), samples("wording-good.txt"))
def test_a_careful_sentence_is_not(certainty: Certainty, sentence: str) -> None:
    assert SMALL.overclaim(sentence, certainty) is None


@pytest.mark.parametrize(
    ("sentence", "certainty", "flagged"),
    [
        ("Massage probably eases pain.", Certainty.MODERATE, False),
        ("Massage probably eases pain.", Certainty.LOW, True),
        ("Massage eases pain.", Certainty.HIGH, False),
        ("Massage cures pain.", Certainty.HIGH, True),
        ("Exercise probably eases pain.", Certainty.LOW, False),
        ("Exercise eases pain.", Certainty.LOW, True),
        ("Ibuprofen probably eases pain.", Certainty.LOW, True),
    ],
)
def test_a_sentence_may_be_as_sure_as_its_entry_or_its_treatment(
    sentence: str, certainty: Certainty, flagged: bool
) -> None:
    assert bool(SMALL.overclaim(sentence, certainty)) is flagged


@pytest.mark.parametrize("name", ["Massage", "massages", "Back rubs", "a chiropractor"])
def test_a_name_counts_in_singular_and_plural_and_with_any_capitals(name: str) -> None:
    assert SMALL.overclaim(f"There is help for pain in {name}.", Certainty.LOW)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Massage eases pain.", "Massage eases"),
        ("Beans are dull, and they ease backache.", "and they ease"),
        ("As doctors know, they ease backache.", "they ease"),
        ("Yoga is all for pain.", "Yoga is all for pain"),
        ("Pain fades with yoga.", "Pain fades with yoga"),
        ("After yoga you will leave a new man.", "yoga you will leave"),
        ("You will leave your first massage taller.", "will leave your first massage"),
        ("Massage did great things for me.", "Massage did great things for me"),
        ("My aunt had massage.", "My aunt had massage"),
    ],
)
def test_the_words_that_claim_too_much_are_told(sentence: str, words: str) -> None:
    assert SMALL.overclaim(sentence, Certainty.LOW) == words


@pytest.mark.parametrize(("words", "promised"), [("Massage Cures", True), ("massage eases", False)])
def test_some_words_promise_too_much_whatever_the_evidence(words: str, promised: bool) -> None:
    assert SMALL.promises(words) is promised


@given(st.text(max_size=200), st.sampled_from(Certainty))
def test_any_text_is_judged_without_a_fault(text: str, certainty: Certainty) -> None:
    SMALL.overclaim(text, certainty)


@pytest.mark.parametrize(
    ("file", "before"),
    [
        ("content/types/swedish.yml", "Long, smooth strokes."),
        ("docs/safety.md", "Text."),
    ],
)
def test_an_overclaim_is_shown_where_it_stands(
    small_guide: SmallGuide, file: str, before: str
) -> None:
    small_guide.change(file, before, "Massage eases back pain.")
    (problem,) = small_guide.problems("wording")
    assert (problem.file, problem.line) == (file, small_guide.line(file, "eases back pain"))
    assert (problem.code, problem.message.split("”")[0]) == ("wording", "“Massage eases")


def test_it_is_marked_from_its_first_two_words_on(small_guide: SmallGuide) -> None:
    text = "Ask first. With massage all pain fades."
    small_guide.change("content/types/swedish.yml", "Long, smooth strokes.", text)
    (problem,) = small_guide.problems("wording")
    marked = problem.excerpt[problem.column - 1 :][: problem.width]
    assert (problem.message.split("”")[0], marked) == ("“massage all pain", "massage all")


def test_on_a_page_the_whole_line_is_marked(small_guide: SmallGuide) -> None:
    small_guide.change("docs/safety.md", "Text.", "Massage eases back pain.")
    (problem,) = small_guide.problems("wording")
    assert (problem.column, problem.excerpt) == (1, "Massage eases back pain.")


@pytest.mark.parametrize(
    ("certainty", "text", "advice"),
    [
        ("moderate", "Massage eases back pain.", "Write “probably”"),
        ("low", "Massage eases back pain.", "Write “may”"),
        ("low", "Massage cures back pain.", "No evidence"),
    ],
)
def test_the_hint_says_what_the_evidence_bears(
    small_guide: SmallGuide, certainty: str, text: str, advice: str
) -> None:
    small_guide.change("content/wording.yml", "body:\n", "banned:\n  - cures\nbody:\n")
    claim = "content/claims/eases-chronic-pain.yml"
    small_guide.change(claim, "certainty: low", f"certainty: {certainty}")
    small_guide.change(claim, "It may ease your pain for a while.", text)
    (problem,) = small_guide.problems("wording")
    assert advice in problem.hint
    assert f"certainty: {certainty}" in problem.message


def test_what_people_hope_for_may_be_too_much(small_guide: SmallGuide) -> None:
    small_guide.change("content/benefits/sleep.yml", "You want to rest.", "Massage eases pain.")
    assert small_guide.problems("wording") == []
