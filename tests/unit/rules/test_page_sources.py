"""A hand-written page that states evidence cites a source; one that announces it need not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.problems.problem import Problem
from massage_guide.rules import page_sources
from massage_guide.rules.page_sources import FORMS, EvidencePatterns, SentenceForms
from massage_guide.site.site import Site
from tests.support.pairs import without

HERE = Path(__file__).parent

LISTED = "\n\n{{ source_list() }}\n"


def samples(name: str) -> list[str]:
    """The sentences of a sample file."""
    return (HERE / "samples" / name).read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def patterns(site: Site) -> EvidencePatterns:
    """The patterns of the small guide's words."""
    return EvidencePatterns(site.evidence)


@pytest.mark.parametrize("sentence", samples("page-sources-bad.txt"))
def test_a_statement_about_evidence_is_found(patterns: EvidencePatterns, sentence: str) -> None:
    assert patterns.statement(sentence)


@pytest.mark.parametrize("sentence", samples("page-sources-good.txt"))
def test_what_states_no_evidence_is_left_alone(patterns: EvidencePatterns, sentence: str) -> None:
    assert patterns.statement(sentence) is None


@pytest.mark.parametrize(
    ("group", "word"),
    [(group, word) for group, listed in FORMS._asdict().items() for word in listed],
)
def test_every_word_of_the_grammar_is_needed_by_a_sample(
    site: Site, patterns: EvidencePatterns, group: str, word: str
) -> None:
    less = EvidencePatterns(site.evidence, SentenceForms(**without(FORMS._asdict(), group, word)))
    sentences = samples("page-sources-bad.txt") + samples("page-sources-good.txt")
    assert any(bool(less.statement(each)) != bool(patterns.statement(each)) for each in sentences)


@given(text=st.text(max_size=200))
def test_any_text_is_looked_at_without_a_fault(site: Site, text: str) -> None:
    EvidencePatterns(site.evidence).statement(text)


def found(site: Site, body: str, description: str = "A page for tests.") -> list[Problem]:
    """What the rule says of a page of this text."""
    text = f"---\ntitle: About\ndescription: {description}\n---\n\n{body}\n"
    page = replace(site.pages["about"], text=text, body=f"\n{body}\n", first_line=5)
    return list(page_sources.check(replace(site, pages={"about": page})))


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("Rest well. Studies show that it helps.", 6, 12),
        ("Rest.\n\n## Studies show that it helps {: #so }", 8, 4),
        ("- Rest.\n- Most *studies* were small.", 7, 9),
        ("> Studies were small.", 6, 3),
        ("| Kind | What |\n| --- | --- |\n| Thai | Studies were small. |", 8, 10),
        ('<p class="hint">Studies were small.</p>', 6, 17),
        ('{{ link("safety", "Studies were small.") }}', 6, 20),
        ('{% set why = "Studies were small." %}\n\n{{ why }}', 6, 15),
        ("Rest,\nand read: most\nstudies were small.", 8, 1),
        ('Rest.{{ cite(["trial-2011"]) }} Studies were small.' + LISTED, 6, 33),
        ('Rest.{{ cite(["trial-2011"]) }}\n\nStudies were small.' + LISTED, 8, 1),
        ("Studies were small.\n\n{{ cite([]) }}" + LISTED, 6, 1),
    ],
)
def test_it_is_told_where_it_stands(site: Site, body: str, line: int, column: int) -> None:
    assert [(each.line, each.column) for each in found(site, body)] == [(line, column)]


def test_the_front_matter_is_read_too(site: Site) -> None:
    (problem,) = found(site, "Rest.", '"Rest. Studies show that it helps."')
    assert (problem.line, problem.column) == (3, 21)
    assert problem.message == "“Studies show that it helps.” states evidence without a source."


@pytest.mark.parametrize(
    "body",
    [
        'Studies were small.{{ cite(["trial-2011"]) }}' + LISTED,
        'Studies were small. Rest.{{ cite(["trial-2011"]) }}' + LISTED,
        'Studies were\nsmall.\n{{ cite(["trial-2011"]) }}' + LISTED,
        "Studies were small.{{ cite([]) }}" + LISTED,
        "<!-- Studies were small. -->",
        "{## Studies were small. ##}",
        '{{ passage(site.topics["how-often"].messages[0]) }}' + LISTED,
    ],
)
def test_what_has_a_source_may_be_said(site: Site, body: str) -> None:
    assert found(site, body) == []


def test_a_source_that_no_list_names_is_told(site: Site) -> None:
    (problem,) = found(site, LISTED + 'Rest.{{ cite(["trial-2011"]) }}')
    assert problem.message == "This cites a source, but no list of sources comes below it."
    assert problem.excerpt[problem.column - 1 :].startswith("{{ cite(")


@pytest.mark.parametrize(
    ("body", "flagged"),
    [
        ('Studies were small. {{ link("types/swedish", "More") }}', False),
        ('## {{ link("types/swedish", "More") }}\n\nStudies were small.', False),
        ('## {{ link("types/swedish", "More") }}\n\n## Rest\n\nStudies were small.', True),
        ('Studies were small. {{ link("about", "More") }}', True),
        ('Studies were small.\n\n{{ link("types/swedish", "More") }}', True),
    ],
)
def test_a_short_answer_may_lead_to_the_page_with_its_sources(
    site: Site, body: str, flagged: bool
) -> None:
    assert bool(found(site, body)) is flagged
