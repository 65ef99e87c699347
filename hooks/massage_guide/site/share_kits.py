"""What clinics can hand on: five pages and every kind of massage, at permanent addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.topics import Topic
from ..model.types import MassageType
from ..text.fill import fill
from ..text.prose import Prose
from .site import Site

PAGES = {
    "does-it-help": ("topics/does-it-help", "claims"),
    "safety": ("safety", "topics/safety"),
    "find-a-therapist": ("therapist-checklist", "topics/find-a-therapist"),
    "first-visit": ("topics/first-visit", "safety"),
    "cost": ("prices", "topics/cost", "countries"),
}
"""The pages, and the files or folders that each is made from. Problems are reported in the first.
"""

_EVERYWHERE = ("safety", "countries")  # each sheet prints signs, and whom to call


@dataclass(frozen=True)
class Kit:
    """One thing to hand on.

    Its `id` names its files; `rests_on` lists the content that it is made from.
    """

    site: Site
    id: str
    address: str
    rests_on: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title of its page."""
        return (
            self.site.types[self.id].title
            if "/" in self.address
            else self.site.pages[self.address].title
        )

    @property
    def url(self) -> str:
        """The permanent address of its page, as it is printed and encoded."""
        return f"{self.site.published_at}{self.address}/"

    @property
    def template(self) -> str:
        """The template of its handout."""
        return self.address.partition("/")[0]

    @property
    def files(self) -> dict[str, str]:
        """The paths of its files on the site: handouts by paper, QR codes by format."""
        return files_of(self.id)

    @property
    def file(self) -> str:
        """The key of the file that contains its text, such as `types/thai`."""
        return self.address if "/" in self.address else f"topics/{self.address}"

    @property
    def own_message(self) -> str | None:
        """The text message in its file; None where the page's title is used."""
        return self._record.message

    @property
    def _record(self) -> Topic | MassageType:
        return self.site.types[self.id] if "/" in self.address else self.site.topics[self.address]

    @property
    def main_message(self) -> tuple[Prose, ...]:
        """What its page says first."""
        record = self._record
        if isinstance(record, Topic):
            said = (record.answer, *record.messages) if record.answer else record.messages
            return tuple(passage.text for passage in said)
        return (record.summary,)

    @property
    def message(self) -> str:
        """A text message with a link to the page.

        It is its own, or one with its title in characters that phones can show.
        """
        title = ascii_text(self.title).encode("ascii", "ignore").decode()
        text = self._record.message or fill(self._word("clinics", "message"), title=title)
        return ascii_text(f"{text} {self.url}")

    def _word(self, group: str, name: str) -> str:
        return self.site.words.groups[group][name]


def files_of(id: str) -> dict[str, str]:
    """The paths of the files of a kit with this id, by format."""
    handout, code = f"handouts/{id}", f"codes/{id}"
    return {
        "a4": f"{handout}.pdf",
        "letter": f"{handout}-letter.pdf",
        "large": f"{handout}-large-print.pdf",
        "large_letter": f"{handout}-large-print-letter.pdf",
        "poster": f"{handout}-poster.pdf",
        "poster_letter": f"{handout}-poster-letter.pdf",
        "svg": f"{code}.svg",
        "png": f"{code}.png",
    }


def kits(site: Site) -> Iterator[Kit]:
    """Every kit, the pages first, then the kinds of massage in their order."""
    for page, rests_on in PAGES.items():
        if page in site.pages and f"topics/{page}" in site.records:
            yield Kit(site, page, page, tuple(dict.fromkeys(rests_on + _EVERYWHERE)))
    for entry in sorted(
        site.types.values(), key=lambda entry: (entry.order, entry.title.casefold())
    ):
        yield Kit(site, entry.id, f"types/{entry.id}", (f"types/{entry.id}", *_EVERYWHERE))


_TYPED = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "°": " degrees",
    }
)


def ascii_text(text: str) -> str:
    """Text as an old record system or phone can show it.

    A letter that has no such form stays as it is.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_TYPED))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
