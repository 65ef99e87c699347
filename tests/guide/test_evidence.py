"""What the guide says of the evidence: each number on its base, each verdict with its other side.

The values of the main results stand here a second time, so that no slip of a key changes them
unseen.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from massage_guide.model.claims import FindingBasis, Verdict
from massage_guide.site.site import Site

with (Path(__file__).parent / "effects.csv").open(encoding="utf-8") as table:
    EFFECTS = {row["number"]: row for row in csv.DictReader(table)}

GRADES = {
    "blood-flow": ["uncertain, very low", "not supported, very low", "partly supported, low"],
    "eases-chronic-pain": ["partly supported, low"],
    "eases-new-pain": ["uncertain, very low"],
    "guidelines-first-choice": ["partly supported, high", "not supported, high"],
    "is-safe": ["supported, moderate", "partly supported, low"],
    "lowers-pain-chemical": ["uncertain, very low"],
    "myofascial-release-for-chronic-pain": ["uncertain, very low"],
    "rollers-and-massage-guns": ["not supported, very low"],
    "shiatsu-for-back-pain": ["uncertain, very low"],
    "six-months": ["not supported, low"],
    "thai-for-chronic-pain": ["not supported, very low"],
    "three-a-week-or-daily": ["not supported, very low"],
    "trigger-points-for-new-pain": ["uncertain, very low"],
}
OTHER_SIDES = {
    "best-alternative": {"cherkin-2001"},
    "blood-flow": {"mori-2004"},
    "eases-chronic-pain": {"bervoets-2015"},
    "deep-tissue-for-chronic-pain": {"chen-2022"},
    "fewer-painkillers": {"cherkin-2001", "wiest-2015"},
    "heals-strains": {"crane-2012"},
    "lowers-cortisol": {"rapaport-2010"},
    "lowers-pain-chemical": {"field-2002"},
    "myofascial-release-for-chronic-pain": {"chen-z-2021", "wu-2021"},
    "rollers-and-massage-guns": {"fijavz-2024", "ozsoy-2019"},
    "shiatsu-for-back-pain": {"li-2021"},
    "six-months": {"furlan-2015"},
    "three-a-week-or-daily": {"sherman-2014"},
    "trigger-points-for-new-pain": {"denneny-2019", "takamoto-2015"},
}
"""Studies that a claim must name, on whichever side."""
NEVER = [
    "nobody measured one",
    "None was of backs",
    "no study that measured the back",
    "most often named in reports of harm",
    "have not checked this review",
    "could well change",
    "may well change",
    "Check this line again",
    "We heard of a change",
    "We did not see what it was compared with",
    "could not see for which massage",
    "people who took NSAIDs",
    "The guideline gives no reason",
    "took no side",
    "18,200",
    "27,300",
    "17,974",
]
MOST_UNTRACED = 60


@pytest.mark.parametrize("key", EFFECTS)
def test_each_number_stands_on_its_own_base(site: Site, key: str) -> None:
    id, _, name = key.partition(".")
    number, wanted = site.sources[id].numbers[name], EFFECTS[key]
    assert number.base
    assert number.value == Decimal(wanted["value"])
    for found, part in (
        (number.base.trials or number.base.cohorts, "studies"),
        (number.base.people, "people"),
        (number.base.certainty, "certainty"),
        (site.sizes.get(key), "size"),
    ):
        assert not wanted[part] or str(found) == wanted[part], part
    assert wanted["size"] or key not in site.sizes


@pytest.mark.parametrize("id", GRADES)
def test_each_verdict_is_what_the_evidence_bears(site: Site, id: str) -> None:
    found = [f"{part.verdict}, {part.certainty}" for part in site.claims[id].findings]
    assert found == GRADES[id]


@pytest.mark.parametrize("id", OTHER_SIDES)
def test_a_claim_names_the_study_that_speaks_the_other_way(site: Site, id: str) -> None:
    named = {
        source
        for part in site.claims[id].findings
        for sources in (part.sources, part.other_side and part.other_side.sources)
        for source in sources or ()
    }
    assert named >= OTHER_SIDES[id]


def test_what_is_not_shown_has_its_other_side_or_rests_on_no_study(site: Site) -> None:
    parts = [part for claim in site.claims.values() for part in claim.findings]
    against = [it for it in parts if it.verdict in (Verdict.UNCERTAIN, Verdict.NOT_SUPPORTED)]
    assert len(against) > 25
    assert all(it.other_side or it.basis in tuple(FindingBasis) for it in against)


@pytest.mark.parametrize("words", NEVER)
def test_what_the_evidence_does_not_say_is_nowhere(said: str, words: str) -> None:
    assert words.casefold() not in said.casefold()


def test_a_daily_year_has_365_visits_in_text_too(site: Site) -> None:
    assert site.numbers["daily.per-year"] == "$18,250"
    assert site.numbers["three-a-week.per-year"] == "$7,800"


def test_hardly_any_list_lacks_a_source(said: str, site: Site) -> None:
    assert said.count(site.words.groups["sources"]["untraced"]) <= MOST_UNTRACED


@pytest.mark.parametrize("pain", ["is your pain new?", "over three months?"])
def test_does_it_help_answers_both_kinds_of_pain_first(site: Site, pain: str) -> None:
    messages = " ".join(site.plain(it.text) for it in site.topics["does-it-help"].messages)
    assert pain in messages.casefold()
