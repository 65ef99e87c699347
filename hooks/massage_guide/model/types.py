"""Kinds of massage."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..text.prose import Prose
from .claims import Graded
from .fields import (
    ArticlePoint,
    ClaimId,
    ConditionId,
    Entry,
    InWords,
    Line,
    Passage,
    Passages,
    Record,
    TellsStudies,
    Title,
    Whole,
)

FIRM = 4
"""Of 5 on the pressure scale: from here on, pressure is firm, and may harm."""


class Pressure(Record):
    """How firm it is, on a scale from 1 (very light) to 5 (very firm)."""

    lightest: Annotated[Whole, Field(ge=1, le=5)]
    """The lightest usual pressure."""
    firmest: Annotated[Whole, Field(ge=1, le=5)]
    """The firmest usual pressure."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.lightest > self.firmest:
            raise PydanticCustomError(
                "range", "`lightest` is firmer than `firmest`", {"at": "lightest"}
            )
        return self

    @property
    def may_be_firm(self) -> bool:
        """Whether its firmest usual pressure is one that may harm some people."""
        return self.firmest >= FIRM


class Clothes(StrEnum):
    """What people usually wear; `words.yml` says it in plain words."""

    ON = "on"
    PARTLY = "partly off"
    EITHER = "either"


class MassageType(Entry, Graded):
    """A kind of massage."""

    title: Title
    """Its usual name."""
    graded_in: tuple[ClaimId, ...] = ()
    (
        "Ids of the claims that grade it. Leave it out where no study was found: the page then "
        "says so."
    )
    also_called: tuple[Line, ...] = ()
    """Other names for it."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this entry answers."""
    summary: Prose
    """The main message, first on the page and in tables."""
    what_happens: Passages
    """What the therapist does, step by step."""
    pressure: Pressure
    """How firm it usually is."""
    clothes: Clothes
    """on, partly off or either."""
    session: Passage
    """How long a session is, from trials where there are any."""
    may_suit: Passages
    """Whom it may suit."""
    ask_first: tuple[ConditionId, ...] = ()
    (
        "Ids of further conditions in safety.yml whose advice this kind prints. Those that matter "
        "with any kind, or with a firm one, it prints by itself."
    )
    risks: Annotated[Passages, TellsStudies()]
    """What can go wrong."""
    finding: InWords
    """What studies found, in a sentence: the closed line above the evidence."""
    evidence: Annotated[Passages, TellsStudies()]
    """What studies say of this kind for back pain."""
    message: Line | None = None
    (
        "A text message that leads to this page; its address comes after it. Together they have "
        "160 signs at most."
    )
    order: Whole
    """Place in lists, the lowest first."""
