"""What the cost pages and the calculator start from."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Generic, Self, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..cost import DAYS_A_YEAR, RANGES
from ..text.prose import Prose
from .fields import (
    Amount,
    ArticlePoint,
    ClaimId,
    CountryId,
    Dated,
    Exact,
    FrequencyId,
    Id,
    Line,
    Record,
    TellsStudies,
    Title,
    Whole,
)


class Frequency(Record):
    """How often somebody goes."""

    id: Id
    """A short name."""
    words: Line
    """As readers see it."""
    visits: Annotated[Whole, Field(ge=1, le=7)]
    """Visits in one turn."""
    every_weeks: Annotated[Whole, Field(ge=1, le=4)]
    """Length of a turn, in weeks."""


class Scenario(Record):
    """A way of having massage, priced beside its evidence."""

    id: Id
    """A short name."""
    title: Title
    """As readers see it."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this scenario answers."""
    frequency: FrequencyId
    """Id of one of the frequencies in this file."""
    weeks: Annotated[Whole, Field(ge=1, le=52)]
    """For how many weeks."""
    evidence: Annotated[Prose, TellsStudies()]
    """What the evidence says of it."""
    graded_in: ClaimId
    """Id of the claim that grades it."""


_Number = TypeVar("_Number", Decimal, int)
_Amount = Annotated[Exact, Field(decimal_places=2)]


class Limit(Record, Generic[_Number]):
    """What people may type into a field of the calculator, and what stands there at first."""

    SCALE: ClassVar[int] = 100
    """How many of the cost model's units one of the field's units has."""

    low: _Number
    """The least."""
    high: _Number
    """The most."""
    start: _Number | None = None
    ("What stands there at first; left out where the field starts empty or follows another choice.")

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("range", "`low` is more than `high`", {"at": "low"})
        if self.start is not None and not self.low <= self.start <= self.high:
            raise PydanticCustomError(
                "start", "`start` is not between `low` and `high`", {"at": "start"}
            )
        return self

    @property
    def kind(self) -> str:
        """money, percent or count."""
        return type(self).__name__.removesuffix("Limit").lower()

    def units(self, value: Decimal | int) -> int:
        """A value of the field as the cost model counts it."""
        return int(value * self.SCALE)


class MoneyLimit(Limit[_Amount]):
    """An amount of money."""


class PercentLimit(Limit[_Amount]):
    """A percentage."""


class CountLimit(Limit[Whole]):
    """A whole number."""

    SCALE: ClassVar[int] = 1


class Limits(Record):
    """The fields of the calculator that people type into."""

    price: MoneyLimit
    """Price of one visit. It starts with the usual price of the country."""
    minutes: CountLimit
    """Length of a visit."""
    weeks: CountLimit
    """For how many weeks. It starts with those of the first scenario."""
    tip: PercentLimit
    """Tip, in percent of the price."""
    travel: MoneyLimit
    """Travel, for each visit."""
    tax: PercentLimit
    """Tax that is not in the price yet."""
    share: PercentLimit
    """What a plan pays of each visit."""
    deductible: MoneyLimit
    """What people pay each year before a plan does."""
    visit_cap: MoneyLimit
    """The most that a plan pays for one visit."""
    year_cap: MoneyLimit
    """The most that a plan pays in a year."""
    weeks_left: CountLimit
    """Weeks to the end of the plan's year."""
    tax_rate: PercentLimit
    """Tax that money in a health account saves."""
    deal_price: MoneyLimit
    """Price of a package, or of a month of membership."""
    deal_visits: CountLimit
    """Visits in a package, or in a month of membership."""
    deal_months: CountLimit
    """Shortest time of a membership, in months."""

    @model_validator(mode="after")
    def _fits_the_cost_model(self) -> Self:
        for name, (low, high) in RANGES.items():
            limit = getattr(self, name, None)
            if limit and not low <= limit.units(limit.low) <= limit.units(limit.high) <= high:
                least, most = (Decimal(bound) / limit.SCALE for bound in (low, high))
                raise PydanticCustomError(
                    "limit",
                    "`{name}` must stay between {low} and {high}",
                    {"name": name, "at": name, "low": f"{least:f}", "high": f"{most:f}"},
                )
        return self


class ArticlePrice(Record):
    """The price that the article gives."""

    amount: Amount
    """For one session."""
    minutes: Annotated[Whole, Field(ge=10, le=180)]
    """Length of that session."""
    country: CountryId
    """Id of the country whose money it is."""
    inventory: tuple[ArticlePoint, ...]
    """Rows of article.yml that this price answers."""
    graded_in: ClaimId
    """Id of the claim that grades it."""


class Prices(Dated):
    """What the cost pages and the calculator start from."""

    MOST_MONTHS: ClassVar[int] = 6

    notes: str | None = None
    """For editors only."""
    article: ArticlePrice
    """The price that the article gives."""
    frequencies: Annotated[tuple[Frequency, ...], Field(min_length=1)]
    """The choices for “how often”."""
    scenarios: Annotated[tuple[Scenario, ...], Field(min_length=1)]
    """The ways shown side by side. The calculator starts with the first."""
    stops: Annotated[tuple[Annotated[Whole, Field(ge=1, le=DAYS_A_YEAR)], ...], Field(min_length=1)]
    """After how many visits people should stop and think whether it helps."""
    limits: Limits
    """What people may type into the calculator."""
