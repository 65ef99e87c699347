"""A text may say as much as the entry that it is in, or leads to, is sure of."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.check import load
from massage_guide.model.fields import Certainty
from massage_guide.project import Project
from massage_guide.rules import wording
from massage_guide.rules.wording.grades import certainty_behind, lowest
from massage_guide.site.site import Site
from massage_guide.text.sentences import sentences
from tests.support.small_guide import SmallGuide


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


@pytest.mark.parametrize(
    ("path", "certainty"),
    [
        (("parts", 0, "evidence", 0), Certainty.MODERATE),
        (("parts", 1, "evidence", 0), Certainty.VERY_LOW),
        (("meaning", 0), Certainty.VERY_LOW),
    ],
)
def test_a_part_of_a_claim_has_its_own_grade_and_the_rest_the_lowest(
    small_guide: SmallGuide, path: tuple[str | int, ...], certainty: Certainty
) -> None:
    site = small_guide.site
    assert certainty_behind(site, site.claims["two-halves"], path) is certainty


def test_the_parts_of_a_country_have_no_grade(site: Site) -> None:
    path = ("parts", 0, "name")
    assert certainty_behind(site, site.records["countries/uk"], path) is Certainty.LOW


def test_of_several_grades_the_least_sure_counts() -> None:
    assert lowest([Certainty.LOW, Certainty.MODERATE, Certainty.HIGH]) is Certainty.LOW
    assert lowest([]) is Certainty.LOW


@pytest.mark.parametrize(
    ("claims", "certainty"),
    [
        ("eases-chronic-pain", Certainty.HIGH),
        ("eases-chronic-pain, two-halves", Certainty.VERY_LOW),
        ("no-such-claim", Certainty.LOW),
        ("no-such-claim, eases-chronic-pain", Certainty.HIGH),
    ],
)
@pytest.mark.parametrize("entry", ["types/swedish", "benefits/sleep"])
def test_a_kind_or_a_benefit_is_as_sure_as_the_claims_it_names(
    small_guide: SmallGuide, entry: str, claims: str, certainty: Certainty
) -> None:
    sure(small_guide)
    file = f"content/{entry}.yml"
    named = next(
        line
        for line in (small_guide.root / file).read_text("utf-8").splitlines()
        if line.startswith("graded_in")
    )
    site = small_guide.change(file, named, f"graded_in: [{claims}]").site
    assert certainty_behind(site, site.records[entry], ("summary",)) is certainty


@pytest.mark.parametrize(
    ("answer", "certainty"),
    [
        ("No. Say so if it does.", Certainty.LOW),
        ("See [[link:claims/eases-chronic-pain]].", Certainty.HIGH),
        ("See [[link:claims/two-halves]].", Certainty.VERY_LOW),
        ("See [[link:types/swedish]].", Certainty.HIGH),
        ("See [[link:types/swedish#risks|its risks]].", Certainty.HIGH),
        ("See [[link:benefits/sleep]].", Certainty.VERY_LOW),
        ("See [[link:compare#massage|massage]].", Certainty.MODERATE),
        ("See [[link:compare]].", Certainty.LOW),
        ("See [[link:compare#massage|massage]], [[link:types/swedish]].", Certainty.MODERATE),
        ("See [[link:safety]] and [[link:types/swedish]].", Certainty.HIGH),
    ],
)
def test_an_answer_is_as_sure_as_what_it_leads_to(
    small_guide: SmallGuide, answer: str, certainty: Certainty
) -> None:
    sure(small_guide)
    small_guide.change("content/options/massage.yml", "certainty: low", "certainty: moderate")
    small_guide.change("content/questions/does-it-hurt.yml", "No. Say so if it does.", answer)
    site = small_guide.site
    path = ("answer", 0, "text")
    assert certainty_behind(site, site.questions["does-it-hurt"], path) is certainty


def sure(guide: SmallGuide) -> None:
    """Make one claim of the smallest guide a sure one."""
    guide.change("content/claims/eases-chronic-pain.yml", "certainty: low", "certainty: high")


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
