"""Rooms import only what stands below them, and the core never sees MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from .conftest import ROOT

CORE = ROOT / "hooks" / "massage_guide"

# From the ground up: a module may import only modules of the lines above its own.
FLOORS = [
    ["problem", "prose", "escape", "sentences", "reload", "annotation", "sections", "cache",
     "manifest", "offline", "cost", "nearest"],
    ["project", "document", "macro", "model", "plain", "readability", "formats", "rendered"],
    ["syntax", "template_fault"],
    ["source"],
    ["explain", "overclaim"],
    ["page", "glosses", "scaffold", "schema", "reference"],
    ["site", "mend"],
    ["addresses", "numbers", "coverage", "due", "links"],
    ["kits", "reach"],
    ["rules", "codes"],
    ["publish", "check", "views", "data", "rename", "quality", "calculator"],
    ["render", "linked_data", "anchors"],
    ["search_index", "handouts"],
    ["generate"],
    ["build"],
    ["stage", "preview"],
    ["cli"],
]


def imports(file: Path) -> set[str]:
    """Every module that a file imports from outside its own room, with the dots of relative imports taken off."""
    found: set[str] = set()
    within = len(file.relative_to(CORE).parents) - 1
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not 0 < node.level <= within:
            found |= {node.module} if node.module else {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("file", sorted(CORE.rglob("*.py")), ids=lambda path: path.name)
def test_the_core_never_imports_mkdocs(file: Path) -> None:
    tops = {module.partition(".")[0] for module in imports(file)}
    assert not tops & {"mkdocs", "material", "properdocs", "zensical"}


def test_the_adapter_is_the_only_other_python_file_of_the_hooks() -> None:
    assert [path.name for path in (ROOT / "hooks").glob("*.py")] == ["mkdocs_adapter.py"]


def test_every_module_has_its_floor() -> None:
    modules = {path.stem for path in CORE.glob("*.py")} - {"__init__"} | {"model", "rules"}
    assert modules == {module for floor in FLOORS for module in floor}


def test_no_module_imports_from_its_own_floor_or_above() -> None:
    height = {module: level for level, floor in enumerate(FLOORS) for module in floor}
    for module, level in height.items():
        files = sorted((CORE / module).glob("*.py")) if (CORE / module).is_dir() else [CORE / f"{module}.py"]
        for file in files:
            for name in imports(file):
                below = name.partition(".")[0]
                if below in height and below != module:
                    assert height[below] < level, f"{file.name} imports {below}"
