"""Text reads at a grade of 6 at the most, in short sentences and short paragraphs."""

from __future__ import annotations

import pytest

from massage_guide.problems.problem import Problem
from massage_guide.text.readability import grade
from tests.support.small_guide import SmallGuide, place

FILE, PAGE, ARTICLE = "content/types/swedish.yml", "docs/safety.md", "content/article.yml"
SUMMARY = "Long, smooth strokes."
HARD = "Organizational multidisciplinary participation."


def sentence(words: int, first: str = "So") -> str:
    """An easy sentence of so many words."""
    return " ".join([first, *["go"] * (words - 1)]) + "."


def found(
    small_guide: SmallGuide, text: str, file: str = FILE, before: str = SUMMARY
) -> list[Problem]:
    """What the rule says of a text in the place of another."""
    return small_guide.change(file, before, text).problems("readability")


def test_a_sentence_has_25_words_at_the_most(small_guide: SmallGuide) -> None:
    assert found(small_guide, sentence(25)) == []
    (problem,) = found(small_guide, f"You may. Now {sentence(25)}", before=sentence(25))
    assert place(problem) == (FILE, small_guide.line(FILE, "Now"), "Now So")
    assert problem.message == "This sentence has 26 words; 25 is the most."


def test_each_sentence_that_is_too_long_is_shown_by_its_start(small_guide: SmallGuide) -> None:
    first, second = found(small_guide, f"{sentence(26)} {sentence(27, 'Then')}")[:2]
    assert (first.column, second.column) == (10, 89)
    assert "27 words" in second.message and second.code == "readability"


def test_a_paragraph_has_3_sentences_at_the_most(small_guide: SmallGuide) -> None:
    assert found(small_guide, "You may. " * 3) == []
    (problem,) = found(small_guide, "You may. " * 4, before="You may. " * 3)
    assert (problem.file, problem.line) == (FILE, small_guide.line(FILE, "You may"))
    assert problem.message == "This paragraph has 4 sentences; 3 is the most."


def test_one_sentence_of_a_page_may_be_longer_than_20_words(small_guide: SmallGuide) -> None:
    assert found(small_guide, f"{sentence(21)} {sentence(20)}") == []


def test_of_two_sentences_longer_than_20_words_the_longest_is_shown(
    small_guide: SmallGuide,
) -> None:
    (problem,) = found(small_guide, f"{sentence(21)} {sentence(23, 'Then')} {sentence(22, 'Now')}")
    assert place(problem) == (FILE, small_guide.line(FILE, "Then"), "Then go")
    count = problem.message.split()[2]
    assert problem.message == (
        f"3 of {count} sentences on this page have more than 20 words; this one is the longest."
    )


@pytest.mark.parametrize(("short", "wrong"), [(37, True), (38, False), (39, False)])
def test_on_a_page_of_many_sentences_one_in_twenty_may_be_longer(
    small_guide: SmallGuide, short: int, wrong: bool
) -> None:
    file = "content/topics/how-often.yml"
    passage = "  - text: {}\n    basis: unsourced\n"
    head = "id: how-often\nchecked: 2026-11-24\ncheck_again: 2027-11-24\nmessages:\n"
    texts = [sentence(21), sentence(21), *["You go."] * short]
    small_guide.write(file, head + "".join(map(passage.format, texts)))
    assert bool(small_guide.problems("readability")) == wrong


def test_a_page_reads_at_grade_6_at_the_most(small_guide: SmallGuide) -> None:
    (problem,) = found(small_guide, f"{HARD} {HARD}")
    assert place(problem)[:2] == (FILE, small_guide.line(FILE, HARD))
    assert problem.message.startswith("This reads at grade ") and f"“{HARD}”" in problem.message
    assert problem.code == "readability"


def test_the_grade_is_told_and_the_three_hardest_sentences(small_guide: SmallGuide) -> None:
    texts = [f"{HARD[:-1]} {'demonstration ' * more}too." for more in range(4)]
    page = (small_guide.root / PAGE).read_text("utf-8") + "\n\n".join(texts)
    small_guide.write(PAGE, page)
    (problem,) = small_guide.problems("readability")
    hardest = sorted(texts, key=grade, reverse=True)[:3]
    listed = " ".join(f"“{text}”" for text in hardest)
    assert problem.message == (
        f"This reads at grade {grade(['Text.', *texts]):.1f}; 6 is the most. "
        f"The hardest sentences: {listed}"
    )


def test_a_page_at_the_very_limit_is_let_pass(
    small_guide: SmallGuide, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{HARD} You lie down. You go."
    small_guide.write(PAGE, (small_guide.root / PAGE).read_text("utf-8") + text)
    limit = grade([f"Text. {text}"])
    monkeypatch.setattr("massage_guide.rules.readability.MOST_GRADE", limit)
    written = [problem.file for problem in small_guide.problems("readability")]
    assert PAGE not in written
    monkeypatch.setattr("massage_guide.rules.readability.MOST_GRADE", limit - 0.01)
    assert PAGE in [problem.file for problem in small_guide.problems("readability")]


def test_the_hardest_text_of_a_page_is_shown(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "You lie down.", f"{HARD} It is so.")
    small_guide.change(FILE, "You get up again.", f"{HARD} {HARD}")
    (problem,) = small_guide.problems("readability")
    assert problem.line == small_guide.line(FILE, f"{HARD} {HARD}")


@pytest.mark.parametrize("file", [ARTICLE, "content/prices.yml"])
def test_beside_tables_only_the_length_of_sentences_counts(
    small_guide: SmallGuide, file: str
) -> None:
    before = {ARTICLE: "Massage ends pain."}.get(file, "One trial did this.")
    assert found(small_guide, f"{HARD} {HARD} {HARD}", file, before) == []
    (problem,) = found(small_guide, sentence(26), file, f"{HARD} {HARD} {HARD}")
    assert "26 words" in problem.message and problem.file == file


def test_entries_that_share_a_page_are_one_text(small_guide: SmallGuide) -> None:
    file, other = "content/glossary/chronic.yml", "content/glossary/slow.yml"
    hard = found(small_guide, f"{HARD} It is so.", file, "Lasting for more than three months.")
    assert [problem.file for problem in hard] == [file]
    easy = "You go. You go. You go."
    small_guide.write(other, f"id: slow\nterm: slow\nmeaning: {easy}\n")
    for number in range(4):
        small_guide.write(
            f"content/glossary/slow-{number}.yml",
            f"id: slow-{number}\nterm: slow {number}\nmeaning: {easy}\n",
        )
    assert small_guide.problems("readability") == []


def test_entries_with_a_page_each_are_a_text_each(small_guide: SmallGuide) -> None:
    easy = "content/types/deep-tissue.yml"
    small_guide.change(easy, "Slow, firm work.", "You go. You go. You go.")
    assert [p.file for p in found(small_guide, f"{HARD} {HARD} {HARD}")] == [FILE]


def test_readers_see_numbers_and_titles_where_marks_are(small_guide: SmallGuide) -> None:
    small_guide.change(
        "content/types/deep-tissue.yml", "title: Deep tissue", "title: So go and go on"
    )
    (problem,) = found(small_guide, f"See [[link:types/deep-tissue]] {sentence(19)}")
    assert problem.message == "This sentence has 26 words; 25 is the most."


def test_hand_written_pages_are_read_paragraph_by_paragraph(small_guide: SmallGuide) -> None:
    text = (small_guide.root / PAGE).read_text("utf-8")
    small_guide.write(PAGE, f"{text}\n{sentence(25)}\n\nYou may. {sentence(26)}\n\nYou go.\n")
    (problem,) = small_guide.problems("readability")
    assert (problem.file, problem.line, problem.column) == (PAGE, 10, 1)
    assert problem.message == "This sentence has 26 words; 25 is the most."
    assert problem.excerpt == f"You may. {sentence(26)}" and problem.code == "readability"


def test_a_hand_written_page_that_is_too_hard_is_named_at_its_start(
    small_guide: SmallGuide,
) -> None:
    text = (small_guide.root / PAGE).read_text("utf-8")
    small_guide.write(PAGE, f"{text}\n{HARD} {HARD}\n")
    (problem,) = small_guide.problems("readability")
    assert (problem.file, problem.line, problem.column) == (PAGE, 5, 1)
    assert problem.message.startswith("This reads at grade ") and HARD in problem.message
