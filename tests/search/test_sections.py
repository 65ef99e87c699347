"""The text of a page, section by section, as readers see it."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.outputs.page_text import Section, sections
from massage_guide.text import escape


def test_every_heading_starts_a_section() -> None:
    assert sections(
        "# Title\n\nLead.\n\n## One {: #first }\n\nText.\n\nMore.\n\n### Two\n\nEnd.\n"
    ) == [
        Section(1, "title", "Title", "Lead."),
        Section(2, "first", "One", "Text. More."),
        Section(3, "two", "Two", "End."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<span aria-hidden="true">x</span>',
        "<script>x</script>",
        "<template><p>x</p></template>",
        "<svg><title>x</title></svg>",
        '<span class="visually-hidden">x</span>',
        '<nav markdown="1">\n\n- x\n\n</nav>',
        "<p hidden>x</p>",
        "<noscript>x</noscript>",
        '<span class="cites"><a class="cite" href="#s" aria-label="Source 1">1</a></span>',
        '<div class="dates" markdown="1">x</div>',
        '<div data-search-exclude markdown="1">\n\n### x\n\nx\n\n</div>',
        '<ol class="source-list"><li>x<br>x</li></ol>',
    ],
)
def test_what_is_not_to_be_read_is_left_out(hidden: str) -> None:
    assert sections(f"# Title\n\nBefore {hidden} after.\n") == [
        Section(1, "title", "Title", "Before after.")
    ]


def test_marks_are_no_text() -> None:
    text = (
        "# T\n\n> **Bold** and *stressed* [words](page.md#part).\n{: .lead }\n\n1. One\n- Two "
        "`code`\n\n| a | b |\n| --- | :-- |\n| c | d |\n"
    )
    assert sections(text)[0].text == "Bold and stressed words. One; Two code; a b; c d"


def test_a_heading_with_nothing_below_it_is_left_out_unless_smaller_ones_follow() -> None:
    found = sections("# T\n\n## Empty\n\n## Group\n\n### Inside\n\nText.\n\n## Last {: #last }\n")
    assert [section.heading for section in found] == ["T", "Group", "Inside"] or [
        s.heading for s in found
    ] == ["Group", "Inside"]


def test_headings_in_html_count_too() -> None:
    assert sections('# T\n\nLead.\n\n<h2 id="raw">Raw</h2>\n<p>Text.</p>\n')[1] == Section(
        2, "raw", "Raw", "Text."
    )


@given(
    st.lists(
        st.text("abc #*&-1", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=6
    )
)
def test_anchors_are_those_that_markdown_makes(headings: list[str]) -> None:
    text = "# Page\n\n" + "".join(
        f"## {escape.block(heading)}\n\nText.\n\n" for heading in headings
    )
    html = markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "toc"])
    for section in sections(text):
        if section.rank > 1:
            assert f'id="{section.anchor}"' in html


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_text_of_an_editor_comes_back_as_it_is(text: str) -> None:
    assert sections(f"# T\n\n{escape.block(text)}\n")[0].text == text
