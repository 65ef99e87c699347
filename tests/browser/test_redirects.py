"""An old address leads to the new one on any static host, in any folder of it, without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from massage_guide.build import generate
from massage_guide.model.redirects import Moved, Redirects
from massage_guide.site.site import Site
from tests.support.server import served

MOVES = {"types/old-name": "types/swedish", "old-page": "safety", "old/deep/page": "cost"}


@pytest.fixture(scope="module")
def left(site: Site) -> dict[str, bytes]:
    """What a build leaves at each old address."""
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    rows = tuple(Moved(was=was, now=now) for was, now in MOVES.items())
    made = generate(Site(**parts | {"redirects": Redirects(moved=rows)}))
    return {file.path: file.content for file in made}


@pytest.mark.parametrize("folder", [".", "pages/of/a/clinic"])
@pytest.mark.parametrize(("was", "now"), MOVES.items())
def test_an_old_address_leads_on(
    browser: Browser,
    site: Site,
    left: dict[str, bytes],
    tmp_path: Path,
    folder: str,
    was: str,
    now: str,
) -> None:
    old = left[f"{was}/index.html"]
    for path, content in (
        (f"{was}/index.html", old),
        (f"{now}/index.html", b"<!doctype html><title>New</title>Here."),
    ):
        file = tmp_path / folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with (
        served(tmp_path) as address,
        browser.new_context(java_script_enabled=False) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/{folder.strip('.')}{'/' if folder != '.' else ''}{was}/")
        expect(page).to_have_title("New")
        assert page.url.endswith(f"/{now}/")
    assert f'<link rel="canonical" href="{site.published_at}{now}/">' in old.decode()
