"""Whatever slips into a file of the real content: an answer in plain words, soon, and nothing is written.

A change is accepted only if the file is still YAML that says something the model allows; YAML that no parser reads
and the changes marked `always_wrong` are refused, with a place inside the project.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
import yaml

from massage_guide.check import content_files, load
from massage_guide.generate import generate
from massage_guide.problem import Refused
from massage_guide.project import Project

from .conftest import copy_project
from .mutations import MUTATIONS, Mutation

SOON = 4.0
"""Seconds of the processor for one answer: twice what is promised, since processors differ."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy to spoil."""
    return Project(copy_project(tmp_path_factory.mktemp("fuzz") / "project"))


def spoil(project: Project, mutation: Mutation, luck: random.Random) -> None:
    """Spoil a file, look at the answer, and mend the file again."""
    _, path, _ = luck.choice(list(content_files(project)))
    raw = path.read_bytes()
    changed = mutation.change(raw, luck)
    path.write_bytes(changed)
    before = listing(project.root)
    start = time.process_time()
    try:
        generate(load(project))
    except Refused as refused:
        assert refused.problems
        for problem in refused.problems:
            assert (project.root / problem.file).exists() and problem.line >= 1 and problem.column >= 1
            assert problem.message.rstrip().endswith((".", "?", "”")) and "Traceback" not in problem.message
    else:
        assert not mutation.always_wrong, f"accepted: {mutation.name} in {path.name}"
        assert is_yaml(changed), f"accepted: {mutation.name} in {path.name}, which is no YAML"
    finally:
        path.write_bytes(raw)
    assert time.process_time() - start < SOON
    assert listing(project.root) == before


def listing(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if ".cache" not in path.parts)


def is_yaml(raw: bytes) -> bool:
    """Whether PyYAML's own loader reads it."""
    try:
        yaml.load(raw.decode(), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


def rounds(project: Project, mutation: Mutation, times: int) -> None:
    for turn in range(times):
        spoil(project, mutation, random.Random(f"{mutation.name} {turn}"))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_spoilt_file_gets_an_answer_in_plain_words(mutation: Mutation, project: Project) -> None:
    rounds(project, mutation, 4)


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_many_spoilt_files(mutation: Mutation, project: Project) -> None:
    rounds(project, mutation, 70)
