"""What an editor writes never becomes structure."""

from __future__ import annotations

import json
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from massage_guide.text import escape

EXTENSIONS = ["attr_list", "md_in_html", "tables"]
TRICKY = [
    "a | b",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "# heading",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "    code",
    "```fence",
    "~~~",
    "---",
    "===",
    "![x](y)",
    "[x](y)",
    "a_b_c",
    "**bold**",
    "`code`",
    "&lt;b&gt;",
    "\\*",
    "{: .class }",
    "{#id}",
    ": definition",
    "!!! note",
    "??? note",
    "<!-- x -->",
    "café 🙂 שלום",
    '"quoted"',
    "it's",
    "</p>",
    "]]>",
    "[[x]]",
    "$50",
]


def _text_of(html: str) -> str:
    return JustHTML(html, fragment=True, sanitize=False).root.to_text(strip=False)


def _tags_of(html: str) -> list[str]:
    return [node.name for node in JustHTML(html, fragment=True, sanitize=False).query("*")]


@pytest.mark.parametrize("text", TRICKY)
def test_text_in_a_paragraph_stays_text(text: str) -> None:
    html = markdown.markdown(str(escape.block(text)), extensions=EXTENSIONS)
    assert _tags_of(html) == ["p"]
    assert _text_of(html).split() == text.split()


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_any_text_in_a_paragraph_stays_text(text: str) -> None:
    html = markdown.markdown(str(escape.block(text)), extensions=EXTENSIONS)
    assert _tags_of(html) == ["p"]
    assert _text_of(html).split() == text.split()


@given(st.text(alphabet=st.sampled_from("|<>&*_`[](){}#+-.!:\\~^=\"'1a "), min_size=1, max_size=30))
def test_any_punctuation_in_a_table_cell_stays_in_its_cell(text: str) -> None:
    table = f"| A | B |\n| --- | --- |\n| {escape.block(text)} | end |\n"
    html = markdown.markdown(table, extensions=EXTENSIONS)
    assert [tag for tag in _tags_of(html) if tag == "td"] == ["td", "td"]
    assert set(_tags_of(html)) == {"table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=40))
def test_any_text_in_an_attribute_stays_in_it(text: str) -> None:
    html = markdown.markdown(
        f'x <span title="{escape.attribute(text)}">y</span> z', extensions=EXTENSIONS
    )
    assert _tags_of(html) == ["p", "span"]
    span = JustHTML(html, fragment=True, sanitize=False).query("span")[0]
    assert set(span.attrs) == {"title"}
    assert span.attrs["title"].split() == text.split()


@given(
    st.text(max_size=40)
    | st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9)), max_size=3)
)
def test_data_in_a_script_element_stays_data(value: object) -> None:
    data = str(escape.script_data(value))
    assert json.loads(data) == value
    assert not re.search(r"[<>&]", data)
