"""How hard a text is to read: the Flesch-Kincaid grade.

Source of the formula: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability
formulas for Navy enlisted personnel, Research Branch Report 8-75. A grade of 6 is about the reading
age of 11. The formula cannot tell good text from bad: it is a ceiling, never proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .sentences import sentences

# A hyphen between digits parts words: “0800-11” is dialed as “0800 11” is.
_WORD = re.compile(r"[A-Za-z0-9À-ÿ]+(?:(?:[’'.,]|(?<!\d)-|-(?!\d))[A-Za-z0-9À-ÿ]+)*")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")

# Words that the rules below count wrongly, each with its true count.
_EXCEPTIONS = {
    "area": 3,
    "areas": 3,
    "being": 2,
    "doing": 2,
    "going": 2,
    "seeing": 2,
    "idea": 3,
    "ideas": 3,
    "diet": 2,
    "quiet": 2,
    "science": 2,
    "scientist": 3,
    "sometimes": 2,
    "something": 2,
    "somebody": 3,
    "everybody": 4,
    "therefore": 2,
    "create": 2,
    "created": 3,
    "usual": 3,
    "usually": 4,
    "actual": 3,
    "actually": 4,
    "gradual": 3,
    "manual": 3,
    "sexual": 3,
    "fluid": 2,
    "ruin": 2,
    "doer": 2,
    "poem": 2,
    "react": 2,
    "reaction": 3,
    "reactions": 3,
    "radiation": 4,
    "video": 3,
    "sciatica": 4,
    "osteoporosis": 6,
    "physiotherapist": 6,
    "safely": 2,
    "likely": 2,
    "lonely": 2,
    "surely": 2,
    "rarely": 2,
    "completely": 3,
    "severely": 3,
    "movement": 2,
    "statement": 2,
    "careful": 2,
    "useful": 2,
    "hopeful": 2,
    "homework": 2,
    "coordinate": 4,
    "cooperate": 4,
    "guideline": 2,
    "guidelines": 2,
    "lifestyle": 2,
    "baseline": 2,
    "everywhere": 3,
    "somewhere": 2,
    "forehead": 2,
    "dietitian": 4,
    "giant": 2,
    "client": 2,
    "clients": 2,
    "society": 4,
    "anxiety": 4,
    "variety": 4,
    "soreness": 2,
    "tiredness": 2,
    "wireless": 2,
    "careless": 2,
    "homeless": 2,
    "business": 2,
    "wednesday": 2,
}

_DIGIT_SYLLABLES = {"0": 2, "1": 1, "2": 1, "3": 1, "4": 1, "5": 1, "6": 1, "7": 2, "8": 1, "9": 1}


def words(text: str) -> list[str]:
    """The words of a text; a number counts as a word, and so does a compound with hyphens.

    Of a phone number each group is a word, whether spaces or hyphens part its groups.
    """
    return _WORD.findall(text)


@cache  # texts repeat their words, and this is most of what a check does
def syllables(word: str) -> int:
    """Syllables of a word, at least one: groups of vowels, with silent endings taken off."""
    return max(1, sum(_part_syllables(part) for part in re.split(r"[-.,]", word.lower()) if part))


def _part_syllables(part: str) -> int:
    part = re.sub(r"[’'](?:s|re|ve|ll|d)$", "", part)
    if part.isascii() and part.isdigit():
        return _number_syllables(part)
    if part in _EXCEPTIONS:
        return _EXCEPTIONS[part]
    count = len(_VOWELS.findall(part))
    if re.search(r"[^aeiouy]e$", part) and not re.search(r"[^aeiouy]le$", part):
        count -= 1  # silent e: “have”, but not “table”
    elif re.search(r"[^aeiouytd]ed$", part) or (
        re.search(r"[^aeiouysxz]es$", part) and not _es_is_spoken(part)
    ):
        count -= 1  # “eased”, “makes”; but not “rested”, “boxes”
    if re.search(r"i(?:um|o|a)", part) and not re.search(r"[tcsgx]i(?:um|o|a)", part):
        count += 1  # “previous”, “aquarium”: two vowels that are both spoken
    if re.search(r"(?:sm|thm)s?$|[ds]n[’']t", part):
        count += 1  # “spasm”, “rhythms”, “didn’t”: a syllable without a written vowel
    return max(1, count)


def _es_is_spoken(part: str) -> bool:
    return bool(re.search(r"(?:ch|sh|[^aeiouy]l|g|c)es$", part))


def _number_syllables(digits: str) -> int:
    """As spoken, roughly: short numbers as a word or two, long ones digit by digit."""
    return min(sum(_DIGIT_SYLLABLES[digit] for digit in digits), 7)


def grade(texts: str | Iterable[str]) -> float:
    """The Flesch-Kincaid grade of one text or of several; 0 for no words.

    Each text ends a sentence.
    """
    units = [texts] if isinstance(texts, str) else list(texts)
    found = [words(sentence) for unit in units for sentence in sentences(unit)]
    found = [sentence for sentence in found if sentence]
    if not found:
        return 0.0
    count = sum(map(len, found))
    spoken = sum(syllables(word) for sentence in found for word in sentence)
    return 0.39 * count / len(found) + 11.8 * spoken / count - 15.59
