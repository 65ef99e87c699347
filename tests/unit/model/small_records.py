"""Files of the small guide as plain data, with one value changed: what does the model say?"""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from pydantic import ValidationError

from massage_guide.model import COLLECTIONS, SINGLES
from massage_guide.model.fields import Record
from massage_guide.yaml_source.reader import read
from tests.support.projects import FIXTURES

Path = tuple[str | int, ...]
GONE = object()
"""In the place of a value: without it."""


@cache
def _data(key: str) -> Any:
    file = FIXTURES / "good_content/content" / f"{key}.yml"
    return read(file.read_bytes(), file.name).data


def value(key: str, path: Path) -> Any:
    """What a file of the small guide has at a path."""
    found = copy.deepcopy(_data(key))
    for step in path:
        found = found[step]
    return found


def loaded(key: str, changes: dict[Path, Any] | None = None) -> Any:
    """A record of the small guide, such as `types/swedish`, with other values at some paths."""
    data = copy.deepcopy(_data(key))
    for path, value in (changes or {}).items():
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        if value is GONE:
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
    model: type[Record] = {**SINGLES, **COLLECTIONS}[key.partition("/")[0]]
    return model.model_validate(data)


def faults(key: str, changes: dict[Path, Any]) -> list[tuple[Path, str]]:
    """Where the model finds fault with it, and the kind of each fault.

    That a list is too short is left out where an item is at fault: pydantic does not count it.
    """
    try:
        loaded(key, changes)
    except ValidationError as error:
        found = [(fault["loc"], fault["type"]) for fault in error.errors()]
        return [
            (loc, kind)
            for loc, kind in found
            if not any(below != loc and below[: len(loc)] == loc for below, _ in found)
        ]
    return []


def details(key: str, changes: dict[Path, Any]) -> dict[str, Any]:
    """What the first fault says of itself: its text, and more for the editor's words."""
    try:
        loaded(key, changes)
    except ValidationError as error:
        fault = error.errors()[0]
        return {"msg": fault["msg"], "loc": fault["loc"], **fault.get("ctx", {})}
    raise AssertionError("No fault was found.")
