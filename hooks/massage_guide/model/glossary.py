"""The glossary."""

from __future__ import annotations

from ..text.prose import Prose
from .fields import Entry, Line, Sources, Title


class Term(Entry):
    """A word of the glossary."""

    term: Title
    """The word as it stands in text."""
    also_called: tuple[Line, ...] = ()
    """Other forms and names."""
    everyday: tuple[Line, ...] = ()
    (
        "Which of these names everybody knows, or means something else too: pages do not explain "
        "them."
    )
    meaning: Prose
    """What it means, in plain words."""
    sources: Sources | None = None
    """Ids of sources, where the meaning is a fact that needs one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, the word itself first."""
        return self.term, *self.also_called
