"""Prose as readers hear it: numbers and links in words, stress marks dropped."""

from __future__ import annotations

from collections.abc import Mapping

from .prose import ContactMark, LinkMark, NumberMark, Part, Prose


def plain(prose: Prose, numbers: Mapping[str, str], addresses: Mapping[str, str]) -> str:
    """The text of prose. A number or page that does not exist shows as its own name."""
    return "".join(_spoken(part, numbers, addresses) for part in prose.parts)


def _spoken(
    part: Part, numbers: Mapping[str, str], addresses: Mapping[str, str]
) -> str:
    if isinstance(part, NumberMark):
        return numbers.get(part.key, part.key)
    if isinstance(part, LinkMark):
        return part.words or addresses.get(part.target, part.target)
    if isinstance(part, ContactMark):
        return part.number
    return part.text
