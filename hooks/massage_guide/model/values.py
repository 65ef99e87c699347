"""What may matter to a reader who chooses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..text.prose import Prose
from .fields import Id, Record
from .options import OptionRow


class Statement(Record):
    """Something that may matter to a reader who chooses."""

    id: Id
    """A short name that never changes."""
    text: Prose
    """What matters, as the reader would say it."""
    rows: Annotated[tuple[OptionRow, ...], Field(min_length=1)]
    """The questions of the comparison that speak of it. It never names a choice."""


class Values(Record):
    """What may matter to readers. Choosing marks places to read; it never picks for them."""

    notes: str | None = None
    """For editors only."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """The statements, in order."""
