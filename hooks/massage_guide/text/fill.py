"""Words with {braces}, and values to fill them."""

from __future__ import annotations

import re
from typing import Any


def fill(text: str, **values: Any) -> str:
    """Words with {braces} filled in.

    Raises KeyError for a brace that nothing fills: the rule on words refuses such words before.
    """
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), text)
