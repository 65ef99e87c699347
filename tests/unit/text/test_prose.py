"""Text is data with a few marks; everything else in it stays as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

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


def test_marks_are_told_apart_from_the_text_around_them() -> None:
    prose = Prose.parse("In [[n:trial-2011.per-cent]] *some people* [[link:a|felt it]]; *n* .")
    assert prose.parts == (
        Text("In "),
        NumberMark("trial-2011.per-cent"),
        Text(" "),
        Emphasis("some people"),
        Text(" "),
        LinkMark("a", "felt it"),
        Text("; "),
        Emphasis("n"),
        Text(" ."),
    )


def test_each_mark_knows_how_it_was_written() -> None:
    text = "[[n:a.b]] and [[link:c|d]] and [[link:e]]"
    number, link, bare = (
        part for part in Prose.parse(text).parts if isinstance(part, NumberMark | LinkMark)
    )
    assert number.source == "[[n:a.b]]"
    assert (link.source, bare.source) == ("[[link:c", "[[link:e")
    assert all(part.source in text for part in (number, link, bare))


@pytest.mark.parametrize(
    "target",
    ["safety", "types/hot-stone2/", "a/b/c", "safety#red-flags", "#here", "2-9", "/", "a/#b-2"],
)
@pytest.mark.parametrize("words", ["", "his *own* words"])
def test_links_lead_to_pages_and_sections(target: str, words: str) -> None:
    mark = f"[[link:{target}|{words}]]" if words else f"[[link:{target}]]"
    assert Prose.parse(mark).parts == (LinkMark(target, words),)


def test_the_words_of_a_link_lose_the_blanks_around_them() -> None:
    assert Prose.parse("[[link:safety| the signs ]]").parts == (LinkMark("safety", "the signs"),)


@pytest.mark.parametrize(
    ("mark", "way", "number", "href"),
    [
        ("call:116 123", "call", "116 123", "tel:116123"),
        ("call:+1-800-656-4673", "call", "+1-800-656-4673", "tel:+18006564673"),
        ("text:85258", "text", "85258", "sms:85258"),
        ("call:99", "call", "99", "tel:99"),
        ("visit:a-1.find-2.help", "visit", "a-1.find-2.help", "https://a-1.find-2.help"),
        ("visit:nhs.uk/a-1/b", "visit", "nhs.uk/a-1/b", "https://nhs.uk/a-1/b"),
    ],
)
def test_a_way_to_get_help_opens_what_it_names(mark: str, way: str, number: str, href: str) -> None:
    (part,) = Prose.parse(f"[[{mark}]]").parts
    assert isinstance(part, ContactMark)
    assert (part.way, part.number, part.href) == (way, number, href)
    assert plain(Prose.parse(f"Ask at [[{mark}]]."), {}, {}, {}) == f"Ask at {number}."


@pytest.mark.parametrize(
    "mark",
    [
        *["[[n:a]]", "[[n:a.b.c]]", "[[n:A.b]]", "[[n:a.b ]]", "[[n:-a.b]]", "[[xn:a.b]]"],
        *["[[link:Safety]]", "[[link:a|b|c]]", "[[link:a|]]", "[[link:a#]]", "[[link:a//b]]"],
        *[
            "[[link:#a#b]]",
            "[[link:/a]]",
            "[[link:a|b[c]]",
            "[[xlink:a]]",
            "[[link:a--b]]",
            "[[link:a|b]c]]",
        ],
        *["[[call:9]]", "[[call:12 ]]", "[[call:++12]]", "[[call:a12]]", "[[call:12x]]"],
        *["[[visit:a]]", "[[visit:a.b?c]]", "[[visit:a.b/]]", "[[visit:A.b]]", "[[visit:a..b]]"],
        *["[[]]", "[[other]]", "[[n:a-1]]", "[[link:https://example.org]]", "[[ n:x.y ]]"],
        *["[[call:findahelpline.com]]", "[[call: 999]]", "[[text:SHOUT]]"],
        *["[[visit:javascript:alert(1)]]", "[[visit:localhost]]", "[[visit:a.org/?q=1]]"],
    ],
)
def test_a_mark_that_the_guide_does_not_know_is_refused_whole(mark: str) -> None:
    with pytest.raises(UnknownMarkError) as error:
        Prose.parse(f"Before *it* {mark} after.")
    assert error.value.mark == mark
    assert str(error.value) == f"“{mark}” is not a mark that this guide knows."


@pytest.mark.parametrize(
    "text", ["See [[link:safety for all the signs that you must know.", "a ]] b"]
)
def test_half_a_mark_is_refused_with_the_start_of_what_follows(text: str) -> None:
    with pytest.raises(UnknownMarkError) as error:
        Prose.parse(text)
    bracket = "[[" if "[[" in text else "]]"
    assert error.value.mark == text[text.index(bracket) :][:40]


@pytest.mark.parametrize(
    "text", ["*half a [[ mark* is refused", "*half a ]] mark*", "[[n:a.b]] ]]"]
)
def test_half_a_mark_is_refused_inside_stress_and_after_a_whole_one(text: str) -> None:
    with pytest.raises(UnknownMarkError):
        Prose.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "2 * 3 * 4",
            "a*b*c",
            "a *b*c",
            "a*b* c",
            "* item*",
            "*item *",
            "**bold**",
            "**a*",
            "*a**",
            "**",
            "* *",
        ],
        *["*a", "a*", "*a*b", "[one] (two)", "a [b] c", "{{ x }}", "<b>", "***"],
    ],
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert Prose.parse(text).parts == (Text(text),)


def test_stress_is_around_words_and_may_stand_at_either_end() -> None:
    assert Prose.parse("*One* two *three*").parts == (
        Emphasis("One"),
        Text(" two "),
        Emphasis("three"),
    )
    assert Prose.parse("(*a b*), *c*!").parts == (
        *(Text("("), Emphasis("a b"), Text("), ")),
        *(Emphasis("c"), Text("!")),
    )


def test_text_comes_on_one_line_and_can_be_printed() -> None:
    prose = Prose.parse(" One\n  [[link:a|two\nthree]] ")
    assert prose.text == str(prose) == "One [[link:a|two three]]"
    assert prose.parts == (Text("One "), LinkMark("a", "two three"))


def test_plain_text_is_what_readers_hear() -> None:
    prose = Prose.parse(
        "*Some* [[n:a.b]] or [[n:c.d]]: [[link:x]], [[link:y]], [[link:x|z]], [[call:11 2]]."
    )
    assert plain(prose, {"a.b": "1,401"}, {}, {"x": "The page"}) == (
        "Some 1,401 or c.d: The page, y, z, 11 2."
    )


class Model(BaseModel):
    """Something with prose in it."""

    prose: Prose


def test_a_model_takes_text_and_keeps_it_parsed() -> None:
    assert Model.model_validate({"prose": "a *b*"}).prose == Prose.parse("a *b*")
    assert Model.model_validate({"prose": "a"}).prose.parts == (Text("a"),)


@pytest.mark.parametrize(
    ("value", "kind"), [("", "string_too_short"), (7, "string_type"), ("[[x]]", "bad_mark")]
)
def test_a_model_refuses_all_else(value: object, kind: str) -> None:
    with pytest.raises(ValidationError) as error:
        Model.model_validate({"prose": value})
    assert [fault["type"] for fault in error.value.errors()] == [kind]


def test_a_mark_that_is_refused_is_named() -> None:
    with pytest.raises(ValidationError) as error:
        Model.model_validate({"prose": "See [[x]]."})
    (fault,) = error.value.errors()
    assert fault["msg"] == "“[[x]]” is not a mark that this guide knows."
    assert fault["ctx"]["mark"] == "[[x]]"


def test_the_schema_of_prose_is_that_of_text() -> None:
    about = Model.model_json_schema()["properties"]["prose"]
    assert about["type"] == "string" and about["minLength"] == 1


@given(st.text(alphabet=st.characters(exclude_characters="[]*", exclude_categories=["C", "Z"])))
def test_text_without_marks_is_kept_whole(text: str) -> None:
    assert "".join(part.text for part in Prose.parse(text).parts) == text
