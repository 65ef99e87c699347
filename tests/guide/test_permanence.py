"""An address that was once published never dies.

It is still there, or it leads to where its page has moved.

`pytest tests/build/test_permanence.py --approve` adds new addresses to the list. It never takes one
away.
"""

from __future__ import annotations

from pathlib import Path

from massage_guide.build import generate
from massage_guide.cache import Cache
from massage_guide.model.redirects import Moved, Redirects
from massage_guide.site.site import Site
from tests.support.projects import FIXTURES

PUBLISHED = FIXTURES / "addresses.txt"
# Pages, handouts, codes and data. Styles, scripts and pictures belong to the pages that load them.
LASTING = (".html", ".pdf", ".svg", ".png", ".json", ".csv")
PASSING = ("assets/", "search/", "404.html")


def addresses(built: Path) -> set[str]:
    """Every address that people may keep, from the root."""
    paths = (
        path.relative_to(built).as_posix() for path in built.rglob("*") if path.suffix in LASTING
    )
    return {path.removesuffix("index.html") for path in paths if not path.startswith(PASSING)}


def test_no_address_that_was_published_has_died(built: Path, approve: bool) -> None:
    now = addresses(built)
    if approve:
        published = set(PUBLISHED.read_text("utf-8").splitlines()) if PUBLISHED.is_file() else set()
        PUBLISHED.write_text(
            "".join(f"{address}\n" for address in sorted(published | now)), "utf-8"
        )
    published = set(PUBLISHED.read_text("utf-8").splitlines())
    assert not published - now, "write where they have moved to into content/redirects.yml"


def test_every_address_is_on_the_list(built: Path) -> None:
    new = addresses(built) - set(PUBLISHED.read_text("utf-8").splitlines())
    assert not new, "put them on the list: pytest tests/build/test_permanence.py --approve"


def test_the_files_of_an_entry_that_was_renamed_stay_where_they_were(
    site: Site, tmp_path: Path
) -> None:
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    moved = Redirects(moved=(Moved(was="types/old-name", now="types/swedish"),))
    files = {
        file.path: file.content
        for file in generate(Site(**parts | {"redirects": moved}), Cache(tmp_path))
    }
    for old, new in (
        ("handouts/old-name-letter.pdf", "handouts/swedish-letter.pdf"),
        ("codes/old-name.svg", "codes/swedish.svg"),
        ("api/v1/types/old-name.json", "api/v1/types/swedish.json"),
    ):
        assert files[old] == files[new]
