"""Runs the tests of a module against each of its mutants, in forked children.

What is heavy is imported once, before. A child forgets the changed module and all that import it,
and then imports them again with the change.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib
import importlib.abc
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import Phase, settings

from .operators import Mutant, mutants

ROOT = Path(__file__).parents[2]
CORE = ROOT / "hooks" / "massage_guide"

UNIT = ROOT / "tests" / "unit"
"""`text/prose.py` has its tests in the folder `text`, the nearest in `test_prose.py`."""
ELSEWHERE = {
    "rules/wording": ("rules/test_wording.py", "rules/test_wording_grades.py"),
    "rules/words": ("rules/test_words.py",),
    "schema": ("test_bad_content.py",),
}
"""Tests of a folder or module that are not in its folder."""

TIMES_AS_LONG, SECONDS_MORE = 5, 3
MOST_MEMORY = 4 << 30
"""A mutant without end is stopped: by its time on the processor, or by its memory."""

OPTIONS = (
    *("-x", "--quiet", "--tb=no", "--assert=plain", "--hypothesis-profile=mutants"),
    *("-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider"),
    *("-p", "no:unraisableexception", "-p", "no:threadexception"),
)
"""Only whether a test fails is asked for, and starting is most of the work."""

DOES_NOT_START = 99
"""The status of a child whose module cannot even be imported: no merit of the tests."""


@dataclass
class Score:
    """What became of the mutants of a module."""

    module: str
    possible: int
    killed: int = 0
    not_started: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many mutants the tests could notice."""
        return self.killed + len(self.survivors)


def modules_of(target: str) -> list[str]:
    """The modules of a folder of the core and of those in it; or the one module."""
    if (CORE / f"{target}.py").is_file():
        return [target]
    return sorted(
        file.relative_to(CORE).with_suffix("").as_posix() for file in (CORE / target).rglob("*.py")
    )


def tests_of(module: str) -> list[str]:
    """The tests of a module, its own first, of which more words may say more; then its folder's."""
    folder, _, name = module.rpartition("/")
    places = [*(UNIT / folder).glob(f"test_{name}.py"), *(UNIT / folder).glob(f"test_{name}_*.py")]
    places += [UNIT / folder] if folder else []
    places += [UNIT / file for key in (module, folder) for file in ELSEWHERE.get(key, ())]
    return [str(place) for place in places if place.exists()]


def preload() -> None:
    """Import what is heavy, and say how tests with drawn data run: the same each time."""
    for name in ("mkdocs.config.defaults", "playwright.sync_api", "massage_guide.check"):
        importlib.import_module(name)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    settings.register_profile(
        "mutants",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
    )
    gc.freeze()  # children share what is there, and never look through it


def run(module: str, most: int, seed: int, processors: int) -> Score:
    """Try so many mutants of a module at the most: for one seed, always the same."""
    file = CORE / f"{module}.py"
    tree = ast.parse(file.read_text("utf-8"))
    found = list(mutants(tree))
    score = Score(module, len(found))
    places = tests_of(module)
    if not places:
        score.survivors = found
    if not found or not places:
        return score
    chosen = found
    if len(found) > most:
        luck = random.Random(f"{seed} {module}")
        chosen = [found[index] for index in sorted(luck.sample(range(len(found)), most))]
    limit = int(TIMES_AS_LONG * _seconds(module, places)) + SECONDS_MORE
    for mutant, status, _ in _finished(chosen, module, tree, places, limit, processors):
        if status == 0:
            score.survivors.append(mutant)
        elif os.WIFEXITED(status) and os.WEXITSTATUS(status) == DOES_NOT_START:
            score.not_started += 1
        else:
            score.killed += 1
    score.survivors.sort(key=lambda mutant: mutant.line)
    return score


_SECONDS: dict[frozenset[str], float] = {}


def _seconds(module: str, places: list[str]) -> float:
    """How long tests take on the processor without any change. They must not fail."""
    inside = frozenset(place for place in places if str(Path(place).parent) not in places)
    if inside not in _SECONDS:
        tree = ast.parse((CORE / f"{module}.py").read_text("utf-8"))
        _, status, used = next(_finished([None], module, tree, places, resource.RLIM_INFINITY, 1))
        if status:
            raise SystemExit(f"The tests of {module} fail without any change: {' '.join(places)}")
        _SECONDS[inside] = used
    return _SECONDS[inside]


def _finished(
    chosen: Sequence[Mutant | None],
    module: str,
    tree: ast.Module,
    places: list[str],
    limit: int,
    processors: int,
) -> Iterator[tuple[Mutant | None, int, float]]:
    """Each mutant with the status of its child and its seconds on the processor, as they end."""
    waiting, running = list(reversed(chosen)), {}
    while waiting or running:
        while waiting and len(running) < processors:
            mutant = waiting.pop()
            if (child := os.fork()) == 0:
                os._exit(_child(mutant, module, tree, places, limit))
            running[child] = mutant
        child, status, used = os.wait3(0)
        yield running.pop(child), status, used.ru_utime + used.ru_stime


def _child(
    mutant: Mutant | None, module: str, tree: ast.Module, places: list[str], limit: int
) -> int:
    with contextlib.suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        if mutant:
            mutant.apply()
        name = ".".join(["massage_guide", *module.removesuffix("__init__").split("/")]).strip(".")
        _forget(name)
        sys.meta_path.insert(0, _Finder(name, CORE / f"{module}.py", tree))
        try:
            importlib.import_module(name)
        except Exception:
            return DOES_NOT_START
        return int(pytest.main([*OPTIONS, *places]))
    return 1


class _Finder(importlib.abc.MetaPathFinder):
    """Hands out one module with its change."""

    def __init__(self, name: str, file: Path, tree: ast.Module) -> None:
        self.name, self.file, self.tree = name, str(file), tree

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self.name:
            return None
        loader = _Loader(name, self.file, self.tree)
        return importlib.util.spec_from_file_location(name, self.file, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, file: str, tree: ast.Module) -> None:
        super().__init__(name, file)
        self.tree = tree

    def get_code(self, _: str) -> CodeType:
        return compile(self.tree, self.path, "exec")


def _forget(name: str) -> None:
    """Take a module and all that import it, straight or not, out of those that are loaded."""
    own = {key for key in sys.modules if key.partition(".")[0] == "massage_guide"}
    imported = {key: _imports(key) for key in own}
    lost = {name}
    while more := {key for key in own - lost if imported[key] & lost}:
        lost |= more
    for key in lost & own:
        module = sys.modules.pop(key)
        package, _, last = key.rpartition(".")
        if vars(sys.modules.get(package, object)).get(last) is module:
            delattr(sys.modules[package], last)


def _imports(name: str) -> set[str]:
    """The modules that a loaded module may have taken something from."""
    module = sys.modules[name]
    found: set[str] = set()
    if not module.__file__:
        return found
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = (module.__package__ or "").split(".")
            above = package[: len(package) - node.level + 1]
            source = ".".join([*above, *filter(None, [node.module])])
            found |= {source, *(f"{source}.{alias.name}" for alias in node.names)}
    return found
