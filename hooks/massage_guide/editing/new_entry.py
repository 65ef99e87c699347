"""The first draft of an entry: every key of its model, with its help, and blanks to fill."""

from __future__ import annotations

import textwrap
import typing
from collections.abc import Iterable, Iterator
from enum import Enum, EnumType
from typing import Any

from pydantic.fields import FieldInfo

from ..model import COLLECTIONS, keys
from ..model.fields import Entry, InScaffold, Record, Reference
from ..schema.introspect import parts

_INTRODUCTION = """\
Fill in every key that has nothing after it. Lines that start with “# ” are help: take them out
when you are done. A key with “#” before it may be left out: take the # away to use it.
"""
_WIDTH = 100


def scaffold(model: type[Entry], id: str) -> str:
    """The text of a new file. It passes the check once its blanks are filled."""
    head = [*_comment(model.__doc__ or "", 0), *_comment(_INTRODUCTION, 0)]
    body = "\n".join(_record(model, 0, set()))
    return "\n".join(head) + f"\n{body}\n".replace("\nid:\n", f"\nid: {id}\n", 1)


def _record(model: type[Record], indent: int, explained: set[type]) -> Iterator[str]:
    """The keys of a record, with help only for the first of its kind in a file."""
    with_help = model not in explained
    explained.add(model)
    for name in keys(model):
        field = model.model_fields[name]
        if indent == 0:
            yield ""
        if with_help:
            yield from _comment(_help(field), indent)
        lines = [f"{' ' * indent}{name}:", *_value(field.annotation, indent + 2, explained)]
        yield from lines if _in_scaffold(field) else map(_left_out, lines)


def _in_scaffold(field: FieldInfo) -> bool:
    return field.is_required() or any(isinstance(mark, InScaffold) for mark in field.metadata)


def _left_out(line: str) -> str:
    """The line with its text behind a #; help, which is a comment anyway, stays as it is."""
    text = line.lstrip()
    return line if text.startswith("#") else f"{' ' * (len(line) - len(text))}#{text}"


def _value(annotation: Any, indent: int, explained: set[type]) -> Iterator[str]:
    """The lines below a key."""
    kind, _ = parts(annotation)
    if typing.get_origin(kind) is tuple:
        yield f"{' ' * indent}-"
        yield from _value(typing.get_args(kind)[0], indent + 2, explained)
    elif typing.get_origin(kind) is dict:
        yield from _comment("Put a name of your own in the place of “name”.", indent)
        yield f"{' ' * indent}name:"
        yield from _value(typing.get_args(kind)[1], indent + 2, explained)
    elif isinstance(kind, type) and issubclass(kind, Record):
        yield from _record(kind, indent, explained)


def _help(field: FieldInfo) -> str:
    """The model's help for a field, and its allowed values."""
    said = field.description or ""
    return " ".join(filter(None, [said, _choices(field.annotation, said)]))


def _choices(annotation: Any, said: str) -> str:
    kind, _ = parts(annotation)
    if isinstance(kind, EnumType):
        members: Iterable[Enum] = kind.__members__.values()
        choices = [str(choice) for choice in members]
        return "" if all(choice in said for choice in choices) else f"One of: {', '.join(choices)}."
    holders = (mark.to for mark in _marks(annotation) if isinstance(mark, Reference))
    return next((f"See content/{holder}/." for holder in holders if holder in COLLECTIONS), "")


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in typing.get_args(annotation):
        yield from _marks(inner)


def _comment(text: str, indent: int) -> list[str]:
    prefix = f"{' ' * indent}# "
    return textwrap.wrap(
        " ".join(text.split()), _WIDTH, initial_indent=prefix, subsequent_indent=prefix
    )
