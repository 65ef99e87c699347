"""Countries: money, emergency number and rules."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from ..text.prose import Prose
from .fields import Amount, Dated, Entry, Line, Passages, Record, Sources, Title, Whole


class PriceRange(Record):
    """What people pay for one hour, and who says so."""

    typical: Amount
    """The usual price; the calculator starts with it."""
    low: Amount | None = None
    """Lower end of the range that the source gives."""
    high: Amount | None = None
    """Upper end of the range that the source gives."""
    minutes: Annotated[Whole, Field(ge=10, le=180)]
    """Length of the session that the price is for."""
    dated: Line
    """When the price is from, as the source tells it."""
    sources: Sources
    """Ids of the sources."""
    caution: Prose
    """How far the price can be trusted."""


class Country(Entry, Dated):
    """A country: its money, its emergency number, and its rules."""

    name: Title
    """Its name, as a list shows it."""
    in_text: Line
    """Its name after “in”, such as the UK."""
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
