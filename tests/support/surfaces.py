"""Which surface prints what of what protects people, and how each is read.

The table is written here once more, apart from the code that prints: nothing may drop out of both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2

from massage_guide.model.safety import AskFirst, Level, Urgency
from massage_guide.render.renderer import Renderer
from massage_guide.site.conditions import advised
from massage_guide.site.share_kits import kits
from massage_guide.site.site import Site
from massage_guide.text.fill import fill

from .built_pages import parsed

SHEETS = ("a4", "letter", "large", "large_letter")
POSTERS = ("poster", "poster_letter")


@dataclass(frozen=True)
class Surface:
    """One place where people read: a page, a sheet of paper or a file of data."""

    name: str
    text: str
    """All that it says, without blanks and signs."""
    says: tuple[str, ...]
    """What it must say, as readers hear it."""
    levels: dict[str, list[str]] = field(default_factory=dict)
    """What must stand below which sentence."""

    def missing(self) -> list[str]:
        """What it does not say, or says below another sentence."""
        lost = [said for said in self.says if letters(said) not in self.text]
        return lost + list(self._misplaced())

    def _misplaced(self) -> Iterator[str]:
        """The sentences follow each other; what belongs to one stands before the next."""
        rest = self.text
        for sentence, names in reversed(self.levels.items()):
            rest, found, part = rest.rpartition(letters(sentence))
            if not found:
                yield sentence
            yield from (f"{sentence} {name}" for name in names if letters(name) not in part)


def letters(text: str) -> str:
    """Letters and digits alone: a line may break anywhere, and a mark may stand between words."""
    return re.sub(r"[\W_]", "", text).lower()


def page_text(file: Path) -> str:
    """What readers see on a page, without the numbers of sources."""
    text = [
        re.sub(r"<sup.*?</sup>|<(script|style).*?</\1>", "", node.to_html(), flags=re.S)
        for node in parsed(file).query("main")
    ]
    return letters(_unescaped(re.sub(r"<[^>]*>", "", " ".join(text))))


def _unescaped(text: str) -> str:
    return text.replace("&amp;", "&").replace("&nbsp;", " ")


def pdf_text(file: Path, site: Site) -> str:
    """What a sheet says, without the line below each page."""
    document, words = pypdfium2.PdfDocument(file), site.words.groups
    help_line = words["urgencies"]["emergency"] + site.plain(site.help_lines.line())
    return "".join(
        letters(page.get_textpage().get_text_range()).replace(
            letters(
                help_line
                + site.guide.title
                + fill(words["handouts"]["page"], number=number, count=len(document))
            ),
            "",
        )
        for number, page in enumerate(document, 1)
    )


BODY = ("emergency", "emergency-any", "after-massage", "pregnant", "same-day")
"""Cards with signs of the body that need help now or today: a kind's sheet prints them whole."""


class Table:
    """What each surface of one built site must say."""

    def __init__(self, built: Path, site: Site) -> None:
        self._built, self._site, self._renderer = built, site, Renderer(site)
        self._sentences = site.words.groups["levels"]
        self._list = site.published_at.partition("://")[2] + "safety/"

    def surfaces(self) -> Iterator[Surface]:
        """Every surface."""
        yield from self._all_of_it()
        yield from self._kinds()
        yield self._page("visit-sheet", [*self._help(), *self._levels_beside_ticks()])
        yield from self._with_every_emergency()
        yield from self._others()

    # --- what is said -----------------------------------------------------------------------------

    def _help(self) -> list[str]:
        lines = self._site.help_lines
        return self._said([lines.call().text, lines.crisis_line()])

    def _cards(self, wanted: Callable[[Any], bool]) -> list[str]:
        return [
            said
            for card in self._site.cards.values()
            if wanted(card)
            for said in self._said(
                [
                    card.title,
                    *(item.text for item in (*card.signs, *card.lines, *card.actions)),
                ]
            )
        ]

    def _titles(self) -> list[str]:
        return [
            said
            for card in self._site.cards.values()
            if card.urgency is not Urgency.SOON
            for said in self._said([card.title, card.signs[0].text])
        ]

    def _said(self, prose: Iterable[Any]) -> list[str]:
        return [self._renderer.plain(said) for said in prose]

    def _advice(self, conditions: Iterable[AskFirst]) -> list[str]:
        return self._said(condition.advice.text for condition in conditions)

    def _levels(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for level in Level:
            names = self._said(c.situation for c in self._site.safety.ask_first if c.level == level)
            if names:
                found[self._sentences[level]] = names
        return found

    def _levels_beside_ticks(self) -> list[str]:
        """Each condition, then the sentence of its level; a reader's own choice never."""
        return [
            self._renderer.plain(condition.situation) + self._sentences[condition.level]
            for condition in self._site.safety.ask_first
            if condition.level is not Level.YOUR_CHOICE
        ]

    # --- where ------------------------------------------------------------------------------------

    def _page(self, address: str, says: list[str], **levels: Any) -> Surface:
        return Surface(
            address, page_text(self._built / address / "index.html"), tuple(says), **levels
        )

    def _sheets(
        self, id: str, forms: Iterable[str], says: list[str], **levels: Any
    ) -> Iterator[Surface]:
        kit = next(kit for kit in kits(self._site) if kit.id == id)
        for form in forms:
            name = kit.files[form]
            yield Surface(name, pdf_text(self._built / name, self._site), tuple(says), **levels)

    def _all_of_it(self) -> Iterator[Surface]:
        says = self._cards(lambda _: True) + self._advice(self._site.safety.ask_first)
        levels = {"levels": self._levels()}
        yield self._page("safety", says, **levels)
        yield from self._sheets("safety", SHEETS, says, **levels)
        data = json.loads((self._built / "api/v1/safety.json").read_text("utf-8"))
        assert set(data["levels"]) == {*Level}
        assert [item["level"] for item in data["ask_first"]] == [
            item.level for item in self._site.safety.ask_first
        ]
        text = letters(json.dumps(data, ensure_ascii=False).replace("\\n", " "))
        situations = self._said(item.situation for item in self._site.safety.ask_first)
        yield Surface("safety.json", text, tuple(says + situations + [*levels["levels"]]))

    def _kinds(self) -> Iterator[Surface]:
        conditions = self._site.safety.ask_first
        for id, kind in self._site.types.items():
            full = advised(kind, conditions)
            says = self._titles() + self._advice(c for c in conditions if c.id in full)
            levels = {"levels": self._levels()}
            yield self._page(f"types/{id}", [*says], **levels)
            says += self._cards(lambda card: card.id in BODY)
            says += [*self._help(), self._list]
            yield from self._sheets(id, SHEETS, says, **levels)

    def _with_every_emergency(self) -> Iterator[Surface]:
        cards = self._cards(lambda card: card.urgency is Urgency.EMERGENCY)
        for id in ("first-visit", "find-a-therapist"):
            yield self._page(id, self._help() + cards)
            yield from self._sheets(id, SHEETS, [*self._help(), *cards, self._list])

    def _others(self) -> Iterator[Surface]:
        cards = self._cards(lambda card: card.everywhere)
        for address in ("embed/cost", "embed/find-a-therapist", "from-your-clinic"):
            yield self._page(address, self._help() + cards)
        for kit in kits(self._site):
            if kit.id in ("cost", "does-it-help"):
                yield from self._sheets(kit.id, SHEETS, [*self._help(), *cards, self._list])
            yield from self._sheets(kit.id, POSTERS, [*self._help(), self._list])
        yield Surface("404.html", page_text(self._built / "404.html"), tuple(self._help()))
