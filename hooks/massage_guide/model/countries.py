"""Countries: money, emergency number and rules."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field, StringConstraints, model_validator

from ..text.prose import Prose
from .fields import (
    AmountOrKey,
    Dated,
    Day,
    Entry,
    Id,
    Line,
    Passage,
    Passages,
    Record,
    Sources,
    Title,
    Whole,
)

OWN_NUMBER = "[[call:emergency]]"
"""The emergency number of the country that a help line is in, as its editor writes it."""


class PriceRange(Record):
    """What people pay for one hour, and who says so."""

    typical: AmountOrKey
    """The usual price, or the source's number as ID.FIELD; the calculator starts with it."""
    low: AmountOrKey | None = None
    """Lower end of the range, or the source's number as ID.FIELD."""
    high: AmountOrKey | None = None
    """Upper end of the range, or the source's number as ID.FIELD."""
    minutes: Annotated[Whole, Field(ge=10, le=180)]
    """Length of the session that the price is for."""
    dated: Line
    """When the price is from, as the source tells it."""
    sources: Sources
    """Ids of the sources."""
    caution: Prose
    """How far the price can be trusted."""


class Need(StrEnum):
    """What a reader may need help for, beside an emergency: each place has ways to get it."""

    SAME_DAY = "same-day"
    CRISIS = "crisis"
    POISON = "poison"
    SEXUAL_ASSAULT = "sexual-assault"
    HARM_AT_HOME = "harm-at-home"


HURT_BY_SOMEBODY = (Need.SEXUAL_ASSAULT, Need.HARM_AT_HOME)
"""Needs of people who may be watched: they must be able to leave a page at once."""
PRIVATE = (Need.CRISIS, *HURT_BY_SOMEBODY)
"""Needs that people name in words of their own, and that nobody else should read off a screen."""


class Part(Record):
    """A part of a country where other help lines answer."""

    id: Id
    """A short name that never changes."""
    name: Title
    """Its name after “in”, such as Scotland."""


class HelpLine(Passage):
    """A way to get help in a country: whom to call, text or visit, and for what.

    Its text goes on after “In Scotland:”, and has no full stop at its end.
    """

    needs: Annotated[tuple[Need, ...], Field(min_length=1)]
    """For what: same-day, crisis, poison, sexual-assault or harm-at-home."""
    parts: tuple[Id, ...] = ()
    """The parts of the country that it serves; left out where it serves all of it."""
    who: Line | None = None
    """Whom it is for, such as “Under 16”; left out where it is for everybody."""
    hours: Line | None = None
    """When it answers, such as “day and night”."""
    free: bool = False
    """true where a source says that it costs nothing."""
    read: Day
    """Day on which somebody read it in its sources, as YYYY-MM-DD."""
    until_rung: Prose | None = None
    (
        "What is printed instead of the text until `rung` is there: write it where the digits "
        "stand on others' lists only."
    )
    rung: Day | None = None
    (
        "Day on which somebody rang the number, or read it on the service's own page. Never ring a "
        "crisis line to test it: read its page."
    )

    @property
    def printed(self) -> Prose:
        """The text, or what stands in for it until its number has been tried."""
        return self.text if self.rung or not self.until_rung else self.until_rung


class Country(Entry, Dated):
    """A country: its money, its emergency number, and its rules."""

    MOST_MONTHS: ClassVar[int] = 6

    name: Title
    """Its name, as a list shows it."""
    in_text: Line
    """Its name after “in”, such as the UK."""
    in_spanish: Line | None = None
    """Its name in Spanish, for the line that somebody in an emergency reads."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """Code of its money, such as USD."""
    sign: Annotated[str, StringConstraints(min_length=1, max_length=4)]
    """Sign printed before an amount."""
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[A-Z]{2}$")]
    """Language and country by whose habits people write numbers there, such as en-US."""
    emergency: Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
    """Number to call in an emergency. Every emergency card prints it."""
    emergency_sources: Sources
    """Ids of the sources that say so."""
    emergency_read: Day
    """Day on which somebody read it in its sources, as YYYY-MM-DD."""
    emergency_rung: Day | None = None
    """Day on which somebody read it on the page of the service itself. Never ring it to test it."""
    parts: tuple[Part, ...] = ()
    """Its parts, where help lines differ between them; left out where they do not."""
    help_lines: Annotated[tuple[HelpLine, ...], Field(min_length=1)]
    """Whom to call for what, the first to try first; cards, pages, sheets and data print them."""
    price: PriceRange
    """What a session costs there."""
    registers: Passages
    """Where to check a therapist, and what the title is worth there."""
    complaints: Passages
    """Where to complain."""
    insurance: Passages
    """What health plans pay."""
    tax: Passages | None = None
    """Tax rules that change what massage costs; left out where none was found."""
    tips: Passages
    """Whether people tip."""
    order: Whole
    """Place in lists, the lowest first."""

    @model_validator(mode="before")
    @classmethod
    def _own_number(cls, data: Any) -> Any:
        """Put the country's emergency number where its help lines name it by its mark."""
        if not isinstance(data, dict) or not isinstance(data.get("help_lines"), list):
            return data
        number = f"[[call:{data.get('emergency')}]]"
        lines = [
            {
                key: value.replace(OWN_NUMBER, number) if isinstance(value, str) else value
                for key, value in line.items()
            }
            if isinstance(line, dict)
            else line
            for line in data["help_lines"]
        ]
        return {**data, "help_lines": lines}
