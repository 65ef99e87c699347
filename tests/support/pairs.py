"""Each word of a vocabulary is held by a pair of sentences: one is stopped for it, one passes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

Groups = Mapping[str, tuple[str, ...]]


class Pair(NamedTuple):
    """A sentence that must be stopped and one that must pass, because of one word."""

    group: str
    word: str
    stopped: str
    passing: str


def pairs(path: Path) -> list[Pair]:
    """The pairs in a file, in order: below “# GROUP” each line is WORD | stopped | passing."""
    found, group = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            group = line[2:]
        elif line:
            word, stopped, passing = line.split(" | ")
            found.append(Pair(group, word, stopped, passing))
    return found


def disagreements(groups: Groups, pinned: list[Pair]) -> Iterator[str]:
    """Words without a pair, pairs without a word, and what stands twice."""
    words = [(group, word) for group, listed in groups.items() for word in listed]
    held = [(pair.group, pair.word) for pair in pinned]
    yield from (f"{word}: no pair holds it" for word in words if word not in held)
    yield from (f"{word}: its pair holds no word" for word in held if word not in words)
    yield from (f"{word}: stands twice" for listed in (words, held) for word in _twice(listed))


def without(groups: Groups, group: str, word: str) -> dict[str, tuple[str, ...]]:
    """The groups without a word of one of them."""
    kept = tuple(each for each in groups[group] if each != word)
    return {**groups, group: kept}


def _twice(words: list[tuple[str, str]]) -> set[tuple[str, str]]:
    return {word for word in words if words.count(word) > 1}
