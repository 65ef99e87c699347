"""Every page of the guide: Markdown and its front matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ..model.benefits import Benefit
from ..model.claims import Claim
from ..model.types import MassageType
from ..render.page_state import PageState
from ..render.renderer import Renderer
from ..site.addresses import ENTRY_PAGES
from ..site.page import Page, front_matter, prose_lines
from ..site.site import Site
from ..text import escape
from ..text.fill import fill
from ..text.prose import Prose
from .context import BuildContext
from .generated import Generated
from .structured_data import linked_data

SEARCH_PAGE = "search.md"


def files(context: BuildContext) -> Iterator[Generated]:
    """The hand-written pages with their macros expanded, those of entries, and that of results."""
    site, renderer = context.site, context.renderer
    for page in site.pages.values():
        with context.collecting():
            yield _written(site, page, renderer)
    for collection in ENTRY_PAGES:
        for entry in getattr(site, collection).values():
            with context.collecting():
                yield _entry(site, renderer, collection, entry)
    with context.collecting():
        yield _search(renderer)


def _written(site: Site, page: Page, renderer: Renderer) -> Generated:
    sheet = PageState(page.path, marks=page.meta.get("marks") == "everywhere")
    body = renderer.expand(page.body, sheet, page.name, page.first_line)
    heading = f"# {escape.block(page.title)}\n\n"
    meta = {name: _safe(value) for name, value in page.meta.items()}
    text = renderer.with_glossary(heading + body, sheet)
    checked = renderer.queries.dates(sheet.rests_on)[0] if sheet.rests_on else None
    meta |= _rail(renderer, page.address, checked)
    meta["linked_data"] = _linked_data(
        site, page.address, page.title, page.meta["description"], checked, sheet
    )
    return _file(page.path, meta, text, _files_behind(site, page, sheet))


def _files_behind(site: Site, page: Page, sheet: PageState) -> list[str]:
    """The files that contain the text of a hand-written page.

    First comes the one with more than half of what is not repeated from another page, or its own.
    """
    lengths = {
        key: length
        for key, length in sheet.prints.items()
        if key == page.address or key not in site.pages
    }
    own = sum(len(text) for _, text in prose_lines(page))
    most = max(lengths, key=lengths.__getitem__, default="")
    main = [most] if most and 2 * lengths[most] > own + sum(lengths.values()) else []
    names = (site.documents[key].name for key in sheet.prints)
    first = (site.documents[key].name for key in main)
    return list(dict.fromkeys([*first, page.name, *names]))


def _entry(site: Site, renderer: Renderer, collection: str, entry: Any) -> Generated:
    path = f"{collection}/{entry.id}.md"
    sheet = PageState(path)
    body = renderer.with_glossary(renderer.page(collection, sheet, entry=entry), sheet)
    description = renderer.plain(_main_message(entry))
    meta = {
        "title": _safe(entry.title),
        "description": _safe(description),
        "section": collection,
        **_rail(renderer, f"{collection}/{entry.id}", entry.checked),
        "linked_data": _linked_data(
            site, f"{collection}/{entry.id}", entry.title, description, entry.checked, sheet
        ),
    }
    files = [
        site.documents[key].name
        for key in dict.fromkeys([f"{collection}/{entry.id}", *sheet.prints])
    ]
    return _file(path, meta, body, files)


def _rail(renderer: Renderer, address: str, checked: dt.date | None) -> dict[str, str]:
    """What stands beside the text of a page on a wide screen: its handout, and its date."""
    kit = renderer.kits.get(address)
    words = renderer.site.words.groups
    rail = {"handout": kit.files["letter"]} if kit else {}
    if checked:
        rail["checked_on"] = fill(words["dates"]["checked"], date=renderer.day(checked))
    return rail


def _search(renderer: Renderer) -> Generated:
    """The page of results. Its own words are found by nobody."""
    words = renderer.site.words.groups["search"]
    meta = {"title": _safe(words["title"]), "description": _safe(words["description"])}
    body = renderer.page("search", PageState(SEARCH_PAGE))
    return _file(
        SEARCH_PAGE, meta | {"hide": ["toc"], "noindex": True}, body, ["content/words.yml"]
    )


def _linked_data(
    site: Site,
    address: str,
    title: str,
    description: str,
    checked: dt.date | None,
    sheet: PageState,
) -> str:
    return str(
        escape.script_data(linked_data(site, address, title, description, checked, sheet.cited))
    )


def _main_message(entry: Benefit | Claim | MassageType) -> Prose:
    return entry.meaning[0] if isinstance(entry, Claim) else entry.summary


def _safe(value: Any) -> Any:
    return str(escape.attribute(value)) if isinstance(value, str) else value


def _file(path: str, meta: dict[str, Any], body: str, files: list[str]) -> Generated:
    text = front_matter(meta | {"files": files}) + body.rstrip() + "\n"
    return Generated(path, text.encode(), files[0])
