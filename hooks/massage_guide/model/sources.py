"""Sources: the studies, guidelines and pages that the guide rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from pydantic import AnyHttpUrl, Field, StringConstraints

from ..text.prose import Prose
from .fields import Entry, Exact, Id, Line, Record, Whole


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
    unit: (
        Annotated[str, StringConstraints(pattern=r"^(%|points|times|weeks|days|minutes|[A-Z]{3})$")]
        | None
    ) = None
    """%, points, times, weeks, days, minutes, or a currency such as USD."""
    bound: Bound | None = None
    (
        "more than, less than or about, where the source does not give it exactly; text prints it "
        "too."
    )
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
    (
        "What a guideline for back pain says of massage, for the table that puts guidelines side "
        "by side."
    )
    limits: Prose | None = None
    """Why to read it with care."""
    numbers: dict[Id, Number] = Field(default_factory=dict)
    """The numbers that text may print, by name."""
    verified: Verification
    """How it was checked."""

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
