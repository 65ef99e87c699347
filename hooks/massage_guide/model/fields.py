"""What the records of all files share: the form of values, and the sources of a text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..text.prose import Emphasis, LinkMark, Prose, Text


def _written_date(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise PydanticCustomError("date_form", "not written as YYYY-MM-DD")
    return value


def _written_number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise PydanticCustomError("number_form", "not a plain number")
    return value


def _only_links(value: Prose) -> Prose:
    if not all(isinstance(part, LinkMark) or part == Text(", ") for part in value.parts):
        raise PydanticCustomError("only_links", "not only links")
    return value


def _in_words(value: Prose) -> Prose:
    if any(not isinstance(part, Text | Emphasis) for part in value.parts):
        raise PydanticCustomError("only_words", "not only words")
    return value


@dataclass(frozen=True)
class Reference:
    """Marks a field that contains an id.

    `to` is the `content/` collection or the list that defines it.
    """

    to: str


@dataclass(frozen=True)
class InScaffold:
    """Marks an optional field that `new` writes all the same."""


@dataclass(frozen=True)
class TellsStudies:
    """Marks a field that tells what studies found: the proof, and not the short answer."""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SourceId = Annotated[Id, Reference("sources")]
ClaimId = Annotated[Id, Reference("claims")]
CountryId = Annotated[Id, Reference("countries")]
CardId = Annotated[Id, Reference("the cards of safety.yml")]
WordGroupId = Annotated[Id, Reference("the groups of urgent.yml")]
AnswerId = Annotated[Id, Reference("the answers of urgent.yml")]
PageAddress = Annotated[str, Reference("the pages of the guide")]
ConditionId = Annotated[Id, Reference("the conditions of safety.yml")]
FrequencyId = Annotated[Id, Reference("the frequencies of prices.yml")]
ArticlePoint = Annotated[
    str, StringConstraints(pattern=r"^A\d\d$"), Reference("the rows of article.yml")
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=90)]
Day = Annotated[dt.date, BeforeValidator(_written_date)]
Whole = Annotated[int, BeforeValidator(_written_number)]
Exact = Annotated[Decimal, BeforeValidator(_written_number)]
Amount = Annotated[Exact, Field(ge=0, le=1_000_000, decimal_places=2)]
NumberKey = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$"),
    Reference("the numbers of sources"),
]
"""A number of a source, as ID.FIELD."""


def _tag_of_amount(value: Any) -> str:
    """What somebody meant: a number of a source has letters and a dot."""
    return "key" if re.search(r"[A-Za-z].*\.", str(value)) else "amount"


AmountOrKey = Annotated[
    Annotated[Amount, Tag("amount")] | Annotated[NumberKey, Tag("key")],
    Discriminator(_tag_of_amount),
]
"""An amount of money, or the number of a source that is one."""
InWords = Annotated[Prose, AfterValidator(_in_words)]
"""What was found, in words: a number stands with its base, further down."""
Links = Annotated[Prose, AfterValidator(_only_links)]
Paragraphs = Annotated[tuple[Prose, ...], Field(min_length=1)]
Phrases = Annotated[tuple[Line, ...], Field(min_length=1)]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Certainty(StrEnum):
    """How sure the evidence lets anybody be, the surest first (GRADE's four words)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


class Basis(StrEnum):
    """What stands behind a passage that names no source."""

    UNSOURCED = "unsourced"
    NONE_NEEDED = "none-needed"


class Record(BaseModel):
    """Anything written in YAML: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Passage(Record):
    """A piece of text that says where it comes from."""

    text: Prose
    """What readers see."""
    sources: Annotated[Sources | None, InScaffold()] = None
    """Ids of the sources that say so."""
    basis: Basis | None = None
    (
        'Write "unsourced" where no source was found: the page then says so. Write "none-needed" '
        "for what something is, what happens in a visit, whom to ask, or what this guide did not "
        "find. No numbers then, no risk and no benefit."
    )

    @model_validator(mode="after")
    def _has_source_or_basis(self) -> Self:
        if self.sources is None and self.basis is None:
            raise PydanticCustomError("missing_source", "neither `sources` nor `basis` is there")
        if self.sources and self.basis:
            raise PydanticCustomError(
                "source_and_basis",
                "both `sources` and `basis` are there",
                {"at": "basis"},
            )
        return self


Passages = Annotated[tuple[Passage, ...], Field(min_length=1)]


class Entry(Record):
    """What every entry has, whatever it is about."""

    id: Id
    """The same as the file name. It is the entry's address and never changes."""
    notes: str | None = None
    """For editors only; readers never see it."""


class Dated(Record):
    """Text that has been checked against its sources."""

    MOST_MONTHS: ClassVar[int] = 12
    """How many months after a check the next one may be due."""

    checked: Day
    """Day on which the text was last checked against its sources, as YYYY-MM-DD."""
    check_again: Day
    """Day by which it must be checked again, as YYYY-MM-DD."""
