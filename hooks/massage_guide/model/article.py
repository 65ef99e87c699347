"""What the popular article says, row by row."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from ..text.prose import Prose
from .fields import Record


class ArticleRow(Record):
    """One thing that the popular article says."""

    id: Annotated[str, StringConstraints(pattern=r"^A\d\d$")]
    """A01 to A40."""
    says: Prose
    """What it says, in our words."""


class Article(Record):
    """What the popular article says, row by row: each must be answered somewhere."""

    notes: str | None = None
    """For editors only."""
    rows: Annotated[tuple[ArticleRow, ...], Field(min_length=1)]
    """The rows."""
