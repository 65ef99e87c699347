"""Old addresses and where they lead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import Record

Address = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$", max_length=120
    ),
]


class Moved(Record):
    """A page or an entry whose address has changed."""

    was: Address
    """Its old address, such as types/thai or questions/water."""
    now: Address
    """The address of a page or an entry of today."""


class Redirects(Record):
    """Old addresses and where they lead. Links that people saved must work for ever."""

    notes: str | None = None
    """For editors only."""
    moved: Annotated[tuple[Moved, ...], Field(min_length=1)] = ()
    """What has moved or is gone; left out until there is something."""
