"""What people with a profession sign: each record that protects people, on its own.

A record is a card, a condition, a sentence of a level, or a way to get help in a country. Its code
is made of all that it says, and of its sources, so that a signature ends with the first change.
What is signed stands in `guide.yml`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.countries import Country
from ..model.fields import Passage
from ..model.guide import SignsAs
from ..outputs.typesetting import Typesetter
from ..site.site import Site


@dataclass(frozen=True)
class SafetyRecord:
    """One record as it is signed."""

    name: str
    """Its kind and its id, such as `card/emergency`; a help line's ends with a number."""
    title: str
    lines: tuple[str, ...]
    """What it says, each line with the ids of its sources."""
    sources: tuple[str, ...]

    @property
    def code(self) -> str:
        """Eight signs that another text, or other sources, would not have."""
        said = json.dumps([self.title, self.lines], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:8]

    @property
    def key(self) -> str:
        """What is kept of a signature."""
        return f"{self.name} {self.code}"


def safety_records(site: Site) -> Iterator[SafetyRecord]:
    """Every record, in the order in which it is read."""
    safety, words = site.safety, site.words.groups
    for card in safety.cards:
        title = f"{words['urgencies'][card.urgency]}: {site.plain(card.title)}"
        yield _record(site, f"card/{card.id}", title, (*card.signs, *card.actions))
    for level, sentence in words["levels"].items():
        yield SafetyRecord(f"level/{level.replace(' ', '-')}", sentence, (), ())
    for condition in safety.ask_first:
        title = f"{words['levels'][condition.level]} {site.plain(condition.situation)}"
        yield _record(site, f"condition/{condition.id}", title, [condition.advice])
    yield _record(site, "limits", "", [safety.limits])
    yield _record(site, "elsewhere", "", [safety.crisis_elsewhere])
    for id, country in sorted(site.countries.items()):
        title = f"{country.name}: {words['urgencies']['emergency']}"
        sources = country.emergency_sources
        yield SafetyRecord(f"emergency/{id}", title, (_cited(country.emergency, sources),), sources)
        yield from _help_lines(site, country)


def _help_lines(site: Site, country: Country) -> Iterator[SafetyRecord]:
    """The ways to get help in a country, named by whom they serve and for what."""
    met: Counter[str] = Counter()
    for line in country.help_lines:
        name = "/".join([f"help-line/{country.id}", *line.parts, *line.needs])
        met[name] += 1
        parts = [part.name for part in country.parts if part.id in line.parts]
        title = ", ".join([country.name, *parts, *line.needs])
        yield _record(site, f"{name}/{met[name]}", title, [site.help_lines.passage(line)])


def unsigned(site: Site) -> Iterator[str]:
    """A line for each record and each profession whose signature is missing, or out of date."""
    records = list(safety_records(site))
    for role in SignsAs:
        signed = {key for it in site.guide.signed if it.signs_as is role for key in it.records}
        names = {key.partition(" ")[0] for key in signed}
        for record in records:
            if record.key not in signed:
                why = "changed since it was signed" if record.name in names else "not signed"
                yield f"{record.name}: {why} by a {role}"
        for name in sorted(names - {record.name for record in records}):
            yield f"{name}: signed by a {role}, and no longer there"


def sign_off_sheet(site: Site) -> bytes:
    """A PDF of every record, with room for a signature beside each."""
    words, records = site.words.groups, list(safety_records(site))
    used = sorted({id for record in records for id in record.sources})
    return Typesetter().pdf(
        "sign-off",
        {
            "guide": site.guide.title,
            "words": {"sign_off": words["sign_off"]},
            "roles": [words["signs_as"][role] for role in SignsAs],
            "records": [
                {"name": it.name, "code": it.code, "title": it.title, "lines": it.lines}
                for it in records
            ],
            "sources": [
                {"id": id, "said": f"{it.authors}: {it.title}. {it.published}. {it.address or ''}"}
                for id, it in ((id, site.sources[id]) for id in used)
            ],
        },
    )


def _record(site: Site, name: str, title: str, passages: Iterable[Passage]) -> SafetyRecord:
    passages = tuple(passages)
    lines = tuple(_cited(site.plain(it.text), it.sources or ()) for it in passages)
    sources = tuple(dict.fromkeys(id for it in passages for id in it.sources or ()))
    return SafetyRecord(name, title, lines, sources)


def _cited(text: str, sources: Iterable[str]) -> str:
    return f"{text} [{', '.join(sources) or '–'}]"
