"""What this guide has published stays: addresses on paper, and version 1 of the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.build import generate
from massage_guide.cache import Cache
from massage_guide.outputs.permanence import published
from massage_guide.project import Project
from massage_guide.site.site import PUBLISHED, Site


@pytest.fixture(scope="module")
def now(site: Site, guide: Path) -> dict[str, set[str]]:
    """What a build of today publishes. It fails if an address is gone."""
    return published(generate(site, Cache(Project(guide).cache)))


def test_no_promise_of_the_data_is_broken(site: Site, now: dict[str, set[str]]) -> None:
    assert not site.published["data"] - now["data"], (
        "version 1 only grows; what must change needs a version 2 beside it"
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_whatever_is_new_is_on_the_list(name: str, site: Site, now: dict[str, set[str]]) -> None:
    assert not now[name] - site.published[name], "run: massage-guide check --write"
