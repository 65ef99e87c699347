"""Version 1 of the data only grows: what a program reads today, it can read tomorrow.

`pytest tests/build/test_api_v1.py --approve` adds what is new to the list. It never takes anything
away.
"""

from __future__ import annotations

import copy
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from massage_guide.outputs.api import VERSION
from tests.support.projects import FIXTURES

PROMISED = FIXTURES / "api_v1.txt"

Schema = dict[str, Any]


def facts(schema: Schema, root: Schema, path: str) -> Iterator[tuple[str, str, str]]:
    """What a schema says, a fact each.

    A fact is a path, “:” with a type, “=” with a value, or “always” for what is never left out.

    A list adds “[]” to its path, and a map “{}”.
    """
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] | {
            key: schema[key] for key in schema if key != "$ref"
        }
    for choice in schema.get("anyOf", ()):
        yield from facts(choice, root, path)
    if "type" in schema:
        yield path, ":", schema["type"]
    for value in schema.get("enum", [schema["const"]] if "const" in schema else []):
        yield path, "=", value
    for name in schema.get("required", ()):
        yield f"{path}.{name}", "always", ""
    for name, inner in schema.get("properties", {}).items():
        yield from facts(inner, root, f"{path}.{name}")
    for key, sign in (("items", "[]"), ("additionalProperties", "{}")):
        if isinstance(schema.get(key), dict):
            yield from facts(schema[key], root, path + sign)


def promises(name: str, schema: Schema) -> set[str]:
    """A line for each fact.

    All types of a key stand in one, for a further type would surprise a program.
    """
    lines, types = set(), defaultdict(set)
    for path, kind, value in facts(schema, schema, name):
        if kind == ":":
            types[path].add(value)
        else:
            lines.add(f"{path} {kind} {value}".rstrip())
    return lines | {f"{path}: {' or '.join(sorted(kinds))}" for path, kinds in types.items()}


def columns(table: Path) -> set[str]:
    """A line for each column of a table, with its place."""
    with table.open(encoding="utf-8", newline="") as file:
        return {
            f"{table.name} {place}: {name}" for place, name in enumerate(next(csv.reader(file)), 1)
        }


@pytest.fixture
def now(built: Path) -> set[str]:
    """What the data promises now."""
    api = built / VERSION
    schemas = (
        (file.stem, json.loads(file.read_text("utf-8")))
        for file in (api / "schemas").glob("*.json")
    )
    return set().union(*(promises(*named) for named in schemas), *map(columns, api.glob("*.csv")))


def promised() -> set[str]:
    """What was promised when it was published."""
    return set(PROMISED.read_text("utf-8").splitlines()) if PROMISED.is_file() else set()


def test_nothing_that_was_promised_is_gone(now: set[str], approve: bool) -> None:
    if approve:
        PROMISED.write_text("".join(f"{line}\n" for line in sorted(promised() | now)), "utf-8")
    assert not promised() - now, (
        "version 1 only grows; what must change needs a version 2 beside it"
    )


def test_every_promise_is_on_the_list(now: set[str]) -> None:
    assert not now - promised(), "put them on the list: pytest tests/build/test_api_v1.py --approve"


def without(schema: Schema) -> None:
    del schema["properties"]["order"]


def optional(schema: Schema) -> None:
    schema["required"].remove("summary")


def another_type(schema: Schema) -> None:
    schema["properties"]["order"] = {"anyOf": [{"type": "integer"}, {"type": "string"}]}


def fewer_values(schema: Schema) -> None:
    schema["$defs"]["Clothes"]["enum"].pop()


@pytest.mark.parametrize("change", [without, optional, another_type, fewer_values])
def test_a_change_that_breaks_a_program_is_seen(
    built: Path, change: Callable[[Schema], None]
) -> None:
    schema = json.loads((built / VERSION / "schemas/types.json").read_text("utf-8"))
    changed = copy.deepcopy(schema)
    change(changed)
    assert promises("types", schema) - promises("types", changed)


def test_a_new_key_breaks_nothing(built: Path) -> None:
    schema = json.loads((built / VERSION / "schemas/types.json").read_text("utf-8"))
    grown = copy.deepcopy(schema)
    grown["properties"]["added_later"] = {"type": "string"}
    assert promises("types", schema) < promises("types", grown)
