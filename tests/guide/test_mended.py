"""What readers stumbled over once does not come back, and what they missed is still there."""

from __future__ import annotations

import pytest

from massage_guide.site.queries import other_names
from massage_guide.site.site import Site

NEVER = [
    "Official leave",  # a license is no permission to quit
    "Authors not seen",  # nobody is called so
    "leaking waters",  # not said in the US
    "You feel like that",  # like what?
    "A habit is not",  # it nags
    "steroids for long",  # tablets, a spray, or from the gym?
    "answer of the body",  # to an infection
    "front or sides of your neck",  # a gun belongs nowhere on it
    "will not show a license",  # many places have none
    "Gentle touch by a parent only",  # nobody found that out
]


@pytest.mark.parametrize("words", NEVER)
def test_words_that_misled_are_gone(said: str, words: str) -> None:
    assert words.casefold() not in said.casefold()


def test_pain_in_a_leg_is_not_taken_for_sciatica(site: Site) -> None:
    names = [name for name in other_names(site)["glossary#sciatica"] if "leg" in name]
    assert not names


@pytest.mark.parametrize("medicine", ["aspirin", "ticagrelor", "prasugrel", "eliquis"])
def test_names_of_blood_thinners_and_painkillers_are_known(site: Site, medicine: str) -> None:
    assert any(medicine in group for group in site.search.same)


@pytest.mark.parametrize("medicine", ["tramadol", "oxycodone", "fentanyl"])
def test_the_word_opioid_names_those_that_people_take(site: Site, medicine: str) -> None:
    assert medicine in site.plain(site.glossary["opioid"].meaning)


@pytest.mark.parametrize("number", ["811", "healthdirect", "nhs 24", "gp out of hours"])
def test_whoever_looks_for_a_nurse_finds_whom_to_call_today(site: Site, number: str) -> None:
    places = {listed.page for listed in site.search.pages if number in listed.words}
    assert "safety#same-day" in places


def test_a_guideline_that_was_withdrawn_is_cited_nowhere(site: Site) -> None:
    assert not [id for id in site.sources if "cg75" in id]
