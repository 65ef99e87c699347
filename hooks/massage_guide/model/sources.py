"""Sources: the studies, guidelines and pages that the guide rests on."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import quote

from pydantic import AnyHttpUrl, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from ..text.prose import Prose
from .fields import Certainty, Entry, Exact, Id, Line, Record, TellsStudies, Whole


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


class Scale(StrEnum):
    """What the size of an effect is measured on; `grading.yml` has words for its sizes."""

    OF_100 = "100"
    OF_10 = "10"
    TASKS = "tasks"
    SMD = "smd"


class Unseen(StrEnum):
    """What of a number's base was not seen."""

    TRIALS = "trials"
    PEOPLE = "people"
    WHEN = "when"


class Base(Record):
    """What a number rests on: this number, and never the whole review it stands in.

    It is printed wherever the number is.
    """

    versus: Line | None = None
    """What it was compared with; left out where nothing was."""
    trials: Annotated[Whole, Field(ge=1)] | None = None
    """How many trials this number comes from."""
    cohorts: Annotated[Whole, Field(ge=1)] | None = None
    """How many studies without a comparison group this number comes from."""
    people: Annotated[Whole, Field(ge=1)] | None = None
    """How many people this number comes from."""
    among: Line | None = None
    """What was counted, if not people: “21 lists of reasons for care”."""
    unseen: tuple[Unseen, ...] = ()
    """trials, people, when: what nobody saw. Of trials and people the guide then says so."""
    when: Line | None = None
    """When it was measured, as text goes on: “at three months”, “after 5 days”."""
    certainty: Certainty | None = None
    """How sure this number is; left out where nobody graded it."""
    low: Exact | None = None
    """The lower end of its range, on the side of the value."""
    high: Exact | None = None
    """The upper end of its range."""
    note: Line | None = None
    """What else belongs to it, as text goes on: “quoted in a US review”."""
    whole_review: bool = False
    """Write true where a review's number does come from all its trials."""

    @model_validator(mode="after")
    def _is_told(self) -> Self:
        told = {
            "trials": not self.versus or self.trials or Unseen.TRIALS in self.unseen,
            "people": self.people or self.among or Unseen.PEOPLE in self.unseen,
            "when": not self.versus or self.when or Unseen.WHEN in self.unseen,
        }
        if missing := [name for name, there in told.items() if not there]:
            raise PydanticCustomError(
                "no_base", "{missing} is missing", {"missing": " and ".join(missing)}
            )
        if (self.low is None) != (self.high is None):
            raise PydanticCustomError("half_range", "one end of the range is missing")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError("range", "`low` is above `high`", {"at": "low"})
        return self

    @property
    def is_unclear(self) -> bool:
        """Whether the range of an effect includes no difference."""
        return self.low is not None and self.high is not None and self.low <= 0 <= self.high


class Number(Record):
    """A number that the source reports. It stands here once; text prints it by a mark."""

    value: Exact
    """The number, without units or commas."""
    out_of: Whole | None = Field(default=None, ge=2)
    """For “1 in 25”: the 25."""
    unit: (
        Annotated[
            str,
            StringConstraints(
                pattern=r"^(%|points|times|weeks|days|minutes|people|trials|studies|items|[A-Z]{3})$"
            ),
        ]
        | None
    ) = None
    """%, points, times, weeks, days, minutes, people, trials, studies, items, or a currency."""
    bound: Bound | None = None
    (
        "more than, less than or about, where the source does not give it exactly; text prints it "
        "too."
    )
    means: Line
    """What the number counts, for editors and for the data files."""
    scale: Scale | None = None
    (
        "What an effect is measured on: 100, 10, tasks (a list of daily tasks, 23 or 24 long) or "
        "smd. Its size then has a word. Needs `base`; left out for any other scale."
    )
    base: Base | None = None
    """For what a study found: compared with what, how many trials and people, when, how sure."""

    @model_validator(mode="after")
    def _has_its_base(self) -> Self:
        if self.scale and not self.base:
            raise PydanticCustomError("no_base", "{missing} is missing", {"missing": "base"})
        return self


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
    about: Annotated[Prose, TellsStudies()]
    """Who was studied and how, in one or two plain sentences."""
    finding: Annotated[Prose, TellsStudies()]
    """What it found, in plain words."""
    on_massage: Annotated[Prose | None, TellsStudies()] = None
    (
        "What a guideline for back pain says of massage, for the table that puts guidelines side "
        "by side."
    )
    limits: Annotated[Prose | None, TellsStudies()] = None
    """Why to read it with care."""
    numbers: dict[Id, Number] = Field(default_factory=dict)
    """The numbers that text may print, by name."""
    verified: Verification
    """How it was checked."""

    @property
    def short_name(self) -> str:
        """Its first author, and the year: enough to tell it from others in a list."""
        author = re.sub(r"\s+[A-Z]{1,3}$", "", re.split("[,;]", self.authors)[0])
        return f"{author} {self.year}" if self.year else author

    @property
    def found_by(self) -> str | None:
        """The key that says where it is on the web, the most lasting first, or None."""
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
