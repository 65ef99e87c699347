"""Takes a field's annotation apart: the type that counts, and what is said of it."""

from __future__ import annotations

import typing
from typing import Any


def parts(annotation: Any) -> tuple[Any, list[Any]]:
    """The type itself, without `| None`, and the marks that `Annotated` puts on it."""
    marks: list[Any] = []
    while True:
        if typing.get_origin(annotation) is typing.Annotated:
            annotation, *more = typing.get_args(annotation)
            marks += more
        elif type(None) in typing.get_args(annotation):
            annotation = next(
                kind for kind in typing.get_args(annotation) if kind is not type(None)
            )
        else:
            return annotation, marks
