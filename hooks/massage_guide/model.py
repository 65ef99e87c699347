"""The one schema of the content. Everything that repeats it is generated from here.

The text under each field is the help that editors read.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self
from urllib.parse import quote

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .cost import RANGES
from .prose import LinkMark, Prose, Text


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


@dataclass(frozen=True)
class Refers:
    """Marks a field that names something else: the `content/` collection or list that holds it."""

    to: str


@dataclass(frozen=True)
class Starts:
    """Marks a field that a new entry starts with, although some entries leave it out."""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SourceId = Annotated[Id, Refers("sources")]
ClaimId = Annotated[Id, Refers("claims")]
CountryId = Annotated[Id, Refers("countries")]
CardId = Annotated[Id, Refers("the cards of safety.yml")]
WordGroupId = Annotated[Id, Refers("the groups of search.yml")]
PageAddress = Annotated[str, Refers("the pages of the guide")]
ConditionId = Annotated[Id, Refers("the conditions of safety.yml")]
FrequencyId = Annotated[Id, Refers("the frequencies of prices.yml")]
ArticlePoint = Annotated[str, StringConstraints(pattern=r"^A\d\d$"), Refers("the rows of article.yml")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=90)]
Day = Annotated[dt.date, BeforeValidator(_written_date)]
Whole = Annotated[int, BeforeValidator(_written_number)]
Exact = Annotated[Decimal, BeforeValidator(_written_number)]
Money = Annotated[Exact, Field(ge=0, le=1_000_000, decimal_places=2)]
Links = Annotated[Prose, AfterValidator(_only_links)]
Paragraphs = Annotated[tuple[Prose, ...], Field(min_length=1)]
Phrases = Annotated[tuple[Line, ...], Field(min_length=1)]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


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


class Basis(StrEnum):
    """What stands behind a passage that names no source."""

    UNSOURCED = "unsourced"


class Record(BaseModel):
    """Anything written in YAML: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Passage(Record):
    """A piece of text that says where it comes from."""

    text: Prose
    """What readers see."""
    sources: Annotated[Sources | None, Starts()] = None
    """Ids of the sources that say so."""
    basis: Basis | None = None
    """Write "unsourced" where no source was found: the page then says so. No numbers then."""

    @model_validator(mode="after")
    def _has_one_footing(self) -> Self:
        if self.sources is None and self.basis is None:
            raise PydanticCustomError("no_footing", "neither `sources` nor `basis: unsourced` is there")
        if self.sources and self.basis:
            raise PydanticCustomError("two_footings", "both `sources` and `basis: unsourced` are there", {"at": "basis"})
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

    checked: Day
    """Day on which the text was last checked against its sources, as YYYY-MM-DD."""
    check_again: Day
    """Day by which it must be checked again, as YYYY-MM-DD."""


class SourceKind(StrEnum):
    """What sort of source this is. `words.yml` says it in plain words."""

    REVIEW = "review"
    TRIAL = "trial"
    COHORT = "cohort"
    LAB_STUDY = "lab study"
    CASE_REPORT = "case report"
    GUIDELINE = "guideline"
    SURVEY = "survey"
    OFFICIAL_PAGE = "official page"
    REGISTER = "register"
    LAW = "law"
    COMMENT = "comment"
    PRICE_PAGE = "price page"


class Seen(StrEnum):
    """How much of a source was seen."""

    RECORD = "record"
    COPY = "copy"
    PARTLY = "partly"


class Verification(Record):
    """How the source was checked."""

    seen: Seen
    """record: its summary or record was read. copy: only a copy elsewhere. partly: some of it."""
    at: Line
    """Where it was seen."""


class Bound(StrEnum):
    """How a number is meant; `words.yml` says it in text."""

    MORE = "more than"
    LESS = "less than"
    ABOUT = "about"


class Number(Record):
    """A number that the source reports. It stands here once; text prints it by a mark."""

    value: Exact
    """The number, without units or commas."""
    out_of: Whole | None = Field(default=None, ge=2)
    """For “1 in 25”: the 25."""
    unit: Annotated[str, StringConstraints(pattern=r"^(%|points|times|weeks|days|minutes|[A-Z]{3})$")] | None = None
    """%, points, times, weeks, days, minutes, or a currency such as USD."""
    bound: Bound | None = None
    """more than, less than or about, where the source does not give it exactly; text prints it too."""
    means: Line
    """What the number counts, for editors and for the data files."""


class Source(Entry):
    """One study, guideline or page that the guide rests on."""

    authors: Line
    """Who wrote it, as it should be printed."""
    year: Annotated[Whole, Field(ge=1950, le=2100)] | None = None
    """Year of publication; left out where it is not known."""
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]
    """Its title."""
    published: Line
    """Journal with volume and pages, or the body that publishes the page."""
    kind: SourceKind
    """What sort of source it is."""
    country: Line | None = None
    """Country that a guideline, law or page is for."""
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    """Digital object identifier, from 10. on."""
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{5,9}$")] | None = None
    """PubMed number."""
    pmc: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = None
    """PubMed Central number."""
    url: AnyHttpUrl | None = None
    """Web address, where it has neither DOI nor PubMed number."""
    about: Prose
    """Who was studied and how, in one or two plain sentences."""
    finding: Prose
    """What it found, in plain words."""
    on_massage: Prose | None = None
    """What a guideline for back pain says of massage, for the table that puts guidelines side by side."""
    limits: Prose | None = None
    """Why to read it with care."""
    numbers: dict[Id, Number] = Field(default_factory=dict)
    """The numbers that text may print, by name."""
    verified: Verification
    """How it was checked."""

    @property
    def found_by(self) -> str | None:
        """The key that says where it is on the web, the most lasting first; None where there is none."""
        return next((name for name in ("doi", "pmid", "pmc", "url") if getattr(self, name)), None)

    @property
    def address(self) -> str | None:
        """Where to find it on the web: by DOI, PubMed, PubMed Central, or its own address."""
        match self.found_by:
            case "doi":
                return f"https://doi.org/{quote(self.doi or '', safe='/')}"
            case "pmid":
                return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
            case "pmc":
                return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmc}/"
            case "url":
                return str(self.url)
        return None

    @property
    def address_label(self) -> str | None:
        """The address as people read it: its DOI or PubMed number, or the web address."""
        if self.doi:
            return f"doi:{self.doi}"
        if self.pmid:
            return f"PMID {self.pmid}"
        return self.pmc or self.address


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
    number: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$"), Refers("the numbers of sources")]
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
    verdict: Annotated[Verdict | None, Starts()] = None
    """See `parts` for a claim with two halves."""
    certainty: Annotated[Certainty | None, Starts()] = None
    """How sure the evidence lets anybody be."""
    evidence: Annotated[Paragraphs | None, Starts()] = None
    """What the evidence says, a paragraph each."""
    sources: Annotated[Sources | None, Starts()] = None
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
            raise PydanticCustomError("graded_twice", "a claim with parts has its verdict, certainty, evidence and sources in the parts only", {"at": surplus[0]})
        if not self.parts and not all(whole):
            missing = [name for name in _GRADE if not getattr(self, name)]
            raise PydanticCustomError("not_graded", "{missing} is missing", {"missing": ", ".join(missing), "lost": missing[0]})
        return self

    @property
    def findings(self) -> tuple[ClaimPart, ...] | tuple[Self]:
        """The graded statements: the parts, or the claim itself, which then is one."""
        return self.parts or (self,)

    @property
    def least_certainty(self) -> Certainty:
        """The lowest certainty among the graded statements."""
        return max((f.certainty for f in self.findings), key=list(Certainty).index)


class Graded(Dated):
    """Text whose grade stands in claims: nothing is graded twice."""

    graded_in: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """Ids of the claims that hold the verdict and the certainty for what this page says."""


class Benefit(Entry, Graded):
    """Something that people hope massage will do for them."""

    title: Title
    """The benefit in a few words, as a question or a noun."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this entry answers."""
    summary: Prose
    """The main message, first on the page."""
    hope: Paragraphs
    """What people hope for, and why that makes sense."""
    evidence: Passages
    """What studies found."""
    feels_like: Passages
    """What the reader may notice."""
    try_this: Passages
    """What the reader can do."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""


class Pressure(Record):
    """How firm it is, on a scale from 1 (very light) to 5 (very firm)."""

    lightest: Annotated[Whole, Field(ge=1, le=5)]
    """The lightest usual pressure."""
    firmest: Annotated[Whole, Field(ge=1, le=5)]
    """The firmest usual pressure."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.lightest > self.firmest:
            raise PydanticCustomError("range", "`lightest` is firmer than `firmest`", {"at": "lightest"})
        return self


class Clothes(StrEnum):
    """What people usually wear; `words.yml` says it in plain words."""

    ON = "on"
    PARTLY = "partly off"
    EITHER = "either"


class MassageType(Entry, Graded):
    """A kind of massage."""

    title: Title
    """Its usual name."""
    graded_in: tuple[ClaimId, ...] = ()
    """Ids of the claims that grade it. Leave it out where no study was found: the page then says so."""
    also_called: tuple[Line, ...] = ()
    """Other names for it."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this entry answers."""
    summary: Prose
    """The main message, first on the page and in tables."""
    what_happens: Passages
    """What the therapist does, step by step."""
    pressure: Pressure
    """How firm it usually is."""
    clothes: Clothes
    """on, partly off or either."""
    session: Passage
    """How long a session is, from trials where there are any."""
    may_suit: Passages
    """Whom it may suit."""
    ask_first: Annotated[tuple[ConditionId, ...], Field(min_length=1)]
    """Ids of the conditions in safety.yml that matter most for this kind."""
    risks: Passages
    """What can go wrong."""
    evidence: Passages
    """What studies say of this kind for back pain."""
    message: Line | None = None
    """A text message that leads to this page; its address comes after it. Together they have 160 signs at most."""
    order: Whole
    """Place in lists, the lowest first."""


class Term(Entry):
    """A word of the glossary."""

    term: Title
    """The word as it stands in text."""
    also_called: tuple[Line, ...] = ()
    """Other forms and names."""
    everyday: tuple[Line, ...] = ()
    """Which of these names everybody knows, or means something else too: pages do not explain them."""
    meaning: Prose
    """What it means, in plain words."""
    sources: Sources | None = None
    """Ids of sources, where the meaning is a fact that needs one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, the word itself first."""
        return self.term, *self.also_called


class Outcome(Record):
    """What studies found of an option, for one kind of pain."""

    in_short: Prose
    """The same in a few words, for the table."""
    found: Passages
    """What studies found."""
    certainty: Certainty | None = None
    """How sure the evidence is; left out where nothing was found."""


class Option(Entry, Dated):
    """Something that people do for back pain, massage among it, for the page that compares them."""

    title: Title
    """Its usual name."""
    what: Passage
    """What it is."""
    new_pain: Outcome
    """What studies found for new pain."""
    lasting_pain: Outcome
    """What studies found for long-lasting pain."""
    against_massage: Passage
    """What was found where it was compared with massage."""
    guidelines: Passages
    """What guidelines say of it."""
    harms: Passage
    """What can go wrong."""
    effort: Passage
    """What it asks of the reader, in a few words: the table shows it too."""
    cost: Passage
    """What it costs, in a few words: the table shows it too."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""


class OptionRow(StrEnum):
    """What people ask of every option: the fields of an option that say what it may do, and at what price."""

    NEW_PAIN = "new_pain"
    LASTING_PAIN = "lasting_pain"
    AGAINST_MASSAGE = "against_massage"
    GUIDELINES = "guidelines"
    HARMS = "harms"
    EFFORT = "effort"
    COST = "cost"


class Statement(Record):
    """Something that may matter to a reader who chooses."""

    id: Id
    """A short name that never changes."""
    text: Prose
    """What matters, as the reader would say it."""
    rows: Annotated[tuple[OptionRow, ...], Field(min_length=1)]
    """The questions of the comparison that speak of it. It never names a choice."""


class Values(Record):
    """What may matter to readers. Choosing marks places to read; it never picks for them."""

    notes: str | None = None
    """For editors only."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """The statements, in order."""


class QuestionGroup(StrEnum):
    """What a question is about, in the order of the page. `words.yml` says it in plain words."""

    HELP = "does it help"
    SAFETY = "is it safe"
    VISIT = "the visit"
    HOME = "at home and at work"
    OTHER_CARE = "other care"


class Question(Entry, Dated):
    """A question that people ask, with a short answer."""

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=120)]
    """The question as people ask it."""
    group: QuestionGroup
    """does it help, is it safe, the visit, at home and at work, or other care."""
    answer: Passages
    """The answer, the main message first."""
    more: Links | None = None
    """Links to pages that say more: [[link:...]], with a comma and a blank between two."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""

    @property
    def title(self) -> str:
        """The question, as lists name the entry."""
        return self.question


class Style(StrEnum):
    """How the passages of a section are set."""

    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    DO = "do"
    DO_NOT = "do not"


class Section(Record):
    """A section of a topic."""

    id: Id
    """A short name that never changes; the section can be linked to by it."""
    title: Title
    """Its heading."""
    style: Style = Style.TEXT
    """text, list, steps, do or do not."""
    passages: Passages
    """Its text, a paragraph or list item each."""
    picture: Picture | None = None
    """Figures of 100 people, where the numbers of a study help."""


class Topic(Entry, Dated):
    """What a page of `docs/` says in its own sections."""

    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this page answers."""
    messages: Passages
    """The main messages, first on the page: two to four."""
    message: Line | None = None
    """A text message that leads to this page; its address comes after it. Together they have 160 signs at most."""
    sections: tuple[Section, ...] = ()
    """The sections, in order."""


class PriceRange(Record):
    """What people pay for one hour, and who says so."""

    typical: Money
    """The usual price; the calculator starts with it."""
    low: Money | None = None
    """Lower end of the range that the source gives."""
    high: Money | None = None
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
    """Its name in text, with “the” where English has it."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """Code of its money, such as USD."""
    sign: Annotated[str, StringConstraints(min_length=1, max_length=4)]
    """Sign printed before an amount."""
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[A-Z]{2}$")]
    """Language and country by whose habits people write numbers there, such as en-US."""
    emergency: Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
    """Number to call in an emergency."""
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
    evidence: Prose
    """What the evidence says of it."""
    graded_in: ClaimId
    """Id of the claim that grades it."""


class Limit(Record):
    """What people may type into a field of the calculator, and what stands there at first."""

    SCALE: ClassVar[int] = 100
    """How many of the cost model's units one of the field's units has."""

    low: Annotated[Exact, Field(decimal_places=2)]
    """The least."""
    high: Annotated[Exact, Field(decimal_places=2)]
    """The most."""
    start: Annotated[Exact, Field(decimal_places=2)] | None = None
    """What stands there at first; left out where the field starts empty or follows another choice."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("range", "`low` is more than `high`", {"at": "low"})
        if self.start is not None and not self.low <= self.start <= self.high:
            raise PydanticCustomError("start", "`start` is not between `low` and `high`", {"at": "start"})
        return self

    @property
    def kind(self) -> str:
        """money, percent or count."""
        return type(self).__name__.removesuffix("Limit").lower()

    def units(self, value: Decimal) -> int:
        """A value of the field as the cost model counts it."""
        return int(value * self.SCALE)


class MoneyLimit(Limit):
    """An amount of money."""


class PercentLimit(Limit):
    """A percentage."""


class CountLimit(Limit):
    """A whole number."""

    SCALE: ClassVar[int] = 1

    low: Whole
    """The least."""
    high: Whole
    """The most."""
    start: Whole | None = None
    """What stands there at first; left out where the field starts empty or follows another choice."""


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
                raise PydanticCustomError("limit", "`{name}` must stay between {low} and {high}",
                                          {"name": name, "at": name, "low": f"{least:f}", "high": f"{most:f}"})
        return self


class ArticlePrice(Record):
    """The price that the article gives."""

    amount: Money
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

    notes: str | None = None
    """For editors only."""
    article: ArticlePrice
    """The price that the article gives."""
    frequencies: Annotated[tuple[Frequency, ...], Field(min_length=1)]
    """The choices for “how often”."""
    scenarios: Annotated[tuple[Scenario, ...], Field(min_length=1)]
    """The ways shown side by side. The calculator starts with the first."""
    stops: Annotated[tuple[Annotated[Whole, Field(ge=1, le=364)], ...], Field(min_length=1)]
    """After how many visits people should stop and think whether it helps."""
    limits: Limits
    """What people may type into the calculator."""


class CheckPoint(Record):
    """One point to check about a therapist."""

    id: Id
    """A short name that never changes."""
    inventory: tuple[ArticlePoint, ...] = ()
    """Rows of article.yml that this point answers."""
    check: Prose
    """What to look for, as an instruction."""
    why: Passage
    """Why it matters."""
    how: Passage
    """How to find out."""


class WarningSign(Record):
    """A reason to walk away."""

    id: Id
    """A short name that never changes."""
    sign: Passage
    """What you see or hear."""


class QuestionToAsk(Record):
    """A question for the therapist."""

    id: Id
    """A short name that never changes."""
    ask: Passage
    """The question, as the reader says it."""


class Checklist(Dated):
    """How to find a good therapist."""

    notes: str | None = None
    """For editors only."""
    before_you_book: Annotated[tuple[CheckPoint, ...], Field(min_length=1)]
    """Points to settle before the first visit."""
    at_the_visit: Annotated[tuple[CheckPoint, ...], Field(min_length=1)]
    """Points to see at the first visit."""
    walk_away: Annotated[tuple[WarningSign, ...], Field(min_length=1)]
    """Signs that mean: leave."""
    questions: Annotated[tuple[QuestionToAsk, ...], Field(min_length=1)]
    """Questions to ask."""


class Urgency(StrEnum):
    """How soon somebody needs help, the soonest first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"


class CareCard(Record):
    """A box that says when to get help, and how fast."""

    id: Id
    """A short name that never changes; the box can be linked to by it."""
    urgency: Urgency
    """emergency, same-day or soon."""
    title: Prose
    """What to do, and when: it must make sense alone."""
    signs: Passages
    """The signs, a line each."""
    action: Passage | None = None
    """What to do, after the signs."""


class AskFirst(Record):
    """A condition with which to ask before any massage."""

    id: Id
    """A short name that never changes."""
    situation: Prose
    """The condition."""
    advice: Passage
    """What to do. Tools repeat it word for word."""
    no_firm_pressure: bool = False
    """true where firm pressure is a danger: every firm kind of massage must then name it."""


class Safety(Dated):
    """When massage is not the answer, or not yet."""

    notes: str | None = None
    """For editors only."""
    limits: Passage
    """What such lists cannot do."""
    cards: Annotated[tuple[CareCard, ...], Field(min_length=1)]
    """When to get help, the most urgent first."""
    ask_first: Annotated[tuple[AskFirst, ...], Field(min_length=1)]
    """Conditions with which to ask first."""
    side_effects: Passages
    """What is common after a massage."""


class ArticleRow(Record):
    """One thing that the popular article says."""

    id: Annotated[str, StringConstraints(pattern=r"^A\d\d$")]
    """A01 to A40."""
    says: Prose
    """What it says, in our words."""


class Article(Record):
    """What the popular article says, row by row: each must be answered somewhere."""

    notes: str | None = None
    """For editors only."""
    rows: Annotated[tuple[ArticleRow, ...], Field(min_length=1)]
    """The rows."""


class Author(Record):
    """Somebody who wrote the text. Only a real, named person who agreed to be named."""

    name: Title
    """Full name."""
    role: Line
    """Profession, training, and for whom they work."""


class Reviewer(Record):
    """A clinician who has reviewed the text. Only a real, named person who agreed to be named."""

    name: Title
    """Full name."""
    role: Line
    """Profession and registration."""
    reviewed: Day
    """Day of the review."""


class Guide(Record):
    """Facts about the guide itself."""

    notes: str | None = None
    """For editors only."""
    title: Title
    """Name of the guide."""
    tagline: Prose
    """What it is, in one sentence."""
    description: Line
    """For search engines, at most 160 characters or so."""
    audience: Paragraphs
    """For whom it is."""
    aims: Paragraphs
    """What it is for."""
    not_for: Paragraphs
    """What it is not for."""
    funding: Paragraphs
    """Who pays for it."""
    licence: Paragraphs
    """How text and code may be used."""
    grading: Paragraphs
    """How claims are graded."""
    review_policy: Paragraphs
    """How the text is kept true."""
    privacy: Paragraphs
    """What happens to readers' data."""
    accessibility: Paragraphs
    """How everybody can use the guide, and how far that was tested."""
    citing: Paragraphs
    """How to name the guide as a source."""
    tools: tuple[PageAddress, ...] = ()
    """Pages on which readers answer something for their visit sheet, in order; left out if there is none."""
    contact: Line | None = None
    """Address for reports; left out until there is one."""
    content_date: Day
    """Day of the newest change of the content. The build takes it for its date."""
    grace_days: Annotated[Whole, Field(ge=0, le=365)]
    """Days after `check_again` until overdue text stops publishing."""
    authors: Annotated[tuple[Author, ...], Field(min_length=1)] = ()
    """Who wrote the text; left out until somebody is named."""
    reviewer: Reviewer | None = None
    """The clinician who reviewed the text; left out until there is one."""


class PageWords(Record):
    """Words that people type for a page, or for a section of it."""

    page: PageAddress
    """Address of the page, such as types/thai, or of a section: safety#emergency."""
    words: Phrases
    """The words and phrases."""


SameWords = Annotated[tuple[Line, ...], Field(min_length=2)]
UrgentSign = Annotated[tuple[WordGroupId, ...], Field(min_length=2)]


class UrgentAnswer(Record):
    """What the search box says first when somebody types an emergency."""

    id: Id
    """A short name."""
    card: CardId
    """Id of the card in safety.yml that it leads to. Its urgency is shown."""
    answer: Passage
    """What to do, in plain words: it must make sense alone."""
    lines: bool = False
    """true where the lines of the card are shown too."""
    phrases: tuple[Line, ...] = ()
    """Phrases that are enough by themselves."""
    signs: tuple[UrgentSign, ...] = ()
    """Signs: lists of groups of which each must be there, close together."""
    harmless: tuple[Line, ...] = ()
    """Phrases that look like a sign and are none: their words are passed over."""


class Search(Record):
    """What the search box understands beyond the text of the pages."""

    notes: str | None = None
    """For editors only."""
    same: tuple[SameWords, ...]
    """Words and phrases that mean the same."""
    misspelt: dict[Line, Phrases]
    """The right word, and spellings too far from it to be found by likeness."""
    pages: tuple[PageWords, ...]
    """Words that people type for a page and that do not stand there."""
    small_words: Phrases
    """Words that count only where nothing else was typed."""
    last: tuple[PageAddress, ...] = ()
    """Pages that come after others."""
    skip: Phrases
    """Words passed over in signs of an emergency."""
    ordinary: Phrases
    """Ordinary words that look like a misspelt word of a sign, and are not."""
    groups: dict[Id, Phrases]
    """Words and phrases that mean the same in signs of an emergency, by name. A word after = must be typed just so."""
    urgent: Annotated[tuple[UrgentAnswer, ...], Field(min_length=1)]
    """The urgent answers. The first that fits is shown."""


class Words(Record):
    """All words of the interface, in groups. Each is used by a template, and none is missing."""

    notes: str | None = None
    """For editors only."""
    groups: dict[str, dict[str, Line]]
    """Group, name, words. {braces} hold what is filled in."""


Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$", max_length=120)]


class Moved(Record):
    """A page whose address has changed."""

    was: Address
    """Its old address, such as types/thai."""
    now: Address
    """The address of a page of today."""


class Redirects(Record):
    """Old addresses and where they lead. Links that people saved must work for ever."""

    notes: str | None = None
    """For editors only."""
    moved: Annotated[tuple[Moved, ...], Field(min_length=1)] = ()
    """The pages that have moved; left out until there is one."""


class FlakyLink(Record):
    """An address that readers can open, and that often fails when a program tries it."""

    address: AnyHttpUrl
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


class QualityCheck(StrEnum):
    """What can be looked up in the content, by the names of the checks in quality.py."""

    AIMS = "aims"
    SOURCES = "sources"
    SOURCE_DATES = "source_dates"
    CHECKED = "checked"
    CHECK_AGAIN = "check_again"
    FUNDING = "funding"
    AUTHORS = "authors"
    PROCESS = "process"
    CERTAINTY = "certainty"
    HOW_IT_WORKS = "how_it_works"
    BENEFITS = "benefits"
    RISKS = "risks"
    EXPERIENCE = "experience"
    NOTHING = "nothing"
    CHOICES = "choices"
    VALUES = "values"
    QUESTIONS = "questions"
    MORE_HELP = "more_help"
    PLAIN = "plain"
    WORDS = "words"
    SUMMARY = "summary"
    ACTIONS = "actions"
    CHECKLIST = "checklist"
    REVIEWER = "reviewer"
    CONTACT = "contact"


class Criteria(StrEnum):
    """Public lists of what good health information does."""

    DISCERN = "DISCERN"
    JAMA = "JAMA"
    IPDAS = "IPDAS"
    PEMAT = "PEMAT"
    PIF = "PIF"


class QualityItem(Record):
    """Something that public lists ask of health information."""

    id: Id
    """Its name inside this file."""
    asks: Prose
    """What good information does, in our own words."""
    lists: Annotated[tuple[Criteria, ...], Field(min_length=1)]
    """The lists that ask for it."""
    check: QualityCheck | None = None
    """What is looked up in the content. Leave it out where people must judge."""


class Quality(Record):
    """The items of the page on quality."""

    notes: str | None = None
    """For editors only."""
    items: Annotated[tuple[QualityItem, ...], Field(min_length=1)]
    """What is asked, in the order of the page."""


COLLECTIONS: dict[str, type[Entry]] = {
    "sources": Source,
    "claims": Claim,
    "benefits": Benefit,
    "types": MassageType,
    "topics": Topic,
    "options": Option,
    "questions": Question,
    "glossary": Term,
    "countries": Country,
}
"""Folders of `content/`, one file an entry."""

KINDS: dict[str, str] = {
    "source": "sources",
    "claim": "claims",
    "benefit": "benefits",
    "type": "types",
    "topic": "topics",
    "option": "options",
    "question": "questions",
    "word": "glossary",
    "country": "countries",
}
"""What one entry of a folder is called."""

SINGLES: dict[str, type[Record]] = {
    "guide": Guide,
    "words": Words,
    "article": Article,
    "prices": Prices,
    "safety": Safety,
    "therapist-checklist": Checklist,
    "values": Values,
    "redirects": Redirects,
    "links": OutsideLinks,
    "search": Search,
    "quality": Quality,
}
"""Single files of `content/`."""


def keys(model: type[Record]) -> list[str]:
    """The keys of a record in the order in which files have them: its id first, its dates last."""
    first, last = list(Entry.model_fields), list(Dated.model_fields)
    own = [name for name in model.model_fields if name not in (*first, *last)]
    if issubclass(model, Graded):  # inherited, and so before the title
        own.insert(own.index("inventory"), own.pop(own.index("graded_in")))
    return [name for name in (*first, *own, *last) if name in model.model_fields]
