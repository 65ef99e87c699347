"""What the generator imports is what it says it needs.

The tests and the lists of versions say so too.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.support.projects import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAMED_BY_CONFIGURATION = {"mkdocs-material"}
"""What mkdocs.yml names: no code imports it."""


def normal(name: str) -> str:
    """A package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> set[str]:
    """The top modules that the generator imports from elsewhere, and what it looks for by name."""
    found = set()
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add((node.module or "").partition(".")[0])
        found |= set(re.findall(r'files_of_package\("(\w+)"\)', text))
    return found - set(sys.stdlib_module_names) - {"massage_guide", "mkdocs_adapter"}


def test_every_import_is_declared_and_every_dependency_is_used() -> None:
    from_package = packages_distributions()
    needed = {normal(from_package[module][0]) for module in imported()} | NAMED_BY_CONFIGURATION
    declared = {normal(re.split(r"[<>=]", line)[0]) for line in PROJECT["dependencies"]}
    assert declared == needed


def test_the_list_for_the_site_has_the_same_bounds() -> None:
    lines = (
        line.partition("#")[0].strip()
        for line in (ROOT / "requirements/site.in").read_text("utf-8").splitlines()
    )
    assert sorted(line for line in lines if line and line != "setuptools") == sorted(
        PROJECT["dependencies"]
    )
