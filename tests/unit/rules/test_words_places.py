"""The words of the interface match the templates: none is missing, none is unused."""

from __future__ import annotations

import re
from dataclasses import replace

from massage_guide.model.words import Words
from massage_guide.rules.words import CODE, check
from tests.support.small_guide import SmallGuide, place

FILE = "content/words.yml"


def test_all_words_of_all_groups_are_needed(guide: SmallGuide) -> None:
    """Where none is there all are missing, those of a group in order of their names."""
    site = guide.site
    groups = site.words.groups
    found = check(replace(site, words=Words(groups={})))
    missing = [re.fullmatch("The words “(.+)” are missing.", problem.message) for problem in found]
    assert sorted(found and found[1] for found in missing) == sorted(
        f"{group}.{name}" for group, words in groups.items() for name in words
    )


def test_missing_words_are_asked_for_in_their_group(guide: SmallGuide) -> None:
    guide.change(FILE, "    heading: How sure are we?\n", "")
    (problem,) = guide.problems(CODE)
    line = guide.line(FILE, "  grading:")
    assert (problem.file, problem.line, problem.column) == (FILE, line + 1, 5)
    assert problem.hint == "Add a line “heading: …” to the group “grading”."


def test_words_that_nothing_uses_are_shown(guide: SmallGuide) -> None:
    guide.change(FILE, "    heading: How sure", "    heeding: Hello\n    heading: How sure")
    (problem,) = guide.problems(CODE)
    assert place(problem) == (FILE, guide.line(FILE, "heeding"), "Hello")
    assert problem.message == "Nothing uses the words “grading.heeding”."
    assert problem.hint == "Did you mean “heading”?"


def test_a_name_that_is_like_no_other_is_to_be_taken_out(guide: SmallGuide) -> None:
    guide.change(FILE, "    heading: How sure", "    hearing: Hello\n    heading: How sure")
    guide.change(FILE, "    heading: How sure", "    head_way: Hello\n    heading: How sure")
    guide.change(FILE, "    heading: How sure", "    zzz: Hello\n    heading: How sure")
    hints = [problem.hint for problem in guide.problems(CODE)]
    assert hints == ["Did you mean “heading”?", "Take the line out.", "Take the line out."]


def test_for_words_of_a_group_that_nothing_uses_a_group_is_offered(guide: SmallGuide) -> None:
    guide.change(FILE, "groups:\n", "groups:\n  gradings:\n    grading: Hello\n")
    (problem,) = guide.problems(CODE)
    assert problem.message == "Nothing uses the words “gradings.grading”."
    assert problem.hint == "Did you mean “grading”?"


def test_a_mark_is_refused_where_none_is_read(guide: SmallGuide) -> None:
    guide.change(FILE, "Anywhere else, call", '"Anywhere else, [[call').change(
        FILE, "your local emergency number.", 'your local emergency number."'
    )
    (problem,) = guide.problems("words")
    assert problem.message == "Marks are not read here." and place(problem)[2] == "[["
