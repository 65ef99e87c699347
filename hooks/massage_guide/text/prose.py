"""Prose: plain text with seven marks, and nothing else; and the same text without its marks.

- `*word*` stresses a word.
- `[[n:ID.FIELD]]` prints a number from the one place that defines it.
- `[[size:ID.FIELD]]` prints the word for the size of such a number: small, medium.
- `[[link:ADDRESS]]` links to a page or section of the guide; `[[link:ADDRESS|words]]` names the
  link.
- `[[call:NUMBER]]`, `[[text:NUMBER]]` and `[[visit:ADDRESS]]` print a way to get help, which a
  phone calls, texts or opens when it is touched.

Text is data: it is parsed here and never by Jinja or Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema


@dataclass(frozen=True)
class Text:
    """A run of plain text."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """A run of stressed text."""

    text: str


@dataclass(frozen=True)
class NumberMark:
    """A number, named by the entry that defines it and its field there."""

    key: str

    @property
    def source(self) -> str:
        """The mark as it is written."""
        return f"[[n:{self.key}]]"


@dataclass(frozen=True)
class SizeMark:
    """The word for the size of a number."""

    key: str

    @property
    def source(self) -> str:
        """The mark as it is written."""
        return f"[[size:{self.key}]]"


@dataclass(frozen=True)
class LinkMark:
    """A link inside the guide. Without words of its own it shows the target's title."""

    target: str
    words: str

    @property
    def source(self) -> str:
        """The mark as it is written, up to its target."""
        return f"[[link:{self.target}"


@dataclass(frozen=True)
class ContactMark:
    """A way to get help: a number to call or to text, or an address to visit, as it is written."""

    way: str
    number: str

    @property
    def href(self) -> str:
        """What a browser opens: `tel:` and `sms:` take digits alone."""
        if self.way == "visit":
            return f"https://{self.number}"
        return f"{_SCHEMES[self.way]}:{re.sub(r'[^+0-9]', '', self.number)}"


_SCHEMES = {"call": "tel", "text": "sms"}

Part = Text | Emphasis | NumberMark | SizeMark | LinkMark | ContactMark

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MARK = re.compile(r"\[\[(.*?)\]\]|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])", re.S)
_NUMBER = re.compile(rf"n:({_ID}\.{_ID})")
_SIZE = re.compile(rf"size:({_ID}\.{_ID})")
_LINK = re.compile(rf"link:((?:{_ID}/)*{_ID}/?(?:#{_ID})?|#{_ID}|/)(?:\|([^|\[\]]+))?")
_CONTACT = re.compile(
    r"(call|text):(\+?\d[\d -]*\d)|(visit):([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z0-9-]+)*)"
)


class UnknownMarkError(ValueError):
    """Raised for double brackets that are none of the marks; `mark` is the text at fault."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        super().__init__(f"“{mark}” is not a mark that this guide knows.")


@dataclass(frozen=True)
class Prose:
    """Text for readers, parsed. `text` is what the editor wrote, on one line."""

    text: str
    parts: tuple[Part, ...]

    @classmethod
    def parse(cls, text: str) -> Prose:
        """Parse text with marks. Raises UnknownMarkError."""
        line = " ".join(text.split())
        parts: list[Part] = []
        end = 0
        for found in _MARK.finditer(line):
            parts.append(Text(_unmarked(line[end : found.start()])))
            parts.append(Emphasis(_unmarked(found[2])) if found[2] else _mark(found[0], found[1]))
            end = found.end()
        parts.append(Text(_unmarked(line[end:])))
        return cls(line, tuple(p for p in parts if p != Text("")))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> Any:
        return core_schema.no_info_after_validator_function(
            _validated, core_schema.str_schema(min_length=1)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


def _unmarked(text: str) -> str:
    for bracket in ("[[", "]]"):
        if bracket in text:
            raise UnknownMarkError(text[text.index(bracket) :][:40])
    return text


def _mark(whole: str, inside: str) -> Part:
    if number := _NUMBER.fullmatch(inside):
        return NumberMark(number[1])
    if size := _SIZE.fullmatch(inside):
        return SizeMark(size[1])
    if link := _LINK.fullmatch(inside):
        return LinkMark(link[1], (link[2] or "").strip())
    if contact := _CONTACT.fullmatch(inside):
        return ContactMark(contact[1] or contact[3], contact[2] or contact[4])
    raise UnknownMarkError(whole)


def _validated(text: str) -> Prose:
    try:
        return Prose.parse(text)
    except UnknownMarkError as error:
        raise PydanticCustomError(
            "bad_mark", "{reason}", {"reason": str(error), "mark": error.mark}
        ) from None


def plain(
    prose: Prose,
    numbers: Mapping[str, str],
    sizes: Mapping[str, str],
    addresses: Mapping[str, str],
) -> str:
    """The text of prose as readers hear it, without marks.

    An unknown number or page is printed as its own name.
    """
    return "".join(_plain_part(part, numbers, sizes, addresses) for part in prose.parts)


def _plain_part(
    part: Part, numbers: Mapping[str, str], sizes: Mapping[str, str], addresses: Mapping[str, str]
) -> str:
    if isinstance(part, NumberMark):
        return numbers.get(part.key, part.key)
    if isinstance(part, SizeMark):
        return sizes.get(part.key, part.key)
    if isinstance(part, LinkMark):
        return part.words or addresses.get(part.target, part.target)
    if isinstance(part, ContactMark):
        return part.number
    return part.text
