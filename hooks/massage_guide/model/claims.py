"""Claims: what people may have read, with its grade."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..text.prose import Prose
from .fields import (
    ArticlePoint,
    Certainty,
    ClaimId,
    Dated,
    Day,
    Entry,
    Id,
    InScaffold,
    Line,
    NumberKey,
    Paragraphs,
    Record,
    Sources,
    TellsStudies,
    Title,
)


class Verdict(StrEnum):
    """What the evidence says of a claim, the kindest first."""

    SUPPORTED = "supported"
    PARTLY = "partly supported"
    UNCERTAIN = "uncertain"
    NOT_SUPPORTED = "not supported"
    OUTDATED = "outdated"


class FindingBasis(StrEnum):
    """What a verdict rests on that does not rest on studies."""

    RECORD = "record"
    OPINION = "opinion"
    UNCOUNTED = "uncounted"


_UNSURE = (Certainty.LOW, Certainty.VERY_LOW)
_NEEDS_OTHER_SIDE = (Verdict.UNCERTAIN, Verdict.NOT_SUPPORTED)


def is_gradable(verdict: Verdict, certainty: Certainty) -> bool:
    """Whether a verdict can have this certainty: nobody is sure of what is uncertain."""
    return verdict is not Verdict.UNCERTAIN or certainty in _UNSURE


class OtherSide(Record):
    """What speaks against a verdict: studies, or the day on which none was found."""

    text: Annotated[Paragraphs | None, InScaffold(), TellsStudies()] = None
    """What the study that points the other way found, a paragraph each."""
    sources: Annotated[Sources | None, InScaffold()] = None
    """Ids of the sources that say so."""
    none_found: Day | None = None
    """In their place: the day on which somebody last searched and found none."""

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        told = self.text is not None and self.sources is not None
        if (self.text is None) != (self.sources is None) or told == (self.none_found is not None):
            raise PydanticCustomError(
                "other_side", "neither `text` with `sources`, nor `none_found` alone is there"
            )
        return self


class Finding(Record):
    """A graded statement: the verdict, how sure, and why."""

    verdict: Verdict
    """supported, partly supported, uncertain, not supported or outdated."""
    certainty: Certainty
    """high, moderate, low or very low."""
    evidence: Annotated[Paragraphs, TellsStudies()]
    """What the evidence says, a paragraph each."""
    sources: Sources
    """Ids of the sources."""
    basis: FindingBasis | None = None
    """For a verdict that does not rest on studies: record, opinion or uncounted."""
    other_side: Annotated[OtherSide | None, InScaffold()] = None
    """What speaks against the verdict; for “uncertain” and “not supported” it must be there."""

    @model_validator(mode="after")
    def _is_fair(self) -> Self:
        _check_grade(self.verdict, self.certainty, self.basis, self.other_side)
        return self


def _check_grade(
    verdict: Verdict,
    certainty: Certainty,
    basis: FindingBasis | None,
    other_side: OtherSide | None,
) -> None:
    """Raise PydanticCustomError for a grade that cannot be, or a verdict told by one side only."""
    if not is_gradable(verdict, certainty):
        raise PydanticCustomError(
            "sure_and_uncertain",
            "“uncertain” cannot have {certainty} certainty",
            {"at": "certainty", "certainty": certainty.value},
        )
    if verdict in _NEEDS_OTHER_SIDE and not basis and not other_side:
        raise PydanticCustomError(
            "no_other_side",
            "“{verdict}” names nothing that speaks the other way",
            {"at": "verdict", "verdict": verdict.value},
        )


class PictureRow(Record):
    """One row of figures in a picture."""

    label: Line
    """Whom the row is about."""
    number: NumberKey
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
_OPTIONAL_GRADE = ("basis", "other_side")


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
    evidence: Annotated[Paragraphs | None, InScaffold(), TellsStudies()] = None
    """What the evidence says, a paragraph each."""
    sources: Annotated[Sources | None, InScaffold()] = None
    """Ids of the sources."""
    basis: FindingBasis | None = None
    """For a verdict that does not rest on studies: record, opinion or uncounted."""
    other_side: Annotated[OtherSide | None, InScaffold()] = None
    """What speaks against the verdict; for “uncertain” and “not supported” it must be there."""
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
        surplus = [name for name in (*_GRADE, *_OPTIONAL_GRADE) if getattr(self, name)]
        if self.parts and surplus:
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
        if self.verdict and self.certainty:
            _check_grade(self.verdict, self.certainty, self.basis, self.other_side)
        return self

    @property
    def findings(self) -> tuple[ClaimPart, ...] | tuple[Self]:
        """The graded statements: the parts, or the claim itself, which then is one."""
        return self.parts or (self,)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """What is cited for its findings, and for their other sides, each once."""
        other_sides = [it.other_side for it in self.findings if it.other_side]
        cited = (id for it in (*self.findings, *other_sides) for id in it.sources or ())
        return tuple(dict.fromkeys(cited))

    @property
    def least_certainty(self) -> Certainty:
        """The lowest certainty among the graded statements."""
        graded = [finding.certainty for finding in self.findings if finding.certainty]
        return max(graded, key=list(Certainty).index)


class Graded(Dated):
    """Text whose grade stands in claims: nothing is graded twice."""

    graded_in: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """Ids of the claims that hold the verdict and the certainty for what this page says."""
