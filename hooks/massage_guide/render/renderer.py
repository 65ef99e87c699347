"""Renders pages and macros: checked content in, finished Markdown out.

A page is expanded exactly once.

Everything that a template prints is made safe on its way out: text by `escape`, prose by its marks.
Only what is `Markup` passes as it is.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial
from typing import Any

import jinja2
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..cache import Cache
from ..model.claims import Verdict
from ..model.fields import Basis, Passage
from ..model.quality import QualityItem
from ..problems.problem import Code, ContentError, Problem
from ..problems.suggest import did_you_mean
from ..site.addresses import location
from ..site.conditions import advised
from ..site.freshness import without_advice_from
from ..site.money import Money, money, money_range
from ..site.numbers import plural, scenario_cost
from ..site.page import stray_brace
from ..site.queries import Queries
from ..site.share_kits import ascii_text, kits
from ..site.site import Site
from ..text import escape
from ..text.fill import fill
from ..text.prose import ContactMark, Emphasis, LinkMark, NumberMark, Prose, SizeMark
from .calculator_data import calculator_data
from .environment import PACKAGE, jinja_environment
from .glossary_links import Glosses
from .macro import Macro, MacroError, macros
from .page_state import PageState
from .quality_score import Score, scored
from .template_errors import page_problem, template_problem

FOOT = Markup("<!-- foot -->")
"""Printed by macros that belong at a page's foot: definitions go before the first of them."""

_FIRST_SECTION = re.compile(r"^(?=## |<details class=\"layer\")", re.M)
_CONTENTS = "<!-- contents -->\n\n"

_MOST_SPOKEN_WORDS = 6
"""Of the name of a mark, which ears hear at each one."""

# Pages that are lists of words and titles themselves.
_LISTS = ("glossary.md", "sources.md", "a-z.md")


class Renderer:
    """Expands pages and macros of one site."""

    def __init__(self, site: Site, cache: Cache | None = None) -> None:
        self.site = site
        self._paths = _paths(site)
        self._homes = {id(prose): key for key, _, prose in site.prose}
        self._glosses = Glosses(site.glossary.values())
        self._macros = macros()
        self.queries = Queries(site)
        self.kits = {kit.address: kit for kit in kits(site)}
        self.environment = self._environment(cache)

    def page(self, template: str, state: PageState, **values: Any) -> str:
        """A generated page, by the template of its kind.

        Raises ContentError, naming the template's line.
        """
        name = f"pages/{template}.md.j2"
        try:
            return self.environment.get_template(name).render(page_state=state, **values)
        except Exception as error:  # a template can contain any expression, and so raise anything
            raise ContentError(
                [template_problem(error, PACKAGE / name, self.environment)]
            ) from None

    def expand(self, body: str, state: PageState, name: str, first_line: int) -> str:
        """A hand-written page with its macros expanded.

        Raises ContentError, naming the true line.
        """
        if line := stray_brace(body):
            raise ContentError(
                [
                    Problem(
                        name,
                        first_line + line - 1,
                        1,
                        Code.PAGE,
                        "This macro call has lost a brace.",
                        'A call has two at each end: {{ name("option") }}.',
                        body.splitlines()[line - 1],
                    )
                ]
            )
        try:
            page = jinja2.FunctionLoader(
                lambda _: (body, name, None)
            )  # a loader keeps what is compiled
            return page.load(self.environment, state.path, self.environment.globals).render(
                page_state=state
            )
        except Exception as error:  # a page can contain any expression, and so raise anything
            raise ContentError(
                [page_problem(error, body, name, first_line, self.environment)]
            ) from None

    def with_glossary(self, page: str, state: PageState) -> str:
        """A finished page, with glossary terms linked at their first use and defined at its end.

        A mark before its first section says where its list of sections goes.
        """
        text, _, foot = page.partition(FOOT)
        used: dict[str, str] = {}
        if state.path not in _LISTS:
            text, used = self._glosses.linked(text)
        words = self.macro("page_words", state, names=used) if used else ""
        finished = f"{text.rstrip()}\n\n{words}\n{foot.replace(FOOT, '')}"
        return _FIRST_SECTION.sub(_CONTENTS, finished, count=1)

    def macro(self, name: str, state: PageState, /, **options: Any) -> str:
        """One macro's Markdown."""
        return self._filled(self._macros[name], state, (), options)

    def _filled(
        self, macro: Macro, state: PageState, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Markup:
        template = self.environment.get_template(f"macros/{macro.name}/template.md.j2")
        # What `template.render` does, without a copy of all globals for each of thousands of calls.
        context = Context(
            self.environment, self.environment.globals, template.name, template.blocks
        )
        context.vars.update(macro.bind(args, kwargs), page_state=state)
        return Markup(self.environment.concat(template.root_render_func(context)).strip("\n"))

    # --- what templates can call ------------------------------------------------------------------

    def _environment(self, cache: Cache | None) -> jinja2.Environment:
        environment = jinja_environment(self._made_safe, cache)
        environment.filters |= {
            "ascii": ascii_text,
            "attribute": lambda value: escape.attribute(str(value)),
            "day": self.day,
            "fill": fill,
            "plain": self.plain,
        }
        queries = self.queries
        environment.globals |= {name: self._callable(macro) for name, macro in self._macros.items()}
        environment.globals |= {
            "site": self.site,
            "words": self.site.words.groups,
            "foot": FOOT,
            "verdicts": tuple(Verdict),
            "question_groups": queries.question_groups,
            "needs_quick_exit": queries.needs_quick_exit,
            "advised": lambda kind: advised(kind, self.site.safety.ask_first),
            "conditions_by_level": queries.conditions_by_level,
            "cite": self._cite,
            "counted": self._counted,
            "file": self._file,
            "kits": self.kits.values,
            "kit_of": self.kits.get,
            "link": self._link,
            "money": money,
            "oldest_dates": self._dates,
            "without_advice_from": partial(without_advice_from, self.site),
            "in_order": queries.in_order,
            "neighbors_of": queries.neighbors,
            "terms": queries.terms,
            "graded": queries.graded,
            "inside_layer": self._inside_layer,
            "all_sources": all_sources,
            "guidelines": queries.guidelines,
            "quality": lambda wanted: self._scores[Score(wanted)],
            "per_hundred": queries.per_hundred,
            "number": self.site.numbers.__getitem__,
            "base_of": self.site.bases.__getitem__,
            "how_sure_of": self.site.how_sure,
            "price_in": self.site.price_in,
            "names_by_letter": queries.names_by_letter,
            "used_in": queries.used_in,
            "answered_in": queries.answered_in,
            "calculator_data": lambda words: escape.script_data(calculator_data(self.site, words)),
            "scenario_cost": partial(scenario_cost, self.site.prices),
            "money_range": money_range,
        }
        return environment

    def _callable(self, macro: Macro) -> Callable[..., Markup]:
        @pass_context
        def call(context: Context, *args: Any, **kwargs: Any) -> Markup:
            return self._filled(macro, context["page_state"], args, kwargs)

        return call

    @pass_context
    def _made_safe(self, context: Context, value: Any) -> Any:
        """What a template prints, on its way out."""
        if isinstance(value, Prose):
            state: PageState = context["page_state"]
            if key := self._homes.get(id(value)):
                state.note(key, value)
            return self.prose(value, state)
        if isinstance(value, str | Money) and not isinstance(value, Markup):
            return _keep_edges(str(value), escape.block)
        if callable(value):
            raise MacroError(
                "This is a macro without its brackets, or something else that is not text."
            )
        return value

    @cached_property
    def _scores(self) -> dict[Score, list[QualityItem]]:
        return scored(self.site)

    @pass_context
    def _dates(self, context: Context, keys: Iterable[str] | None) -> tuple[dt.date, dt.date]:
        """When what a page rests on was checked, and when it is due.

        What it has printed counts too. The page remembers it.
        """
        state: PageState = context["page_state"]
        if keys is not None:
            keys = list(dict.fromkeys([*keys, *state.prints]))
            state.rests_on += keys
        return self.queries.dates(keys)

    @pass_context
    def _link(self, context: Context, address: str, words: str) -> Markup:
        return self.link(address, words, context["page_state"])

    @pass_context
    def _file(self, context: Context, path: str) -> str:
        return _relative(path, context["page_state"].path)

    # --- content as Markdown ----------------------------------------------------------------------

    def prose(self, prose: Prose, state: PageState) -> Markup:
        """Prose as Markdown, with its marks carried out, and what its numbers rest on."""
        parts = [
            self._part(part, state, first=index == 0) for index, part in enumerate(prose.parts)
        ]
        bases = [
            Markup(f' <span class="base">({escape.inline(base)})</span>')
            for base in self.site.bases_of(prose)
        ]
        return Markup("").join(parts + bases)

    def _part(self, part: Any, state: PageState, *, first: bool) -> Markup:
        if isinstance(part, NumberMark):
            return escape.block(self.site.numbers[part.key])
        if isinstance(part, SizeMark):
            return escape.block(self.site.sizes[part.key])
        if isinstance(part, LinkMark):
            return self.link(part.target, part.words, state)
        if isinstance(part, ContactMark):
            return Markup(f'<a class="contact" href="{part.href}">{escape.inline(part.number)}</a>')
        safe = _keep_edges(part.text, escape.block if first else escape.inline)
        return Markup(f"<em>{safe}</em>") if isinstance(part, Emphasis) else safe

    def plain(self, prose: Prose) -> str:
        """Prose without marks, as readers hear it, and what its numbers rest on."""
        return " ".join([self.site.plain(prose), *(f"({it})" for it in self.site.bases_of(prose))])

    def runs(self, prose: Prose, *, links: bool = False) -> list[list[str]]:
        """Prose for a script: runs of text.

        Each way to get help has the address that opens there; a link inside the guide has its
        address below the site, if `links` are wanted.
        """
        runs: list[list[str]] = []
        for part in prose.parts:
            said = [self.plain(Prose("", (part,)))]
            if isinstance(part, ContactMark):
                runs.append([*said, part.href])
            elif links and isinstance(part, LinkMark):
                runs.append([*said, location(part.target)])
            elif runs and len(runs[-1]) == 1:
                runs[-1] = [runs[-1][0] + said[0]]
            else:
                runs.append(said)
        return runs

    def link(self, target: str, words: str, state: PageState) -> Markup:
        """A Markdown link to an address of the guide, relative to the page that contains it."""
        address, _, anchor = target.partition("#")
        path = self._relative(address, state) if address else ""
        text = escape.inline(words or self.site.addresses[address])
        return Markup(f"[{text}]({path}{'#' + anchor if anchor else ''})")

    def _relative(self, address: str, state: PageState) -> str:
        if address not in self._paths:
            raise MacroError(
                f"There is no page “{address}”. {did_you_mean(address, self._paths)}".rstrip()
            )
        return _relative(self._paths[address], state.path)

    @pass_context
    def _cite(
        self, context: Context, passage: Passage | Iterable[str], in_list: Iterable[Passage] = ()
    ) -> Markup:
        """Numbered links to the page's source list, where the page marks its sources.

        Elsewhere they are cited without a mark: an answer is not interrupted by its proof. For an
        unsourced passage, it is the mark that says so, and nothing where none is needed.
        `in_list` is the list that the passage stands in, if any.

        A space that does not break comes first, so that no number begins a line; only long rows may
        break.
        """
        sources = passage.sources if isinstance(passage, Passage) else passage
        state: PageState = context["page_state"]
        if isinstance(passage, Passage) and passage.basis is Basis.NONE_NEEDED:
            return Markup("")
        if not sources:
            untraced = [item for item in in_list if item.basis is Basis.UNSOURCED]
            return self._untraced(
                state, tells=untraced[-1] is passage if untraced else not state.untraced
            )
        numbers = {id: state.cite(id) for id in sources}
        if not state.marks:
            return Markup("")
        links = [self._reference(number, id, state) for id, number in numbers.items()]
        return Markup(
            f'<span class="cites">&nbsp;{("&nbsp;" if len(links) <= 3 else " ").join(links)}</span>'
        )

    @pass_context
    def _inside_layer(self, context: Context, caller: Callable[[], Markup]) -> Markup:
        """What stands in a layer: there, each statement is marked with its sources."""
        state: PageState = context["page_state"]
        before, state.marks = state.marks, True
        try:
            return caller()
        finally:
            state.marks = before

    def _untraced(self, state: PageState, *, tells: bool) -> Markup:
        """The mark of a passage without a source.

        What it means stands once a list, at its last such passage, and once for what stands outside
        of lists. Ears hear each time that there is no source.
        """
        state.untraced = True
        mark = escape.inline(self._word("sources", "untraced_mark"))
        told, short = self._word("sources", "untraced"), self._word("sources", "untraced_short")
        meaning = escape.inline(told if tells else short)
        hidden = "" if tells else ' class="visually-hidden"'
        return Markup(
            f'<span class="untraced">&nbsp;<span aria-hidden="true">{mark}</span>'
            f"<span{hidden}> {meaning}</span></span>"
        )

    def _reference(self, number: int, id: str, state: PageState) -> str:
        source = self.site.sources[id].short_name
        name = fill(self._word("sources", "reference"), number=number, source=source)
        if len(name.split()) > _MOST_SPOKEN_WORDS:
            name = fill(self._word("sources", "short_reference"), number=number)
        anchor = "" if id in state.marked_sources else f' id="mark-{id}"'
        state.marked_sources.add(id)
        return (
            f'<a class="cite"{anchor} href="#source-{id}" '
            f'aria-label="{escape.attribute(name)}">{number}</a>'
        )

    def _counted(self, name: str, count: int) -> str:
        """How many of something, in words: 1 source, 12 sources."""
        return fill(self._word("layers", plural(name, count)), count=count)

    def _word(self, group: str, name: str) -> str:
        return self.site.words.groups[group][name]

    def day(self, value: dt.date) -> str:
        """A day as readers write it: November 24, 2026."""
        month = self._word("months", str(value.month))
        return fill(self._word("dates", "day"), month=month, day=value.day, year=value.year)


def all_sources(passages: Iterable[Passage]) -> list[str]:
    """The ids of all sources of some passages, in order of first mention."""
    return list(dict.fromkeys(id for passage in passages for id in passage.sources or ()))


def _keep_edges(text: str, safe: Callable[[str], Markup]) -> Markup:
    """Escaped text with a blank at either end kept: it parts the text from the mark beside it."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " and text.strip() else ""
    return Markup(f"{before}{safe(text)}{after}")


def _relative(path: str, page: str) -> str:
    return _from_folder(path, posixpath.dirname(page) or ".")


@cache  # pages link to the same places again and again
def _from_folder(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder)


def _paths(site: Site) -> dict[str, str]:
    written = {page.address: page.path for page in site.pages.values()}
    return {address: written.get(address, f"{address}.md") for address in site.addresses}
