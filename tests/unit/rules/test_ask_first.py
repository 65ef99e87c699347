"""Every kind of massage names the conditions that matter with it."""

from __future__ import annotations

import pytest

from tests.support.small_guide import SmallGuide, place

FIRM, SOFT = "content/types/deep-tissue.yml", "content/types/swedish.yml"
EVERY_KIND = (
    "content/safety.yml",
    "  - id: pregnancy\n",
    "  - id: pregnancy\n    every_kind: true\n",
)


@pytest.mark.parametrize(("firmest", "is_firm"), [(3, False), (4, True), (5, True)])
def test_a_firm_kind_names_those_in_which_firm_pressure_is_a_danger(
    small_guide: SmallGuide, firmest: int, is_firm: bool
) -> None:
    small_guide.change(SOFT, "firmest: 3", f"firmest: {firmest}")
    found, line = small_guide.problems("ask-first"), small_guide.line(SOFT, "ask_first")
    assert [place(problem) for problem in found] == [(SOFT, line, "[pregnancy]")] * is_firm
    assert [problem.message for problem in found] == [
        "This kind is firm, but does not name: blood-thinners."
    ] * is_firm


def test_any_kind_names_those_that_matter_with_every_kind(small_guide: SmallGuide) -> None:
    small_guide.change(*EVERY_KIND).change(SOFT, "[pregnancy]", "[blood-thinners]")
    firm, soft = small_guide.problems("ask-first")
    assert firm.message == "This kind is firm, but does not name: pregnancy."
    assert soft.message == "This kind does not name: pregnancy."
    assert place(soft) == (SOFT, small_guide.line(SOFT, "ask_first"), "[blood-thinners]")


def test_all_that_are_missing_are_named_at_once(small_guide: SmallGuide) -> None:
    small_guide.change(*EVERY_KIND)
    small_guide.change("content/safety.yml", "  - id: pregnancy", "  - id: children")
    small_guide.change(
        "content/safety.yml",
        "side_effects:",
        "  - id: pregnancy\n    level: tell\n    situation: You are pregnant\n    advice:\n"
        "      text: Ask.\n      basis: unsourced\nside_effects:",
    )
    small_guide.change(FIRM, "[blood-thinners]", "[pregnancy]")
    firm, soft = small_guide.problems("ask-first")
    assert firm.message.endswith("does not name: blood-thinners, children.")
    assert soft.message.endswith("does not name: children.")


def test_a_misspelt_condition_is_no_fault_of_this_rule(small_guide: SmallGuide) -> None:
    small_guide.change(FIRM, "[blood-thinners]", "[blood-thiners]")
    assert small_guide.problems("ask-first") == []
