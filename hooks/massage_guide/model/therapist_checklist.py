"""How to find a good therapist."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..text.prose import Prose
from .fields import ArticlePoint, Dated, Id, Passage, Record


class CheckPoint(Record):
    """One point to check about a therapist."""

    id: Id
    """A short name that never changes."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this point answers."""
    check: Prose
    """What to look for, as an instruction."""
    why: Passage
    """Why it matters."""
    how: Passage
    """How to find out."""


class WarningSign(Record):
    """A reason to walk away."""

    id: Id
    """A short name that never changes."""
    sign: Passage
    """What you see or hear."""
    private: bool = False
    """true where nobody should have to note it down: it has no box, and no tool keeps it."""


class QuestionToAsk(Record):
    """A question for the therapist."""

    id: Id
    """A short name that never changes."""
    ask: Passage
    """The question, as the reader says it."""


class Checklist(Dated):
    """How to find a good therapist."""

    notes: str | None = None
    """For editors only."""
    before_you_book: Annotated[tuple[CheckPoint, ...], Field(min_length=1)]
    """Points to settle before the first visit."""
    at_the_visit: Annotated[tuple[CheckPoint, ...], Field(min_length=1)]
    """Points to see at the first visit."""
    walk_away: Annotated[tuple[WarningSign, ...], Field(min_length=1)]
    """Signs that mean: leave."""
    questions: Annotated[tuple[QuestionToAsk, ...], Field(min_length=1)]
    """Questions to ask."""
