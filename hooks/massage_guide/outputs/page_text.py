"""The text of a finished page as readers see it, section by section.

It reads the Markdown that the site is built from, so nothing is rendered a second time. What
readers do not see, what is marked `data-search-exclude`, and the small print (numbers of sources,
what has none, source lists, dates, text to copy, addresses) is left out. A test compares it with
the built pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique


@dataclass(frozen=True)
class Section:
    """A heading and the text below it, up to the next heading.

    The page's own heading has rank 1.
    """

    rank: int
    anchor: str
    heading: str
    text: str


def sections(markdown: str) -> list[Section]:
    """The sections of a page; a heading with nothing to read below it is left out."""
    taken = {*_ID_IN_HTML.findall(markdown), *_ID_IN_MARKDOWN.findall(markdown)}
    found: list[tuple[int, str, str, list[str]]] = []
    for line in _visible(markdown).splitlines():
        if heading := _HEADING.match(line):
            marks, words, attributes = heading.groups()
            words = _plain(words)
            anchor = _ID.search(attributes or "")
            found.append(
                (len(marks), anchor[1] if anchor else unique(slugify(words, "-"), taken), words, [])
            )
        elif found and (text := _plain(line)):
            if _ITEM.match(line) and found[-1][3] and found[-1][3][-1][-1] not in ".?!:;,":
                found[-1][3][-1] += (
                    ";"  # items of a list have no full stops, and must not run together
                )
            found[-1][3].append(text)
    made = [Section(rank, anchor, words, " ".join(text)) for rank, anchor, words, text in found]
    return list(_not_empty(made))


def anchors(markdown: str) -> set[str]:
    """Every target on a page: ids, and the slugs of headings without one."""
    taken = {*_ID_IN_HTML.findall(markdown), *_ID_IN_MARKDOWN.findall(markdown)}
    for line in _LINK.sub(r"\1", markdown).splitlines():
        if (heading := _HEADING.match(line)) and not _ID.search(heading[3] or ""):
            unique(slugify(_plain(heading[2]), "-"), taken)
    return taken


def _not_empty(made: list[Section]) -> Iterator[Section]:
    for section, after in zip(made, [*made[1:], None], strict=False):
        if section.text or (after and after.rank > section.rank):
            yield section


_ID_IN_HTML = re.compile(r" id=\"([^\"]+)\"")
_ID_IN_MARKDOWN = re.compile(r"\{:[^}#]*#([\w-]+)")
_HEADING = re.compile(r"(#{1,6}) +(.*?) *(?:\{:(.*)\})?$")
_ID = re.compile(r"#([\w-]+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<[^>]*>|[^()]*)\)")
_ITEM = re.compile(r"\s*(?:[-+*]|\d+\.)\s|\s*\|")
_NOT_TEXT = re.compile(r"\{:.*?\}|^\s*(?:>\s*)+|^\s*(?:[-+*]|\d+\.)\s+|^[\s|:-]+$|[*`]")


ADDRESS = re.compile(r"https?://\S+|doi:\S+")
"""What nobody searches for. It would add rare words."""


def _plain(line: str) -> str:
    """A line of Markdown as it reads."""
    text = html.unescape(_NOT_TEXT.sub("", line).replace("|", " "))
    return " ".join(ADDRESS.sub("", text).split())


def _visible(markdown: str) -> str:
    """Markdown without tags, and without what readers do not see.

    Headings in HTML become those of Markdown.

    What editors write is escaped, so every tag is a template's own, and a regular expression can
    tell where it ends.
    """
    text = _LINK.sub(r"\1", markdown)
    seen: list[str] = []
    hidden = start = 0
    anchor = ""
    for tag in _TAG.finditer(text):
        if not hidden:
            seen.append(text[start : tag.start()])
        start = tag.end()
        closes, name, attributes = tag.groups()
        if not name or name in _VOID or attributes.endswith("/"):
            continue
        if hidden or (not closes and _hides(name, attributes)):
            hidden += -1 if closes else 1
        elif _RAW_HEADING.fullmatch(name):
            if not closes:
                anchor = (_ID_IN_HTML.search(attributes) or ["", ""])[1]
            seen.append(_heading_end(anchor) if closes else "\n" + "#" * int(name[1]) + " ")
    return "".join(seen if hidden else [*seen, text[start:]])


_TAG = re.compile(r"<!--.*?-->|<(/?)([a-z][a-z0-9-]*)((?:[^<>\"]|\"[^\"]*\")*)>", re.S)
_ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?")
_RAW_HEADING = re.compile(r"h[1-6]")
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
_HIDDEN_TAGS = {"script", "style", "template", "svg", "nav", "noscript"}
_HIDDEN_CLASSES = {"visually-hidden", "cites", "untraced", "dates", "source-list", "kit__text"}


def _heading_end(anchor: str) -> str:
    return (f" {{: #{anchor} }}" if anchor else "") + "\n"


def _hides(name: str, attributes: str) -> bool:
    """Whether the text of an element is hidden, or need not be found."""
    known = dict(_ATTRIBUTE.findall(attributes))
    return (
        name in _HIDDEN_TAGS
        or "hidden" in known
        or "data-search-exclude" in known
        or known.get("aria-hidden") == "true"
        or not _HIDDEN_CLASSES.isdisjoint(known.get("class", "").split())
    )
