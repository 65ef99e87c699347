"""The model as JSON Schema, for editors' programs.

They offer completion, help while pointing, and marks under mistakes.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..model import COLLECTIONS, SINGLES
from ..model.fields import Record

FOLDER = PurePosixPath("content/.schemas")
SETTINGS = PurePosixPath(".vscode/settings.json")


def files() -> dict[str, str]:
    """Every schema, and the settings of Visual Studio Code that use them, by path from the root."""
    schemas = {
        f"{FOLDER / name}.json": _json(_schema(model))
        for name, model in (COLLECTIONS | SINGLES).items()
    }
    return schemas | {str(SETTINGS): _json(_settings())}


def _schema(model: type[Record]) -> dict[str, Any]:
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **model.model_json_schema(schema_generator=_AsWritten),
    }


def _settings() -> dict[str, Any]:
    used_for = {name: f"content/{name}/*.yml" for name in COLLECTIONS} | {
        name: f"content/{name}.yml" for name in SINGLES
    }
    return {
        "yaml.schemas": {f"./{FOLDER / name}.json": pattern for name, pattern in used_for.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
        },
    }


class _AsWritten(GenerateJsonSchema):
    """Schemas for YAML as people write it.

    Plain digits are a number to YAML, whatever the model makes of them.
    """

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key with nothing after it is a mistake, also where the key may be left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What a key means that is left out does not help to fill it in."""
        return self.generate_inner(schema["schema"])

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number, with quotes or without."""
        limits = {"minimum": schema.get("ge"), "maximum": schema.get("le")}
        form = {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"}
        return {
            **form,
            **{name: float(limit) for name, limit in limits.items() if limit is not None},
        }

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text; digits that mean text, such as a PubMed number, may be written without quotes."""
        made = super().str_schema(schema)
        if str(schema.get("pattern", "")).startswith(r"^\d"):
            made["type"] = ["string", "integer"]
        return made


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
