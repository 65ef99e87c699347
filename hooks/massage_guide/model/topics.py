"""Topics: what the pages of `docs/` say in their own sections."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from .claims import Picture
from .fields import (
    ArticlePoint,
    ClaimId,
    Dated,
    Entry,
    Id,
    InWords,
    Line,
    Passage,
    Passages,
    Record,
    TellsStudies,
    Title,
)


class Style(StrEnum):
    """How the passages of a section are set."""

    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    DO = "do"
    DO_NOT = "do not"


class Section(Record):
    """A section of a topic."""

    id: Id
    """A short name that never changes; the section can be linked to by it."""
    title: Title
    """Its heading."""
    style: Style = Style.TEXT
    """text, list, steps, do or do not."""
    finding: InWords | None = None
    (
        "What was found, in a sentence. A section with one is closed until a reader opens it, and "
        "this is what its closed line says. Leave it out where readers must act on the text."
    )
    graded_in: ClaimId | None = None
    """The claim that grades what was found: its certainty stands in the closed line, too."""
    passages: Passages
    """Its text, a paragraph or list item each."""
    picture: Picture | None = None
    """Figures of 100 people, where the numbers of a study help."""

    @model_validator(mode="after")
    def _hides_no_advice(self) -> Self:
        if self.finding and self.style in (Style.DO, Style.DO_NOT, Style.STEPS):
            raise PydanticCustomError(
                "closed_advice", "advice would be closed behind `finding`", {"at": "finding"}
            )
        if self.graded_in and not self.finding:
            raise PydanticCustomError(
                "grade_unused", "`graded_in` needs a `finding`", {"at": "graded_in"}
            )
        return self


class Topic(Entry, Dated):
    """What a page of `docs/` says in its own sections."""

    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this page answers."""
    answer: Passage | None = None
    """The short answer, first on the page: one to three sentences."""
    messages: Passages
    """What it means for the reader, below the short answer: two to five."""
    message: Line | None = None
    (
        "A text message that leads to this page; its address comes after it. Together they have "
        "160 signs at most."
    )
    sections: Annotated[tuple[Section, ...], TellsStudies()] = ()
    """The sections, in order."""
