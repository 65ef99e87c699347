"""A change of the data that would break a program is seen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from massage_guide.outputs.api import VERSION
from massage_guide.outputs.data_contract import promises, schema_promises

Schema = dict[str, Any]


@pytest.fixture
def schema(built: Path) -> Schema:
    """The schema of the kinds of massage."""
    made: Schema = json.loads((built / VERSION / "schemas/types.json").read_text("utf-8"))
    return made


def without(schema: Schema) -> None:
    del schema["properties"]["order"]


def optional(schema: Schema) -> None:
    schema["required"].remove("summary")


def another_type(schema: Schema) -> None:
    schema["properties"]["order"] = {"anyOf": [{"type": "integer"}, {"type": "string"}]}


def fewer_values(schema: Schema) -> None:
    schema["$defs"]["Clothes"]["enum"].pop()


@pytest.mark.parametrize("change", [without, optional, another_type, fewer_values])
def test_a_change_that_breaks_a_program_breaks_a_promise(
    schema: Schema, change: Callable[[Schema], None]
) -> None:
    changed = copy.deepcopy(schema)
    change(changed)
    assert schema_promises("types", schema) - schema_promises("types", changed)


def test_a_new_key_breaks_nothing(schema: Schema) -> None:
    grown = copy.deepcopy(schema)
    grown["properties"]["added_later"] = {"type": "string"}
    assert schema_promises("types", schema) < schema_promises("types", grown)


def test_the_columns_of_a_table_keep_their_places() -> None:
    assert promises({"api/v1/claims.csv": "id,title\nx,y\n"}) == {
        "claims.csv 1: id",
        "claims.csv 2: title",
    }
