"""What the search box understands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Line, PageAddress, Phrases, Record


class PageWords(Record):
    """Words that people type for a page, or for a section of it."""

    page: PageAddress
    """Address of the page, such as types/thai, or of a section: safety#emergency."""
    words: Phrases
    """The words and phrases."""


SameWords = Annotated[tuple[Line, ...], Field(min_length=2)]


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
    talk_words: Phrases = ()
    """Words of everyday talk, which say little of what is looked for: they count no more."""
    first: tuple[PageAddress, ...] = ()
    """Pages and sections that are offered before anything is typed."""
    last: tuple[PageAddress, ...] = ()
    """Pages that come after others."""
