"""Changes of a regular expression: something that it names, allows or demands is taken out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

# An escape, a class of characters, what opens a group, how often, or a character.
_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<?[=!]|[:>]|[a-z]+[:)])|[*+?][?+]?|\{\d*,?\d*\}|.",
    re.S,
)
_OFTEN = re.compile(r"[*+?][?+]?|\{\d*,?\d*\}")
_IN_CLASS = re.compile(r"(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|[^\\]", re.S)


def changed(pattern: str) -> Iterator[str]:
    """Every change of a pattern, or of a piece of one."""
    for start, end in _spans(pattern):
        yield pattern[:start] + pattern[end:]


def _spans(pattern: str) -> Iterator[tuple[int, int]]:
    """What can be taken out: alternatives, lookarounds, anchors, repeats, members of classes."""
    opened: list[tuple[str, int]] = [("", 0)]
    bars: list[list[int]] = [[0]]
    for token in _TOKEN.finditer(pattern):
        text, (start, end) = token[0], token.span()
        if text in (r"\b", r"\B", "^", "$") or _OFTEN.fullmatch(text):
            yield start, end
        elif text.startswith("[") and len(text) > 2:
            yield from _members(text, start)
        elif text.startswith("("):
            opened.append((text, start))
            bars.append([end])
        elif text == "|":
            bars[-1].append(end)
        elif text == ")" and len(opened) > 1:
            kind, begin = opened.pop()
            yield from _alternatives(bars.pop(), start)
            if kind in ("(?=", "(?!", "(?<=", "(?<!"):
                yield begin, end
    yield from _alternatives(bars[0], len(pattern))


def _alternatives(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Each alternative with the bar beside it, given where each starts and the last one ends."""
    if len(starts) < 2:
        return
    yield from itertools.pairwise(starts)
    yield starts[-1] - 1, end


def _members(text: str, start: int) -> Iterator[tuple[int, int]]:
    first = 2 if text.startswith("[^") else 1
    members = [found.span() for found in _IN_CLASS.finditer(text, first, len(text) - 1)]
    if len(members) > 1:
        for begin, end in members:
            yield start + begin, start + end
