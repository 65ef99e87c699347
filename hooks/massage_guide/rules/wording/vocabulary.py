"""Words of the content become parts of a pattern: any ending, room between, plurals, verb forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

NOTHING = "(?!)"


def any_phrase(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, and nothing where there are none."""
    return _any_phrase(frozenset(phrases))


@lru_cache  # a list is a part of several patterns, and the preview asks again after each change
def _any_phrase(phrases: frozenset[str]) -> str:
    # By their first letter: almost every position of a text then fails at once. The longest first,
    # or “massage” would be found where “massage gun” is meant.
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases):
        by_letter[phrase[0]].append(_pattern(phrase)[len(re.escape(phrase[0])) :])
    groups = (
        f"{re.escape(first)}(?:{'|'.join(sorted(rests, key=len, reverse=True))})"
        for first, rests in by_letter.items()
    )
    return f"(?:{'|'.join(groups) or NOTHING})"


def _pattern(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\ …\ ", r"\ (?:[\w-]+ ){0,3}").replace(r"\*", r"\w*")
    return pattern.replace(r"\ ", "[ -]")


def nouns(phrases: Iterable[str]) -> set[str]:
    """The phrases and their plurals; one that ends in an asterisk has its plural already."""
    return {form for phrase in phrases for form in (phrase, _with_s(phrase))}


def singulars(names: Iterable[str]) -> set[str]:
    """The names, and those in the plural without their last letter."""
    return {form for name in names for form in (name, re.sub(r"(?<=[^s])s$", "", name))}


def contracted(phrases: Iterable[str]) -> set[str]:
    """The phrases, and the short forms of those with “not”: “not known”, “isn't known”."""
    found = {*phrases}
    for phrase in phrases:
        if phrase.startswith("not "):
            found |= {f"{verb}n't{phrase[3:]}" for verb in ("is", "are", "has", "have", "was")}
        found.add(re.sub(r"(do|does|is|are|did|could|has|have) not\b", r"\1n't", phrase))
        found.add(phrase.replace("cannot", "can't"))
    return found


def verbs(phrases: Iterable[str]) -> set[str]:
    """The base form of each verb, and the form for one doer."""
    return {*phrases, *of_one(phrases)}


def of_one(phrases: Iterable[str]) -> set[str]:
    """The form of each verb for one doer: it eases, it gets rid of."""
    return {" ".join([_of_one(verb), *rest]) for verb, *rest in map(str.split, phrases)}


def _of_one(verb: str) -> str:
    return {"be": "is", "have": "has"}.get(verb) or _with_s(verb)


def _with_s(word: str) -> str:
    if word.endswith("*"):
        return word
    if re.search(r"(?:s|x|z|sh|ch|\bdo|\bgo)$", word):
        return word + "es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", word) + "s"
