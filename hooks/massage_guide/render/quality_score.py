"""How the guide does against public lists of criteria for health information.

This is computed from its own content.

The lists are DISCERN (15 questions and a judgment of the whole), the JAMA benchmarks (authorship,
attribution, disclosure, currency), the minimum standards of IPDAS, PEMAT for printed text, and the
ten steps of the PIF TICK. Their items are in `content/quality.yml`, in our own words; each check
below answers one item, so that changing what it asks about changes that item only.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from ..model.fields import Certainty, Dated
from ..model.quality import QualityCheck, QualityItem
from ..rules import readability
from ..site.site import Site


class Score(StrEnum):
    """How the guide does on an item."""

    MET = "met"
    MISSED = "missed"
    PEOPLE = "people"


def scored(site: Site) -> dict[Score, list[QualityItem]]:
    """The items by how the guide does on them, each in the order of the file."""
    found: dict[Score, list[QualityItem]] = {score: [] for score in Score}
    for item in site.quality.items:
        found[score(site, item)].append(item)
    return found


def score(site: Site, item: QualityItem) -> Score:
    """How the guide does on one item. An item without a check needs people to judge it."""
    if item.check is None:
        return Score.PEOPLE
    return Score.MET if CHECKS[item.check](site) else Score.MISSED


def _dated(site: Site) -> list[Dated]:
    return [record for record in site.records.values() if isinstance(record, Dated)]


CHECKS: dict[QualityCheck, Callable[[Site], bool]] = {
    QualityCheck.AIMS: lambda site: bool(site.guide.aims and site.guide.audience),
    QualityCheck.SOURCES: lambda site: all(
        finding.sources for claim in site.claims.values() for finding in claim.findings
    ),
    QualityCheck.SOURCE_DATES: lambda site: all(source.year for source in site.sources.values()),
    QualityCheck.CHECKED: lambda site: all(record.checked for record in _dated(site)),
    QualityCheck.CHECK_AGAIN: lambda site: all(
        record.check_again and record.check_again > record.checked
        for record in _dated(site)
        if record.checked
    ),
    QualityCheck.FUNDING: lambda site: bool(site.guide.funding),
    QualityCheck.AUTHORS: lambda site: bool(site.guide.authors),
    QualityCheck.PROCESS: lambda site: bool(site.guide.review_policy and site.guide.grading),
    QualityCheck.CERTAINTY: lambda site: all(
        isinstance(finding.certainty, Certainty)
        for claim in site.claims.values()
        for finding in claim.findings
    ),
    QualityCheck.HOW_IT_WORKS: lambda site: (
        all(option.what.text.text for option in site.options.values())
        and "how-it-works" in site.topics
    ),
    QualityCheck.BENEFITS: lambda site: all(
        option.new_pain.found and option.lasting_pain.found for option in site.options.values()
    ),
    QualityCheck.RISKS: lambda site: all(
        option.harms.text.text for option in site.options.values()
    ),
    QualityCheck.EXPERIENCE: lambda site: (
        all(kind.what_happens for kind in site.types.values())
        and all(benefit.feels_like for benefit in site.benefits.values())
    ),
    QualityCheck.NOTHING: lambda site: "time" in site.options,
    QualityCheck.CHOICES: lambda site: len(site.options) > 1,
    QualityCheck.VALUES: lambda site: bool(site.values.statements),
    QualityCheck.QUESTIONS: lambda site: bool(site.checklist.questions),
    QualityCheck.MORE_HELP: lambda site: all(
        country.registers and country.complaints for country in site.countries.values()
    ),
    QualityCheck.PLAIN: lambda site: not any(readability.check(site)),
    QualityCheck.WORDS: lambda site: bool(site.glossary),
    QualityCheck.SUMMARY: lambda site: (
        all(topic.messages for topic in site.topics.values())
        and all(kind.summary.text for kind in site.types.values())
        and all(benefit.summary.text for benefit in site.benefits.values())
    ),
    QualityCheck.ACTIONS: lambda site: all(benefit.try_this for benefit in site.benefits.values()),
    QualityCheck.CHECKLIST: lambda site: bool(
        site.checklist.before_you_book and site.checklist.at_the_visit
    ),
    QualityCheck.REVIEWER: lambda site: site.guide.reviewer is not None,
    QualityCheck.CONTACT: lambda site: bool(site.guide.contact),
}
"""Each check by the name that `content/quality.yml` gives it."""
