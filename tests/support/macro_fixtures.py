"""Every macro with each of its fixtures, which speak of the smallest guide."""

from __future__ import annotations

from typing import Any

import markdown
from markupsafe import Markup

from massage_guide.render.macro import macros
from massage_guide.render.page_state import PageState
from massage_guide.render.renderer import Renderer

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
CASES = [(name, fixture) for name, macro in macros().items() for fixture in macro.fixtures]


def resolved(value: Any, renderer: Renderer) -> Any:
    """A fixture's value; `site.types.swedish.risks` stands for that part of the small site."""
    if not (isinstance(value, str) and value.startswith("site.")):
        return value
    found: Any = renderer.site
    for step in value.split(".")[1:]:
        found = found[step] if isinstance(found, dict) else getattr(found, step)
    return found


def markdown_of(name: str, fixture: str, renderer: Renderer) -> str:
    """A macro's Markdown for one of its fixtures."""
    options = {
        key: resolved(value, renderer) for key, value in macros()[name].fixtures[fixture].items()
    }
    if "caller" in options:
        said = Markup(options["caller"])
        options["caller"] = lambda: said
    state = PageState("page.md", marks=True)
    state.cite(next(iter(renderer.site.sources)))  # so that the source list has something to show
    return renderer.macro(name, state, **options) + "\n"


def html_of(text: str) -> str:
    """The HTML of a macro's Markdown."""
    return markdown.markdown(text, extensions=EXTENSIONS) + "\n"
