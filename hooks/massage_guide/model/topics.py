"""Topics: what the pages of `docs/` say in their own sections."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from .claims import Picture
from .fields import ArticlePoint, Dated, Entry, Id, Line, Passages, Record, TellsStudies, Title


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
    passages: Passages
    """Its text, a paragraph or list item each."""
    picture: Picture | None = None
    """Figures of 100 people, where the numbers of a study help."""


class Topic(Entry, Dated):
    """What a page of `docs/` says in its own sections."""

    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this page answers."""
    messages: Passages
    """The main messages, first on the page: two to four."""
    message: Line | None = None
    (
        "A text message that leads to this page; its address comes after it. Together they have "
        "160 signs at most."
    )
    sections: Annotated[tuple[Section, ...], TellsStudies()] = ()
    """The sections, in order."""
