"""The guide scores itself honestly.

Each item falls when, and only when, what it asks about is gone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from massage_guide.model.quality import QualityCheck
from massage_guide.render.quality_score import CHECKS, Score, score, scored
from massage_guide.site.site import Site
from massage_guide.text.prose import Prose


def guide(**changes: Any) -> Callable[[Site], Site]:
    return lambda site: dataclasses.replace(site, guide=site.guide.model_copy(update=changes))


def first(collection: str, change: Callable[[Any], Any]) -> Callable[[Site], Site]:
    """The site with the first entry of a collection changed.

    The first claim is one without parts.
    """

    def changed(site: Site) -> Site:
        entries = dict(getattr(site, collection))
        id = next(id for id, entry in entries.items() if not getattr(entry, "parts", None))
        return dataclasses.replace(site, **{collection: entries | {id: change(entries[id])}})

    return changed


def without(collection: str, *ids: str) -> Callable[[Site], Site]:
    return lambda site: dataclasses.replace(
        site,
        **{
            collection: {
                id: entry
                for id, entry in getattr(site, collection).items()
                if ids and id not in ids
            }
        },
    )


def only(collection: str, id: str) -> Callable[[Site], Site]:
    return lambda site: dataclasses.replace(
        site, **{collection: {id: getattr(site, collection)[id]}}
    )


def set_to(**changes: Any) -> Callable[[Any], Any]:
    return lambda entry: entry.model_copy(update=changes)


def silent(name: str) -> Callable[[Any], Any]:
    """An option with a passage that says nothing."""
    return lambda option: option.model_copy(
        update={name: getattr(option, name).model_copy(update={"text": SILENCE})}
    )


def no_outcome(name: str) -> Callable[[Any], Any]:
    """An option of which nothing was found, for one kind of pain."""
    return lambda option: option.model_copy(
        update={name: getattr(option, name).model_copy(update={"found": ()})}
    )


SILENCE = Prose("", ())
HARD = Prose.parse("It is " + "very " * 30 + "long.")


def checklist(**changes: Any) -> Callable[[Site], Site]:
    return lambda site: dataclasses.replace(
        site, checklist=site.checklist.model_copy(update=changes)
    )


def no_values(site: Site) -> Site:
    return dataclasses.replace(site, values=site.values.model_copy(update={"statements": ()}))


def dated_sources(site: Site) -> Site:
    """The site with a year for each source."""
    return dataclasses.replace(
        site,
        sources={
            id: source.model_copy(update={"year": 2020}) for id, source in site.sources.items()
        },
    )


CHANGES: dict[str, tuple[Callable[[Site], Site], ...]] = {
    "aims": (guide(aims=()), guide(audience=())),
    "sources": (first("claims", set_to(sources=())),),
    "checked": (first("topics", set_to(checked=None)), first("options", set_to(checked=None))),
    "check_again": (
        first("topics", set_to(check_again=None)),
        first("claims", set_to(check_again=dt.date(2000, 1, 1))),
    ),
    "funding": (guide(funding=()),),
    "process": (guide(review_policy=()), guide(grading=())),
    "certainty": (first("claims", set_to(certainty="sure")),),
    "how_it_works": (first("options", silent("what")),),
    "benefits": (
        first("options", no_outcome("new_pain")),
        first("options", no_outcome("lasting_pain")),
    ),
    "risks": (first("options", silent("harms")),),
    "experience": (
        first("types", set_to(what_happens=())),
        first("benefits", set_to(feels_like=())),
    ),
    "nothing": (without("options", "time"),),
    "choices": (only("options", "time"),),
    "values": (no_values,),
    "questions": (checklist(questions=()),),
    "more_help": (
        first("countries", set_to(complaints=())),
        first("countries", set_to(registers=())),
    ),
    "plain": (guide(tagline=HARD),),
    "words": (without("glossary"),),
    "summary": (
        first("topics", set_to(messages=())),
        first("types", set_to(summary=SILENCE)),
        first("benefits", set_to(summary=SILENCE)),
    ),
    "actions": (first("benefits", set_to(try_this=())),),
    "checklist": (checklist(at_the_visit=()), checklist(before_you_book=())),
    "contact": (guide(contact=None),),
}
GAINS = {
    "reviewer": guide(reviewer=object()),
    "authors": guide(authors=(object(),)),
    "source_dates": dated_sources,
}


def scores(site: Site) -> dict[str, Score]:
    return {item.check: score(site, item) for item in site.quality.items if item.check}


def test_every_check_is_used_and_tested(site: Site) -> None:
    assert set(CHECKS) == set(QualityCheck) == set(scores(site)) == set(CHANGES) | set(GAINS)


@pytest.mark.parametrize(
    ("check", "change"), [(check, change) for check, all in CHANGES.items() for change in all]
)
def test_taking_away_what_an_item_asks_about_drops_exactly_that_item(
    check: str, change: Callable[[Site], Site], site: Site
) -> None:
    before = scores(site)
    assert before[check] is Score.MET
    assert scores(change(site)) == before | {check: Score.MISSED}


@pytest.mark.parametrize("check", GAINS)
def test_what_is_missing_today_is_met_once_it_is_there(check: str, site: Site) -> None:
    before = scores(site)
    assert before[check] is Score.MISSED
    assert scores(GAINS[check](site)) == before | {check: Score.MET}


def test_items_without_a_check_are_left_to_people(site: Site) -> None:
    people = scored(site)[Score.PEOPLE]
    assert people and all(item.check is None for item in people)


def test_the_page_says_first_that_nobody_certified_it_and_shows_no_mark(built: Path) -> None:
    page = (built / "about/quality/index.html").read_text("utf-8")
    content = page[page.index("<h1") : page.index("</article")]
    assert (
        content.index("our own reading of public criteria")
        < content.index("not certified")
        < content.index("<h2")
    )
    assert "<img" not in content and "<svg" not in content
