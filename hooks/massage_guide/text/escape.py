"""Text made safe for Markdown and HTML: what an editor writes never becomes structure."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

# Characters that Markdown, HTML or a Markdown extension may read as markup anywhere in a line.
_ANYWHERE = re.compile(r"[&<>\\`*_{}\[\]|#]")
# What turns the start of a line into a list, heading, rule, fence, quote or definition.
_AT_START = re.compile(r"[-+=:!?~]|\d+(?=[.)])")
_IN_ATTRIBUTE = re.compile(r"[&<>\\`*_{}\[\]|#\"']")


def _entity(found: re.Match[str]) -> str:
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(found[0], f"&#{ord(found[0])};")


def inline(text: str) -> Markup:
    """Text inside a line of Markdown. Line ends become spaces."""
    return Markup(_ANYWHERE.sub(_entity, " ".join(text.split())))


def block(text: str) -> Markup:
    """Text that may start a line of Markdown."""
    safe = str(inline(text))
    start = _AT_START.match(safe)
    if not start:
        return Markup(safe)
    if start[0].isdigit():
        dot = start.end()
        return Markup(f"{safe[:dot]}&#{ord(safe[dot])};{safe[dot + 1 :]}")
    return Markup(f"&#{ord(safe[0])};{safe[1:]}")


def script_data(value: Any) -> Markup:
    """JSON inside an HTML script element: nothing in it can end the element.

    No braces meet: a mark would look so.
    """
    text = json.dumps(value, ensure_ascii=False, indent=0, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def attribute(text: str) -> Markup:
    """Text inside a quoted HTML attribute."""
    return Markup(_IN_ATTRIBUTE.sub(_entity, " ".join(text.split())))
