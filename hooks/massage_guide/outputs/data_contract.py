"""What version 1 of the data promises to programs, a line for each promise.

Within a version promises are only added: what a program reads today, it can read tomorrow.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

Schema = dict[str, Any]


def promises(files: Mapping[str, str]) -> set[str]:
    """The promises of all schemas and tables among data files, which come by their path."""
    made: set[str] = set()
    for path, text in files.items():
        name = PurePosixPath(path)
        if name.parent.name == "schemas":
            made |= schema_promises(name.stem, json.loads(text))
        elif name.suffix == ".csv":
            made |= _columns(name.name, text)
    return made


def schema_promises(name: str, schema: Schema) -> set[str]:
    """A line for each fact of a schema.

    All types of a key are in one line, for a further type would surprise a program.
    """
    lines, types = set(), defaultdict(set)
    for path, kind, value in _facts(schema, schema, name):
        if kind == ":":
            types[path].add(value)
        else:
            lines.add(f"{path} {kind} {value}".rstrip())
    return lines | {f"{path}: {' or '.join(sorted(kinds))}" for path, kinds in types.items()}


def _facts(schema: Schema, root: Schema, path: str) -> Iterator[tuple[str, str, str]]:
    """What a schema says, a fact each.

    A fact is a path, “:” with a type, “=” with a value, or “always” for what is never left out.
    A list adds “[]” to its path, and a map “{}”.
    """
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] | {
            key: schema[key] for key in schema if key != "$ref"
        }
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _facts(choice, root, path)
    if "type" in schema:
        yield path, ":", schema["type"]
    for value in schema.get("enum", [schema["const"]] if "const" in schema else []):
        yield path, "=", value
    for name in schema.get("required", ()):
        yield f"{path}.{name}", "always", ""
    for name, inner in schema.get("properties", {}).items():
        yield from _facts(inner, root, f"{path}.{name}")
    for key, sign in (("items", "[]"), ("additionalProperties", "{}")):
        if isinstance(schema.get(key), dict):
            yield from _facts(schema[key], root, path + sign)


def _columns(name: str, table: str) -> set[str]:
    """A line for each column of a table, with its place."""
    header = next(csv.reader(io.StringIO(table)))
    return {f"{name} {place}: {column}" for place, column in enumerate(header, 1)}
