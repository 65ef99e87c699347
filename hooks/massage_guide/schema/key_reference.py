"""The model as a page for editors: every file and every key, its meaning and its allowed values."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import EnumType
from types import UnionType
from typing import Any

from pydantic import AnyHttpUrl, BaseModel

from ..model import COLLECTIONS, SINGLES, keys
from ..model.fields import Record, Reference
from ..text.prose import Prose
from .introspect import parts

FILE = "content/README.md"

_HEAD = """\
# Every key of the content

This page is made from the schema of the content by `massage-guide schema`; change it there. \
How to write
the files is in [CONTRIBUTING.md](../CONTRIBUTING.md). A key with a star must be there.
"""


def reference() -> str:
    """The whole page, as Markdown."""
    files: list[tuple[str, type[Record]]] = [
        (f"{name}/", model) for name, model in COLLECTIONS.items()
    ]
    files += [(f"{name}.yml", model) for name, model in SINGLES.items()]
    page = [_HEAD, "## Files\n", *(_table(f"`{name}`", model) for name, model in files)]
    groups = dict.fromkeys(group for _, model in files for group in _groups(model))
    page += [
        "## Groups of keys\n",
        *(_table(model.__name__, model) for model in sorted(groups, key=lambda m: m.__name__)),
    ]
    return "\n".join(page)


def _table(title: str, model: type[BaseModel]) -> str:
    lines = [
        f"### {title}",
        "",
        " ".join((model.__doc__ or "").split()),
        "",
        "| key | value | what it means |",
        "| --- | --- | --- |",
    ]
    for name in keys(typing.cast(type[Record], model)):
        field = model.model_fields[name]
        star = "*" if field.is_required() else ""
        form = _form(
            typing.Annotated[field.annotation, *field.metadata]
            if field.metadata
            else field.annotation
        )
        lines.append(f"| `{name}`{star} | {form} | {_cell(field.description or '')} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("[[", "\\[\\[").replace("*", "\\*")


def _form(annotation: Any) -> str:
    """The allowed values of a key, in words."""
    kind, marks = parts(annotation)
    if refers := next((mark.to for mark in marks if isinstance(mark, Reference)), None):
        return f"an id in `content/{refers}/`" if refers in COLLECTIONS else f"an id among {refers}"
    if typing.get_origin(kind) is tuple:
        return f"a list: {_form(typing.get_args(kind)[0])}"
    if typing.get_origin(kind) is dict:
        named, held = typing.get_args(kind)
        by = f"named by {_form(named)}" if isinstance(named, EnumType) else "named by you"
        return f"{by}: {_form(held)}"
    if typing.get_origin(kind) in (typing.Union, UnionType):
        return " or ".join(map(_form, typing.get_args(kind)))
    if isinstance(kind, EnumType):
        return f"one of: {', '.join(kind)}"
    if issubclass(kind, BaseModel):
        return f"a group: [{kind.__name__}](#{kind.__name__.lower()})"
    return f"{_WORDS[kind]}{_limits(marks)}"


_WORDS = {
    Prose: "text, with marks",
    str: "text",
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    dt.date: "a day, as YYYY-MM-DD",
    AnyHttpUrl: "a web address",
}


def _limits(marks: list[Any]) -> str:
    limits = {
        name: getattr(mark, name)
        for mark in marks
        for name in ("ge", "le", "max_length")
        if getattr(mark, name, None) is not None
    }
    phrases = {"ge": "from {}", "le": "to {}", "max_length": "up to {} characters"}
    return "".join(f", {phrases[name].format(f'{limit:,}')}" for name, limit in limits.items())


def _groups(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every record inside a record, however deep."""
    for field in model.model_fields.values():
        yield from _groups_of(field.annotation)


def _groups_of(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        yield from _groups(annotation)
    for inner in typing.get_args(annotation):
        yield from _groups_of(inner)
