"""What the search is measured against must build, or nobody can measure it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.search.score import build_both
from tests.support.projects import copy_example


def test_ours_and_plain_material_are_built_of_the_same_pages(tmp_path: Path) -> None:
    ours, stock = build_both(copy_example(tmp_path / "project"), tmp_path)
    ours_pages, stock_pages = (
        {str(page.parent.relative_to(site)) for page in site.rglob("index.html")}
        for site in (ours, stock)
    )
    assert ours_pages == stock_pages
    index = json.loads((stock / "search/search_index.json").read_text("utf-8"))
    places = {entry["location"] for entry in index["docs"]}
    assert "cost/" in places
    assert not [place for place in places if place.startswith("embed/")]
