"""Every rule is found and run."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide import rules
from tests.support.small_guide import SmallGuide

FOLDER = Path(rules.__file__).parent
NAMES = [place.stem for place in FOLDER.glob("[a-z]*")]
CODES = sorted(name.replace("_", "-") for name in NAMES)


def test_every_rule_is_found_by_its_code_in_order() -> None:
    assert list(rules.modules()) == CODES
    assert [module.CODE for module in rules.modules().values()] == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_rule_says_what_it_requires_and_where_it_looks(code: str) -> None:
    module = rules.modules()[code]
    assert module.__doc__ and module.check.__doc__


@pytest.mark.parametrize("code", CODES)
def test_the_small_guide_keeps_every_rule(small_guide: SmallGuide, code: str) -> None:
    assert small_guide.problems(code) == []


def test_all_problems_of_all_rules_come_together(small_guide: SmallGuide) -> None:
    small_guide.change("content/types/swedish.yml", "check_again: 2027", "check_again: 2025")
    small_guide.change(
        "content/types/swedish.yml", "People felt better", "One in three felt better"
    )
    assert {problem.code for problem in rules.run(small_guide.site)} == {"dates", "statistics"}


def test_an_entry_that_cannot_be_read_is_blamed_on_no_other(small_guide: SmallGuide) -> None:
    small_guide.change("content/sources/trial-2011.yml", "authors:", "author:")
    assert rules.run(small_guide.site) == []


def test_how_hard_a_file_is_to_read_is_not_told_while_its_marks_lead_nowhere(
    small_guide: SmallGuide,
) -> None:
    hard = "Organizational multidisciplinary participation"
    small_guide.change("content/types/swedish.yml", "Long, smooth strokes.", f"{hard} {hard}.")
    small_guide.change("content/types/deep-tissue.yml", "Slow, firm work.", f"{hard} {hard}.")
    small_guide.change(
        "content/types/swedish.yml", "You lie down.", "You [[link:nowhere|lie]] down."
    )
    assert {(problem.code, problem.file) for problem in rules.run(small_guide.site)} == {
        ("references", "content/types/swedish.yml"),
        ("readability", "content/types/deep-tissue.yml"),
    }
