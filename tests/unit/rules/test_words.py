"""The words of the interface match what prints them: none is missing, none is unused.

Each {name} in words.yml is declared, and is what is really filled in.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from massage_guide.model.words import Words
from massage_guide.rules import words
from massage_guide.rules.words import rule
from massage_guide.rules.words.names import FILLED
from massage_guide.site.site import Site
from tests.support.filling import ANY, Filling, fillings
from tests.support.small_guide import SmallGuide, place

FILE = "content/words.yml"
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
        assert problems[0].file == FILE
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


def test_all_words_of_all_groups_are_needed(small_guide: SmallGuide) -> None:
    """Where none is there all are missing, those of a group in order of their names."""
    site = small_guide.site
    groups = site.words.groups
    found = words.check(replace(site, words=Words(groups={})))
    missing = [re.fullmatch("The words “(.+)” are missing.", problem.message) for problem in found]
    assert sorted(found and found[1] for found in missing) == sorted(
        f"{group}.{name}" for group, names in groups.items() for name in names
    )


def test_missing_words_are_asked_for_in_their_group(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "    heading: How sure are we?\n", "")
    (problem,) = small_guide.problems(words.CODE)
    line = small_guide.line(FILE, "  grading:")
    assert (problem.file, problem.line, problem.column) == (FILE, line + 1, 5)
    assert problem.hint == "Add a line “heading: …” to the group “grading”."


def test_words_that_nothing_uses_are_shown(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "    heading: How sure", "    heeding: Hello\n    heading: How sure")
    (problem,) = small_guide.problems(words.CODE)
    assert place(problem) == (FILE, small_guide.line(FILE, "heeding"), "Hello")
    assert problem.message == "Nothing uses the words “grading.heeding”."
    assert problem.hint == "Did you mean “heading”?"


def test_a_name_that_is_like_no_other_is_to_be_taken_out(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "    heading: How sure", "    hearing: Hello\n    heading: How sure")
    small_guide.change(FILE, "    heading: How sure", "    head_way: Hello\n    heading: How sure")
    small_guide.change(FILE, "    heading: How sure", "    zzz: Hello\n    heading: How sure")
    hints = [problem.hint for problem in small_guide.problems(words.CODE)]
    assert hints == ["Did you mean “heading”?", "Take the line out.", "Take the line out."]


def test_for_words_of_a_group_that_nothing_uses_a_group_is_offered(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "groups:\n", "groups:\n  gradings:\n    grading: Hello\n")
    (problem,) = small_guide.problems(words.CODE)
    assert problem.message == "Nothing uses the words “gradings.grading”."
    assert problem.hint == "Did you mean “grading”?"


def test_a_mark_is_refused_where_none_is_read(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "Anywhere else, or", '"Anywhere else, [[or').change(
        FILE, "your local emergency number.", 'your local emergency number."'
    )
    (problem,) = small_guide.problems(words.CODE)
    assert problem.message == "Marks are not read here." and place(problem)[2] == "[["
