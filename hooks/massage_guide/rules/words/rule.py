"""The words that templates need, that none uses, and the {names} in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from ...model.claims import Verdict
from ...model.fields import Certainty
from ...model.guide import SignsAs
from ...model.options import OptionRow
from ...model.prices import Limits
from ...model.questions import QuestionGroup
from ...model.safety import Level, Urgency
from ...model.sources import Bound, Seen, SourceKind
from ...model.types import Clothes
from ...problems.problem import Problem
from ...problems.suggest import did_you_mean, nearest
from ...site.site import Site
from .names import FILLED

CODE = "words"

_PACKAGE = Path(__file__).parents[2]
_NAMED = re.compile(r"\bwords\.(\w+)\.(\w+)|\b_word\(\"(\w+)\", \"(\w+)\"\)")

# Groups that are looked up by a value of the content: each value needs its words.
_BY_VALUE: dict[str, Iterable[str | StrEnum]] = {
    "verdicts": Verdict,
    "verdict_meanings": Verdict,
    "certainty_labels": Certainty,
    "source_kinds": SourceKind,
    "seen": Seen,
    "bounds": Bound,
    "clothes": Clothes,
    "urgencies": Urgency,
    "levels": Level,
    "signs_as": SignsAs,
    "question_groups": QuestionGroup,
    "option_rows": OptionRow,
    "quick_exit": ("paper",),  # by outputs/handouts.py
    "tick_list": ("matters", "questions"),
    "country_rules": ("registers", "complaints", "insurance", "tax", "tips"),
    "calculator_labels": Limits.model_fields,
    "calculator_names": (
        *Limits.model_fields,
        "country",
        "frequency",
        "plan",
        "account",
        "letter",
        "deal",
    ),
    "pressure": ("1", "2", "3", "4", "5"),
    "body_areas": ("neck", "upper-back", "low-back", "bottom", "legs"),
    "search": (
        "results",
        "one_result",
        "others",
        "one_other",
        "urgent",
        "calm",
        "urgent_first",
        "urgent_link",
        "emergency_link",
        "corrected",
        "nothing",
        "try",
        "try_spelling",
        "try_fewer",
        "as_typed",
        "in_english",
        "first",
        "near",
        "more",
        "description",
        "all_pages",
        "worried",
        "talk",
        "claim",
    ),  # by outputs/search_index.py, outputs/pages.py and search/results.js
    "layers": (
        *("sources", "one_sources", "words", "one_words"),
        *("claims", "one_claims", "questions", "one_questions"),
    ),  # by render/renderer.py
    "base": ("versus",),
    "base_counts": ("trials", "one_trials", "cohorts", "one_cohorts", "people", "one_people"),
    "unseen": ("trials", "people", "people-and-trials"),
    "months": tuple(str(month) for month in range(1, 13)),
}


_NAME = re.compile(r"\{(\w+)\}")
_NO_NAME = re.compile(r"\{[^{}]*\}|\{\w*|\}")


def check(site: Site) -> Iterator[Problem]:
    """Words that a template needs, then words that none uses, then the {names} in each."""
    needed, groups = _needed(), site.words.groups
    for group, names in needed.items():
        for name in sorted(names - set(groups.get(group, {}))):
            yield site.problem(
                "words",
                ("groups", group),
                CODE,
                f"The words “{group}.{name}” are missing.",
                f"Add a line “{name}: …” to the group “{group}”.",
            )
    for group, words in groups.items():
        for name in words:
            if name not in needed.get(group, ()):
                yield site.problem(
                    "words",
                    ("groups", group, name),
                    CODE,
                    f"Nothing uses the words “{group}.{name}”.",
                    did_you_mean(
                        name, needed.get(group, needed), "Take the line out.", likeness=0.6
                    ),
                )

    for group, words in groups.items():
        for name, text in words.items():
            yield from _names(site, group, name, text)
            if "[[" in text:
                yield site.problem(
                    "words",
                    ("groups", group, name),
                    CODE,
                    "Marks are not read here.",
                    "Write the text itself: what changes is filled in by a {name}.",
                    snippet="[[",
                )


def _names(site: Site, group: str, name: str, text: str) -> Iterator[Problem]:
    """Braces that nothing fills, then names that were left out."""
    place, needs = ("groups", group, name), FILLED.get((group, name), frozenset())
    held = set(_NAME.findall(text))
    missing = {f"{{{each}}}" for each in needs - held}
    wrong = [f"{{{each}}}" for each in sorted(held - needs)]
    for brace in wrong + _NO_NAME.findall(_NAME.sub(" ", text)):
        meant = nearest(brace, missing)
        missing -= {meant}
        yield site.problem(
            "words",
            place,
            CODE,
            f"Nothing fills {brace} here.",
            f"Did you mean “{meant}”?" if meant else _known(needs),
            snippet=brace,
        )
    for left_out in sorted(missing):
        yield site.problem(
            "words",
            place,
            CODE,
            f"{left_out} is missing here.",
            "Write it where its value belongs: it is filled in there.",
        )


def _known(names: Iterable[str]) -> str:
    listed = ", ".join(f"{{{name}}}" for name in sorted(names))
    return f"Known here: {listed}." if listed else "Take it out: these words hold no names."


@cache
def _needed() -> dict[str, set[str]]:
    found = {group: {str(value) for value in values} for group, values in _BY_VALUE.items()}
    templates = [
        *_PACKAGE.rglob("*.j2"),
        *_PACKAGE.rglob("*.html"),
        *_PACKAGE.rglob("*.typ"),
        _PACKAGE / "render/renderer.py",
        _PACKAGE / "site/share_kits.py",
        _PACKAGE / "site/help_lines.py",
        _PACKAGE / "outputs/api.py",
    ]
    for template in templates:
        for match in _NAMED.finditer(template.read_text("utf-8")):
            group, name = (text for text in match.groups() if text)
            found.setdefault(group, set()).add(name)
    return found
