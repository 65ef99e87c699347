"""Whatever slips into a file of the guide: an answer in plain words, soon.

Nothing is written.

A change is accepted only if the file is still YAML that says something the model allows; YAML that
no parser reads and the changes marked `always_wrong` are refused, with a place inside the project.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from massage_guide.build import generate
from massage_guide.check import load
from massage_guide.problems.problem import ContentError, Problem
from massage_guide.project import Project
from massage_guide.site.loader import content_files
from tests.support.projects import build
from tests.support.spoilers import MUTATIONS, PAGE_MUTATIONS, Mutation

SOON = 2.0
"""Seconds of the processor for one answer."""
FEW, MANY = 2, 70
"""How often each mutation falls, each time somewhere else."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, copied: Callable[[Path], Path]) -> Project:
    """A copy to spoil. It has been checked once, as in an editor's preview."""
    project = Project(copied(tmp_path_factory.mktemp("fuzz") / "project"))
    generate(load(project))
    return project


def spoil(project: Project, path: Path, mutation: Mutation, luck: random.Random) -> bytes | None:
    """Spoil a file, look at the answer, and mend the file again.

    Returns the spoilt file if it was accepted.
    """
    raw = path.read_bytes()
    changed = mutation.change(raw, luck)
    path.write_bytes(changed)
    before = state(project.root)
    start = time.process_time()
    try:
        generate(load(project))
    except ContentError as error:
        assert_told(project, error.problems)
        changed = None
    finally:
        took = time.process_time() - start
        after = state(project.root)
        path.write_bytes(raw)
    assert took < SOON
    assert after == before
    return changed


def assert_told(project: Project, problems: list[Problem]) -> None:
    """Each problem stands in a file of the project and says a sentence."""
    assert problems
    for problem in problems:
        assert (project.root / problem.file).exists() and problem.line >= 1 and problem.column >= 1
        assert (
            problem.message.rstrip().endswith((".", "?", "”", ")"))
            and "Traceback" not in problem.message
        )


def state(root: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of each file of a project."""
    return {
        path: (stat.st_size, stat.st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts and (stat := path.stat())
    }


def is_yaml(raw: bytes) -> bool:
    """Whether PyYAML's own loader reads it."""
    try:
        yaml.load(raw.decode(), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


def rounds(mutation: Mutation, times: int) -> Iterator[random.Random]:
    return (random.Random(f"{mutation.name} {turn}") for turn in range(times))


def spoil_content(project: Project, mutation: Mutation, times: int) -> None:
    for luck in rounds(mutation, times):
        _, path, _ = luck.choice(list(content_files(project)))
        accepted = spoil(project, path, mutation, luck)
        if accepted is not None:
            assert not mutation.always_wrong, f"accepted: {mutation.name} in {path.name}"
            assert is_yaml(accepted), f"accepted: {mutation.name} in {path.name}, which is no YAML"


def spoil_pages(project: Project, mutation: Mutation, times: int) -> None:
    for luck in rounds(mutation, times):
        path = luck.choice(sorted(project.docs.rglob("*.md")))
        accepted = spoil(project, path, mutation, luck)
        assert accepted is None or not mutation.always_wrong, (
            f"accepted: {mutation.name} in {path.name}"
        )


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_spoilt_file_gets_an_answer_in_plain_words(mutation: Mutation, project: Project) -> None:
    spoil_content(project, mutation, FEW)


@pytest.mark.parametrize("mutation", PAGE_MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_spoilt_page_gets_an_answer_in_plain_words(mutation: Mutation, project: Project) -> None:
    spoil_pages(project, mutation, FEW // 2)


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_many_spoilt_files(mutation: Mutation, project: Project) -> None:
    spoil_content(project, mutation, MANY)


@pytest.mark.slow
@pytest.mark.parametrize("mutation", PAGE_MUTATIONS, ids=lambda mutation: mutation.name)
def test_many_spoilt_pages(mutation: Mutation, project: Project) -> None:
    spoil_pages(project, mutation, MANY)


ALWAYS_WRONG = [mutation for mutation in MUTATIONS if mutation.always_wrong]


@pytest.mark.parametrize(
    "mutation",
    [
        pytest.param(mutation, id=mutation.name, marks=[pytest.mark.slow] if index % 5 else [])
        for index, mutation in enumerate(ALWAYS_WRONG)
    ],
)
def test_a_build_of_a_spoilt_file_leaves_the_site_byte_for_byte(
    mutation: Mutation, project: Project, built: Path, tmp_path: Path
) -> None:
    site, luck = tmp_path / "site", random.Random(mutation.name)
    shutil.copytree(built, site)
    _, path, _ = luck.choice(list(content_files(project)))
    raw = path.read_bytes()
    path.write_bytes(mutation.change(raw, luck))
    try:
        result = build(project.root, site)
    finally:
        path.write_bytes(raw)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert hashes(site) == hashes(built)
    assert list(tmp_path.iterdir()) == [site]


def hashes(folder: Path) -> dict[str, str]:
    """The hash of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
