"""Each name in the glossary belongs to one entry."""

from __future__ import annotations

from tests.support.small_guide import SmallGuide, place

FILE, NEW = "content/glossary/chronic.yml", "content/glossary/slow.yml"


def test_an_everyday_name_is_a_name_of_its_entry(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "meaning:", "everyday: [chronic, long-lasting, lasting]\nmeaning:")
    (problem,) = small_guide.problems("glossary")
    assert place(problem) == (FILE, 4, "lasting")
    assert problem.message == "“lasting” is not a name of this entry."


def test_a_word_that_is_a_name_of_another_entry_is_named_with_its_file(
    small_guide: SmallGuide,
) -> None:
    small_guide.write(NEW, "id: slow\nterm: Long-Lasting\nmeaning: It takes time.\n")
    (problem,) = small_guide.problems("glossary")
    assert place(problem) == (NEW, 2, "Long-Lasting")
    assert problem.message == "“Long-Lasting” is in content/glossary/chronic.yml too."


def test_the_second_of_two_other_names_is_marked_in_its_list(small_guide: SmallGuide) -> None:
    small_guide.write(
        NEW, "id: slow\nterm: slow\nalso_called: [lazy, CHRONIC]\nmeaning: Not fast.\n"
    )
    (problem,) = small_guide.problems("glossary")
    assert place(problem) == (NEW, 3, "CHRONIC")


def test_a_name_that_an_entry_has_twice_is_no_fault(small_guide: SmallGuide) -> None:
    small_guide.write(NEW, "id: slow\nterm: slow\nalso_called: [Slow]\nmeaning: Not fast.\n")
    assert small_guide.problems("glossary") == []
