"""What people type in Spanish when they need help."""

from __future__ import annotations

from .fields import AnswerId, Phrases, Record, WordGroupId


class SpanishGroup(Record):
    """Spanish words for a group of urgent.yml."""

    group: WordGroupId
    """Its name."""
    words: Phrases
    """The words and phrases that mean the same."""


class SpanishAnswer(Record):
    """Spanish phrases that raise an answer of urgent.yml."""

    answer: AnswerId
    """Its id."""
    phrases: Phrases
    """Phrases that are enough by themselves."""


class Spanish(Record):
    """What people type in Spanish when they need help; accents may be left out."""

    notes: str | None = None
    """For editors only."""
    groups: tuple[SpanishGroup, ...]
    """Words for the groups of urgent.yml."""
    answers: tuple[SpanishAnswer, ...]
    """Phrases for the answers of urgent.yml."""
    words: Phrases
    """Other words by which the language is known."""
