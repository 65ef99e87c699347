"""A frightened reader is told on each page about a visit that it can be stopped at any time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massage_guide.site.site import Site
from tests.support.surfaces import page_text

PAGES = ("", "first-visit", "find-a-therapist")
MAY_STOP = re.compile("stop.{0,20}atanytime|stopwhenithurts")
"""In letters alone. In self-massage it is the reader's own hand that stops."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_about_a_visit_says_that_it_can_be_stopped(built: Path, path: str) -> None:
    assert MAY_STOP.search(page_text(built / path / "index.html"))


def test_the_page_of_each_kind_says_so_too(built: Path, site: Site) -> None:
    pages = {id: page_text(built / "types" / id / "index.html") for id in site.types}
    assert [id for id, text in pages.items() if not MAY_STOP.search(text)] == []
