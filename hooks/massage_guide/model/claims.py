"""Claims: what people may have read, with its grade."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from ..text.prose import Prose
from .fields import (
    ArticlePoint,
    ClaimId,
    Dated,
    Entry,
    Id,
    InScaffold,
    Line,
    Paragraphs,
    Record,
    Reference,
    Sources,
    Title,
)


class Verdict(StrEnum):
    """What the evidence says of a claim, the kindest first."""

    SUPPORTED = "supported"
    PARTLY = "partly supported"
    UNCERTAIN = "uncertain"
    NOT_SUPPORTED = "not supported"
    OUTDATED = "outdated"


class Certainty(StrEnum):
    """How sure the evidence lets anybody be, the surest first (GRADE's four words)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


class Finding(Record):
    """A graded statement: the verdict, how sure, and why."""

    verdict: Verdict
    """supported, partly supported, uncertain, not supported or outdated."""
    certainty: Certainty
    """high, moderate, low or very low."""
    evidence: Paragraphs
    """What the evidence says, a paragraph each."""
    sources: Sources
    """Ids of the sources."""


class PictureRow(Record):
    """One row of figures in a picture."""

    label: Line
    """Whom the row is about."""
    number: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$"),
        Reference("the numbers of sources"),
    ]
    """The number that the row shows, as ID.FIELD: a percentage, or one “in” another."""


class Picture(Record):
    """Figures of 100 people, drawn from numbers that stand in sources."""

    title: Line
    """What the picture compares."""
    rows: Annotated[tuple[PictureRow, ...], Field(min_length=1)]
    """The groups, a row each."""
    caution: Prose
    """What the picture does not tell."""


class ClaimPart(Finding):
    """One half of a claim, graded on its own."""

    id: Id
    """A short name for this half."""
    title: Title
    """What this half says."""


_GRADE = ("verdict", "certainty", "evidence", "sources")


class Claim(Entry, Dated):
    """Something people may have read about massage, and what the evidence says of it."""

    title: Title
    """The claim in a few words."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this entry answers."""
    you_may_have_read: Prose
    """The claim as people meet it, in our own words."""
    verdict: Annotated[Verdict | None, InScaffold()] = None
    """See `parts` for a claim with two halves."""
    certainty: Annotated[Certainty | None, InScaffold()] = None
    """How sure the evidence lets anybody be."""
    evidence: Annotated[Paragraphs | None, InScaffold()] = None
    """What the evidence says, a paragraph each."""
    sources: Annotated[Sources | None, InScaffold()] = None
    """Ids of the sources."""
    parts: Annotated[tuple[ClaimPart, ...], Field(min_length=2)] | None = None
    """For a claim with halves: each with its own verdict, certainty, evidence and sources."""
    meaning: Paragraphs
    """What this means for the reader."""
    picture: Picture | None = None
    """Figures of 100 people, where the numbers of a study help."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""

    @model_validator(mode="after")
    def _is_graded_once(self) -> Self:
        whole = [getattr(self, name) for name in _GRADE]
        if self.parts and any(whole):
            surplus = [name for name in _GRADE if getattr(self, name)]
            raise PydanticCustomError(
                "graded_twice",
                "a claim with parts has its verdict, certainty, evidence and sources in the parts "
                "only",
                {"at": surplus[0]},
            )
        if not self.parts and not all(whole):
            missing = [name for name in _GRADE if not getattr(self, name)]
            raise PydanticCustomError(
                "not_graded",
                "{missing} is missing",
                {"missing": ", ".join(missing), "lost": missing[0]},
            )
        return self

    @property
    def findings(self) -> tuple[ClaimPart, ...] | tuple[Self]:
        """The graded statements: the parts, or the claim itself, which then is one."""
        return self.parts or (self,)

    @property
    def least_certainty(self) -> Certainty:
        """The lowest certainty among the graded statements."""
        graded = [finding.certainty for finding in self.findings if finding.certainty]
        return max(graded, key=list(Certainty).index)


class Graded(Dated):
    """Text whose grade stands in claims: nothing is graded twice."""

    graded_in: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """Ids of the claims that hold the verdict and the certainty for what this page says."""
