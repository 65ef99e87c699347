"""Words as a part of a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words."""
    return f"(?:{'|'.join(map(re.escape, words))})"


def any_whole(phrases: Iterable[str]) -> str:
    """A pattern for one of these phrases as whole words, wherever its line ends: the longest."""
    forms = (
        r"\s+".join(map(re.escape, phrase.split()))
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])"
