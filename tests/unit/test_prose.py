"""Prose is plain text with four marks, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.text.prose import (
    ContactMark,
    Emphasis,
    LinkMark,
    NumberMark,
    Prose,
    Text,
    UnknownMarkError,
    plain,
)


def test_marks_are_told_apart() -> None:
    prose = Prose.parse(
        "In [[n:cherkin-2011.people]] people, *some* [[link:types/thai|felt better]]."
    )
    assert prose.parts == (
        Text("In "),
        NumberMark("cherkin-2011.people"),
        Text(" people, "),
        Emphasis("some"),
        Text(" "),
        LinkMark("types/thai", "felt better"),
        Text("."),
    )


@pytest.mark.parametrize("target", ["safety", "types/thai", "safety#emergency", "#here", "/"])
def test_links_lead_to_pages_and_sections(target: str) -> None:
    assert Prose.parse(f"[[link:{target}|words]]").parts == (LinkMark(target, "words"),)


@pytest.mark.parametrize(
    ("mark", "printed", "href"),
    [
        ("[[call:116 123]]", "116 123", "tel:116123"),
        ("[[call:1-800-656-4673]]", "1-800-656-4673", "tel:18006564673"),
        ("[[call:+44 20 7946 0000]]", "+44 20 7946 0000", "tel:+442079460000"),
        ("[[text:85258]]", "85258", "sms:85258"),
        ("[[visit:findahelpline.com]]", "findahelpline.com", "https://findahelpline.com"),
        ("[[visit:www.nhs.uk/sarcs]]", "www.nhs.uk/sarcs", "https://www.nhs.uk/sarcs"),
    ],
)
def test_a_way_to_get_help_is_printed_as_written_and_opens_what_it_names(
    mark: str, printed: str, href: str
) -> None:
    (part,) = Prose.parse(mark).parts
    assert isinstance(part, ContactMark) and (part.number, part.href) == (printed, href)
    assert plain(Prose.parse(f"Call {mark}."), {}, {}) == f"Call {printed}."


@pytest.mark.parametrize(
    "mark",
    [
        "[[call:findahelpline.com]]",
        "[[call:9]]",
        "[[text:SHOUT]]",
        "[[visit:javascript:alert(1)]]",
        "[[visit:localhost]]",
        "[[visit:a.org/?q=1]]",
        "[[call: 999]]",
        "[[n:cherkin-2011]]",
        "[[number:x.y]]",
        "[[link:https://example.org]]",
        "[[link:]]",
        "[[]]",
        "[[n:A.b]]",
        "[[link:safety|]]",
        "[[ n:x.y ]]",
        "[[open",
        "close]]",
    ],
)
def test_anything_else_in_double_brackets_is_refused_by_name(mark: str) -> None:
    with pytest.raises(UnknownMarkError) as error:
        Prose.parse(f"Before {mark} after.")
    assert error.value.mark in f"{mark} after."


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a*b*c", "* item", "**bold**", "{{ x }}", "<b>", "[one] (two)"]
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert Prose.parse(text).parts == (Text(text),)


@given(st.text(alphabet=st.characters(exclude_characters="[]*", exclude_categories=["C", "Z"])))
def test_text_without_marks_is_kept_whole(text: str) -> None:
    assert "".join(part.text for part in Prose.parse(text).parts) == text


def test_line_ends_and_double_blanks_become_one_blank() -> None:
    assert Prose.parse("one\n two  three ").text == "one two three"
