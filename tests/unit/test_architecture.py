"""A folder imports only folders that stand above it in the list, and the core never sees MkDocs."""

from __future__ import annotations

import ast
import graphlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.projects import ROOT

CORE = ROOT / "hooks" / "massage_guide"

# A folder, or a module of the top, may import only what stands above it.
ROOMS = [
    "problems",
    "project",
    "cache",
    "text",
    "cost",
    "yaml_source",
    "model",
    "schema",
    "site",
    "rules",
    "check",
    "editing",
    "render",
    "outputs",
    "build",
    "release",
    "mkdocs_support",
    "cli",
]


def module_of(file: Path) -> str:
    """The dotted name of a module without the core's own name; empty for the core itself."""
    parts = file.relative_to(CORE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_of(file): file for file in sorted(CORE.rglob("*.py"))}


def imports(module: str) -> Iterator[str]:
    """What a module imports, wherever it stands in it.

    These are dotted names, those of the core with a dot before them.
    """
    package = module if FILES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(FILES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = [part for part in package.split(".") if part][: 1 - node.level or None]
            source = ".".join([*above, node.module or ""]).strip(".") if node.level else node.module
            for alias in node.names:
                within = f"{source}.{alias.name}".strip(".") if node.level else ""
                yield (f".{within if within in FILES else source}") if node.level else source


@pytest.mark.parametrize("module", FILES)
def test_the_core_never_imports_mkdocs(module: str) -> None:
    tops = {name.partition(".")[0] for name in imports(module)}
    assert not tops & {"mkdocs", "material", "properdocs", "zensical"}


def spoken(module: str) -> Iterator[str]:
    """Every text in the code of a module that is no docstring."""
    tree = ast.parse(FILES[module].read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.value


MKDOCS = re.compile(r"\bmkdocs\b(?!\.yml)|_title_from_render|present_anchor_ids|links_to_anchors")
"""MkDocs' loggers and files, and what its pages keep for themselves."""


@pytest.mark.parametrize(
    "module", [name for name in FILES if not name.startswith("mkdocs_support")]
)
def test_what_exists_only_because_mkdocs_does_is_in_its_folder(module: str) -> None:
    found = [text for text in spoken(module) if MKDOCS.search(text)]
    code = FILES[module].read_text("utf-8")
    attributes = {
        node.attr for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)
    }
    assert not [name for name in attributes if MKDOCS.search(name)]
    assert not found or module == "cli", found  # which tells people what to type


@pytest.mark.parametrize("module", FILES)
def test_the_core_names_itself_by_dots(module: str) -> None:
    assert not [name for name in imports(module) if name.partition(".")[0] == "massage_guide"]


def test_the_adapter_is_the_only_other_python_file_of_the_hooks() -> None:
    assert [path.name for path in (ROOT / "hooks").glob("*.py")] == ["mkdocs_adapter.py"]


def test_the_list_names_every_folder_and_module_of_the_top() -> None:
    assert {module.partition(".")[0] for module in FILES if module} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_folder_imports_only_what_stands_above_it(room: str) -> None:
    allowed = ROOMS[: ROOMS.index(room) + 1]
    assert not [
        (module, name)
        for module in FILES
        if module.partition(".")[0] == room
        for name in imports(module)
        if name.startswith(".") and name.split(".")[1] not in allowed
    ]


def test_no_two_modules_need_each_other() -> None:
    needs = {
        module: {name[1:] for name in imports(module) if name.startswith(".")} - {module}
        for module in FILES
    }
    graphlib.TopologicalSorter(needs).prepare()  # raises CycleError, which names them
