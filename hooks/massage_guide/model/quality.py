"""What public lists ask of health information."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..text.prose import Prose
from .fields import Id, Record


class QualityCheck(StrEnum):
    """What can be looked up in the content, by the names of the checks in quality.py."""

    AIMS = "aims"
    SOURCES = "sources"
    SOURCE_DATES = "source_dates"
    CHECKED = "checked"
    CHECK_AGAIN = "check_again"
    FUNDING = "funding"
    AUTHORS = "authors"
    PROCESS = "process"
    CERTAINTY = "certainty"
    HOW_IT_WORKS = "how_it_works"
    BENEFITS = "benefits"
    RISKS = "risks"
    EXPERIENCE = "experience"
    NOTHING = "nothing"
    CHOICES = "choices"
    VALUES = "values"
    QUESTIONS = "questions"
    MORE_HELP = "more_help"
    PLAIN = "plain"
    WORDS = "words"
    SUMMARY = "summary"
    ACTIONS = "actions"
    CHECKLIST = "checklist"
    REVIEWER = "reviewer"
    CONTACT = "contact"


class Criteria(StrEnum):
    """Public lists of what good health information does."""

    DISCERN = "DISCERN"
    JAMA = "JAMA"
    IPDAS = "IPDAS"
    PEMAT = "PEMAT"
    PIF = "PIF"


class QualityItem(Record):
    """Something that public lists ask of health information."""

    id: Id
    """Its name inside this file."""
    asks: Prose
    """What good information does, in our own words."""
    lists: Annotated[tuple[Criteria, ...], Field(min_length=1)]
    """The lists that ask for it."""
    check: QualityCheck | None = None
    """What is looked up in the content. Leave it out where people must judge."""


class Quality(Record):
    """The items of the page on quality."""

    notes: str | None = None
    """For editors only."""
    items: Annotated[tuple[QualityItem, ...], Field(min_length=1)]
    """What is asked, in the order of the page."""
