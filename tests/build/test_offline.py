"""The zip opens from a folder.

Every link leads to a file, nothing needs a server, and paper comes out right.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pypdfium2
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from massage_guide.cli import main
from massage_guide.release.offline_zip import FOLDER, pack, without_a_server
from massage_guide.site.site import Site
from tests.support.projects import copy_example

DAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    root = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(pack(built, DAY, root / "guide.zip")) as packed:
        packed.extractall(root)
    return root / FOLDER


def test_every_link_and_asset_of_every_page_is_a_file_of_the_folder(folder: Path) -> None:
    checked = 0
    for page in folder.rglob("*.html"):
        for address in re.findall(
            r'<(?:a|link|img|source)\b[^>]* (?:href|src)="([^"]*)"', page.read_text("utf-8")
        ):
            url = urlsplit(address)
            if not url.scheme and url.path:
                assert (page.parent / unquote(url.path)).is_file(), (page, address)
                checked += 1
    assert checked > 1_000


def test_no_page_holds_a_script_or_hides_what_stands_in_for_one(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        assert not re.search(r"<script\b[^>]*\bsrc=|<noscript", page.read_text("utf-8")), page
    assert not list(folder.rglob("*.js"))


@pytest.mark.parametrize(
    ("link", "then"),
    [
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../", "../index.html"),
        ("../safety/#help", "../safety/index.html#help"),
        ("a/b.pdf", "a/b.pdf"),
        ("#here", "#here"),
        ("https://else.example/", "https://else.example/"),
    ],
)
def test_a_link_to_a_folder_names_its_file(link: str, then: str) -> None:
    assert without_a_server(f'<a href="{link}">x</a>') == f'<a href="{then}">x</a>'


def test_the_same_site_gives_the_same_zip_with_the_date_of_its_content(
    built: Path, tmp_path: Path
) -> None:
    one, other = (pack(built, DAY, tmp_path / name / "guide.zip") for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    assert {info.date_time for info in zipfile.ZipFile(one).infolist()} == {(2026, 11, 24, 0, 0, 0)}
    assert [path.name for path in one.parent.iterdir()] == ["guide.zip"]


def test_the_command_wants_a_built_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_example(tmp_path))
    result = CliRunner().invoke(main, ["offline"])
    assert result.exit_code == 1 and "Build it first" in result.output
    assert not (tmp_path / "build").exists()


def test_a_reader_gets_everywhere_by_the_list_of_all_pages_and_prints(
    browser: Browser, folder: Path, site: Site
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("requestfailed", lambda request: complaints.append(request.url))
        page.goto((folder / "index.html").as_uri())
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.search')).display") == "none"
        )
        page.get_by_role("banner").get_by_role(
            "link", name=site.words.groups["theme"]["all_pages"]
        ).click()
        page.get_by_role("link", name="Swedish massage").first.click()
        expect(page.locator("h1")).to_have_text(site.types["swedish"].title)
        page.goto((folder / "visit-sheet/index.html").as_uri())
        assert len(pypdfium2.PdfDocument(page.pdf(format="A4"))) == 2
        page.goto((folder / "cost/index.html").as_uri())
        expect(page.locator("article table").first).to_be_visible()
        assert not complaints
