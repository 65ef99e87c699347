"""Folders, files and vocabularies of the content: what editors may write, in its order."""

from __future__ import annotations

from enum import StrEnum

import pytest

from massage_guide.model import COLLECTIONS, KINDS, SINGLES, keys
from massage_guide.model.claims import FindingBasis, Verdict
from massage_guide.model.countries import Need
from massage_guide.model.fields import Basis, Certainty, Reference
from massage_guide.model.options import Option, OptionRow
from massage_guide.model.quality import Criteria, QualityCheck
from massage_guide.model.questions import QuestionGroup
from massage_guide.model.safety import Level, Urgency
from massage_guide.model.sources import Bound, Scale, Seen, SourceKind, Unseen
from massage_guide.model.topics import Style
from massage_guide.model.types import Clothes
from massage_guide.site.site import Site
from tests.support.projects import SMALLEST

from .small_records import loaded


def test_there_is_a_model_for_each_folder_and_file_of_a_guide() -> None:
    content = SMALLEST / "content"
    assert set(COLLECTIONS) == {path.name for path in content.iterdir() if path.is_dir()}
    assert set(SINGLES) == {path.stem for path in content.glob("*.yml")}


def test_the_order_of_folders_and_files_is_that_of_the_editors_help() -> None:
    assert list(COLLECTIONS) == [
        *["sources", "claims", "benefits", "types", "topics", "options", "questions"],
        *["glossary", "countries"],
    ]
    assert list(SINGLES)[:3] == ["guide", "words", "article"]


def test_each_folder_has_a_word_for_one_entry() -> None:
    assert list(KINDS.values()) == list(COLLECTIONS)
    assert list(KINDS) == [
        *["source", "claim", "benefit", "type", "topic", "option", "question", "word", "country"]
    ]


@pytest.mark.parametrize("name", [*COLLECTIONS, *SINGLES])
def test_keys_come_with_the_id_first_and_the_dates_last(name: str) -> None:
    model = {**COLLECTIONS, **SINGLES}[name]
    found = keys(model)
    assert sorted(found) == sorted(model.model_fields)
    first = [key for key in ("id", "notes") if key in found and name in COLLECTIONS]
    assert found[: len(first)] == first
    if "checked" in found:
        assert found[-2:] == ["checked", "check_again"]


def test_what_grades_an_entry_is_asked_for_after_what_it_answers() -> None:
    assert keys(COLLECTIONS["benefits"]) == [
        *["id", "notes", "title", "inventory", "graded_in", "summary", "hope", "finding"],
        *["evidence", "feels_like", "try_this", "also_called", "order", "checked", "check_again"],
    ]
    assert keys(COLLECTIONS["types"])[2:6] == ["title", "also_called", "inventory", "graded_in"]
    assert keys(COLLECTIONS["claims"])[2:4] == ["title", "inventory"]


VOCABULARIES: list[tuple[type[StrEnum], list[str]]] = [
    (Verdict, ["supported", "partly supported", "uncertain", "not supported", "outdated"]),
    (Certainty, ["high", "moderate", "low", "very low"]),
    (Basis, ["unsourced", "none-needed"]),
    (FindingBasis, ["record", "opinion", "uncounted"]),
    (Scale, ["100", "10", "tasks", "smd"]),
    (Unseen, ["trials", "people", "when"]),
    (Urgency, ["emergency", "same-day", "soon"]),
    (Need, ["same-day", "crisis", "poison", "sexual-assault", "harm-at-home"]),
    (Level, ["emergency", "today", "within days", "ask first", "tell", "your choice"]),
    (Clothes, ["on", "partly off", "either"]),
    (Style, ["text", "list", "steps", "do", "do not"]),
    (Seen, ["record", "copy", "partly"]),
    (Bound, ["more than", "less than", "about"]),
    (
        QuestionGroup,
        [
            *["does it help", "is it safe", "your body and health", "the visit", "after the visit"],
            *["money", "at home and at work", "other care", "if something goes wrong"],
        ],
    ),
    (
        SourceKind,
        [
            *["review", "trial", "cohort", "lab study", "case report", "guideline", "survey"],
            *["official page", "register", "law", "comment", "price page"],
        ],
    ),
    (
        OptionRow,
        [
            *["new_pain", "lasting_pain", "against_massage", "guidelines", "harms", "effort"],
            "cost",
        ],
    ),
    (Criteria, ["DISCERN", "JAMA", "IPDAS", "PEMAT", "PIF"]),
    (
        QualityCheck,
        [
            *["aims", "sources", "source_dates", "checked", "check_again", "funding", "authors"],
            *["process", "certainty", "how_it_works", "benefits", "risks", "experience"],
            *["nothing", "choices", "values", "questions", "more_help", "plain", "words"],
            *["summary", "actions", "checklist", "reviewer", "contact"],
        ],
    ),
]


@pytest.mark.parametrize(("vocabulary", "words"), VOCABULARIES)
def test_these_are_the_words_that_editors_may_write(
    vocabulary: type[StrEnum], words: list[str]
) -> None:
    """Published data has them too: a word that goes breaks programs of others."""
    assert [word.value for word in vocabulary] == words


def test_the_rows_of_a_comparison_are_fields_of_an_option() -> None:
    assert set(OptionRow) <= set(Option.model_fields)


def test_a_word_of_the_glossary_is_called_by_all_its_names() -> None:
    assert loaded("glossary/chronic").names == ("chronic", "long-lasting")


def test_a_question_is_its_own_title() -> None:
    assert loaded("questions/does-it-hurt").title == "Should it hurt?"


def test_every_id_says_what_it_refers_to(site: Site) -> None:
    assert {(key.partition("/")[0], str(path[-1]), to) for key, path, to, _ in site.references} >= {
        ("claims", "number", "the numbers of sources"),
        ("prices", "country", "countries"),
        ("prices", "frequency", "the frequencies of prices.yml"),
        ("prices", "graded_in", "claims"),
        ("urgent", "card", "the cards of safety.yml"),
        ("search", "page", "the pages of the guide"),
    }
    holders = {(str(path[0]), to) for key, path, to, _ in site.references if key == "types/swedish"}
    assert holders >= {("graded_in", "claims"), ("ask_first", "the conditions of safety.yml")}
    assert ("inventory", "the rows of article.yml") in {
        (str(path[0]), to) for _, path, to, _ in site.references
    }
    assert {to for *_, to, _ in site.references} == {
        *["claims", "countries", "sources", "the cards of safety.yml"],
        *["the conditions of safety.yml", "the frequencies of prices.yml"],
        *["the groups of urgent.yml", "the numbers of sources", "the pages of the guide"],
        *["the rows of article.yml", "the answers of urgent.yml"],
    }


def test_a_reference_is_to_one_place() -> None:
    assert Reference("sources").to == "sources"
