"""Templates and macros: checked content in, finished Markdown out. A page is expanded exactly once.

Everything that a template prints is made safe on its way out: text by `escape`, prose by its marks.
Only what is `Markup` passes as it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, ClassVar

import jinja2
from jinja2 import pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ..cache import Cache
from ..model.claims import Verdict
from ..model.fields import Passage
from ..model.quality import QualityItem
from ..problems.problem import Code, Problem, Refused
from ..problems.suggest import did_you_mean
from ..site.money import Money, money, money_range
from ..site.numbers import scenario_cost
from ..site.page import stray_brace
from ..site.queries import Views
from ..site.share_kits import ascii_text, kits
from ..site.site import Site
from ..text import escape
from ..text.prose import ContactMark, Emphasis, LinkMark, NumberMark, Prose
from .calculator_data import calculator_data
from .glossary_links import Glosses
from .macro import Macro, MacroError, macros
from .quality_score import Score, scored
from .template_errors import page_problem, template_problem

PACKAGE = Path(__file__).parent
PAGES = PACKAGE / "pages"
THEME = PACKAGE / "theme"
"""The templates that MkDocs renders pages with."""

FOOT = Markup("<!-- foot -->")
"""Printed by macros that belong at a page's foot: its words are explained before the first of them."""

# Pages that are lists of words and titles themselves.
_LISTS = ("glossary.md", "sources.md", "a-z.md")


@dataclass
class Sheet:
    """The page that is being written: where it is, which sources it has cited so far, which files it rests on.

    `untraced` says whether a passage without a source has been marked, and with it what the mark means. `prints` holds
    how many characters of prose the page shows from each file, in the order in which it shows them.
    """

    path: str
    cited: dict[str, int] = field(default_factory=dict)
    untraced: bool = False
    rests_on: list[str] = field(default_factory=list)
    prints: dict[str, int] = field(default_factory=dict)

    def cite(self, source: str) -> int:
        """The number of a source on this page, from 1, in the order of first mention."""
        return self.cited.setdefault(source, len(self.cited) + 1)


class Unfilled(Exception):
    """Raised for words of words.yml with a {brace} that nothing fills; `known` are those that something does."""

    def __init__(self, text: str, brace: str, known: list[str]) -> None:
        super().__init__(f"nothing fills {{{brace}}} in “{text}”")
        self.text, self.brace, self.known = text, f"{{{brace}}}", [f"{{{name}}}" for name in known]


class Renderer:
    """Expands pages and macros of one site."""

    def __init__(self, site: Site, cache: Cache | None = None) -> None:
        self.site = site
        self._compiled = _Compiled(cache)
        self._paths = _paths(site)
        self._homes = {id(prose): key for key, _, prose in site.prose}
        self._glosses = Glosses(site.glossary.values())
        self._macros = macros()
        self.views = Views(site)
        self.environment = self._environment()

    def page(self, template: str, sheet: Sheet, **values: Any) -> str:
        """A generated page, by the template of its kind. Raises Refused, naming the template's line."""
        name = f"pages/{template}.md.j2"
        try:
            return self.environment.get_template(name).render(sheet=sheet, **values)
        except Unfilled:
            raise
        except Exception as error:  # a template may hold any expression, and so raise anything
            raise Refused([template_problem(error, PACKAGE / name, self.environment)]) from None

    def expand(self, body: str, sheet: Sheet, name: str, first_line: int) -> str:
        """A hand-written page with its macros expanded. Raises Refused, naming the true line."""
        if line := stray_brace(body):
            raise Refused([Problem(name, first_line + line - 1, 1, Code.PAGE, "This macro call has lost a brace.",
                                   "A call has two at each end: {{ name(\"option\") }}.", body.splitlines()[line - 1])])
        try:
            page = jinja2.FunctionLoader(lambda _: (body, name, None))  # a loader keeps what is compiled
            return page.load(self.environment, sheet.path, self.environment.globals).render(sheet=sheet)
        except Unfilled:
            raise
        except Exception as error:  # a page may hold any expression, and so raise anything
            raise Refused([page_problem(error, body, name, first_line, self.environment)]) from None

    def explained(self, page: str, sheet: Sheet) -> str:
        """A finished page with the words of the glossary that it uses explained at its foot."""
        text, _, foot = page.partition(FOOT)
        used: dict[str, str] = {}
        if sheet.path not in _LISTS:
            text, used = self._glosses.linked(text)
        words = self.macro("page_words", sheet, names=used) if used else ""
        return f"{text.rstrip()}\n\n{words}\n{foot.replace(FOOT, '')}"

    def macro(self, name: str, sheet: Sheet, /, **options: Any) -> str:
        """One macro's Markdown."""
        return self._filled(self._macros[name], sheet, (), options)

    def _filled(self, macro: Macro, sheet: Sheet, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Markup:
        template = self.environment.get_template(f"macros/{macro.name}/template.md.j2")
        # What `template.render` does, without a copy of all globals for each of thousands of calls.
        context = Context(self.environment, self.environment.globals, template.name, template.blocks)
        context.vars.update(macro.bind(args, kwargs), sheet=sheet)
        return Markup(self.environment.concat(template.root_render_func(context)).strip("\n"))

    # --- the environment ------------------------------------------------------------------------------

    def _environment(self) -> jinja2.Environment:
        environment = SandboxedEnvironment(  # a page is text that somebody sent: it must run nothing on our computers
            loader=jinja2.FileSystemLoader(PACKAGE),
            auto_reload=False,
            bytecode_cache=self._compiled,
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            finalize=self._made_safe,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            comment_start_string="{##",  # Markdown writes {#id}
            comment_end_string="##}",
            extensions=["jinja2.ext.do"],
        )
        environment.filters |= {
            "ascii": ascii_text,
            "attribute": lambda value: escape.attribute(str(value)),
            "day": self.day,
            "fill": fill,
            "plain": self.plain,
        }
        views, known_kits = self.views, list(kits(self.site))
        environment.globals |= {name: self._callable(macro) for name, macro in self._macros.items()}
        environment.globals |= {
            "site": self.site,
            "words": self.site.words.groups,
            "foot": FOOT,
            "verdicts": tuple(Verdict),
            "question_groups": views.question_groups,
            "conditions_by_level": views.conditions_by_level,
            "cite": self._cite,
            "file": self._file,
            "kits": lambda: known_kits,
            "kit_of": {kit.address: kit for kit in known_kits}.get,
            "link": self._link,
            "money": money,
            "oldest_dates": self._dates,
            "in_order": views.in_order,
            "around": views.around,
            "terms": views.terms,
            "graded": views.graded,
            "all_sources": all_sources,
            "guidelines": views.guidelines,
            "quality": lambda wanted: self._scores[Score(wanted)],
            "per_hundred": views.per_hundred,
            "number": self.site.numbers.__getitem__,
            "names_by_letter": views.a_to_z,
            "used_in": views.used_in,
            "answered_in": views.answered_in,
            "calculator_data": lambda words: escape.script_data(calculator_data(self.site, words)),
            "scenario_cost": partial(scenario_cost, self.site.prices),
            "money_range": money_range,
        }
        return environment

    def _callable(self, macro: Macro) -> Callable[..., Markup]:
        @pass_context
        def call(context: Context, *args: Any, **kwargs: Any) -> Markup:
            return self._filled(macro, context["sheet"], args, kwargs)

        return call

    @pass_context
    def _made_safe(self, context: Context, value: Any) -> Any:
        """What a template prints, on its way out."""
        if isinstance(value, Prose):
            sheet: Sheet = context["sheet"]
            if key := self._homes.get(id(value)):
                sheet.prints[key] = sheet.prints.get(key, 0) + len(value.text)
            return self.prose(value, sheet)
        if isinstance(value, str | Money) and not isinstance(value, Markup):
            return escape.block(str(value))
        if callable(value):
            raise MacroError("A macro stands here without its brackets, or something else that is no text.")
        return value

    @cached_property
    def _scores(self) -> dict[Score, list[QualityItem]]:
        return scored(self.site)

    @pass_context
    def _dates(self, context: Context, keys: Iterable[str] | None) -> tuple[dt.date, dt.date]:
        """When what a page rests on was checked, and when it is due; what it has printed counts too. The page remembers it."""
        sheet: Sheet = context["sheet"]
        if keys is not None:
            keys = list(dict.fromkeys([*keys, *sheet.prints]))
            sheet.rests_on += keys
        return self.views.dates(keys)

    @pass_context
    def _link(self, context: Context, address: str, words: str) -> Markup:
        return self.link(address, words, context["sheet"])

    @pass_context
    def _file(self, context: Context, path: str) -> str:
        return _relative(path, context["sheet"].path)

    # --- what templates use ---------------------------------------------------------------------------

    def prose(self, prose: Prose, sheet: Sheet) -> Markup:
        """Prose as Markdown, with its marks carried out."""
        return Markup("").join(
            self._part(part, sheet, first=index == 0) for index, part in enumerate(prose.parts)
        )

    def _part(self, part: Any, sheet: Sheet, *, first: bool) -> Markup:
        if isinstance(part, NumberMark):
            return escape.block(self.site.numbers[part.key])
        if isinstance(part, LinkMark):
            return self.link(part.target, part.words, sheet)
        if isinstance(part, ContactMark):
            return Markup(f'<a class="contact" href="{part.href}">{escape.inline(part.number)}</a>')
        safe = _keep_edges(part.text, escape.block if first else escape.inline)
        return Markup(f"<em>{safe}</em>") if isinstance(part, Emphasis) else safe

    def plain(self, prose: Prose) -> str:
        """Prose without marks, as readers hear it."""
        return self.site.plain(prose)

    def runs(self, prose: Prose) -> list[list[str]]:
        """Prose for a script: runs of text, each with the address that opens where it is a way to get help."""
        runs: list[list[str]] = []
        for part in prose.parts:
            said = [self.plain(Prose("", (part,)))]
            if isinstance(part, ContactMark):
                runs.append([*said, part.href])
            elif runs and len(runs[-1]) == 1:
                runs[-1] = [runs[-1][0] + said[0]]
            else:
                runs.append(said)
        return runs

    def link(self, target: str, words: str, sheet: Sheet) -> Markup:
        """A Markdown link to an address of the guide, relative to the page it stands on."""
        address, _, anchor = target.partition("#")
        path = self._relative(address, sheet) if address else ""
        text = escape.inline(words or self.site.addresses[address])
        return Markup(f"[{text}]({path}{'#' + anchor if anchor else ''})")

    def _relative(self, address: str, sheet: Sheet) -> str:
        if address not in self._paths:
            raise MacroError(f"There is no page “{address}”. {did_you_mean(address, self._paths)}".rstrip())
        return _relative(self._paths[address], sheet.path)

    @pass_context
    def _cite(self, context: Context, passage: Passage | Iterable[str]) -> Markup:
        """Numbered links to the page's source list; for an unsourced passage, the mark that says so.

        A space that does not break comes first, so that no number begins a line; only long rows may break.
        """
        sources = passage.sources if isinstance(passage, Passage) else passage
        sheet: Sheet = context["sheet"]
        if not sources:
            return self._untraced(sheet)
        links = [self._reference(sheet.cite(id), id) for id in sources]
        return Markup(f'<span class="cites">&nbsp;{("&nbsp;" if len(links) <= 3 else " ").join(links)}</span>')

    def _untraced(self, sheet: Sheet) -> Markup:
        """The mark of a passage without a source. Eyes read what it means once a page, ears each time."""
        seen = ' class="visually-hidden"' if sheet.untraced else ""
        sheet.untraced = True
        mark = escape.inline(self._word("sources", "untraced_mark"))
        meaning = escape.inline(self._word("sources", "untraced"))
        return Markup(f'<span class="untraced">&nbsp;<span aria-hidden="true">{mark}</span>'
                      f"<span{seen}> {meaning}</span></span>")

    def _reference(self, number: int, id: str) -> str:
        source = self.site.sources[id]
        name = fill(self._word("sources", "reference"), number=number, source=f"{source.authors}, {source.title}")
        return f'<a class="cite" href="#source-{id}" aria-label="{escape.attribute(name)}">{number}</a>'

    def _word(self, group: str, name: str) -> str:
        return self.site.words.groups[group][name]

    def day(self, value: dt.date) -> str:
        """A day as readers write it: November 24, 2026."""
        month = self._word("months", str(value.month))
        return fill(self._word("dates", "day"), month=month, day=value.day, year=value.year)


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates of earlier runs, or without a cache of this run: compiling takes a third of the rendering."""

    _this_run: ClassVar[dict[str, bytes]] = {}

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        # A template is compiled for this environment: with other code, it is compiled anew.
        self._code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled before; of another Python, Jinja takes none."""
        found = self._cache.find(self._source(bucket)) if self._cache else self._this_run.get(str(self._source(bucket)))
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        if self._cache:
            self._cache.keep(self._source(bucket), bucket.bytecode_to_string())
        else:
            self._this_run[str(self._source(bucket))] = bucket.bytecode_to_string()

    def _source(self, bucket: Bucket) -> list[str]:
        return ["template", bucket.key, bucket.checksum, self._code]


def all_sources(passages: Iterable[Passage]) -> list[str]:
    """The ids of all sources of some passages, in order of first mention."""
    return list(dict.fromkeys(id for passage in passages for id in passage.sources or ()))


def fill(text: str, **values: Any) -> str:
    """Words with {braces} filled in. Raises Unfilled for a brace that nothing fills."""
    try:
        return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), text)
    except KeyError as missing:
        raise Unfilled(text, missing.args[0], list(values)) from None


def _keep_edges(text: str, safe: Callable[[str], Markup]) -> Markup:
    """Escaped text with a blank at either end kept: it parts the text from the mark beside it."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " and text.strip() else ""
    return Markup(f"{before}{safe(text)}{after}")


def _relative(path: str, page: str) -> str:
    return _from_folder(path, posixpath.dirname(page) or ".")


@cache  # pages lead to the same places again and again
def _from_folder(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder)


def _paths(site: Site) -> dict[str, str]:
    written = {page.address: page.path for page in site.pages.values()}
    return {address: written.get(address, f"{address}.md") for address in site.addresses}
