"""What CONTRIBUTING.md tells editors is true of the program they use."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from massage_guide.cli import main
from massage_guide.model import COLLECTIONS, KINDS, SINGLES
from massage_guide.model.claims import Verdict
from massage_guide.model.fields import Certainty
from tests.support.bad_content import CASES, CORPUS
from tests.support.projects import ROOT, SMALLEST, problems

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def rows(text: str) -> list[list[str]]:
    """The cells of each row of the tables in a text, heads left out."""
    lines = [line.strip("| ") for line in text.splitlines() if line.startswith("|")]
    return [re.split(r" *(?<!\\)\| *", line) for line in lines if not line.startswith("---")]


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every message that the corpus of broken files brings up."""
    found = set()
    for case, replaces, *_ in CASES:
        project = Path(
            shutil.copytree(SMALLEST, tmp_path_factory.mktemp("project") / "p", symlinks=False)
        )
        shutil.copy(CORPUS / f"{case}.yml", project / "content" / replaces)
        found |= {problem.message for problem in problems(project)}
    return found


def test_the_ten_most_common_messages_are_the_real_ones(messages: set[str]) -> None:
    table = re.search(r"<!-- messages.*?-->(.*?)<!-- end", TEXT, re.S)[1]
    told = [row[0] for row in rows(table)[1:]]
    assert len(told) == 10
    assert set(told) <= messages


def test_every_command_it_names_exists() -> None:
    for name, words in re.findall(r"`massage-guide ([\w-]+)([^`]*)`", TEXT):
        assert name in main.commands
        options = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--\w+", words)) <= options
        if name in ("new", "rename") and words:
            assert words.split()[0] in KINDS
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
    assert set(re.findall(r"make ([a-z-]+)(?=[`\s])", TEXT)) - {"a"} <= targets


def test_it_says_where_everything_stands() -> None:
    for name in COLLECTIONS:
        assert f"`content/{name}/<name>.yml`" in TEXT
    for name in set(SINGLES) - {"guide", "article"}:
        assert f"`content/{name}.yml`" in TEXT


def test_it_explains_every_grade() -> None:
    explained = {row[0] for row in rows(TEXT)}
    assert {*Verdict, *Certainty} <= explained


def test_its_links_lead_somewhere() -> None:
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"(?m)^#+ (.*)$", TEXT)
    }
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (
            target.startswith("https://")
            or target.removeprefix("#") in anchors
            or (ROOT / target).is_file()
        ), target
