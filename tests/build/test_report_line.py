"""Every page and every sheet says where to tell of a mistake or a harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from massage_guide.outputs import hosting
from massage_guide.outputs.context import BuildContext
from massage_guide.outputs.theme_settings import theme_settings
from massage_guide.render.page_state import PageState
from massage_guide.render.renderer import Renderer
from massage_guide.site.site import Site
from tests.support.surfaces import letters, pdf_text

ADDRESS = "reports@clinic.example"
LINE = f"Found a mistake, or were you hurt? Tell us: {ADDRESS}"


def pages(built: Path) -> list[Path]:
    """Every page that readers see; not the ones that only lead on to a new address."""
    found = sorted(built.rglob("*.html"))
    return [page for page in found if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def test_every_page_and_every_frame_says_so_with_a_link(built: Path) -> None:
    assert len(pages(built)) > 30
    line = LINE.replace(ADDRESS, f'<a href="mailto:{ADDRESS}">{ADDRESS}</a>')
    for page in pages(built):
        assert line in page.read_text("utf-8"), page


def test_every_sheet_and_every_poster_says_so(built: Path, site: Site) -> None:
    sheets = sorted((built / "handouts").glob("*.pdf"))
    assert len(sheets) > 30
    for sheet in sheets:
        assert letters(LINE) in pdf_text(sheet, site), sheet


@pytest.fixture
def unanswered(site: Site) -> Site:
    """A guide that nobody answers for yet."""
    return replace(site, guide=site.guide.model_copy(update={"contact": None}))


def test_a_guide_without_an_address_leaves_the_line_out(unanswered: Site) -> None:
    assert theme_settings(unanswered)["extra"]["contact"] is None


def test_a_guide_without_an_address_says_so_on_its_own_page(unanswered: Site) -> None:
    said = Renderer(unanswered).macro("report_a_mistake", PageState("about"))
    assert "There is no address for reports yet." in said


def test_a_guide_without_an_address_tells_no_researcher_to_write_to_nobody(
    unanswered: Site,
) -> None:
    made = {file.path for file in hosting.files(BuildContext(unanswered, Renderer(unanswered)))}
    assert hosting.SECURITY not in made and "_headers" in made


def test_the_address_of_a_page_is_a_link_too(site: Site) -> None:
    there = "https://clinic.example/contact"
    guide = site.guide.model_copy(update={"contact": there})
    assert theme_settings(replace(site, guide=guide))["extra"]["contact"] == {
        "text": there,
        "link": there,
    }
