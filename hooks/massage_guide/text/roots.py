"""The roots of English words: by them, forms of a word are known as one.

It is coarse on purpose: rules ask with it whether two texts share a word, and never print it. The
search in the browser has a stemmer of its own.
"""

from __future__ import annotations

import re
from functools import cache

_ENDING = re.compile(r"(?<=\w{3})(?:(?:ing|ed|e)?(?:ness|li)|ings?|ed|es|e|s)$")  # y is i by then
_DOUBLED = re.compile(r"(?<=\w\w)(\w)\1$")
_LONGEST = 5


def roots(*texts: str) -> set[str]:
    """The roots of all words of some texts: `slip` for slips, slipped and slipping."""
    said = re.sub("['’]", "", " ".join(texts).lower()).replace("y", "i")
    words = re.findall(r"[^\W_]+", said)
    return {_root(word) for word in words}


@cache
def _root(word: str) -> str:
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))[:_LONGEST]
