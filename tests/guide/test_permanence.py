"""What this guide has published stays: addresses on paper, and version 1 of the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.outputs.generated import Generated
from massage_guide.outputs.permanence import published
from massage_guide.release import manifest
from massage_guide.site.site import PUBLISHED, Site


@pytest.fixture(scope="module")
def now(built: Path) -> dict[str, set[str]]:
    """What the site of today has. It is not built if an address is gone."""
    return published(
        Generated(path.relative_to(built).as_posix(), path.read_bytes(), "")
        for path in built.rglob("*")
        if path.is_file() and path.name != manifest.NAME  # it is of one build
    )


def test_no_promise_of_the_data_is_broken(site: Site, now: dict[str, set[str]]) -> None:
    assert not site.published["data"] - now["data"], (
        "version 1 only grows; what must change needs a version 2 beside it"
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_whatever_is_new_is_on_the_list(name: str, site: Site, now: dict[str, set[str]]) -> None:
    assert not now[name] - site.published[name], "run: massage-guide check --write"
