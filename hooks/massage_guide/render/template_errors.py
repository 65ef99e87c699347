"""Jinja's errors in an editor's words, at their position."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import Any

import jinja2

from ..problems.problem import Code, Problem
from ..problems.suggest import did_you_mean
from .macro import MacroError, macros

_PACKAGE = Path(__file__).parents[1]
# Messages name a template from the guide's folder if the generator is a part of it, otherwise from
# the package.
_ROOT = _PACKAGE.parents[1] if (_PACKAGE.parents[1] / "mkdocs.yml").is_file() else _PACKAGE.parent


def page_problem(
    error: Exception, body: str, name: str, first_line: int, environment: jinja2.Environment
) -> Problem:
    """A problem of a hand-written page, at its true line."""
    line, inside = _where(error, name)
    lines = body.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    message, hint = _page_words(error, environment)
    return Problem(
        name,
        first_line + line - 1,
        1,
        Code.PAGE,
        message + inside,
        hint,
        excerpt,
        max(1, len(excerpt)),
    )


def template_problem(error: Exception, page: Path, environment: jinja2.Environment) -> Problem:
    """A problem of a template itself, at its line: no page of an editor is to blame."""
    file, line = _template_line(error) or (page, 1)
    excerpt = file.read_text("utf-8").splitlines()[line - 1 : line]
    message, hint = _page_words(error, environment)
    made_by = "" if file == page else f" (for the template “{page.name}”)"
    return Problem(shown_path(file), line, 1, Code.PAGE, message + made_by, hint, "".join(excerpt))


def _template_line(error: Exception) -> tuple[Path, int] | None:
    """The innermost line of a template file that the error came from."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.endswith(".j2")
    ]
    return (Path(frames[-1].filename), frames[-1].lineno or 1) if frames else None


def shown_path(file: Path) -> str:
    """The path of a template as messages show it."""
    return file.relative_to(_ROOT).as_posix()


def _where(error: Exception, name: str) -> tuple[int, str]:
    """The line of the page body where it went wrong, and if inside a macro, that and its line."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename == name:
        return error.lineno, ""
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == name
    ]
    if not (template := _template_line(error)):
        return (lines or [1])[0] or 1, ""
    file, line = template
    return (lines or [1])[
        0
    ] or 1, f" (in the macro “{file.parent.name}”, {shown_path(file)}:{line})"


def _page_words(error: Exception, environment: jinja2.Environment) -> tuple[str, str]:
    text = str(error)
    if unknown := re.match(r"'(\w+)' is undefined", text):
        known = sorted(name for name in environment.globals if name in macros())
        return (
            f"There is no macro “{unknown[1]}”. {did_you_mean(unknown[1], known)}".rstrip(),
            f"Macros: {', '.join(known)}.",
        )
    if isinstance(error, jinja2.TemplateSyntaxError):
        return (
            "This macro call cannot be read.",
            f'Check brackets and quotes: {{{{ name("option") }}}}. Jinja says: {text}.',
        )
    site: Any = environment.globals["site"]
    keys = site.records
    if unknown := re.fullmatch(
        r"'?dict object'? has no (?:attribute|element) '?(.*?)'?", text, re.DOTALL
    ):
        return _no_entry(unknown[1], [key.rpartition("/")[2] for key in keys]), "Check the id."
    if isinstance(error, LookupError):
        return _no_entry(str(error.args[0]), [*keys]), "Check the id."
    if isinstance(error, MacroError):
        return text, ""
    return f"This does not work here: {text.rstrip('.')}.", "Check what is between the braces."


def _no_entry(id: str, known: list[str]) -> str:
    return f"There is no entry “{id}”. {did_you_mean(id, known)}".rstrip()
