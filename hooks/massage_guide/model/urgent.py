"""The signs of an emergency in what people type, and what the search box answers first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import CardId, Id, Line, Passage, Phrases, Record, WordGroupId

UrgentSign = Annotated[tuple[WordGroupId, ...], Field(min_length=2)]


class UrgentAnswer(Record):
    """What the search box says first when somebody types an emergency."""

    id: Id
    """A short name."""
    card: CardId
    """Id of the card in safety.yml that it leads to. Its urgency is shown."""
    answer: Passage
    """What to do, in plain words: it must make sense alone."""
    lines: bool = False
    """true where the lines of the card are shown too."""
    calm: bool = False
    """true where its urgency is not named above it: nobody who feels low need be in danger."""
    alone: bool = False
    (
        "true where no other result may stand below: whoever is hurt by somebody needs no page on "
        "massage."
    )
    only_now: bool = False
    """true where it counts only if it is not long over, such as a stroke ten years ago."""
    phrases: tuple[Line, ...] = ()
    (
        "Phrases that are enough by themselves. Each shares a word with the answer or its card; "
        "one of a single word stands under `enough`, too."
    )
    names: tuple[Line, ...] = ()
    """Names of what it is about, such as those of an illness: each is enough by itself."""
    signs: tuple[UrgentSign, ...] = ()
    """Signs: lists of groups of which each must be there, close together."""
    harmless: tuple[Line, ...] = ()
    """Phrases that look like a sign and are none: their words are passed over."""


class Urgent(Record):
    """The signs of an emergency in what people type, and what the search box answers first."""

    notes: str | None = None
    """For editors only."""
    skip: Phrases
    """Words passed over in signs of an emergency."""
    enough: Phrases = ()
    """Words of which a single one raises an urgent answer. All other signs need a second word."""
    past: Phrases = ()
    """Phrases that say that something is long over; 0000 is any year."""
    present: Phrases = ()
    """Phrases that say that something goes on now: then nothing counts as over."""
    groups: dict[Id, Phrases]
    (
        "Words and phrases that mean the same in signs of an emergency, by name. A word after = "
        "must be typed just so."
    )
    answers: Annotated[tuple[UrgentAnswer, ...], Field(min_length=1)]
    """The urgent answers: of those that fit, the most urgent is shown."""
