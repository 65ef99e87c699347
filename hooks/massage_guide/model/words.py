"""The words of the interface."""

from __future__ import annotations

from .fields import Line, Record


class Words(Record):
    """All words of the interface, in groups. Each is used by a template, and none is missing."""

    notes: str | None = None
    """For editors only."""
    groups: dict[str, dict[str, Line]]
    """Group, name, words. {braces} hold what is filled in."""
