"""A page passage by passage: each word at its place, whatever the page contains."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from massage_guide.site.page import Page
from massage_guide.site.page_passages import CITE, VALUE, passages


def page(body: str) -> Page:
    """A page of this text."""
    front = '---\ntitle: "About: us"\ndescription: >-\n  Two\n  lines.\n---\n'
    return Page("about.md", "docs/about.md", {"title": "About: us"}, front + body, body, 7)


def read(body: str) -> list[str]:
    """The passages of a body, with one blank between words."""
    return [" ".join(passage.text.split()) for passage in passages(page(body))][2:]


def test_front_matter_is_text_for_readers_too() -> None:
    texts = [" ".join(passage.text.split()) for passage in passages(page(""))]
    assert texts == ["About: us", "Two lines."]


def test_headings_items_rows_and_paragraphs_are_passages() -> None:
    body = "## One {: #one }\nTwo\n*two*.\n- Three\n  three\n1. Four\n\n"
    body += "| Five | six |\n| - | - |\n> Seven\n"
    assert read(body) == ["One", "Two two .", "Three three", "Four", "Five six", "- -", "Seven"]


def test_calls_leave_a_sign_or_their_words() -> None:
    body = 'A {{ cost.total }} {{ link("cost", "price") }}.{{ cite(["id"]) }} {% set x = 1 %}\n'
    assert read(body) == [f"A {VALUE} price . {CITE}"]


def test_what_readers_do_not_see_is_left_out() -> None:
    body = '<!-- No -->{## no ##}<b title="no">Yes</b>&nbsp;[yes](no.md) `no`\n\n```\nno\n```\n'
    assert read(body) == ["Yes yes"]


@given(st.text(st.sampled_from("a.#|-<>{}%\"' \n\x0c\u2028`[]()*!"), max_size=60))
def test_every_passage_is_found_again_in_its_file(body: str) -> None:
    whole = page(body)
    for passage in passages(whole):
        for start, sentence in passage.sentences:
            problem = passage.problem(start, len(sentence), "code", "", "")
            there = whole.text[passage.start + start]
            assert problem.excerpt[problem.column - 1] in {there, "{"}
