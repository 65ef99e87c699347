"""The words of a text, as the search compares them; `search/tokens.js` says the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes and accents.

    A sign of money is a word of its own: $200 asks for dollars.
    """
    return re.findall(r"[^\W_]+|[$£€]", _plain(text))


def leveled(phrases: Iterable[str]) -> list[str]:
    """Phrases in such words but for signs of money, with one space between them, each once.

    So the browser need not do it. A word after = must be typed just so.
    """
    return list(
        dict.fromkeys(" ".join(re.findall(r"=?[^\W_]+", _plain(phrase))) for phrase in phrases)
    )


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.lower())
    return re.sub("['’ʼ´`\u0300-\u036f]", "", parts)
