"""Every fault an editor can make is caught at its place, in plain words.

Nothing else is blamed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massage_guide import rules
from massage_guide.model import COLLECTIONS, SINGLES
from massage_guide.model.links import OutsideLinks
from massage_guide.model.redirects import Redirects
from massage_guide.model.wording import Wording
from massage_guide.problems.problem import Code, ContentError, Problem, describe_all
from massage_guide.schema.validation_errors import to_problems
from massage_guide.yaml_source.document import Document
from massage_guide.yaml_source.reader import read
from tests.support.bad_content import CASES, CORPUS
from tests.support.projects import SMALLEST, command, problems, snapshot

# Faults of a file's name or absence, of a hand-written page, or of two files together: tested one
# by one.
ELSEWHERE = {
    Code.FILE_NAME,
    Code.FILE_MISSING,
    Code.FILE_TOO_LARGE,
    Code.UNREADABLE,
    Code.PAGE,
    Code.HANDOUT,
    Code.GONE,
    Code.BAD_LINK,
    "page-sources",
    "sources-used",
    "words",
}


@pytest.mark.parametrize(
    ("case", "replaces", "line", "column"), CASES, ids=[case[0] for case in CASES]
)
def test_a_broken_file_is_refused_at_the_right_place(
    project: Path, case: str, replaces: str, line: int, column: int
) -> None:
    shutil.copy(CORPUS / f"{case}.yml", project / "content" / replaces)
    found = problems(project)
    code = case.partition("--")[0]
    assert [problem.code for problem in found] == [code], describe_all(found)
    (problem,) = found
    assert (problem.file, problem.line, problem.column) == (f"content/{replaces}", line, column)
    assert problem.message and problem.message[0] in "“" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_there_is_a_case_for_every_code() -> None:
    covered = {case.partition("--")[0] for case, *_ in CASES} | ELSEWHERE
    assert covered == set(Code) | set(rules.modules())


def test_every_file_of_the_corpus_is_a_case() -> None:
    assert {path.stem for path in CORPUS.glob("*.yml")} == {case for case, *_ in CASES}


@pytest.mark.parametrize(
    "model",
    [
        model
        for model in (*COLLECTIONS.values(), *SINGLES.values())
        if model not in (OutsideLinks, Redirects, Wording)
    ],
)
def test_the_validator_refuses_nothing_at_all(model: type) -> None:
    """A validator that is broken would pass everything: first see it refuse."""
    from pydantic import ValidationError

    with pytest.raises(ValidationError) as error:
        model.model_validate({})
    document = Document("x.yml", "{}")
    assert all(
        problem.code == Code.MISSING_KEY for problem in to_problems(document, model, error.value)
    )


def test_a_duplicate_names_the_first_line(project: Path) -> None:
    shutil.copy(CORPUS / "duplicate-key.yml", project / "content/types/swedish.yml")
    assert "first in line 29" in problems(project)[0].message


def test_a_misspelt_key_is_recognized(project: Path) -> None:
    shutil.copy(CORPUS / "unknown-key--misspelt.yml", project / "content/types/swedish.yml")
    assert "Did you mean “clothes”?" in problems(project)[0].hint


def test_a_wrong_encoding_says_what_it_looks_like(project: Path) -> None:
    shutil.copy(CORPUS / "encoding.yml", project / "content/types/swedish.yml")
    assert "Windows-1252, where it is “é”" in problems(project)[0].message


@pytest.mark.parametrize("bomb", [b"[", b"{", b"- ", b"? ", b"a: {", b'"', b"'", b"&a [", b"!!x "])
def test_a_bomb_is_answered_at_once(project: Path, bomb: bytes) -> None:
    (project / "content/types/swedish.yml").write_bytes(bomb * (199_000 // len(bomb)))
    found = problems(project)
    assert found and {problem.file for problem in found} == {"content/types/swedish.yml"}


def test_a_huge_file_is_refused_unread(project: Path) -> None:
    (project / "content/types/swedish.yml").write_bytes(b"a" * 300_000)
    (problem,) = problems(project)
    assert problem.code == Code.FILE_TOO_LARGE


@pytest.mark.parametrize(
    "name",
    ["types/thai.yaml", "types/Thai Massage.yml", "types/notes.txt", "kinds/thai.yml", "extra.yml"],
)
def test_a_file_that_would_be_passed_over_is_named(project: Path, name: str) -> None:
    path = project / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id: thai\n", "utf-8")
    found = problems(project)
    assert f"content/{name}" in {problem.file for problem in found}


def test_a_missing_file_is_named(project: Path) -> None:
    (project / "content/prices.yml").unlink()
    (problem,) = problems(project)
    assert (problem.code, problem.file) == (Code.FILE_MISSING, "content/prices.yml")


def test_a_folder_or_a_dead_link_in_a_file_s_place_is_no_traceback(project: Path) -> None:
    (project / "content/types/folder.yml").mkdir()
    (project / "content/types/dead.yml").symlink_to("nowhere.yml")
    assert {problem.file for problem in problems(project)} >= {"content/types/dead.yml"}


def test_a_file_that_cannot_be_opened_is_named_and_so_is_everything_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs/folder.md").mkdir()
    opened = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "swedish.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    found = {(problem.file, problem.code) for problem in problems(project)}
    assert found >= {("content/types/swedish.yml", "unreadable"), ("docs/folder.md", "unreadable")}


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"title: Swedish massage", b"title: NO"),
        lambda raw: raw.replace(b"title: Swedish massage", b"title: 12:30"),
        lambda raw: raw.replace(b"title: Swedish massage", "title: Café 🙂 שלום".encode()),
        lambda raw: raw.replace(b"title: Swedish massage", b'title: "Note:this is http://x"'),
        lambda raw: b"# a comment of its own\n" + raw,
    ],
)
def test_what_is_no_fault_is_accepted(project: Path, change: object) -> None:
    path = project / "content/types/swedish.yml"
    path.write_bytes(change(path.read_bytes()))
    assert problems(project) == []


def test_all_faults_are_told_at_once_sorted_and_counted(project: Path) -> None:
    for file, before, after in (
        ("types/swedish.yml", "clothes", "cloths"),
        ("types/swedish.yml", "order: 1", "order: x"),
        ("claims/two-halves.yml", "verdict: supported", "verdict: fine"),
    ):
        path = project / "content" / file
        path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    found = problems(project)
    assert [(problem.file, problem.code) for problem in found] == [
        ("content/claims/two-halves.yml", "wrong-choice"),
        ("content/types/swedish.yml", "unknown-key"),
        ("content/types/swedish.yml", "bad-number"),
    ]
    assert describe_all(found).endswith("3 problems.")


def test_the_caret_stands_under_the_fault_after_wide_characters_too() -> None:
    with pytest.raises(ContentError) as error:
        read("title: 🙂 é #1\n".encode(), "x.yml")
    place, excerpt, caret, _ = str(error.value.problems[0]).splitlines()
    assert place.startswith("x.yml:1:8: ")
    assert excerpt[caret.index("^")] == "🙂"


# --- whatever bytes come --------------------------------------------------------------------------

GOOD = (SMALLEST / "content/types/swedish.yml").read_text("utf-8")


def assert_inside(found: list[Problem], text: str) -> None:
    """Every problem points at a place that exists."""
    lines = text.split("\n")
    for problem in found:
        assert 1 <= problem.line <= len(lines) + 1
        assert (
            1
            <= problem.column
            <= (len(lines[problem.line - 1]) if problem.line <= len(lines) else 0) + 2
        )


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        read(raw, "x.yml")
    except ContentError as error:
        found = error.problems
    else:
        return
    assert found


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-# \n\t'\"[]{}&*!%@`|>?,.~0"), max_size=80))
def test_any_yaml_like_text_is_read_or_refused_inside_the_file(text: str) -> None:
    try:
        read(text.encode(), "x.yml")
    except ContentError as error:
        assert_inside(error.problems, text)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.integers(0, len(GOOD) - 1),
    st.sampled_from(
        ["", "x", " ", "\n", ":", '"', "'", "#", "-", "[", "{", "\t", "&", "é", "\x00"]
    ),
)
def test_one_wrong_key_press_is_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, at: int, typed: str
) -> None:
    project = _reused(tmp_path_factory)
    text = GOOD[:at] + typed + GOOD[at + (typed == "") :]
    (project / "content/types/swedish.yml").write_text(text, "utf-8")
    assert_inside([p for p in problems(project) if p.file == "content/types/swedish.yml"], text)


_projects: list[Path] = []


def _reused(factory: pytest.TempPathFactory) -> Path:
    if not _projects:
        _projects.append(Path(shutil.copytree(SMALLEST, factory.mktemp("reused") / "project")))
    return _projects[0]


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_any_visible_text_in_quotes_comes_back_as_it_is(text: str) -> None:
    if text in {"<<"}:
        return
    quoted = text.replace("'", "''")
    assert read(f"title: '{quoted}'\n".encode(), "x.yml").data == {"title": text}


# --- the command ----------------------------------------------------------------------------------


def test_check_finds_the_nearest_project_from_any_folder_and_writes_nothing(project: Path) -> None:
    before = snapshot(project)
    result = command(project / "content" / "types", "check")
    assert result.returncode == 0, result.stderr
    assert "2 of 3 rows of the article are answered. Still open: A03." in result.stdout
    assert snapshot(project) == before


def test_check_fails_with_its_problems_on_standard_error(project: Path) -> None:
    shutil.copy(CORPUS / "bad-date.yml", project / "content/types/swedish.yml")
    result = command(project, "check")
    assert result.returncode == 1
    assert "content/types/swedish.yml:34:10: There is no such day." in result.stderr
    assert result.stderr.rstrip().endswith("1 problem.")


def test_outside_any_project_the_command_says_so(tmp_path: Path) -> None:
    result = command(tmp_path, "check")
    assert result.returncode == 1
    assert "No mkdocs.yml" in result.stderr and "Traceback" not in result.stderr
