"""Cross-file and editorial rules: one module each, found by listing this folder.

A rule is a module with a docstring that says what it requires, and a function
`check(site) -> Iterator[Problem]`. The module's name, with hyphens, is its problem code.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from ..problems.problem import Problem
from ..site.site import Site


def modules() -> dict[str, ModuleType]:
    """Every rule by its code."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


def run(site: Site) -> list[Problem]:
    """All problems that the rules find.

    Readability is not reported for a file with broken marks: they distort the score.
    """
    found = [problem for rule in modules().values() for problem in rule.check(site)]
    unresolved = {problem.file for problem in found if problem.code == "references"}
    return [
        problem
        for problem in found
        if problem.code != "readability" or problem.file not in unresolved
    ]
