"""When massage is not the answer, or not yet."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..prose import Prose
from .fields import Dated, Id, Passage, Passages, Record


class Urgency(StrEnum):
    """How soon somebody needs help, the soonest first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"


class CareCard(Record):
    """A box that says when to get help, and how fast."""

    id: Id
    """A short name that never changes; the box can be linked to by it."""
    urgency: Urgency
    """emergency, same-day or soon."""
    title: Prose
    """What to do, and when: it must make sense alone."""
    signs: Passages
    """The signs, a line each."""
    action: Passage | None = None
    """What to do, after the signs."""


class AskFirst(Record):
    """A condition with which to ask before any massage."""

    id: Id
    """A short name that never changes."""
    situation: Prose
    """The condition."""
    advice: Passage
    """What to do. Tools repeat it word for word."""
    no_firm_pressure: bool = False
    """true where firm pressure is a danger: every firm kind of massage must then name it."""


class Safety(Dated):
    """When massage is not the answer, or not yet."""

    notes: str | None = None
    """For editors only."""
    limits: Passage
    """What such lists cannot do."""
    cards: Annotated[tuple[CareCard, ...], Field(min_length=1)]
    """When to get help, the most urgent first."""
    ask_first: Annotated[tuple[AskFirst, ...], Field(min_length=1)]
    """Conditions with which to ask first."""
    side_effects: Passages
    """What is common after a massage."""
