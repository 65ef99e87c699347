"""Benefits: what people hope massage will do for them."""

from __future__ import annotations

from typing import Annotated

from ..text.prose import Prose
from .claims import Graded
from .fields import (
    ArticlePoint,
    Entry,
    InWords,
    Line,
    Paragraphs,
    Passages,
    TellsStudies,
    Title,
    Whole,
)


class Benefit(Entry, Graded):
    """Something that people hope massage will do for them."""

    title: Title
    """The benefit in a few words, as a question or a noun."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this entry answers."""
    summary: Prose
    """The main message, first on the page."""
    hope: Paragraphs
    """What people hope for, and why that makes sense."""
    finding: InWords
    """What studies found, in a sentence: the closed line above the evidence."""
    evidence: Annotated[Passages, TellsStudies()]
    """What studies found."""
    feels_like: Passages
    """What the reader may notice."""
    try_this: Passages
    """What the reader can do."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""
