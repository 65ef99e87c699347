"""The text of a finished page as readers see it, section by section.

It reads the Markdown that the site is built from, so nothing is rendered a second time. What readers
do not see, what is marked `data-search-exclude`, and the small print (numbers of sources, what
has none, source lists, dates) is left out. A test holds it against the built pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown.extensions.toc import slugify, unique


@dataclass(frozen=True)
class Section:
    """A heading and the text below it, up to the next heading. The page's own heading has rank 1."""

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
            found.append((len(marks), anchor[1] if anchor else unique(slugify(words, "-"), taken), words, []))
        elif found and (text := _plain(line)):
            if _ITEM.match(line) and found[-1][3] and found[-1][3][-1][-1] not in ".?!:;,":
                found[-1][3][-1] += ";"  # items of a list have no full stops, and must not run together
            found[-1][3].append(text)
    made = [Section(rank, anchor, words, " ".join(text)) for rank, anchor, words, text in found]
    return list(_not_empty(made))


def _not_empty(made: list[Section]) -> Iterator[Section]:
    for section, after in zip(made, [*made[1:], None]):
        if section.text or (after and after.rank > section.rank):
            yield section


_ID_IN_HTML = re.compile(r" id=\"([^\"]+)\"")
_ID_IN_MARKDOWN = re.compile(r"\{:[^}#]*#([\w-]+)")
_HEADING = re.compile(r"(#{1,6}) +(.*?) *(?:\{:(.*)\})?$")
_ID = re.compile(r"#([\w-]+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<[^>]*>|[^()]*)\)")
_ITEM = re.compile(r"\s*(?:[-+*]|\d+\.)\s|\s*\|")
_NOT_TEXT = re.compile(r"\{:.*?\}|^\s*(?:>\s*)+|^\s*(?:[-+*]|\d+\.)\s+|^[\s|:-]+$|[*`]")


def _plain(line: str) -> str:
    """A line of Markdown as it reads."""
    return " ".join(html.unescape(_NOT_TEXT.sub("", line).replace("|", " ")).split())


def _visible(markdown: str) -> str:
    reader = _Reader()
    reader.feed(_LINK.sub(r"\1", markdown))
    reader.close()
    return "".join(reader.seen)


class _Reader(HTMLParser):
    """Takes tags out of Markdown, and with them what readers do not see."""

    _HIDDEN_TAGS = {"script", "style", "template", "svg", "nav", "noscript"}
    _HIDDEN_CLASSES = {"visually-hidden", "cites", "untraced", "dates", "source-list"}
    _VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[str] = []
        self._hidden = 0
        self._id = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._VOID:
            return
        attributes = dict(attrs)
        if self._hidden or self._is_hidden(tag, attributes):
            self._hidden += 1
        elif _RAW_HEADING.fullmatch(tag):
            self._id = attributes.get("id") or ""
            self.seen.append("\n" + "#" * int(tag[1]) + " ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._VOID:
            return
        if self._hidden:
            self._hidden -= 1
        elif _RAW_HEADING.fullmatch(tag):
            self.seen.append((f" {{: #{self._id} }}" if self._id else "") + "\n")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def _add(self, text: str) -> None:
        if not self._hidden:
            self.seen.append(text)

    def _is_hidden(self, tag: str, attributes: dict[str, str | None]) -> bool:
        classes = set((attributes.get("class") or "").split())
        return bool(tag in self._HIDDEN_TAGS or {"hidden", "data-search-exclude"} & set(attributes)
                    or attributes.get("aria-hidden") == "true" or classes & self._HIDDEN_CLASSES)


_RAW_HEADING = re.compile(r"h[1-6]")
