"""Gives an entry another id.

Its file, every reference to it and a redirect from its old address change together.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from ..project import Project
from ..site.addresses import address_of
from ..site.page import Page
from ..site.site import Site
from ..yaml_source.document import Document, Place

RENAMED = ("sources", "claims", "benefits", "types", "options", "questions", "glossary")
"""Collections whose ids no page of `docs/` or template depends on by its own name."""

REDIRECTS = "content/redirects.yml"


def renamed(project: Project, site: Site, collection: str, old: str, new: str) -> dict[str, str]:
    """The new text of every file that changes, by its name of today.

    The entry's own file is among them.
    """
    texts = {
        document.name: _names(site, key, document, collection, old, new)
        for key, document in site.documents.items()
    }
    for page in site.pages.values():
        texts[page.name] = _links(project, page, collection, old, new)
    texts[REDIRECTS] = _redirected(texts[REDIRECTS], f"{collection}/{old}", f"{collection}/{new}")
    return texts


def _names(site: Site, key: str, document: Document, collection: str, old: str, new: str) -> str:
    """A file of the content, with the id changed in every field and in every mark that names it."""
    places = [
        document.place(path)
        for file, path, holder, id in site.references
        if file == key and _is_named(holder, id, collection, old)
    ]
    if key == f"{collection}/{old}":
        places.append(document.place(("id",)))
    return _marks(_replaced(document, places, old, new), collection, old, new)


def _is_named(holder: str, id: str, collection: str, old: str) -> bool:
    if holder == "the pages of the guide":
        target = address_of(f"{collection}/{old}")
        return id == target or id.partition("#")[0] == target
    return (holder, id) == (collection, old) or (
        collection == "sources"
        and holder == "the numbers of sources"
        and id.partition(".")[0] == old
    )


def _replaced(document: Document, places: list[Place], old: str, new: str) -> str:
    lines = document.text.split("\n")
    for place in sorted(places, key=lambda place: (place.line, place.column), reverse=True):
        line, at = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:at] + line[at:].replace(old, new, 1)
    return "\n".join(lines)


def _marks(text: str, collection: str, old: str, new: str) -> str:
    if collection == "sources":
        text = re.sub(rf"\[\[(n|size):{old}\.", rf"[[\1:{new}.", text)
    target, better = re.escape(address_of(f"{collection}/{old}")), address_of(f"{collection}/{new}")
    return re.sub(rf"\[\[link:{target}(?=[#|\]/])", f"[[link:{better}", text)


_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_LINK = re.compile(r"(?<=\]\()[^)\s]+(?=\))")


def _links(project: Project, page: Page, collection: str, old: str, new: str) -> str:
    """A hand-written page, with its links and its macro calls changed."""
    text = (project.root / page.name).read_text("utf-8")
    text = _CALL.sub(
        lambda call: re.sub(
            rf"(?<=[\"'])((?:{collection}/)?){old}(?=[\"'])", rf"\g<1>{new}", call[0]
        ),
        text,
    )
    return _LINK.sub(_relinked(page, collection, old, new), text)


def _relinked(page: Page, collection: str, old: str, new: str) -> Callable[[re.Match[str]], str]:
    target, _, anchor = address_of(f"{collection}/{old}").partition("#")
    new_anchor = address_of(f"{collection}/{new}").partition("#")[2]

    def relink(link: re.Match[str]) -> str:
        path, _, place = link[0].partition("#")
        file = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            if path
            else page.path
        )
        if file.removesuffix(".md") != target or place != (anchor or place):
            return link[0]
        if anchor:
            return f"{path}#{new_anchor}"
        return str(PurePosixPath(path).with_name(f"{new}.md")) + (f"#{place}" if place else "")

    return relink


def _redirected(text: str, was: str, now: str) -> str:
    """redirects.yml with one more row.

    Rows that pointed to the old address now point to the new one.
    """
    text = re.sub(rf"(?m)^(\s+now: ){was}$", rf"\g<1>{now}", text)
    text = re.sub(rf"(?m)^  - was: {now}\n    now: .*\n", "", text)  # back where it was before
    head = "" if re.search(r"(?m)^moved:$", text) else "moved:\n"
    return f"{text}{head}  - was: {was}\n    now: {now}\n"
