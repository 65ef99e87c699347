"""Each name in the glossary belongs to one entry."""

from __future__ import annotations

from tests.support.small_guide import SmallGuide, place

FILE, NEW = "content/glossary/chronic.yml", "content/glossary/slow.yml"


def test_an_everyday_name_is_a_name_of_its_entry(guide: SmallGuide) -> None:
    guide.change(FILE, "meaning:", "everyday: [chronic, long-lasting, lasting]\nmeaning:")
    (problem,) = guide.problems("glossary")
    assert place(problem) == (FILE, 4, "lasting")
    assert problem.message == "“lasting” is not a name of this entry."


def test_a_word_that_is_a_name_of_another_entry_is_named_with_its_file(guide: SmallGuide) -> None:
    guide.write(NEW, "id: slow\nterm: Long-Lasting\nmeaning: It takes time.\n")
    (problem,) = guide.problems("glossary")
    assert place(problem) == (NEW, 2, "Long-Lasting")
    assert problem.message == "“Long-Lasting” is in content/glossary/chronic.yml too."


def test_the_second_of_two_other_names_is_marked_in_its_list(guide: SmallGuide) -> None:
    guide.write(NEW, "id: slow\nterm: slow\nalso_called: [lazy, CHRONIC]\nmeaning: Not fast.\n")
    (problem,) = guide.problems("glossary")
    assert place(problem) == (NEW, 3, "CHRONIC")


def test_a_name_that_an_entry_has_twice_is_no_fault(guide: SmallGuide) -> None:
    guide.write(NEW, "id: slow\nterm: slow\nalso_called: [Slow]\nmeaning: Not fast.\n")
    assert guide.problems("glossary") == []
