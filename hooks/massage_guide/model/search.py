"""What the search box understands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import CardId, Id, Line, PageAddress, Passage, Phrases, Record, WordGroupId


class PageWords(Record):
    """Words that people type for a page, or for a section of it."""

    page: PageAddress
    """Address of the page, such as types/thai, or of a section: safety#emergency."""
    words: Phrases
    """The words and phrases."""


SameWords = Annotated[tuple[Line, ...], Field(min_length=2)]
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
    phrases: tuple[Line, ...] = ()
    """Phrases that are enough by themselves. Each shares a word with the answer or its card."""
    names: tuple[Line, ...] = ()
    """Names of what it is about, such as those of an illness: each is enough by itself."""
    signs: tuple[UrgentSign, ...] = ()
    """Signs: lists of groups of which each must be there, close together."""
    harmless: tuple[Line, ...] = ()
    """Phrases that look like a sign and are none: their words are passed over."""


class Search(Record):
    """What the search box understands beyond the text of the pages."""

    notes: str | None = None
    """For editors only."""
    same: tuple[SameWords, ...]
    """Words and phrases that mean the same."""
    misspelt: dict[Line, Phrases]
    """The right word, and spellings too far from it to be found by likeness."""
    pages: tuple[PageWords, ...]
    """Words that people type for a page, or a section: it says them, or what means the same."""
    small_words: Phrases
    """Words that count only where nothing else was typed."""
    last: tuple[PageAddress, ...] = ()
    """Pages that come after others."""
    skip: Phrases
    """Words passed over in signs of an emergency."""
    groups: dict[Id, Phrases]
    (
        "Words and phrases that mean the same in signs of an emergency, by name. A word after = "
        "must be typed just so."
    )
    urgent: Annotated[tuple[UrgentAnswer, ...], Field(min_length=1)]
    """The urgent answers. The first that fits is shown."""
