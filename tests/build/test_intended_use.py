"""It lists and does not assess: that is said beside each tool, in the search, and on About."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massage_guide.site.site import Site
from tests.support.built_pages import parsed
from tests.support.surfaces import letters

TOOLS = ("safety", "compare", "find-a-therapist", "cost", "visit-sheet")
FRAMES = ("embed/cost", "embed/find-a-therapist")


def said_in(built: Path, page: str, selector: str) -> str:
    found = parsed(built / page / "index.html").query(selector)
    return letters(re.sub(r"<[^>]*>", " ", " ".join(node.to_html() for node in found)))


@pytest.fixture(scope="module")
def said(site: Site) -> str:
    """What the guide says of its use."""
    return letters(site.plain(site.guide.intended_use))


@pytest.mark.parametrize("page", TOOLS)
def test_it_stands_beside_every_tool(built: Path, said: str, page: str) -> None:
    assert said in said_in(built, page, "kept-answers")


@pytest.mark.parametrize("page", FRAMES)
def test_it_stands_below_every_tool_in_a_frame(built: Path, said: str, page: str) -> None:
    assert said in said_in(built, page, "footer")


@pytest.mark.parametrize("page", ["", "types/thai", "about"])
def test_it_stands_below_what_the_search_finds(built: Path, said: str, page: str) -> None:
    assert said in said_in(built, page, ".search__output")


def test_about_says_it(built: Path, said: str) -> None:
    assert said in said_in(built, "about", "article")
