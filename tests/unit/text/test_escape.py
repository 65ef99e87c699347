"""What an editor writes never becomes structure, and reads as it was written."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from massage_guide.text import escape


@pytest.mark.parametrize("sign", "\\`*_{}[]|#")
def test_signs_of_markdown_are_written_by_their_number(sign: str) -> None:
    assert escape.inline(f"a {sign} b") == Markup(f"a &#{ord(sign)}; b")
    assert escape.attribute(f"a {sign} b") == Markup(f"a &#{ord(sign)}; b")


@pytest.mark.parametrize(("sign", "name"), [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")])
def test_signs_of_html_are_written_by_their_name(sign: str, name: str) -> None:
    assert escape.inline(f"a{sign}b") == Markup(f"a{name}b")
    assert escape.attribute(f"a{sign}b") == Markup(f"a{name}b")


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_are_marked_where_they_would_end_an_attribute_and_only_there(quote: str) -> None:
    assert escape.attribute(f"a{quote}b") == Markup(f"a&#{ord(quote)};b")
    assert escape.inline(f"a{quote}b") == Markup(f"a{quote}b")


@pytest.mark.parametrize("sign", "-+=:!?~")
def test_a_sign_that_opens_a_block_is_marked_at_the_start_only(sign: str) -> None:
    assert escape.block(f"{sign} a {sign} b") == Markup(f"&#{ord(sign)}; a {sign} b")
    assert escape.inline(f"{sign} a") == Markup(f"{sign} a")


@pytest.mark.parametrize("sign", ".)")
@pytest.mark.parametrize("number", ["1", "12"])
def test_a_number_that_opens_a_list_keeps_its_digits(number: str, sign: str) -> None:
    assert escape.block(f"{number}{sign} one") == Markup(f"{number}&#{ord(sign)}; one")
    assert escape.block(f"{number} one{sign}") == Markup(f"{number} one{sign}")


def test_plain_text_stays_as_it_is() -> None:
    for safe in (escape.inline, escape.block, escape.attribute):
        assert safe("Rest, then move (a bit); café – 5% §") == Markup(
            "Rest, then move (a bit); café – 5% §"
        )


def test_line_ends_and_blanks_become_one_blank() -> None:
    for safe in (escape.inline, escape.block, escape.attribute):
        assert safe("  one\n two  three ") == Markup("one two three")


def test_what_is_safe_is_marked_so() -> None:
    for safe in (escape.inline, escape.block, escape.attribute, escape.script_data):
        assert isinstance(safe("1. one"), Markup) and isinstance(safe("one"), Markup)


def test_data_in_a_script_cannot_end_it_and_its_braces_never_meet() -> None:
    data = escape.script_data({"a": {"é": ["</script>", "&"]}})
    assert data == Markup('{\n"a":{\n"é":[\n"\\u003c/script\\u003e",\n"\\u0026"\n]\n}\n}')
    assert "{{" not in data and "}}" not in data
