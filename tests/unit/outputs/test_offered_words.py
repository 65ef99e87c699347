"""A word that leads to a place is found there."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.build import generate
from massage_guide.check import load
from massage_guide.outputs.offered_words import not_found
from massage_guide.problems.problem import Code, ContentError, Problem
from massage_guide.project import Project
from tests.support.small_guide import SmallGuide, marked, place

FILE = "content/search.yml"
TEXTS = {
    "types/swedish": "Relaxation massage: long strokes with oil. You sit. They may ease your pain.",
    "types/deep-tissue": "Firm work on tight spots. They may ease your pain.",
    "cost": "The therapist's price. They may ease your worry.",
}
"""What readers see at three places. At most of them “ease” stands."""


def refused(guide: SmallGuide, phrase: str) -> list[str]:
    """What is refused where the search offers a phrase for Swedish massage."""
    guide.change(FILE, "[back rub]", f"[{phrase}]")
    return [marked(problem) for problem in not_found(guide.site, TEXTS)]


@pytest.mark.parametrize(
    "phrase",
    [
        "oil",
        "long strokes",
        "STROKING",  # another form of a word that stands there
        "sitting bananas",  # half of it stands there
        '"the stroke"',  # a small word asks for nothing
        "ease the stroke",  # nor does one that stands on most pages
        "oil's",
    ],
)
def test_a_phrase_may_lead_to_a_place_that_holds_half_of_it(
    small_guide: SmallGuide, phrase: str
) -> None:
    assert refused(small_guide, phrase) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "bananas",
        "tight spots",  # they stand elsewhere
        "oil and ripe bananas",  # a third stands there
        "ease bananas",  # what stands on most pages does not count
    ],
)
def test_one_that_the_place_does_not_hold_is_refused(small_guide: SmallGuide, phrase: str) -> None:
    assert refused(small_guide, phrase) == [phrase]


def test_it_is_told_where_it_is_written_and_what_can_be_done(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "[back rub]", "[oil, bananas]")
    (problem,) = not_found(small_guide.site, TEXTS)
    assert problem.code == Code.PAGE
    assert place(problem) == (FILE, small_guide.line(FILE, "bananas"), "bananas")
    assert "“bananas” leads to “types/swedish”" in problem.message
    assert "`same`" in problem.hint


@pytest.mark.parametrize(
    ("stands", "offered"),
    [
        ("tiredness", "tired"),
        ("dizziness", "dizzy"),
        ("safe", "safely"),
        ("slipped", "slip"),
        ("sit", "sittings"),
    ],
)
def test_an_ending_does_not_matter(small_guide: SmallGuide, stands: str, offered: str) -> None:
    small_guide.change(FILE, "[back rub]", f"[{offered}]")
    texts = TEXTS | {"types/swedish": f"Relaxation massage: {stands}."}
    assert list(not_found(small_guide.site, texts)) == []


@pytest.mark.parametrize("apostrophe", ["'", "’", ""])
def test_an_apostrophe_does_not_matter(small_guide: SmallGuide, apostrophe: str) -> None:
    small_guide.change(FILE, "page: types/swedish", "page: cost")
    assert refused(small_guide, f'"therapist{apostrophe}s"') == []


@pytest.mark.parametrize(
    ("group", "phrase"),
    [
        ("oil, grease", "grease"),
        ("long strokes, effleurage", "effleurage"),  # a phrase stands there
        ("oil, slippery stuff", "slippery stuff"),  # a phrase is offered
        ("oil, slippery stuff", "that slippery stuff"),  # and may be a part of one
    ],
)
def test_words_that_mean_the_same_as_one_that_stands_there_count(
    small_guide: SmallGuide, group: str, phrase: str
) -> None:
    small_guide.change(FILE, "[cost, price]", f"[{group}]")
    assert refused(small_guide, phrase) == []


@pytest.mark.parametrize(
    ("group", "phrase"),
    [
        ("price, bananas", "bananas"),  # the price stands elsewhere
        ("short strokes, bananas", "bananas"),  # half of what is the same is not enough
        ("oil, ripe bananas", "bananas"),  # nor is half of what is offered
    ],
)
def test_words_that_mean_the_same_as_one_that_does_not_stand_there_do_not_count(
    small_guide: SmallGuide, group: str, phrase: str
) -> None:
    small_guide.change(FILE, "[cost, price]", f"[{group}]")
    assert refused(small_guide, phrase) == [phrase]


def test_other_names_of_an_entry_are_looked_at(small_guide: SmallGuide) -> None:
    file = "content/types/deep-tissue.yml"
    small_guide.change(file, "order:", "also_called: [tight, bananas]\norder:")
    small_guide.change(FILE, "[back rub]", "[oil]")
    (problem,) = not_found(small_guide.site, TEXTS)
    assert place(problem) == (file, small_guide.line(file, "bananas"), "bananas")


def told(project: Path) -> list[Problem]:
    """What is wrong with the finished pages of a project."""
    with pytest.raises(ContentError) as error:
        generate(load(Project(project)))
    return error.value.problems


def test_finished_pages_are_looked_at(project: Path) -> None:
    path = project / FILE
    path.write_text(path.read_text("utf-8").replace("[back rub]", "[bananas]"), "utf-8")
    assert [marked(problem) for problem in told(project)] == ["bananas"]


def test_a_place_that_is_not_there_is_told_once(project: Path) -> None:
    path = project / FILE
    text = path.read_text("utf-8").replace("types/swedish", "types/swedish#nowhere")
    path.write_text(text.replace("[back rub]", "[bananas, back rub]"), "utf-8")
    (problem,) = told(project)
    assert problem.message == "There is no section “types/swedish#nowhere”."
