"""Pages say where they are broken, and text in any field leaves their structure alone."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

from massage_guide.build import generate
from massage_guide.outputs.page_text import ADDRESS
from massage_guide.problems.problem import ContentError
from massage_guide.render.page_state import PageState
from massage_guide.render.renderer import FOOT, Renderer
from massage_guide.site.site import Site
from massage_guide.text.prose import Prose

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        (
            "\n\n{{ care_crad('emergency') }}\n",
            7,
            "There is no macro “care_crad”. Did you mean “care_card”?",
        ),
        ("\n{{ care_card() }}\n", 6, "needs the option “id”"),
        ("\n{{ care_card('emergency', colour='red') }}\n", 6, "has no option “colour”"),
        ("\n\n\n{{ care_card('emergency' }}\n", 8, "cannot be read"),
        ("text\n{% if %}\n", 6, "cannot be read"),
        ("\n{{ care_card('nothing') }}\n", 6, "in the macro “care_card”"),
        ("\n{{ link('nowhere', 'x') }}\n", 6, "There is no page “nowhere”"),
        ("\n{{ guide_text('aim') }}\n", 6, "aim"),
        ("\n{{ how_sure(['nothing']) }}\n", 6, "in the macro “how_sure”"),
        (
            "\n{{ how_sure(['eases-chronik-pain']) }}\n",
            6,
            "There is no entry “eases-chronik-pain”. Did you mean “eases-chronic-pain”?",
        ),
        ("\n{{ sections(7, 7) }}\n", 6, "There is no entry “7”."),
        ("\n{{ how_sure(7) }}\n", 6, "This does not work here: 'int' object is not iterable."),
        ("\n{{ 1 / 0 }}\n", 6, "division by zero"),
        ("\n{{ care_cards }}\n", 6, "without its brackets"),
        ("\n\n{ care_cards() }}\n", 7, "lost a brace"),
        ("\n{{ care_cards() }}\n\n% if true %}x{% endif %}\n", 8, "lost a brace"),
        ("\n{{ care_cards() }\n", 6, "lost a brace"),
        (
            "\n{{ dates_box(['safety', 'topics/how-oftn']) }}\n",
            6,
            "There is no entry “topics/how-oftn”. Did you mean “topics/how-often”?",
        ),
        ("\n{{ dates_box([7]) }}\n", 6, "There is no entry"),
        ("\n{{ cycler.__init__.__globals__.os.popen('id').read() }}\n", 6, "unsafe"),
        ("\n{% for i in range(10**9) %}x{% endfor %}\n", 6, "too big"),
    ],
)
def test_a_broken_page_names_the_true_line_and_the_macro(
    site: Site, body: str, line: int, says: str
) -> None:
    with pytest.raises(ContentError) as error:
        Renderer(site).expand(body, PageState("broken.md"), "docs/broken.md", first_line=5)
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.code) == ("docs/broken.md", line, "page")
    assert says in problem.message


def test_braces_in_content_are_never_expanded(site: Site) -> None:
    made = Renderer(site).prose(Prose.parse("{{ 7 * 7 }} {% raw %}"), PageState("x.md"))
    assert "49" not in made and "{{" not in made


def test_no_single_brace_can_be_lost_without_a_word(site: Site) -> None:
    body = "{{ care_cards() }}\n\n{% if true %}text{% endif %}\n"
    for at, sign in enumerate(body):
        if sign in "{}%":
            with pytest.raises(ContentError):
                Renderer(site).expand(
                    body[:at] + body[at + 1 :],
                    PageState("broken.md"),
                    "docs/broken.md",
                    first_line=1,
                )


def skeleton(html: str) -> list[str]:
    """The tags of a page, in order: its structure without its text."""
    return [node.name for node in JustHTML(html, fragment=True, sanitize=False).query("*")]


def with_text(site: Site, text: str) -> Site:
    """The site with `text` in every title, line and piece of prose of its Swedish massage entry."""
    entry = site.types["swedish"]
    prose = Prose.parse(text)

    def passages(items: tuple) -> tuple:
        return tuple(item.model_copy(update={"text": prose}) for item in items)

    changed = entry.model_copy(
        update={
            "title": text,
            "summary": prose,
            "also_called": (text,),
            "session": entry.session.model_copy(update={"text": prose}),
            **{
                name: passages(getattr(entry, name))
                for name in ("what_happens", "may_suit", "risks", "evidence")
            },
        }
    )
    return Site(
        **{
            **{name: getattr(site, name) for name in Site.__dataclass_fields__},
            "types": {**site.types, "swedish": changed},
        }
    )


@pytest.fixture(scope="module")
def plain(site: Site) -> dict[str, list[str]]:
    """The structure of every page with everyday text in each field."""
    return structure(with_text(site, "plain"))


def structure(site: Site) -> dict[str, list[str]]:
    """The structure of every page."""
    bodies = {
        file.path: file.content.decode().split("\n---\n", 1)[1]
        for file in generate(site)
        if file.path.endswith(".md")
    }
    return {
        path: skeleton(markdown.markdown(body, extensions=EXTENSIONS))
        for path, body in bodies.items()
    }


TRICKY = [
    "| a | b |",
    "<script>alert(1)</script>",
    "{{ x }}",
    "{% raw %}",
    "# not a heading",
    "1. not a list",
    "- not a list",
    "<b",
    "&amp;",
    "*",
    "_a_",
    "`",
    "```",
    "{: #id }",
    "{#id}",
    "</div></section>",
    "\\",
    "![x](y)",
    "[x](javascript:alert(1))",
    "🙂 👩‍👩‍👧",
    "שלום عربي",
    "\"'",
    "~~~",
    "> quote",
    "---",
    ": x",
    "<!--",
    "&#60;script&#62;",
]


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_text_leaves_the_structure_of_every_page_alone(
    site: Site, plain: dict[str, list[str]], text: str
) -> None:
    assert structure(with_text(site, text)) == plain


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="[]*"),
        min_size=1,
        max_size=30,
    ).filter(lambda text: not ADDRESS.search(text))  # the index leaves them out, and so the name
)
def test_any_text_leaves_the_structure_of_every_page_alone(
    site: Site, plain: dict[str, list[str]], text: str
) -> None:
    assert structure(with_text(site, text)) == plain


def test_numbers_are_printed_from_the_one_place_where_they_stand(site: Site) -> None:
    source = next(source for source in site.sources.values() if source.numbers)
    name = next(iter(source.numbers))
    made = Renderer(site).prose(
        Prose.parse(f"In [[n:{source.id}.{name}]] people."), PageState("x.md")
    )
    assert re.fullmatch(r"In [\d,.]+%? people\.", made)


def test_words_of_the_glossary_are_explained_before_the_foot_of_the_page(site: Site) -> None:
    sheet = PageState("about.md")
    made = Renderer(site).with_glossary(
        f"A long-lasting pain.\n\n## More\n\n{FOOT}\n\nThe end: chronic.\n\n{FOOT}\n", sheet
    )
    text, words, end = re.split(r"\n\n(?=<details|The end)", made)
    text, *rest = text.split("\n\n")
    assert text == 'A <a class="word" href="#word-chronic">long-lasting</a> pain.'
    assert rest == ["<!-- contents -->", "## More"]
    assert 'id="word-chronic"' in words and "chronic (long-lasting)" in words
    assert end == "The end: chronic.\n\n\n"


@pytest.mark.parametrize("page", ["glossary.md", "sources.md", "a-z.md"])
def test_lists_of_words_and_titles_explain_nothing(site: Site, page: str) -> None:
    assert "word-chronic" not in Renderer(site).with_glossary(
        f"Chronic pain.\n\n{FOOT}\n", PageState(page)
    )


def test_a_page_without_glossary_words_has_no_list_of_them(site: Site) -> None:
    assert "page-words" not in Renderer(site).with_glossary("Pain.", PageState("about.md"))


def test_a_card_promises_no_sources_where_none_are_marked(site: Site) -> None:
    for marks in (True, False):
        state = PageState("x.md", marks=marks)
        made = Renderer(site).macro("care_card", state, id="emergency")
        assert (site.words.groups["sources"]["together"] in made) == marks
        assert state.cited


def test_a_source_is_marked_inside_a_layer_alone(site: Site) -> None:
    state, passage = PageState("x.md"), site.topics["how-often"].sections[0].passages[0]
    made = Renderer(site).macro("passage", state, item=passage)
    assert "cite" not in made and state.cited == {"trial-2011": 1}
    assert not state.marks
    layer = Renderer(site).macro("sections", state, topic="how-often", only=["studied"])
    assert layer.count('class="cite"') == 2  # of the passage, and of the picture
    assert not state.marks
