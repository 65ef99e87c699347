"""Each {name} in words.yml is declared, and is what is really filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from massage_guide.rules import words
from massage_guide.rules.words import rule
from massage_guide.rules.words.names import FILLED
from massage_guide.site.site import Site
from tests.support.filling import ANY, Filling, fillings

Word = tuple[str, str]


@pytest.fixture(scope="module")
def found() -> list[Filling]:
    """Every place that fills words in."""
    return fillings()


# One call fills several of these, and gives each more than it needs.
SHARED = {("calculator_result", "run_of_one")} | {
    ("calculator_errors", name)
    for name in ("ambiguous", "missing", "not_a_number", "not_whole", "out_of_range", "too_fine")
}


def filled(found: list[Filling], word: Word) -> list[frozenset[str]]:
    """What each place gives to these words; places for a whole group where none names them."""
    named = [each.names for each in found if word in each.words]
    group = [each.names for each in found if (word[0], ANY) in each.words]
    return named + group if word in SHARED else named or group


def test_every_place_that_fills_words_in_is_understood(found: list[Filling]) -> None:
    assert not [each for each in found if not each.words or not each.names]


@pytest.mark.parametrize("word", FILLED)
def test_what_is_declared_is_filled_in(found: list[Filling], word: Word) -> None:
    given = filled(found, word)
    assert given
    if word in SHARED:
        assert frozenset().union(*given) >= FILLED[word]
    else:
        assert set(given) == {FILLED[word]}


def test_what_is_filled_in_is_declared(found: list[Filling]) -> None:
    assert {word for each in found for word in each.words if word[1] != ANY} <= set(FILLED)
    assert {each[0] for each in FILLED} >= {word[0] for each in found for word in each.words}


def changed(site: Site, word: Word, text: str) -> Site:
    """The site with other words."""
    group, name = word
    groups = {**site.words.groups, group: {**site.words.groups[group], name: text}}
    return replace(site, words=site.words.model_copy(update={"groups": groups}))


def told(site: Site, word: Word, text: str) -> list[tuple[str, str]]:
    """The messages and hints on these words."""
    return [(each.message, each.hint) for each in words.check(changed(site, word, text))]


@pytest.mark.parametrize("word", FILLED)
def test_a_name_with_a_letter_too_few_is_told_for_all_words(site: Site, word: Word) -> None:
    text = site.words.groups[word[0]][word[1]]
    for name in FILLED[word]:
        problems = list(
            words.check(changed(site, word, text.replace(f"{{{name}}}", "{" + name[1:] + "}")))
        )
        assert problems[0].file == "content/words.yml"
        assert problems[0].excerpt.strip().startswith(word[1])


@pytest.mark.parametrize("word", FILLED)
def test_a_name_that_was_left_out_is_told_for_all_words(site: Site, word: Word) -> None:
    assert [message for message, _ in told(site, word, "Words")] == [
        f"{{{name}}} is missing here." for name in sorted(FILLED[word])
    ]


@pytest.mark.parametrize(
    ("word", "text", "message", "hint"),
    [
        (("search", "results"), "{cuont} results", "{cuont}", "Did you mean “{count}”?"),
        (("search", "results"), "{Count} results", "{Count}", "Did you mean “{count}”?"),
        (("search", "results"), "{ count } results", "{ count }", "Did you mean “{count}”?"),
        (("search", "results"), "{count results", "{count", "Did you mean “{count}”?"),
        (("search", "results"), "{count} {more}", "{more}", "Known here: {count}."),
        (("site", "home"), "{count}", "{count}", "Take it out: these words hold no names."),
    ],
)
def test_a_brace_that_nothing_fills_is_told_with_what_may_be_meant(
    site: Site, word: Word, text: str, message: str, hint: str
) -> None:
    assert told(site, word, text) == [(f"Nothing fills {message} here.", hint)]


def test_each_of_two_mistakes_is_told(site: Site) -> None:
    messages = [message for message, _ in told(site, ("dates", "day"), "{mnth} {day}")]
    assert messages == ["Nothing fills {mnth} here.", "{year} is missing here."]


def test_every_name_that_is_looked_up_is_needed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No template names one of these too: without it, nothing uses its words."""
    assert list(words.check(site)) == []
    looked_up = {
        group: names for group, names in rule._BY_VALUE.items() if isinstance(names, tuple)
    }
    for group in looked_up:
        monkeypatch.setitem(rule._BY_VALUE, group, ())
    monkeypatch.setattr(rule, "_needed", rule._needed.__wrapped__)
    assert {problem.message for problem in words.check(site)} == {
        f"Nothing uses the words “{group}.{name}”."
        for group, names in looked_up.items()
        for name in names
    }
