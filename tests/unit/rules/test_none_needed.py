"""What needs no source promises nothing and warns of nothing."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FILE = "content/types/swedish.yml"


def unsupported(guide: SmallGuide, text: str) -> SmallGuide:
    """The small guide with a text that needs no source, and a word for what can go wrong."""
    guide.change("content/wording.yml", "effects:", "harms:\n  - bruise\neffects:")
    before = "  - text: You lie down.\n    basis: unsourced"
    return guide.change(FILE, before, f"  - text: {text}\n    basis: none-needed")


@pytest.mark.parametrize(
    "text", ["You lie down.", "The therapist knocks.", "Do you fear a bruise? Ask."]
)
def test_what_happens_is_no_claim(small_guide: SmallGuide, text: str) -> None:
    assert unsupported(small_guide, text).problems("none-needed") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You may lie down.", "may"),
        ("A bruise comes of it.", "bruise"),
        ("It eases a back.", "eases"),
    ],
)
def test_a_risk_or_a_benefit_is_found_at_its_place(
    small_guide: SmallGuide, text: str, word: str
) -> None:
    (problem,) = unsupported(small_guide, text).problems("none-needed")
    assert place(problem) == (FILE, small_guide.line(FILE, text), word)
    assert "needs a source" in problem.message and "unsourced" in problem.hint


def test_advice_without_a_source_may_say_it_for_it_is_marked(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "You lie down.", "You may lie down.")
    assert small_guide.problems("none-needed") == []


def test_it_has_no_number_either(small_guide: SmallGuide) -> None:
    assert len(unsupported(small_guide, "You lie down for 20 minutes.").problems("statistics")) == 1
