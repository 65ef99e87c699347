"""The first use of a glossary word leads to its meaning; nothing else in the text changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.model.glossary import Term
from massage_guide.render.glossary_links import Glosses


def term(id: str, word: str, *also_called: str, everyday: tuple[str, ...] = ()) -> Term:
    """An entry of a glossary."""
    return Term.model_validate(
        {
            "id": id,
            "term": word,
            "also_called": also_called,
            "everyday": everyday,
            "meaning": "What it means.",
        }
    )


GLOSSES = Glosses(
    [
        term("dvt", "deep vein clot", "DVT", "deep vein thrombosis"),
        term("clot", "clot"),
        term("artery", "artery"),
        term("disc", "disc", "disk"),
        term("platelets", "platelets", "platelet"),
        term("trigger-point", "trigger point", "knot", everyday=("knot",)),
    ]
)


def linked(text: str) -> list[tuple[str, str]]:
    """The words that became links in a text, with the entries they lead to."""
    made, _ = GLOSSES.linked(text)
    return [
        (word, id)
        for id, word in re.findall(r'<a class="word" href="#word-([^"]+)">([^<]+)</a>', made)
    ]


def test_only_the_first_use_of_an_entry_becomes_a_link_whatever_its_name() -> None:
    made, used = GLOSSES.linked("A disc, another disc and a disk.")
    assert made == 'A <a class="word" href="#word-disc">disc</a>, another disc and a disk.'
    assert used == {"disc": "disc"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a deep vein clot", [("deep vein clot", "dvt")]),  # the longest name wins
        ("a clot in a deep vein", [("clot", "clot")]),
        ("Disc, DISC or disC", [("Disc", "disc")]),
        ("torn arteries", [("arteries", "artery")]),
        ("two discs", [("discs", "disc")]),
        ("few platelets", [("platelets", "platelets")]),
        ("a trigger\npoint", [("trigger\npoint", "trigger-point")]),
        ("a knot", []),  # everyday
        ("discover, mid-disc, disc-like, clotted", []),
    ],
)
def test_names_are_found_as_whole_words_in_any_case_and_in_the_plural(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert linked(text) == found


def test_a_text_to_copy_is_left_as_it_is() -> None:
    text = '<p class="kit__text" id="x">A disc\nand a clot.</p>'
    made, used = GLOSSES.linked(f"{text}\n\nAn artery.")
    assert made.startswith(text) and used == {"artery": "artery"}


def test_the_name_that_the_page_uses_is_told() -> None:
    assert GLOSSES.linked("A disk and few platelets.")[1] == {
        "disc": "disk",
        "platelets": "platelets",
    }


@pytest.mark.parametrize(
    "aside",
    [
        "## A disc",
        "  ### A disc",
        "| disc | b |",
        "> A disc.",
        "[a disc](x.md)",
        "[a\ndisc](<x (1).md>)",
        '<a class="cite" href="#disc">disc</a>',
        '<span aria-label="disc">',
        "<svg><text>\ndisc</text></svg>",
        "<label>disc</label>",
        "<!-- disc -->",
        "text {: #disc .disc }",
        "`disc`",
        "“It is\nthe disc.”",
        "&disc;",
        "Also called: disc.\n{: .also-called }",
    ],
)
def test_headings_tables_quotes_links_and_labels_are_left_alone(aside: str) -> None:
    made, used = GLOSSES.linked(f"{aside}\n\nThe disc.")
    assert made == f'{aside}\n\nThe <a class="word" href="#word-disc">disc</a>.'
    assert list(used) == ["disc"]


def test_a_quote_mark_that_is_never_closed_hides_only_its_paragraph() -> None:
    assert linked("He said “yes.\n\nA disc. Then “no”.") == [("disc", "disc")]


PIECES = st.sampled_from(
    [
        "disc",
        "DVT",
        "deep vein",
        " clot",
        "#",
        "|",
        ">",
        "<",
        "</a>",
        "[",
        "](",
        ")",
        "“",
        "”",
        "`",
        "{:",
        "}",
        "\n",
        "\n\n",
        " ",
        "&",
        ";",
        "!",
        "<b>",
        "<a>",
        "-",
        "ſ",
        "ı",
        "İ",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_but_links_is_added(text: str) -> None:
    made, used = GLOSSES.linked(text)
    assert (
        re.sub(r'<a class="word" href="#word-[a-z-]+">(.*?)</a>', r"\1", made, flags=re.S) == text
    )
    assert len(re.findall('<a class="word"', made)) == len(used)


def test_an_empty_glossary_changes_nothing() -> None:
    assert Glosses([]).linked("A disc.") == ("A disc.", {})
