"""What stands around the text.

Landmarks, headings, titles, the menu, the page for addresses that do not exist.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from massage_guide.site.site import Site
from tests.support.built_pages import pages, parsed
from tests.support.projects import ROOT

STYLES = ROOT / "docs" / "assets" / "stylesheets"
MOST_GROUPS = 7


def test_every_page_has_its_landmarks_once(built: Path) -> None:
    for page in pages(built):
        if "embed" in page.parts:
            continue  # it stands in a page of somebody else
        for landmark in ("header", "main", "footer", "h1", "[role=search]", "nav.menu"):
            assert len(parsed(page).query(f"{landmark}")) == 1, (page, landmark)
        names = [
            node.attrs.get("aria-label") or node.attrs.get("aria-labelledby")
            for node in parsed(page).query("nav")
        ]
        assert all(names) and len(set(names)) == len(names), page


def test_headings_never_skip_a_rank(built: Path) -> None:
    for page in pages(built):
        ranks = [int(node.name[1]) for node in parsed(page).query("h1, h2, h3, h4, h5, h6")]
        assert ranks[0] == 1, page
        assert all(after <= before + 1 for before, after in itertools.pairwise(ranks)), (
            page,
            ranks,
        )


def test_every_title_is_its_own(built: Path) -> None:
    titles = Counter(parsed(page).query("title")[0].to_text() for page in pages(built))
    assert max(titles.values()) == 1, titles.most_common(3)


def test_the_menu_has_few_groups_and_marks_where_the_reader_is(built: Path, site: Site) -> None:
    for page in pages(built):
        assert len(parsed(page).query(".menu__groups > li")) <= MOST_GROUPS + 1, (
            page
        )  # and when to get help
    for section in ("types", "benefits", "claims"):
        (marked,) = _current(built / section / "index.html", "page")
        assert marked == "./", section
        for id in getattr(site, section):
            assert "../" in _current(built / section / id / "index.html", "true"), id


def _current(page: Path, kind: str) -> list[str]:
    return [
        node.attrs["href"]
        for node in parsed(page).query(".menu a[aria-current]")
        if node.attrs["aria-current"] == kind
    ]


def test_the_404_page_shows_the_emergency_signs(built: Path, site: Site) -> None:
    page = parsed(built / "404.html")
    (card,) = page.query(".care-card--emergency")
    assert len(card.query("li")) == len(site.safety.cards[0].signs)
    assert page.query("[role=search]")


def test_every_page_says_at_its_top_whom_to_call_and_leads_to_the_signs(
    built: Path, site: Site
) -> None:
    question = site.words.groups["help"]["question"]
    for page in built.rglob("*.html"):
        if 'http-equiv="refresh"' in page.read_text("utf-8"):
            continue  # an old address
        (line,) = parsed(page).query("header .help-line")
        text = " ".join(line.to_text().split())
        assert text.startswith(f"{question} Call 911 in the US, 999 in the UK."), page
        shown = line.query("span:not([hidden]) a")
        assert [node.attrs["href"] for node in shown] == ["tel:911", "tel:999"], page
        assert line.query("a")[-1].attrs["href"].endswith("#get-help"), page


# --- colors ---------------------------------------------------------------------------------------


def colors(*sheets: str) -> dict[str, str]:
    """The custom properties of style sheets that hold a color; later sheets win."""
    return {
        name: value
        for sheet in sheets
        for name, value in re.findall(
            r"--([\w-]+): (#[0-9a-f]{6});", (STYLES / f"{sheet}.css").read_text("utf-8")
        )
    }


def contrast(one: str, other: str) -> float:
    """Contrast of two colors, 1 to 21, by WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


SCHEMES = {"light": ("base",), "dark": ("base", "dark")}
BACKGROUNDS = ("paper", "panel", "sand", "leaf")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_every_background(scheme: str) -> None:
    palette = colors(*SCHEMES[scheme])
    for text in ("ink", "ink-soft", "pine", "red", "ochre", "sea"):
        for background in BACKGROUNDS:
            assert contrast(palette[text], palette[background]) >= 4.5, (text, background)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_and_the_focus_mark_stand_out_everywhere(scheme: str) -> None:
    palette = colors(*SCHEMES[scheme])
    for background in (*BACKGROUNDS, "pine-deep", "pine"):
        assert (
            max(
                contrast(palette[mark], palette[background])
                for mark in ("focus-ring", "focus-edge")
            )
            >= 3
        ), background
    for background in BACKGROUNDS:
        assert contrast(palette["edge"], palette[background]) >= 3, background
