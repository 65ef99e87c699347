"""Handouts on paper: tagged PDFs for each kit, on A4, on Letter, in large print and as a poster.

A handout is a Typst template in `outputs/typst/` and data. The same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ..cache import Cache
from ..model.countries import Country
from ..model.safety import Level
from ..problems.problem import Code, ContentError, Problem
from ..render.renderer import Renderer
from ..render.template_errors import shown_path
from ..site.conditions import advised
from ..site.money import money
from ..site.numbers import scenario_cost
from ..site.share_kits import Kit, kits
from ..text.fill import fill
from . import qr_codes
from .api import as_data
from .context import BuildContext
from .generated import Generated
from .typesetting import TEMPLATES, Typesetter, TypesettingError

LIST = "safety"
"""The page with all cards and conditions, which the other sheets name."""
GROUPS = (
    *("handouts", "theme", "sources", "dates", "urgencies", "levels", "types", "cost", "help"),
)
"""Groups of words.yml that the templates print."""

_UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True)
class Print:
    """One way of printing a handout: its name among the files of a kit, and the paper."""

    name: str
    paper: str
    large: bool = False
    poster: bool = False

    def template(self, kit: Kit) -> str:
        """The name of its Typst template."""
        return "poster" if self.poster else kit.template

    def wanted(self, kit: Kit) -> int:
        """How many sheets it should take: in small print the letters are made to fit."""
        if self.poster:
            return 1
        return 16 if self.large else _SHEETS.get(kit.template, 2)

    def most(self, kit: Kit) -> int:
        """How many sheets it may take.

        What protects people is never left out, and a new country's help lines stop no build.
        """
        return 1 if self.poster else 2 * self.wanted(kit)


_SHEETS = {"safety": 4, "first-visit": 4, "find-a-therapist": 4, "types": 3}
"""Sheets that a handout should take in small print, where that is not 2."""

PRINTS = (
    Print("a4", "a4"),
    Print("letter", "us-letter"),
    Print("large", "a4", large=True),
    Print("large_letter", "us-letter", large=True),
    Print("poster", "a4", poster=True),
    Print("poster_letter", "us-letter", poster=True),
)


def files(context: BuildContext) -> Iterator[Generated]:
    """Every print of every kit."""
    if not context.cache:
        return
    handouts = Handouts(context.renderer, context.cache)
    for kit in kits(context.site):
        source = context.site.documents[kit.rests_on[0]].name
        with context.collecting():
            for path, file in handouts.prints(kit):
                yield Generated(path, file, source)


class Handouts:
    """Makes the handouts of one site, and keeps them until their input changes."""

    def __init__(self, renderer: Renderer, cache: Cache) -> None:
        self._renderer = renderer
        self._cache = cache
        self._typesetter = Typesetter()

    def prints(self, kit: Kit) -> Iterator[tuple[str, Path]]:
        """The path of each print of one kit's handout, and the file with its bytes.

        Raises ContentError where it does not fit.
        """
        data = self._data(kit)
        for form in PRINTS:
            given = {
                **data,
                "paper": form.paper,
                "large": form.large,
                "wanted": form.wanted(kit),
                "most": form.most(kit),
            }
            source = ["handout", form.template(kit), given, self._typesetter.tools]
            yield (
                kit.files[form.name],
                self._cache.file(source, partial(self._compiled, kit, form, given)),
            )

    def _compiled(self, kit: Kit, form: Print, data: dict[str, Any]) -> bytes:
        codes = {
            "code": qr_codes.svg(data["address"]),
            "list_code": qr_codes.svg(data["list"]),
        }
        try:
            return self._typesetter.pdf(form.template(kit), data | codes)
        except TypesettingError as error:
            raise ContentError([self._problem(kit, form, error)]) from None

    def _problem(self, kit: Kit, form: Print, error: TypesettingError) -> Problem:
        document = kit.site.documents[kit.rests_on[0]]
        if unprintable := _UNPRINTABLE.search(str(error)):
            return document.problem(
                Code.HANDOUT,
                document.place(()),
                f"Handouts cannot print “{unprintable[1]}”.",
                "Write it in plain letters.",
                snippet=unprintable[1],
            )
        if "pages: " not in str(error):
            return Problem(
                _name(form.template(kit)),
                1,
                1,
                Code.HANDOUT,
                f"The handout cannot be made: {error}",
            )
        sheet = {"a4": "A4 sheet", "us-letter": "Letter sheet"}[form.paper]
        room = (
            f"one {sheet} as a poster"
            if form.poster
            else f"{form.most(kit)} {sheet}s{' in large print' if form.large else ''}"
        )
        return document.problem(
            Code.HANDOUT,
            document.place(()),
            f"The handout “{kit.id}” does not fit on {room}.",
            "Shorten the longest texts of this file; what is printed must stay on the page.",
        )

    # --- what is printed --------------------------------------------------------------------------

    def _data(self, kit: Kit) -> dict[str, Any]:
        site, renderer, words = kit.site, self._renderer, kit.site.words.groups
        checked, due = renderer.queries.dates(kit.rests_on)
        warning = words["quick_exit"]["paper"]
        reviewer = site.guide.reviewer
        status = (
            words["dates"]["not_reviewed"]
            if not reviewer
            else fill(
                words["dates"]["reviewed"],
                name=reviewer.name,
                role=reviewer.role,
                date=renderer.day(reviewer.reviewed),
            )
        )
        return {
            "title": kit.title,
            "guide": site.guide.title,
            "address": kit.url,
            "status": status,
            "checked": renderer.day(checked),
            "due": renderer.day(due),
            "list": f"{site.published_at}{LIST}/",
            "call": self._plain(site.help_lines.call()),
            "line": self._plain(site.help_lines.line()),
            "crisis": self._plain(site.help_lines.crisis_line()),
            "contact": site.guide.contact,
            "cards": {
                id: self._plain(card) | {"seen": warning if card.needs_quick_exit else ""}
                for id, card in site.cards.items()
            },
            "words": {group: words[group] for group in GROUPS if group in words},
            **self._own(kit),
        }

    def _own(self, kit: Kit) -> dict[str, Any]:
        """What only this handout prints."""
        site = kit.site
        topic = {"topic": self._plain(site.topics[kit.id])} if kit.id in site.topics else {}
        if kit.template == "types":
            entry = site.types[kit.id]
            return {
                "entry": self._plain(entry),
                "levels": self._levels(advised(entry, site.safety.ask_first)),
            }
        if kit.id == "safety":
            every = [condition.id for condition in site.safety.ask_first]
            limits = self._plain(site.safety.limits)
            return {**topic, "limits": limits, "levels": self._levels(every)}
        if kit.id == "find-a-therapist":
            return {**topic, "checklist": self._plain(site.checklist)}
        if kit.id == "cost":
            return {**topic, "scenarios": self._scenarios(kit)}
        return topic

    def _levels(self, advised: Iterable[str]) -> list[dict[str, Any]]:
        """All conditions below the sentence that says how soon, some with their advice."""
        sentences, full = self._renderer.site.words.groups["levels"], set(advised)
        return [
            {
                "sentence": sentences[level],
                "conditions": [
                    self._plain(item if item.id in full else item.situation) for item in conditions
                ],
                "ticks": level is not Level.YOUR_CHOICE,
            }  # nobody is asked to hand that on
            for level, conditions in self._renderer.queries.conditions_by_level()
        ]

    def _scenarios(self, kit: Kit) -> dict[str, Any]:
        """The scenarios at today's usual price, as text."""
        site = kit.site
        home: Country = site.countries[site.prices.article.country]
        price = money(site.price_in(home).typical, home)
        costs = [
            (scenario, scenario_cost(site.prices, scenario, price))
            for scenario in site.prices.scenarios
        ]
        return {
            "price": str(price),
            "rows": [
                {
                    "title": scenario.title,
                    "visits": str(cost.visits),
                    "course": str(cost.total),
                    "month": str(cost.per_month),
                    "year": str(cost.per_year),
                    "evidence": self._renderer.plain(scenario.evidence),
                }
                for scenario, cost in costs
            ],
        }

    def _plain(self, value: Any) -> Any:
        return as_data(value, self._renderer.plain)


def _name(template: str) -> str:
    return shown_path(TEMPLATES / f"{template}.typ")
