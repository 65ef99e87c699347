"""What somebody may have meant by a name that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], likeness: float = 0.5) -> str:
    """The known name most like this one; empty if none has the likeness (0 to 1)."""
    return next(iter(difflib.get_close_matches(name, sorted(known), 1, likeness)), "")


def did_you_mean(
    name: str, known: Iterable[str], otherwise: str = "", *, likeness: float = 0.5
) -> str:
    """A question that names the known name most like this one.

    It is `otherwise` if none has the likeness (0 to 1).
    """
    found = nearest(name, known, likeness)
    return f"Did you mean “{found}”?" if found else otherwise
