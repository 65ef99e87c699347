"""The words for grades and sizes: one sentence for each grade, one word for each band of sizes."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .claims import FindingBasis, Verdict, is_gradable
from .fields import Certainty, Exact, Id, Line, Record
from .sources import Number, Scale


class Size(Record):
    """A band of sizes, and its word."""

    id: Id
    """A short name; text prints the end of the band by [[n:sizes.ID]]."""
    word: Line
    """The word, as it stands in “a small gain”."""
    below: dict[Scale, Annotated[Exact, Field(gt=0)]] = Field(default_factory=dict)
    """Where the band ends on each scale; left out for the last band, which has no end."""


class Grading(Record):
    """The words for grades and sizes. Every page, sheet and data file takes them from here."""

    notes: str | None = None
    """For editors only."""
    sure: dict[Verdict, dict[Certainty, Line]]
    """How sure anybody can be: a sentence for each verdict and certainty."""
    bases: dict[FindingBasis, Line]
    """The sentence in its place where a verdict does not rest on studies."""
    sizes: Annotated[tuple[Size, ...], Field(min_length=2)]
    """The bands of sizes, the smallest first."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for verdict in Verdict:
            for certainty in Certainty:
                if is_gradable(verdict, certainty) and certainty not in self.sure.get(verdict, {}):
                    raise PydanticCustomError(
                        "no_sentence",
                        "“{verdict}” with “{certainty}” has no sentence",
                        {"at": "sure", "verdict": verdict.value, "certainty": certainty.value},
                    )
        for basis in FindingBasis:
            if basis not in self.bases:
                raise PydanticCustomError(
                    "no_sentence",
                    "“{basis}” has no sentence",
                    {"at": "bases", "basis": basis.value},
                )
        if not self._bands_rise():
            raise PydanticCustomError(
                "bands", "each band but the last needs its end on every scale", {"at": "sizes"}
            )
        return self

    def _bands_rise(self) -> bool:
        *bounded, last = self.sizes
        ends = [[size.below[scale] for size in bounded if scale in size.below] for scale in Scale]
        return not last.below and all(
            len(found) == len(bounded) and found == sorted(set(found)) for found in ends
        )

    def sentence(self, verdict: Verdict, certainty: Certainty, basis: FindingBasis | None) -> str:
        """How sure anybody can be of a verdict, in one sentence or two."""
        return self.bases[basis] if basis else self.sure[verdict][certainty]

    def size(self, number: Number) -> str | None:
        """The word for a size: None where its scale has none, or where it may be no difference."""
        if number.scale is None or not number.base or number.base.is_unclear:
            return None
        amount = abs(number.value)
        return next(
            size.word for size in self.sizes if not size.below or amount < size.below[number.scale]
        )
