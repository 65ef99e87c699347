"""Each rule that looks across files: what it lets pass, and what it stops, at the right line."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide import rules
from massage_guide.check import load
from massage_guide.problems.problem import ContentError, Problem
from massage_guide.project import Project


def problems(project: Path) -> list[Problem]:
    """What is wrong with a project."""
    try:
        load(Project(project))
    except ContentError as error:
        return error.problems
    return []


def change(project: Path, file: str, before: str, after: str) -> int:
    """Replace text once in a content file; return the line where it stood."""
    path = project / "content" / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return text[: text.index(before)].count("\n") + 1


def test_the_small_site_breaks_no_rule(project: Path) -> None:
    assert problems(project) == []


@pytest.mark.parametrize(
    ("rule", "file", "before", "after"),
    [
        (
            "references",
            "types/swedish.yml",
            "graded_in: [eases-chronic-pain]",
            "graded_in: [eases-chronik-pain]",
        ),
        ("references", "types/swedish.yml", "sources: [trial-2011]", "sources: [trial-2012]"),
        ("references", "types/swedish.yml", "ask_first: [pregnancy]", "ask_first: [pregnant]"),
        ("references", "prices.yml", "frequency: weekly", "frequency: weekley"),
        ("references", "prices.yml", "country: us", "country: usa"),
        ("references", "claims/eases-chronic-pain.yml", "[A01]", "[A09]"),
        (
            "references",
            "claims/eases-chronic-pain.yml",
            "number: trial-2011.better",
            "number: trial-2011.beter",
        ),
        (
            "references",
            "claims/eases-chronic-pain.yml",
            "[[n:trial-2011.people]]",
            "[[n:trial-2011.peeple]]",
        ),
        (
            "references",
            "claims/eases-chronic-pain.yml",
            "[[link:types/swedish|",
            "[[link:types/swedisch|",
        ),
        ("references", "guide.yml", "[[link:safety]]", "[[link:safety#emergency]]"),
        ("dates", "types/swedish.yml", "check_again: 2027-11-24", "check_again: 2026-11-24"),
        ("dates", "types/swedish.yml", "checked: 2026-11-24", "checked: 2026-11-25"),
        ("glossary", "glossary/chronic.yml", "also_called: [long-lasting]", "everyday: [lasting]"),
        (
            "ask-first",
            "types/deep-tissue.yml",
            "ask_first: [blood-thinners]",
            "ask_first: [pregnancy]",
        ),
        (
            "wording",
            "types/swedish.yml",
            "summary: Long, smooth strokes.",
            "summary: Massage eases back pain.",
        ),
        (
            "statistics",
            "types/swedish.yml",
            "summary: Long, smooth strokes.",
            "summary: It was tried in 401 people.",
        ),
        (
            "statistics",
            "types/swedish.yml",
            "text: You lie down.",
            "text: You lie down for 20 minutes.",
        ),
        (
            "readability",
            "types/swedish.yml",
            "summary: Long, smooth strokes.",
            "summary: " + "You may try it. " * 4,
        ),
        (
            "readability",
            "types/swedish.yml",
            "summary: Long, smooth strokes.",
            "summary: You" + " may try it and" * 7 + " rest.",
        ),
    ],
)
def test_a_rule_stops_a_fault_at_its_line(
    project: Path, rule: str, file: str, before: str, after: str
) -> None:
    line = change(project, file, before, after)
    found = [problem for problem in problems(project) if problem.code == rule]
    assert found, problems(project)
    assert (found[0].file, found[0].line) == (f"content/{file}", line)


def test_a_source_that_nothing_uses_is_stopped(project: Path) -> None:
    text = (project / "content/sources/guideline-2020.yml").read_text("utf-8")
    (project / "content/sources/left-over.yml").write_text(
        text.replace("id: guideline-2020", "id: left-over"), "utf-8"
    )
    (problem,) = problems(project)
    assert (problem.code, problem.file) == ("sources-used", "content/sources/left-over.yml")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("    heading: How sure are we?\n", "", "“grading.heading” are missing"),
        (
            "    heading: How sure are we?\n",
            "    heading: How sure are we?\n    headline: Hello\n",
            "Nothing uses the words",
        ),
    ],
)
def test_words_and_templates_agree_both_ways(
    project: Path, before: str, after: str, says: str
) -> None:
    words = project / "content/words.yml"
    text = words.read_text("utf-8")
    words.unlink()
    words.write_text(text.replace(before, after, 1), "utf-8")
    (problem,) = problems(project)
    assert problem.code == "words" and says in problem.message


def test_a_hand_written_page_is_held_to_the_same_rules(project: Path) -> None:
    page = project / "docs/safety.md"
    page.write_text(
        page.read_text("utf-8") + "\nMassage eases pain.\n\nIt was tried in 401 people.\n", "utf-8"
    )
    assert [(problem.code, problem.file, problem.line) for problem in problems(project)] == [
        ("wording", "docs/safety.md", 8),
        ("statistics", "docs/safety.md", 10),
    ]


def test_a_broken_entry_does_not_cause_faults_elsewhere(project: Path) -> None:
    """An entry that cannot be read still exists: what names it is not blamed."""
    change(project, "sources/trial-2011.yml", "authors:", "author:")
    assert {problem.file for problem in problems(project)} == {"content/sources/trial-2011.yml"}


@pytest.mark.parametrize("code", rules.modules())
def test_every_rule_is_documented_and_named_after_its_code(code: str) -> None:
    module = rules.modules()[code]
    assert code == module.CODE and module.__doc__ and module.check.__doc__


def test_a_name_leads_to_one_entry_of_the_glossary(project: Path) -> None:
    text = (
        "id: long\nterm: long\nalso_called:\n  - for years\n  - Long-lasting\nmeaning: Not short.\n"
    )
    (project / "content" / "glossary" / "long.yml").write_text(text, "utf-8")
    (problem,) = problems(project)
    assert (problem.file, problem.line, problem.code) == (
        "content/glossary/long.yml",
        5,
        "glossary",
    )
    assert "chronic.yml" in problem.message


def test_how_hard_a_text_is_to_read_is_not_told_while_its_marks_lead_nowhere(project: Path) -> None:
    hard = (
        "A trial of [[n:trial-2011.organizational-multidisciplinary-participation]] people, pain "
        "*fell*."
    )
    change(
        project,
        "claims/eases-chronic-pain.yml",
        "In a trial of [[n:trial-2011.people]] people, pain *fell*.",
        hard,
    )
    assert {problem.code for problem in problems(project)} == {"references"}
