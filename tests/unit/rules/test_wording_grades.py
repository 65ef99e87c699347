"""A text may say as much as the entry that it is in, or leads to, is sure of."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.check import load
from massage_guide.model.claims import Certainty
from massage_guide.project import Project
from massage_guide.rules import wording
from massage_guide.rules.wording.grades import certainty_behind
from massage_guide.site.site import Site
from massage_guide.text.sentences import sentences


@pytest.fixture(scope="module")
def site(guide: Path) -> Site:
    """The example guide: the smallest one knows no treatment that is surer than massage."""
    return load(Project(guide))


@pytest.mark.parametrize(
    ("key", "path", "certainty"),
    [
        ("options/exercise", ("lasting_pain", "in_short"), Certainty.MODERATE),
        ("options/exercise", ("new_pain", "in_short"), Certainty.VERY_LOW),
        ("options/exercise", ("harms", "text"), Certainty.VERY_LOW),
        ("claims/eases-chronic-pain", ("meaning", 0), Certainty.LOW),
        ("topics/compare", ("messages", 0, "text"), Certainty.LOW),
        ("questions/does-it-help", ("answer", 0, "text"), Certainty.LOW),
    ],
)
def test_a_text_is_as_sure_as_what_grades_it(
    site: Site, key: str, path: tuple[str | int, ...], certainty: Certainty
) -> None:
    assert certainty_behind(site, site.records[key], path) is certainty


def test_what_people_may_have_read_would_be_refused_where_it_is_not_a_quote(site: Site) -> None:
    matcher = wording.matcher_of(site)
    quoted = [
        sentence
        for id in ("cures-chronic-pain", "eases-chronic-pain", "better-sleep")
        for sentence in sentences(site.claims[id].you_may_have_read.text)
    ]
    assert all(matcher.overclaim(sentence, Certainty.LOW) for sentence in quoted)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("Exercise probably eases pain.", False),
        ("Massage probably eases pain.", True),
        ("Like exercise, massage probably eases pain.", True),
        ("Exercise and massage probably ease pain.", True),
    ],
)
def test_a_sentence_on_several_treatments_is_as_sure_as_the_least_sure(
    site: Site, sentence: str, refused: bool
) -> None:
    found = wording.matcher_of(site).overclaim(sentence, Certainty.LOW)
    assert bool(found) is refused
