"""Ordinary words that a search which forgives mistakes would take for others.

`english/words.txt` holds the words, and `english/NOTICE.txt` says where they are from. What
`search/spelling.js` forgives is said here once more: a mistake is a letter inserted, left out,
changed or swapped with its neighbor (optimal string alignment).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, takewhile
from pathlib import Path

_WORDS = Path(__file__).parent / "english" / "words.txt"
_ENDINGS = ("s", "es", "ed", "er", "ers", "ing")
_MOST_SHARED = 25  # letters of the alphabet after A


@cache
def english() -> frozenset[str]:
    """The most frequent English words, in American, British and Australian spelling."""
    return frozenset(_WORDS.read_text("utf-8").split())


_SOUNDS = [
    (re.compile(spelt), plain)
    for spelt, plain in (
        ("^kn", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("^x", "z"),
        ("ph", "f"),
        ("gh(?=t|$)", ""),
        ("sc(?=[eiy])", "s"),
        ("c(?=[eiy])", "s"),
        ("tch", "ch"),
        ("t(?=ur)", "ch"),
        ("qu", "kw"),
        ("ck|c(?!h)", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("y", "i"),
        ("ea|ee|ie|ei", "i"),
        ("ou|ow|au|aw|oa", "o"),
        (r"(.)\1", r"\1"),
        ("e$", ""),
    )
]
_LEAST_HEARD = 5  # letters of a word that may be written by ear


@cache
def sound_of(word: str) -> str:
    """How a word sounds, roughly: whoever writes by ear takes one for the other."""
    for spelt, plain in _SOUNDS:
        word = spelt.sub(plain, word)
    return word


def joined(phrases: Iterable[str]) -> set[str]:
    """Names of two words in small letters, written as one: foamroller."""
    parted = [phrase.split(" ") for phrase in phrases]
    return {
        "".join(words)
        for words in parted
        if len(words) == 2 and all(len(word) > 2 for word in words)
    }


def mistakes_in(word: str) -> int:
    """How many mistakes a word of this length may hold."""
    return 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0


def forms(word: str) -> set[str]:
    """A word with endings."""
    if re.search(r"[^aeiou]y$", word):
        return {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    if word.endswith("ee"):
        return {f"{word}s", f"{word}d", f"{word}ing"}
    if word.endswith("e"):
        return {f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    plain = {f"{word}ed", f"{word}ing"}
    if not re.search(r"[^aeiou][aeiou][^aeiouwxy]$", word):
        return {f"{word}s", *plain}
    doubled = {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    has_one_syllable = re.search(r"^[^aeiou]*[aeiou][^aeiou]$", word)  # fitted, but visited
    return {f"{word}s", *doubled, *(() if has_one_syllable else plain)}


def mistakable(words: Iterable[str], known: Iterable[str], signs: Iterable[str] = ()) -> list[str]:
    """Which words would be taken for another one, known or of a sign.

    They are like it, without an ending or with it, or sound like it. A form of a known word is no
    mistake; one with a single mistake is taken for that word, too. People rarely mistake the first
    letter, or its sound. What is a form of another word in the answer is left out: `forms` gives it
    back.
    """
    targets = {*known, *signs}
    right = targets.intersection(known).union(*map(forms, known))
    likeness = _Likeness(targets, right.union(targets), known)
    near = {word for word in words if word not in right and likeness.takes(word)}
    return _without_forms(near)


class _Likeness:
    """What words may be taken for: by their letters, with an ending, or by ear."""

    def __init__(self, targets: set[str], formed: set[str], known: Iterable[str]) -> None:
        self._targets = targets
        self._left, self._forms_left = _by_deletion(targets, 2), _by_deletion(formed, 1)
        sounds = {sound_of(word) for word in known if len(word) >= _LEAST_HEARD}
        self._sounds_left = _by_deletion(sounds, 1)

    def takes(self, word: str) -> bool:
        """Whether a word is, or is like, another."""
        starts = (word, *without_endings(word))
        return (
            word in self._targets
            or any(_is_near(it, self._left, mistakes_in(it)) for it in starts)
            or _is_near(word, self._forms_left, min(1, mistakes_in(word)))
            or (len(word) >= _LEAST_HEARD and _is_near(sound_of(word), self._sounds_left, 1))
        )


def _without_forms(words: Iterable[str]) -> list[str]:
    """The words in order, without those that are forms of one that stays."""
    kept: set[str] = set()
    formed: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if word not in formed:
            kept.add(word)
            formed |= forms(word)
    return sorted(kept)


def without_endings(word: str) -> Iterator[str]:
    """A word without each ending that it may have."""
    return (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))


def packed(words: Iterable[str]) -> str:
    """Words in order, each as a capital for how many letters it shares with the one before.

    A is none, B is one; the other letters follow: “Aable”, then “Est” for “ablest”.
    """
    found, before = [], ""
    for word in sorted(words):
        alike = zip(word[:_MOST_SHARED], before, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], alike))
        found.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(found)


def _by_deletion(targets: Iterable[str], most: int) -> dict[str, list[str]]:
    """Targets by what is left of each without some of its letters."""
    found = defaultdict(list)
    for target in targets:
        # a word of eight letters may stand for one of six
        for left in _without(target, most if len(target) >= 6 else 1):
            found[left].append(target)
    return found


def _without(word: str, most: int) -> set[str]:
    """The word without none, one or up to `most` of the letters after its first."""
    first, others = word[:1], word[1:]
    return {
        first + "".join(left)
        for count in range(min(most, len(others)) + 1)
        for left in combinations(others, len(others) - count)
    }


def _is_near(word: str, by_deletion: Mapping[str, list[str]], most: int) -> bool:
    return any(
        _distance(word, target, most) <= most
        for left in (_without(word, most) if most else ())
        for target in by_deletion.get(left, ())
    )


def _distance(one: str, other: str, most: int) -> int:
    """Mistakes between two words; a number above `most` as soon as it needs more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            needed = min(
                last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != against)
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                needed = min(needed, before[column - 2] + 1)
            line.append(needed)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]
