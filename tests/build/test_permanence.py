"""What was once published stays, or leads to where it has moved."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from massage_guide.build import generate
from massage_guide.cache import Cache
from massage_guide.check import load
from massage_guide.model.redirects import Moved, Redirects
from massage_guide.outputs.permanence import missing, published
from massage_guide.problems.problem import Code, ContentError
from massage_guide.project import Project
from massage_guide.site.site import Site
from tests.support.projects import command, copy_example

ADDRESSES = "content/.published/addresses.txt"


@pytest.fixture(scope="module")
def made(guide: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where handouts and codes are kept: those of a build, for all tests of this module."""
    assert built.exists()
    return shutil.copytree(Project(guide).cache, tmp_path_factory.mktemp("made") / "cache")


@pytest.fixture(scope="module")
def cache(made: Path) -> Cache:
    """The handouts and codes."""
    return Cache(made)


@pytest.fixture(scope="module")
def kept(site: Site, cache: Cache) -> Mapping[str, frozenset[str]]:
    """What the example publishes today."""
    return {name: frozenset(lines) for name, lines in published(generate(site, cache)).items()}


def gone(site: Site, kept: Mapping[str, frozenset[str]], cache: Cache) -> list[str]:
    """What the check says of a site whose addresses were published before."""
    files = {file.path for file in generate(site, cache)}
    problems = list(missing(replace(site, published=kept), files))
    assert all(problem.code == Code.GONE for problem in problems)
    return [problem.message.split("”")[0].removeprefix("“") for problem in problems]


def test_pages_handouts_codes_and_data_are_kept_and_what_pages_load_is_not(
    kept: Mapping[str, frozenset[str]],
) -> None:
    assert {
        "",
        "safety/",
        "types/thai/",
        "embed/cost/",
        "handouts/thai-letter.pdf",
        "codes/thai.svg",
        "api/v1/questions/tip.json",
        "api/v1/claims.csv",
    } <= kept["addresses"]
    assert not [path for path in kept["addresses"] if path.startswith(("assets/", "search/index"))]
    assert "types.title always" in kept["data"] and "claims.csv 1: claim" in kept["data"]


@pytest.mark.parametrize(
    ("collection", "id"), [("benefits", "sleep"), ("questions", "tip"), ("glossary", "trial")]
)
def test_an_entry_that_is_deleted_is_named_once(
    site: Site, kept: Mapping[str, frozenset[str]], cache: Cache, collection: str, id: str
) -> None:
    paths = {file.path for file in generate(site, cache)}
    left = {path for path in paths if PurePosixPath(path).stem != id}
    (problem,) = missing(replace(site, published=kept), left)
    assert problem.message == f"“{collection}/{id}” was published, and is gone."
    assert problem.file == "content/redirects.yml"


def test_while_all_is_there_nothing_is_said(
    site: Site, kept: Mapping[str, frozenset[str]], cache: Cache
) -> None:
    assert gone(site, kept, cache) == []


def test_a_row_in_redirects_brings_back_every_file_of_a_kind(
    site: Site, kept: Mapping[str, frozenset[str]], cache: Cache
) -> None:
    old = {line.replace("swedish", "old-name") for line in kept["addresses"] if "swedish" in line}
    before = {**kept, "addresses": kept["addresses"] | old}
    assert gone(site, before, cache) == ["types/old-name"]
    moved = Redirects(moved=(Moved(was="types/old-name", now="types/swedish"),))
    assert gone(replace(site, redirects=moved), before, cache) == []


def test_data_of_a_question_that_is_gone_may_lead_to_a_page(
    site: Site, kept: Mapping[str, frozenset[str]], cache: Cache
) -> None:
    before = {**kept, "addresses": kept["addresses"] | {"api/v1/questions/water.json"}}
    assert gone(site, before, cache) == ["questions/water"]
    moved = Redirects(moved=(Moved(was="questions/water", now="questions"),))
    assert gone(replace(site, redirects=moved), before, cache) == []


def test_the_files_of_an_entry_that_was_renamed_stay_where_they_were(
    site: Site, cache: Cache
) -> None:
    moved = Redirects(
        moved=(
            Moved(was="types/old-name", now="types/swedish"),
            Moved(was="questions/old-name", now="questions/tip"),
        )
    )
    made = generate(replace(site, redirects=moved), cache)
    files = {file.path: file.content for file in made}
    for old, new in (
        ("handouts/old-name-letter.pdf", "handouts/swedish-letter.pdf"),
        ("codes/old-name.svg", "codes/swedish.svg"),
        ("api/v1/types/old-name.json", "api/v1/types/swedish.json"),
        ("api/v1/questions/old-name.json", "api/v1/questions/tip.json"),
    ):
        assert files[old] == files[new]
    assert "questions/old-name/index.html" not in files


def test_no_data_of_another_kind_is_at_an_old_address(site: Site, cache: Cache) -> None:
    moved = (
        Moved(was="types/old-name", now="safety"),
        Moved(was="questions/old-name", now="types/swedish"),
        Moved(was="old-page", now="safety"),
    )
    made = generate(replace(site, redirects=Redirects(moved=moved)), cache)
    paths = {file.path for file in made}
    assert not [path for path in paths if path.startswith("api/") and "old-" in path]
    assert {"types/old-name/index.html", "old-page/index.html"} <= paths


@pytest.mark.usefixtures("kept")
def test_new_addresses_are_added_shown_and_never_taken_away(tmp_path: Path, made: Path) -> None:
    project = copy_example(tmp_path / "project")
    shutil.copytree(made, Project(project).cache)
    first = command(project, "check", "--write")
    assert first.returncode == 0 and f"Added to {ADDRESSES}:\n" in first.stdout
    assert "+ types/thai/\n" in first.stdout
    lines = (project / ADDRESSES).read_text("utf-8").splitlines()
    assert lines == sorted(lines) and "types/thai/" in lines
    assert "Added" not in command(project, "check", "--write").stdout

    (project / ADDRESSES).write_text("types/old-name/\n", "utf-8")
    refused = command(project, "check", "--write")
    assert refused.returncode == 1 and "“types/old-name” was published" in refused.stderr
    assert (project / ADDRESSES).read_text("utf-8") == "types/old-name/\n"
    with pytest.raises(ContentError):
        generate(load(Project(project)), Cache(Project(project).cache))
