"""`massage-guide check` for people, for GitHub and for programs, and what is due on a day."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.problems import reporters
from massage_guide.problems.problem import Problem
from tests.support.projects import FIXTURES, command

BAD = "content/types/swedish.yml"


@pytest.fixture
def bad(project: Path) -> Path:
    """The small site with an impossible day in line 34 of a type."""
    shutil.copy(FIXTURES / "bad_content/bad-date.yml", project / BAD)
    return project


def check(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `massage-guide check` on a project."""
    return command(project, "check", *words, **environment)


def test_github_gets_an_annotation_at_the_line_and_a_summary(bad: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    result = check(bad, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 1
    assert (
        f"::error file={BAD},line=34,endLine=34,col=10,endColumn=20,title=bad-date::There is no "
        "such day." in result.stdout
    )
    assert "### 1 problem." in summary.read_text("utf-8")
    assert f"| `{BAD}:34:10` | There is no such day" in summary.read_text("utf-8")


def test_programs_get_every_field_as_json(bad: Path) -> None:
    result = check(bad, "--format", "json")
    assert result.returncode == 1
    (problem,) = json.loads(result.stdout)
    assert (problem["file"], problem["line"], problem["column"], problem["code"]) == (
        BAD,
        34,
        10,
        "bad-date",
    )
    assert problem["warning"] is False


def test_nothing_wrong_is_an_empty_list_for_programs(project: Path) -> None:
    assert json.loads(check(project, "--format", "json").stdout) == []


def on_a_terminal(project: Path, **environment: str) -> bytes:
    """What `massage-guide check` writes when its standard error is a terminal."""
    ours, its = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "massage_guide.cli", "check"],
        cwd=project,
        check=False,
        stderr=its,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    os.close(its)
    with contextlib.closing(os.fdopen(ours, "rb")) as terminal:
        return terminal.read1(100_000)


def test_color_is_for_terminals_only_and_for_those_who_want_it(bad: Path) -> None:
    assert "\033[" not in check(bad).stderr
    assert b"\033[" in on_a_terminal(bad, NO_COLOR="")
    plain = on_a_terminal(bad, NO_COLOR="1")
    assert b"There is no such day." in plain and b"\033[" not in plain


@pytest.mark.parametrize(
    ("today", "says"),
    [
        ("2027-05-23", None),
        ("2027-05-24", "This was to be checked again by 2027-05-24."),
        ("2027-11-24", "from 2028-01-24 on they do not see the advice"),
        ("2099-01-01", "from 2028-01-24 on they do not see the advice"),
    ],
)
def test_what_is_due_is_a_warning_that_stops_nothing_however_late_it_is(
    project: Path, today: str, says: str | None
) -> None:
    result = check(project, "--today", today)
    assert result.returncode == 0
    assert ("[overdue]" in result.stderr) == bool(says)
    assert (says or "") in result.stderr
    assert ("No problems." in result.stdout) == (says is None)


def test_a_warning_is_one_for_github_too(project: Path) -> None:
    result = check(project, "--format", "github", "--today", "2027-11-24")
    assert re.search(r"(?m)^::warning file=content/[\w/-]+\.yml,line=\d+,", result.stdout)
    assert "::error" not in result.stdout


def test_without_a_day_the_clock_is_not_read(project: Path) -> None:
    for file in (project / "content").rglob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("2026-", "1996-").replace("2027-", "1997-"), "utf-8")
    assert check(project).returncode == 0


def test_a_list_of_what_is_due_soon(project: Path) -> None:
    assert (
        "Nothing is due for a new check by 2027-02-22."
        in check(project, "--today", "2026-11-24", "--due", "90").stdout
    )
    listed = check(project, "--today", "2026-11-24", "--due", "365").stdout
    assert "  2027-11-24  content/types/swedish.yml" in listed


def test_a_day_that_is_none_is_explained(project: Path) -> None:
    result = check(project, "--today", "soon")
    assert result.returncode == 2
    assert "“soon” is not a date. Use YYYY-MM-DD, for example 2026-03-14." in result.stderr


@given(st.text(), st.text())
def test_any_text_stays_one_annotation_and_one_row(message: str, hint: str) -> None:
    problem = Problem("a,b:c.yml", 1, 1, "code", message, hint)
    told = reporters.github_annotations([problem])
    assert "\n" not in told and "\r" not in told
    assert told.startswith("::error file=a%2Cb%3Ac.yml,line=1,")
    row = reporters.summary([problem]).split("\n")[4]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 4


def test_before_a_release_numbers_that_nobody_has_tried_are_listed(project: Path) -> None:
    country = project / "content/countries/us.yml"
    assert "Not yet tried" not in check(project).stdout
    said = check(project, "--release").stdout
    assert "  content/countries/us.yml: the emergency number 911\n" in said
    assert "  content/countries/us.yml: call 988\n" in said
    text = country.read_text("utf-8")
    held = text.replace(
        "text: call [[call:988]]", "text: call [[call:988]]\n    until_rung: call [[call:989]]"
    )
    country.write_text(held, "utf-8")
    assert "call 988 (its digits are held back)" in check(project, "--release").stdout
    tried = "emergency_read: 2026-11-29\nemergency_rung: 2026-11-29\n"
    text = text.replace("emergency_read: 2026-11-29\n", tried)
    country.write_text(
        text.replace("    read: 2026", "    rung: 2026-11-29\n    read: 2026"), "utf-8"
    )
    assert "us.yml" not in check(project, "--release").stdout


def test_what_the_sign_off_prints_goes_into_the_guide_and_the_list_of_the_unsigned_gets_shorter(
    project: Path,
) -> None:
    before = check(project, "--release").stdout
    assert "card/emergency: not signed by a clinician" in before
    made = command(project, "sign-off")
    assert (project / "build/sign-off.pdf").read_bytes().startswith(b"%PDF")
    signature = made.stdout[made.stdout.index("signed:") :]
    for key, value in (("name", "Jo Doe"), ("role", "Physician"), ("signed", "2026-11-24")):
        signature = signature.replace(f" {key}: ", f" {key}: {value}", 1)
    guide = project / "content/guide.yml"
    guide.write_text(f"{guide.read_text('utf-8')}{signature}", "utf-8")
    after = check(project, "--release").stdout
    assert "by a clinician" not in after
    assert "card/emergency: not signed by a safeguarding lead" in after
