"""Words as a part of a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words."""
    return f"(?:{'|'.join(map(re.escape, words))})"
