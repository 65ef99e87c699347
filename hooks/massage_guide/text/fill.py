"""Words with {braces}, and values to fill them."""

from __future__ import annotations

import re
from typing import Any


class UnfilledError(Exception):
    """Raised for words of words.yml with a {brace} that nothing fills.

    `known` are those that something does.
    """

    def __init__(self, text: str, brace: str, known: list[str]) -> None:
        super().__init__(f"nothing fills {{{brace}}} in “{text}”")
        self.text, self.brace, self.known = text, f"{{{brace}}}", [f"{{{name}}}" for name in known]


def fill(text: str, **values: Any) -> str:
    """Words with {braces} filled in. Raises UnfilledError for a brace that nothing fills."""
    try:
        return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), text)
    except KeyError as missing:
        raise UnfilledError(text, missing.args[0], list(values)) from None
