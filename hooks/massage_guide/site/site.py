"""The loaded content as one value, and what follows from it."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from ..model import COLLECTIONS, SINGLES
from ..model.article import Article
from ..model.benefits import Benefit
from ..model.claims import Claim, ClaimPart, OtherSide, Picture
from ..model.countries import Country
from ..model.evidence import EvidenceWords
from ..model.fields import Passage, Record, Reference, TellsStudies
from ..model.glossary import Term
from ..model.grading import Grading
from ..model.guide import Guide
from ..model.links import OutsideLinks
from ..model.options import Option
from ..model.prices import Prices
from ..model.quality import Quality
from ..model.questions import Question
from ..model.redirects import Redirects
from ..model.safety import Safety
from ..model.search import Search
from ..model.sources import Source
from ..model.spanish import Spanish
from ..model.therapist_checklist import Checklist
from ..model.topics import Topic
from ..model.types import MassageType
from ..model.urgent import Urgent
from ..model.values import Values
from ..model.wording import Wording
from ..model.words import Words
from ..problems.problem import Problem
from ..text.prose import NumberMark, Prose, SizeMark, plain
from ..yaml_source.document import Document, Path
from .addresses import page_titles
from .care_cards import PrintedCard, printed
from .help_lines import HelpLines
from .numbers import Price, bases, number_sizes, price_of, printed_numbers
from .page import Page

PUBLISHED = ("addresses", "data")
"""The lists of what was published."""


@dataclass(frozen=True)
class Site:
    """All content, loaded and valid. Every key of `documents` names one YAML file: `types/thai`."""

    guide: Guide
    words: Words
    article: Article
    prices: Prices
    safety: Safety
    checklist: Checklist
    values: Values
    redirects: Redirects
    links: OutsideLinks
    search: Search
    urgent: Urgent
    spanish: Spanish
    quality: Quality
    evidence: EvidenceWords
    grading: Grading
    wording: Wording
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    benefits: Mapping[str, Benefit]
    types: Mapping[str, MassageType]
    topics: Mapping[str, Topic]
    options: Mapping[str, Option]
    questions: Mapping[str, Question]
    glossary: Mapping[str, Term]
    countries: Mapping[str, Country]
    pages: Mapping[str, Page]
    """Hand-written pages by address."""
    documents: Mapping[str, Document] = field(repr=False)
    published_at: str = ""
    """The address of the published site."""
    published: Mapping[str, frozenset[str]] = field(
        default_factory=lambda: dict.fromkeys(PUBLISHED, frozenset())
    )
    """What was published before, by the name of its list: addresses, and promises of the data."""
    broken: frozenset[str] = frozenset()
    """Keys of files with faults of their own: they exist, but nothing is known of them."""

    @cached_property
    def records(self) -> dict[str, Record]:
        """Every loaded file by its key."""
        singles = {name: getattr(self, field_of(name)) for name in SINGLES}
        groups = {name: getattr(self, name) for name in COLLECTIONS}
        return singles | {
            f"{name}/{id}": entry for name, group in groups.items() for id, entry in group.items()
        }

    def problem(
        self, key: str, path: Path, code: str, message: str, hint: str = "", *, snippet: str = ""
    ) -> Problem:
        """A problem with the value at `path` of the file `key`."""
        document = self.documents[key]
        return document.problem(code, document.place(path), message, hint, snippet=snippet)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The title of each page by its address: `types/thai`, `safety`, `/`."""
        return page_titles(self.pages, {name: getattr(self, name) for name in COLLECTIONS})

    @cached_property
    def help_lines(self) -> HelpLines:
        """Whom to call for what, in each country."""
        return HelpLines(self.countries, self.words, self.safety.crisis_elsewhere)

    @cached_property
    def cards(self) -> dict[str, PrintedCard]:
        """The care cards by id, as every surface prints them: the most urgent first."""
        return {card.id: printed(card, self.help_lines) for card in self.safety.cards}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Every number that text can print, by its key."""
        return printed_numbers(self.sources, self.prices, self.countries, self.grading, self.words)

    def price_in(self, country: Country) -> Price:
        """What an hour costs in a country."""
        return price_of(country, self.sources)

    @cached_property
    def sizes(self) -> dict[str, str]:
        """The word for the size of every number that has one, by its key."""
        return number_sizes(self.sources, self.grading)

    @cached_property
    def bases(self) -> dict[str, str]:
        """What every number with a base rests on, in words, by its key."""
        return bases(self.sources, self.words)

    def bases_of(self, prose: Prose) -> list[str]:
        """What the numbers in a text rest on, and sizes where studies are told: each base once."""
        marks = (NumberMark, SizeMark) if id(prose) in self._study_ids else NumberMark
        keys = [part.key for part in prose.parts if isinstance(part, marks)]
        return list(dict.fromkeys(self.bases[key] for key in keys if key in self.bases))

    def how_sure(self, finding: Claim | ClaimPart) -> str:
        """How sure anybody can be of a graded statement, in a sentence or two."""
        if finding.verdict is None or finding.certainty is None:
            raise ValueError("a claim with parts is graded in its parts")
        return self.grading.sentence(finding.verdict, finding.certainty, finding.basis)

    def plain(self, prose: Prose) -> str:
        """Prose without marks, as readers hear it; but what its numbers rest on is not in it."""
        return plain(prose, self.numbers, self.sizes, self.addresses)

    @cached_property
    def prose(self) -> tuple[tuple[str, Path, Prose], ...]:
        """Every piece of prose, with the key of its file and its path there."""
        return tuple(found for found in self._values if isinstance(found[2], Prose))

    @cached_property
    def passages(self) -> tuple[tuple[str, Path, Passage], ...]:
        """Every passage, with the key of its file and its path there."""
        return tuple(found for found in self._values if isinstance(found[2], Passage))

    @cached_property
    def told_of_studies(self) -> dict[tuple[str, Path], Prose]:
        """Every text that tells what studies found, by the key of its file and its path there."""
        return {
            (key, (*path, *inner)): text
            for key, path, value in self._values
            if isinstance(value, BaseModel)
            for name in _study_fields(type(value))
            for inner, text in walk(getattr(value, name), (name,))
            if isinstance(text, Prose)
        }

    @cached_property
    def _study_ids(self) -> frozenset[int]:
        return frozenset(map(id, self.told_of_studies.values()))

    @cached_property
    def pictures(self) -> tuple[tuple[str, Path, Picture], ...]:
        """Every picture, with the key of its file and its path there."""
        return tuple(found for found in self._values if isinstance(found[2], Picture))

    @cached_property
    def other_sides(self) -> tuple[tuple[str, Path, OtherSide], ...]:
        """What speaks against each verdict, with the key of its file and its path there."""
        return tuple(found for found in self._values if isinstance(found[2], OtherSide))

    @cached_property
    def references(self) -> tuple[tuple[str, Path, str, str], ...]:
        """Every id that refers to something else.

        Each comes as its file's key, its path there, where the id is defined, and the id.
        """
        return tuple(
            (key, (*path, *inner), to, id)
            for key, path, value in self._values
            if isinstance(value, BaseModel)
            for name, to in _reference_fields(type(value))
            for inner, id in walk(getattr(value, name), (name,))
            if isinstance(id, str)
        )

    @cached_property
    def _values(self) -> tuple[tuple[str, Path, Any], ...]:
        """Every record and text in the content, with the key of its file and its path there.

        It is walked once.
        """
        return tuple(
            (key, path, value)
            for key, record in self.records.items()
            for path, value in walk(record)
            if isinstance(value, Prose | BaseModel)
        )


def field_of(name: str) -> str:
    """The field of a Site for a single file of the content."""
    return "checklist" if name == "therapist-checklist" else name


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value inside a record, with its path; records and lists come before their contents."""
    yield path, value
    if isinstance(value, str | Prose):
        return  # most values are
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, (*path, name))


@cache
def _study_fields(model: type[BaseModel]) -> list[str]:
    return [
        name
        for name, field in model.model_fields.items()
        if any(isinstance(mark, TellsStudies) for mark in field.metadata)
    ]


@cache
def _reference_fields(model: type[BaseModel]) -> list[tuple[str, str]]:
    found = (
        (name, _reference(field.annotation, field.metadata))
        for name, field in model.model_fields.items()
    )
    return [(name, to) for name, to in found if to]


def _reference(annotation: Any, metadata: typing.Iterable[Any] = ()) -> str | None:
    for mark in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Reference):
            return mark.to
    return next((to for inner in typing.get_args(annotation) if (to := _reference(inner))), None)
