"""A checked Site becomes every finished file of the guide, before MkDocs sees any of them."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..cache import Cache
from ..model.benefits import Benefit
from ..model.claims import Claim
from ..model.safety import Urgency
from ..model.types import MassageType
from ..problems.problem import Code, Problem, Refused
from ..render.environment import Renderer, Sheet, Unfilled
from ..site.addresses import ENTRY_PAGES, addresses
from ..site.page import Page, front_matter, prose_lines
from ..site.share_kits import Kit, files_of, kits
from ..site.site import Site
from ..text import escape
from ..text.prose import Prose
from . import api, search_index
from .handouts import Handouts
from .hosting import headers
from .internal_links import broken_links
from .qr_codes import codes
from .structured_data import linked_data


@dataclass(frozen=True)
class Generated:
    """A finished file: its path below `docs/`, its content, and the file that editors change for it."""

    path: str
    content: bytes | Path
    """Its bytes, or the file that holds them: all handouts together would fill the memory."""
    source: str

    @property
    def text(self) -> str:
        """The content of a file that is text."""
        content = self.content.read_bytes() if isinstance(self.content, Path) else self.content
        return content.decode()


def generate(site: Site, cache: Cache | None = None) -> list[Generated]:
    """Every generated file, sorted by path. Raises Refused with the problems of all pages and handouts.

    Without a cache the handouts and codes, which take time to make, are left out.
    """
    try:
        return _generated(site, cache)
    except Unfilled as error:
        raise Refused([_unfilled(site, error)]) from None


def _unfilled(site: Site, error: Unfilled) -> Problem:
    """The problem, at the brace of words.yml that nothing fills."""
    place = next((("groups", group, name) for group, words in site.words.groups.items()
                  for name, text in words.items() if text == error.text), ())
    return site.problem("words", place, Code.BAD_MARK, f"Nothing fills {error.brace} here.",
                        f"Known here: {', '.join(error.known)}.", snippet=error.brace)


def _generated(site: Site, cache: Cache | None) -> list[Generated]:
    renderer = Renderer(site)
    files: dict[str, Generated] = {}
    problems: list[Problem] = []
    for make in _makers(site, renderer, cache):
        try:
            made = make()
        except Refused as refused:
            problems += refused.problems
            continue
        for file in made:
            if file.path in files:
                problems.append(Problem(file.source, 1, 1, Code.PAGE,
                                        f"“{file.path}” comes from this file and from {files[file.path].source}.",
                                        "Rename or delete one of the two."))
            files[file.path] = file
    pages = {path: file.text for path, file in sorted(files.items()) if path.endswith(".md")}
    problems += [_unexpanded(files[path]) for path, text in pages.items() if _shows_braces(text)]
    if problems := problems or list(broken_links(site, pages)):
        raise Refused(problems)
    if cache:
        cache.trim()
    files |= _search(site, renderer, pages)
    files |= _data(site, renderer)
    files |= _redirects(site, renderer)
    files |= _security(site)
    files |= _headers(site)
    files |= _old_files(site, files)
    return [files[path] for path in sorted(files)]


def _shows_braces(page: str) -> bool:
    """Whether a finished page has braces of a macro call in its text; what an editor wrote in its title is text."""
    return re.search(r"\{\{|\}\}|\{%|%\}", page.partition("\n---\n")[2]) is not None


def _unexpanded(file: Generated) -> Problem:
    return Problem(file.source, 1, 1, Code.PAGE, "This page would show its readers braces of a macro call.",
                   "Look for {{, }} or {% in what its macros print.")


def settings(site: Site) -> dict[str, Any]:
    """What the theme needs to know of the content, as MkDocs configuration.

    MkDocs' templates print these as they are, so they are made safe for HTML here.
    """
    guide, renderer = site.guide, Renderer(site)
    name, _, tagline = guide.title.partition(": ")
    card = next(card for card in site.safety.cards if card.urgency == Urgency.EMERGENCY)
    return {
        "site_name": str(escape.attribute(guide.title)),
        "site_url": site.published_at,
        "site_description": str(escape.attribute(guide.description)),
        "extra": {
            "brand": [str(escape.attribute(part)) for part in (name, tagline)],
            "words": {name: {key: str(escape.attribute(text)) for key, text in group.items()}
                      for name, group in site.words.groups.items() if name in THEME_WORDS},
            "emergency": {
                "title": _safe(renderer.plain(card.title)),
                "signs": [_safe(renderer.plain(sign.text)) for sign in card.signs],
                "actions": [_html(renderer.runs(action.text)) for action in (*card.actions, site.safety.call)],
            },
        },
    }


def _html(runs: list[list[str]]) -> str:
    """Runs of text as HTML, with links for ways to get help."""
    return "".join(f'<a class="contact" href="{run[1]}">{_safe(run[0])}</a>' if run[1:] else _safe(run[0]) for run in runs)


THEME_WORDS = ("site", "theme", "urgencies")
"""Groups of words.yml that the theme prints."""


def _makers(site: Site, renderer: Renderer, cache: Cache | None) -> Iterator[Callable[[], list[Generated]]]:
    for page in site.pages.values():
        yield lambda page=page: [_written(site, page, renderer)]
    for collection in ENTRY_PAGES:
        for entry in getattr(site, collection).values():
            yield lambda collection=collection, entry=entry: [_entry(site, renderer, collection, entry)]
    handouts = Handouts(renderer, cache) if cache else None
    for kit in kits(site) if handouts else ():
        yield lambda kit=kit: _kit(kit, handouts, cache)


def _data(site: Site, renderer: Renderer) -> dict[str, Generated]:
    return {path: Generated(path, content, "content") for path, content in api.files(site, renderer.plain).items()}


def _search(site: Site, renderer: Renderer, pages: dict[str, str]) -> dict[str, Generated]:
    alone = {page.path for page in site.pages.values() if page.stands_alone}
    texts = [(path, text) for path, text in pages.items() if path not in alone]
    return {path: Generated(path, content, "content/search.yml")
            for path, content in search_index.files(site, renderer, texts).items()}


def _redirects(site: Site, renderer: Renderer) -> dict[str, Generated]:
    """A small page at each old address, which leads to the new one."""
    known = addresses(site)
    files = {}
    for row in site.redirects.moved:
        path = f"{row.was}/index.html"
        target = posixpath.relpath(row.now, row.was) + "/"
        page = renderer.environment.get_template("pages/redirect.html.j2").render(
            target=target, title=known[row.now], canonical=f"{site.published_at}{row.now}/")
        files[path] = Generated(path, page.encode(), site.documents["redirects"].name)
    return files


def _headers(site: Site) -> dict[str, Generated]:
    """What some hosts read: headers by path. Only pages that stand alone may stand in another site's frame."""
    framed = {address for address, page in site.pages.items() if page.stands_alone}
    content = headers(address for address in addresses(site) if address not in framed)
    return {"_headers": Generated("_headers", content.encode(), site.documents["guide"].name)}


def _old_files(site: Site, files: dict[str, Generated]) -> dict[str, Generated]:
    """The files of an entry that was renamed, also where they were before: paper and programs keep old addresses."""
    pairs = [(f"{api.VERSION}/{row.was}.json", f"{api.VERSION}/{row.now}.json") for row in site.redirects.moved]
    own = {kit.address: kit.files for kit in kits(site)}
    for row in site.redirects.moved:
        old = files_of(row.was.rpartition("/")[2])
        pairs += [(old[form], path) for form, path in own.get(row.now, {}).items()]
    return {old: replace(files[new], path=old) for old, new in pairs if new in files and old not in files}


def _kit(kit: Kit, handouts: Handouts, cache: Cache) -> list[Generated]:
    source = kit.site.documents[kit.rests_on[0]].name
    made = (*handouts.prints(kit), *codes(kit, cache))
    return [Generated(path, content, source) for path, content in made]


def _security(site: Site) -> dict[str, Generated]:
    """Where to report a hole in security (RFC 9116), if the guide has an address for reports. It holds for a year."""
    contact = site.guide.contact
    if not contact:
        return {}
    path = ".well-known/security.txt"
    scheme = "" if re.match(r"(?:https|mailto|tel):", contact) else "mailto:" if "@" in contact else "https://"
    until = site.guide.content_date + dt.timedelta(days=364)
    text = f"Contact: {scheme}{contact}\nExpires: {until.isoformat()}T00:00:00Z\n"
    return {path: Generated(path, text.encode(), site.documents["guide"].name)}


def _written(site: Site, page: Page, renderer: Renderer) -> Generated:
    sheet = Sheet(page.path)
    body = renderer.expand(page.body, sheet, page.name, page.first_line)
    heading = f"# {escape.block(page.title)}\n\n"
    meta = {name: _safe(value) for name, value in page.meta.items()}
    text = renderer.explained(heading + body, sheet)
    checked = renderer.views.dates(sheet.rests_on)[0] if sheet.rests_on else None
    meta["linked_data"] = _linked_data(site, page.address, page.title, page.meta["description"], checked, sheet)
    return _file(page.path, meta, text, _files_behind(site, page, sheet))


def _files_behind(site: Site, page: Page, sheet: Sheet) -> list[str]:
    """The files that hold the text of a hand-written page: first the one with more than half of it, or its own."""
    own = sum(len(text) for _, text in prose_lines(page))
    printed = {site.documents[key].name: length for key, length in sheet.prints.items()}
    most = max(printed, key=printed.__getitem__, default="")
    first = [most] if most and 2 * printed[most] > own + sum(printed.values()) else []
    return list(dict.fromkeys([*first, page.name, *printed]))


def _entry(site: Site, renderer: Renderer, collection: str, entry: Any) -> Generated:
    path = f"{collection}/{entry.id}.md"
    sheet = Sheet(path)
    body = renderer.explained(renderer.page(collection, sheet, entry=entry), sheet)
    description = renderer.plain(_main_message(entry))
    meta = {"title": _safe(entry.title), "description": _safe(description), "section": collection,
            "linked_data": _linked_data(site, f"{collection}/{entry.id}", entry.title, description, entry.checked, sheet)}
    files = [site.documents[key].name for key in dict.fromkeys([f"{collection}/{entry.id}", *sheet.prints])]
    return _file(path, meta, body, files)


def _linked_data(
    site: Site, address: str, title: str, description: str, checked: dt.date | None, sheet: Sheet
) -> str:
    return str(escape.script_data(linked_data(site, address, title, description, checked, sheet.cited)))


def _main_message(entry: Benefit | Claim | MassageType) -> Prose:
    return entry.meaning[0] if isinstance(entry, Claim) else entry.summary


def _safe(value: Any) -> Any:
    return str(escape.attribute(value)) if isinstance(value, str) else value


def _file(path: str, meta: dict[str, Any], body: str, files: list[str]) -> Generated:
    text = front_matter(meta | {"files": files}) + body.rstrip() + "\n"
    return Generated(path, text.encode(), files[0])
