"""What templates ask of the site: entries in order, claims by verdict, where a source is used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ..model import COLLECTIONS
from ..model.claims import Claim, ClaimPart, Verdict
from ..model.fields import Dated, Record
from ..model.glossary import Term
from ..model.questions import Question, QuestionGroup
from ..model.safety import AskFirst, Level
from ..model.sources import Source
from ..text.prose import LinkMark
from ..yaml_source.document import Path
from .addresses import NAMED, address_of, page_of
from .article_coverage import coverage
from .citations import used_in
from .site import Site


class Queries:
    """Questions that templates ask of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._used_in = used_in(site)
        self._answers = coverage(site).answers
        self._ordered = {
            name: sorted(getattr(site, name).values(), key=_place) for name in COLLECTIONS
        }
        self._places = {
            name: {entry.id: place for place, entry in enumerate(entries)}
            for name, entries in self._ordered.items()
        }

    def in_order(self, collection: str) -> list[Any]:
        """The entries as lists show them: by `order` where they have one, then by title."""
        return self._ordered[collection]

    def neighbors(self, collection: str, id: str) -> tuple[Any | None, Any | None]:
        """The entries before and after this one."""
        entries, at = self._ordered[collection], self._places[collection][id]
        return entries[at - 1] if at else None, entries[at + 1] if at + 1 < len(entries) else None

    def terms(self, ids: Iterable[str]) -> list[Term]:
        """These words of the glossary in the order of the alphabet."""
        return sorted(
            (self._site.glossary[id] for id in ids), key=lambda entry: entry.term.casefold()
        )

    def graded(self, verdict: Verdict) -> list[tuple[Claim, Claim | ClaimPart]]:
        """The claims, or parts of claims, with this verdict."""
        return [
            (claim, finding)
            for claim in self.in_order("claims")
            for finding in claim.findings
            if finding.verdict == verdict
        ]

    def conditions_by_level(
        self, ids: Iterable[str] | None = None
    ) -> list[tuple[Level, list[AskFirst]]]:
        """The conditions with these ids, or all, by what they ask of a reader.

        The most urgent come first.
        """
        wanted = [item for item in self._site.safety.ask_first if ids is None or item.id in ids]
        groups = ((level, [item for item in wanted if item.level == level]) for level in Level)
        return [(level, items) for level, items in groups if items]

    def needs_quick_exit(self, question: Question) -> bool:
        """Whether it leads to a card whose readers may be watched: its own may be as well."""
        cards = {f"safety#{card.id}" for card in self._site.cards.values() if card.needs_quick_exit}
        texts = [passage.text for passage in question.answer]
        texts += [question.more] if question.more else []
        marks = [part for text in texts for part in text.parts]
        return any(isinstance(mark, LinkMark) and mark.target in cards for mark in marks)

    def question_groups(self) -> list[tuple[QuestionGroup, list[Question]]]:
        """The questions, group by group; a group without questions is left out."""
        groups = (
            (group, [item for item in self.in_order("questions") if item.group == group])
            for group in QuestionGroup
        )
        return [(group, items) for group, items in groups if items]

    def dates(self, keys: Iterable[str] | None) -> tuple[dt.date, dt.date]:
        """When the oldest of these files or folders was checked, and when the first is due again.

        None means all.

        Raises LookupError for a key that names neither, and for files without dates.
        """
        files = (
            self._site.records.values()
            if keys is None
            else [file for key in keys for file in self._files(key)]
        )
        dated = [record for record in files if isinstance(record, Dated)]
        if not dated:
            raise LookupError(", ".join(keys or ()))
        return min(record.checked for record in dated), min(record.check_again for record in dated)

    def _files(self, key: str) -> list[Record]:
        """The file of this key, or all of the folder of this name."""
        return self._ordered[key] if key in COLLECTIONS else [self._site.records[key]]

    def guidelines(self) -> list[Source]:
        """The sources that give a guideline's words on massage, the newest first."""
        found = [source for source in self._site.sources.values() if source.on_massage]
        return sorted(found, key=lambda source: (-(source.year or 0), source.title))

    def per_hundred(self, key: str) -> int:
        """How many of 100 people a number means: a percentage, or one “in” another.

        Halves are rounded up.
        """
        source, _, name = key.partition(".")
        number = self._site.sources[source].numbers[name]
        share = number.value * 100 / number.out_of if number.out_of else number.value
        return int(share.quantize(Decimal(1), ROUND_HALF_UP))

    def names_by_letter(self) -> list[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
        """Each letter, below it each name with its places.

        A place is a title and an address.
        """
        titles: dict[str, str] = {}
        places: dict[str, dict[str, None]] = {}
        for name, address in names(self._site):
            titles.setdefault(
                address, _capital(name)
            )  # a place's own name comes before its other names
            places.setdefault(_capital(name), {})[address] = None
        letters: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {}
        for name in sorted(places, key=lambda name: (name.casefold(), name)):
            letter = next((sign.upper() for sign in name if sign.isalpha()), "#")
            letters.setdefault(letter, []).append(
                (name, [(titles[address], address) for address in sorted(places[name])])
            )
        return sorted(letters.items())

    def used_in(self, source: str) -> list[str]:
        """Addresses of the pages that cite a source, each once."""
        return self._used_in.get(source, [])

    def answered_in(self, row: str) -> list[str]:
        """Addresses of the pages that answer a row of the article."""
        return list(dict.fromkeys(map(page_of, sorted(self._answers[row]))))


def names(site: Site) -> Iterator[tuple[str, str]]:
    """Every name in the guide with its address: pages, entries, and other names of entries."""
    yield from ((page.title, address) for address, page in site.pages.items() if not page.is_embed)
    for collection in NAMED:
        for id, entry in getattr(site, collection).items():
            yield (
                (entry.term if isinstance(entry, Term) else entry.title),
                address_of(f"{collection}/{id}"),
            )
    yield from ((name, place) for place, others in other_names(site).items() for name in others)


def other_names(site: Site) -> dict[str, tuple[str, ...]]:
    """The other names of entries by their address."""
    return {
        address_of(f"{collection}/{id}"): entry.also_called
        for collection in NAMED
        for id, entry in getattr(site, collection).items()
    }


def offered(site: Site) -> Iterator[tuple[str, Path, str, str]]:
    """The words that lead to a place: where each is written, the place, and the words."""
    for number, listed in enumerate(site.search.pages):
        for nth, phrase in enumerate(listed.words):
            yield "search", ("pages", number, "words", nth), listed.page, phrase
    for collection in NAMED:
        for id, entry in getattr(site, collection).items():
            for nth, phrase in enumerate(entry.also_called):
                key = f"{collection}/{id}"
                yield key, ("also_called", nth), address_of(key), phrase


def _place(entry: Any) -> tuple[int, str]:
    return getattr(entry, "order", 0), getattr(entry, "title", entry.id).casefold()


def _capital(name: str) -> str:
    """A name as it begins a line."""
    return name[:1].upper() + name[1:]
