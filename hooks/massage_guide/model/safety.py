"""When massage is not the answer, or not yet."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ..text.prose import Prose
from .countries import Need
from .fields import Dated, Id, Line, Passage, Passages, Record, TellsStudies


class Urgency(StrEnum):
    """How soon somebody needs help, the soonest first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"


class Level(StrEnum):
    """What a condition asks of a reader before a massage. `words.yml` says it in a sentence."""

    EMERGENCY = "emergency"
    TODAY = "today"
    WITHIN_DAYS = "within days"
    ASK_FIRST = "ask first"
    TELL = "tell"
    YOUR_CHOICE = "your choice"


class CareCard(Record):
    """A box that says when to get help, and how fast."""

    id: Id
    """A short name that never changes; the box can be linked to by it."""
    urgency: Urgency
    """emergency, same-day or soon."""
    title: Prose
    """What to do, and when: it must make sense alone."""
    about: Line
    """What it is about, in a few words, for the list that leads to all cards."""
    need: Need | None = None
    """For what the help lines of all countries come after its signs; left out where none do."""
    signs: Passages
    (
        "The signs, a line each. No mark of doubt is printed in a card, so find a source for each "
        "line."
    )
    everywhere: bool = False
    """true for a card that every sheet of paper and every page for embedding prints whole."""
    actions: tuple[Passage, ...] = ()
    """What to do, after the signs; left out where the title says it all."""


class AskFirst(Record):
    """A condition that matters before a massage: get help, ask first, or tell the therapist."""

    id: Id
    """A short name that never changes."""
    level: Level
    (
        "emergency, today, within days, ask first, tell or your choice. Every page and sheet "
        "prints the sentence that goes with it."
    )
    situation: Prose
    """The condition."""
    advice: Passage
    """What to do. Tools repeat it word for word."""
    no_firm_pressure: bool = False
    """true where firm pressure is a danger: every firm kind of massage then prints its advice."""
    every_kind: bool = False
    """true where it matters with any massage: every kind then prints its advice."""


class Safety(Dated):
    """When massage is not the answer, or not yet."""

    MOST_MONTHS: ClassVar[int] = 6

    notes: str | None = None
    """For editors only."""
    limits: Passage
    """What such lists cannot do."""
    crisis_elsewhere: Passage
    """Where to find help in a crisis in countries that the guide does not have."""
    cards: Annotated[tuple[CareCard, ...], Field(min_length=1)]
    """When to get help, the most urgent first."""
    ask_first: Annotated[tuple[AskFirst, ...], Field(min_length=1)]
    """Conditions with which to ask first."""
    side_effects: Annotated[Passages, TellsStudies()]
    """What is common after a massage."""
