"""What repeats the model agrees with the check."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from massage_guide.cli import made_from_model
from massage_guide.model import COLLECTIONS, SINGLES
from massage_guide.project import Project
from massage_guide.schema.json_schema import FOLDER
from massage_guide.site.loader import content_files
from tests.support.projects import EXAMPLE, ROOT

MADE = made_from_model()


class _LikeEditors(yaml.SafeLoader):
    """YAML 1.2, as editors' programs read it.

    Only true and false are truth values; days and times stay text.
    """

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag.rpartition(":")[2] in ("int", "float", "null")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_LikeEditors.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"]
)


def faults(file: str, text: str) -> list[str]:
    """What a program with our schema would mark in a file."""
    schema = json.loads(MADE[f"{file}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    data = yaml.load(text, Loader=_LikeEditors)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("kind", [*COLLECTIONS, *SINGLES])
def test_programs_mark_nothing_in_good_content(kind: str) -> None:
    for key, path, _ in content_files(Project(EXAMPLE)):
        if key.partition("/")[0] == kind:
            assert faults(f"{FOLDER}/{kind}", path.read_text("utf-8")) == [], path.name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("clothes: ", "cloths: "),
        ("clothes: ", "clothes: half "),
        ("lightest: ", "lightest: very "),
        ("order: ", "order: x"),
        ("title: ", "title:\nnotes: "),
    ],
)
def test_programs_mark_what_is_wrong(before: str, after: str) -> None:
    text = (EXAMPLE / "content/types/swedish.yml").read_text("utf-8")
    assert before in text
    assert faults(f"{FOLDER}/types", text.replace(before, after, 1))


def test_every_key_has_help() -> None:
    for name in (*COLLECTIONS, *SINGLES):
        schema = json.loads(MADE[f"{FOLDER}/{name}.json"])
        for record in (schema, *schema.get("$defs", {}).values()):
            for key, about in record.get("properties", {}).items():
                named = (
                    schema["$defs"][about["$ref"].rpartition("/")[2]] if "$ref" in about else about
                )
                assert {**named, **about}.get("description"), f"{name}: {key}"


def test_the_editor_of_choice_is_told_which_schema_belongs_to_which_file() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert schema.removeprefix("./") in MADE
        assert pattern.split("/")[1].removesuffix(".yml") in {*COLLECTIONS, *SINGLES}
