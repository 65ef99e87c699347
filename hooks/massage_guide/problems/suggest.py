"""What somebody may have meant by a name that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(
    name: str, known: Iterable[str], otherwise: str = "", *, likeness: float = 0.5
) -> str:
    """A question that names the known name most like this one.

    It is `otherwise` if none has the likeness (0 to 1).
    """
    found = difflib.get_close_matches(name, sorted(known), 1, likeness)
    return f"Did you mean “{found[0]}”?" if found else otherwise
