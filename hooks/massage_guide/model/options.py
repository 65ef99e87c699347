"""What people do for back pain, for the page that compares it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from ..text.prose import Prose
from .fields import (
    Certainty,
    Dated,
    Entry,
    Line,
    Passage,
    Passages,
    Record,
    TellsStudies,
    Title,
    Whole,
)


class Outcome(Record):
    """What studies found of an option, for one kind of pain."""

    in_short: Prose
    """The same in a few words, for the table."""
    found: Annotated[Passages, TellsStudies()]
    """What studies found."""
    certainty: Certainty | None = None
    """How sure the evidence is; left out where nothing was found."""


class Option(Entry, Dated):
    """Something that people do for back pain, massage among it, for the page that compares them."""

    title: Title
    """Its usual name."""
    what: Passage
    """What it is."""
    new_pain: Outcome
    """What studies found for new pain."""
    lasting_pain: Outcome
    """What studies found for long-lasting pain."""
    against_massage: Annotated[Passage, TellsStudies()]
    """What was found where it was compared with massage."""
    guidelines: Passages
    """What guidelines say of it."""
    harms: Annotated[Passage, TellsStudies()]
    """What can go wrong."""
    effort: Passage
    """What it asks of the reader, in a few words: the table shows it too."""
    cost: Passage
    """What it costs, in a few words: the table shows it too."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""


class OptionRow(StrEnum):
    """What people ask of every option: its fields on what it may do, and at what price."""

    NEW_PAIN = "new_pain"
    LASTING_PAIN = "lasting_pain"
    AGAINST_MASSAGE = "against_massage"
    GUIDELINES = "guidelines"
    HARMS = "harms"
    EFFORT = "effort"
    COST = "cost"
