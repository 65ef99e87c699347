"""Where one sentence ends and the next begins."""

from __future__ import annotations

import re
from functools import lru_cache

# What ends in a full stop without ending a sentence, and what may end one as well.
_ABBREVIATIONS = (
    "e.g",
    "i.e",
    "vs",
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "Prof",
    "St",
    "approx",
)
_MAY_END = ("No", "U.S", "U.K", "a.m", "p.m", "etc")  # “No. 5”; but “No.” is an answer too
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")


@lru_cache(maxsize=50_000)  # several rules ask for the same texts
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order. Nothing is lost but the blanks between them."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        sentence = text[start : end.end()].strip()
        if _goes_on(sentence, text[end.end() :]):
            continue
        found.append(sentence)
        start = end.end()
    rest = text[start:].strip()
    return tuple(sentence for sentence in (*found, rest) if sentence)


def _goes_on(sentence: str, rest: str) -> bool:
    """Whether the stop belongs to an abbreviation or an initial, and the sentence goes on."""
    following = rest.lstrip()
    if following[:1].islower():
        return True
    if not following or not sentence.endswith("."):
        return False
    last = sentence[:-1].rpartition(" ")[2].lstrip("(\"“'")
    starts_anew = following[0].isupper() or following[0] in "\"“‘'(["
    if last in _MAY_END:
        return not starts_anew
    return last in _ABBREVIATIONS or bool(re.fullmatch(r"[A-Z]", last))
