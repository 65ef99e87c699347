"""How sure the evidence is behind a text: what the entry that it stands in is graded by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.benefits import Benefit
from ...model.claims import Claim
from ...model.fields import Certainty, Record
from ...model.options import Option, Outcome
from ...model.questions import Question
from ...model.types import MassageType
from ...site.addresses import SHOWN_AT
from ...site.site import Site, walk
from ...text.prose import LinkMark
from ...yaml_source.document import Path

_OPTIONS_PAGE = SHOWN_AT["options"].partition("#")[0]


def certainty_behind(site: Site, record: Record, path: Path) -> Certainty:
    """The certainty of a text: its own, or the lowest of what grades its entry, or low."""
    if isinstance(record, Claim) and path[0] == "parts" and record.parts:
        return record.parts[int(path[1])].certainty
    if isinstance(outcome := getattr(record, str(path[0])), Outcome):
        return outcome.certainty or Certainty.LOW
    return lowest(_grades(site, record))


def lowest(grades: Iterable[Certainty]) -> Certainty:
    """The lowest of several certainties; low where there is none."""
    return max(grades, key=list(Certainty).index, default=Certainty.LOW)


def _grades(site: Site, record: Record) -> Iterator[Certainty]:
    """What grades an entry: itself, the claims it names, or the entries a question leads to."""
    if isinstance(record, Claim):
        yield record.least_certainty
    elif isinstance(record, Option):
        yield from graded_outcomes(record)
    elif isinstance(record, Benefit | MassageType):
        for id in record.graded_in:
            if id in site.claims:
                yield site.claims[id].least_certainty
    elif isinstance(record, Question):
        for linked in _linked(site, record):
            yield lowest(_grades(site, linked))


def graded_outcomes(option: Option) -> list[Certainty]:
    """The certainties that an option states, for new pain and for lasting pain."""
    outcomes = (option.new_pain, option.lasting_pain)
    return [outcome.certainty for outcome in outcomes if outcome.certainty]


def _key_of(target: str) -> str:
    """The entry that a link leads to: `types/thai#risks` and `compare#heat` are of one each."""
    page, _, anchor = target.partition("#")
    return f"options/{anchor}" if page == _OPTIONS_PAGE else page


def _linked(site: Site, question: Question) -> Iterator[Claim | Option | Benefit | MassageType]:
    """The graded entries whose pages a question links to."""
    for _, value in walk(question):
        for mark in getattr(value, "parts", ()):
            if isinstance(mark, LinkMark):
                entry = site.records.get(_key_of(mark.target))
                if isinstance(entry, Claim | Option | Benefit | MassageType):
                    yield entry
