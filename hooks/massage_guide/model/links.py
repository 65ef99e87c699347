"""What is known of links to other sites."""

from __future__ import annotations

from typing import Annotated

from pydantic import AnyHttpUrl, Field, UrlConstraints

from .fields import Day, Line, Record


class FlakyLink(Record):
    """An address that readers can open, and that often fails when a program tries it."""

    address: Annotated[AnyHttpUrl, UrlConstraints(preserve_empty_path=True)]
    """The address, as “massage-guide links” prints it. A source must lead to it."""
    reason: Line
    """What goes wrong, and why the link stays all the same."""
    seen: Day
    """Day on which somebody last opened it in a browser."""


class OutsideLinks(Record):
    """What is known of links to other sites. “massage-guide links” tries them all."""

    notes: str | None = None
    """For editors only."""
    flaky: Annotated[tuple[FlakyLink, ...], Field(min_length=1)] = ()
    """Addresses whose failures are told but stop nothing; left out until there is one."""
