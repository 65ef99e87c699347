"""What the search box knows is what readers can read, no more and no less."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from justhtml import JustHTML

from massage_guide.build import build, generate
from massage_guide.outputs.search_index import INDEX
from massage_guide.problems.problem import ContentError
from massage_guide.project import Project
from massage_guide.site.site import Site
from tests.support.projects import ROOT

HIDDEN = {"script", "style", "template", "svg", "nav", "noscript"}
SMALL_PRINT = {"visually-hidden", "cites", "untraced", "dates", "source-list", "kit__text"}


@pytest.fixture(scope="module")
def index(built: Path) -> dict[str, Any]:
    """The index of the built site."""
    return json.loads((built / INDEX).read_text("utf-8"))


def words(texts: Iterator[str]) -> list[str]:
    """All words, in order; addresses are none."""
    return re.findall(r"\w+", re.sub(r"(https?://|doi:)\S+", "", " ".join(texts)))


def shown(node: Any) -> Iterator[str]:
    """The text of a part of a page without what is not to be read."""
    attributes = node.attrs or {} if node.name != "#text" else {}
    if (
        node.name in HIDDEN
        or attributes.get("aria-hidden") == "true"
        or "hidden" in attributes
        or "data-search-exclude" in attributes
        or SMALL_PRINT & set(attributes.get("class", "").split())
    ):
        return
    if node.name == "#text":
        yield node.data or ""
    for child in getattr(node, "children", None) or ():
        yield from shown(child)


def test_every_page_is_in_the_index_with_the_words_that_readers_see(
    built: Path, index: dict[str, Any]
) -> None:
    pages = {page["at"]: page for page in index["pages"]}
    files = {
        path.parent.relative_to(built).as_posix().removeprefix(".") + "/": path
        for path in built.rglob("index.html")
    }
    assert {place.removeprefix("/") for place in files} >= set(pages)
    for place, page in pages.items():
        article = JustHTML((built / place / "index.html").read_text("utf-8"), sanitize=False).query(
            "article"
        )[0]
        entries = [page, *page["sections"]]
        known = words(text for entry in entries for text in (entry["title"], entry["text"]))
        seen = words(text for child in _content(article) for text in shown(child))
        assert set(known) - set(seen) == set(), place
        # Headings of what is left out, such as “Sources”, are left out themselves.
        headings = set(words(heading.to_text() for heading in article.query("h2, h3")))
        assert set(seen) - set(known) <= headings, (place, set(seen) - set(known) - headings)


def _content(article: Any) -> list[Any]:
    """What the page itself says.

    The list of sections, the edit links and the imprint are the theme's.
    """
    return [
        child
        for child in article.children
        if not {"contents", "actions", "imprint"}
        & set(((child.attrs or {}) if child.name != "#text" else {}).get("class", "").split())
    ]


def test_every_section_can_be_linked_to(built: Path, index: dict[str, Any]) -> None:
    for page in index["pages"]:
        html = (built / page["at"] / "index.html").read_text("utf-8")
        for section in page["sections"]:
            assert f'id="{section["id"]}"' in html, (page["at"], section["id"])


def test_sections_of_one_name_are_told_apart_by_the_heading_above(index: dict[str, Any]) -> None:
    (cost,) = (page for page in index["pages"] if page["at"] == "cost/")
    titles = [section["title"] for section in cost["sections"]]
    assert len(set(titles)) == len(titles)
    assert {"United States: Tips", "United Kingdom: Tips"} <= set(titles)


def test_other_names_lead_to_the_entry_they_name(index: dict[str, Any]) -> None:
    names = {
        name
        for page in index["pages"]
        for entry in (page, *page["sections"])
        for name in entry["names"]
    }
    assert {"back rub", "warfarin", "deep tissue"} <= names


def test_nothing_of_material_s_own_search_is_left(built: Path) -> None:
    assert not (built / "search" / "search_index.json").exists()
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "bundle." not in text and "__config" not in text


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("[cannot, pee]", "[cannot, wee]", "There is no “wee” in the groups of urgent.yml."),
        ("card: emergency", "card: urgent", "There is no “urgent” in the cards of safety.yml."),
        (
            "page: types/swedish",
            "page: types/swedsh",
            "There is no “types/swedsh” in the pages of the guide.",
        ),
        (
            "page: types/swedish",
            "page: types/swedish#nowhere",
            "There is no section “types/swedish#nowhere”.",
        ),
        ("last: [sources]", "last: [source]", "There is no “source” in the pages of the guide."),
        ("first: [safety]", "first: [safety#nowhere]", "There is no section “safety#nowhere”."),
        ("group: pee", "group: wee", "There is no “wee” in the groups of urgent.yml."),
        ("answer: bladder", "answer: bladde", "There is no “bladde” in the answers of urgent.yml."),
    ],
)
def test_a_word_list_that_leads_nowhere_is_refused(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    project = Path(shutil.copytree(ROOT / "tests/fixtures/good_content", tmp_path / "project"))
    files = [project / f"content/{name}.yml" for name in ("search", "urgent", "spanish")]
    path = next(path for path in files if before in path.read_text("utf-8"))
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(lines).replace(before, after, 1) + "\n", "utf-8")
    with pytest.raises(ContentError) as error:
        build(Project(project))
    (problem,) = error.value.problems
    assert problem.message == message
    assert problem.line == next(number for number, line in enumerate(lines, 1) if before in line)


def test_an_answer_is_titled_by_its_urgency_or_calmly(site: Site, index: dict[str, Any]) -> None:
    assert index["urgent"][0]["title"] == "Emergency: read this first"
    first, *others = site.urgent.answers
    quiet = (first.model_copy(update={"calm": True}), *others)
    calm = replace(site, urgent=site.urgent.model_copy(update={"answers": quiet}))
    made = next(file for file in generate(calm) if file.path == INDEX)
    assert json.loads(made.content)["urgent"][0]["title"] == "Read this first"


def test_spanish_words_are_known_and_raise_the_same_answers(index: dict[str, Any]) -> None:
    assert {"puedo", "orinar", "vejiga", "masaje", "dolor"} <= set(index["spanish"])
    assert "pain" not in index["spanish"]
    assert "no puedo" in index["groups"]["cannot"] and "orinar" in index["groups"]["pee"]
    bladder = next(answer for answer in index["urgent"] if answer["id"] == "bladder")
    assert "vejiga" in bladder["phrases"]
    assert ["911", "tel:911"] in index["help_in_spanish"]


def test_the_page_of_results_is_found_by_nobody(built: Path, index: dict[str, Any]) -> None:
    assert (built / "search/index.html").exists()
    assert "search/" not in {page["at"] for page in index["pages"]}


def test_a_link_in_a_card_leads_on_from_the_answer_too(index: dict[str, Any]) -> None:
    runs = [
        run
        for answer in index["urgent"]
        for passage in (answer["answer"], *answer["lines"], *answer["actions"])
        for run in passage
    ]
    assert ["get help now", "safety/#self-harm"] in runs
    assert ["911", "tel:911"] in runs
