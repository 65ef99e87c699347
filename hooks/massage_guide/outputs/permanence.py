"""What was once published stays: every address, and every key of version 1 of the data.

Clinics print addresses on paper and programs read the data, and neither can be asked to change.
Both are listed in `content/.published/`; `massage-guide check --write` adds what is new there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..model import COLLECTIONS
from ..problems.problem import Code, Problem
from ..site.share_kits import files_of
from ..site.site import Site
from . import api, data_contract
from .generated import Generated

_LASTING = {".md", ".html", ".pdf", ".svg", ".png", ".json", ".csv"}
"""Pages, handouts, codes and data."""
_PASSING = ("assets/", "search/", "404")
"""Styles, scripts and pictures belong to the pages that load them."""


def published(files: Iterable[Generated]) -> dict[str, set[str]]:
    """What a build publishes, by the name of the list that keeps it."""
    made = {file.path: file for file in files}
    return {
        "addresses": {_address(path) for path in made if _lasts(path)},
        "data": data_contract.promises(
            {path: file.text for path, file in made.items() if path.startswith(f"{api.VERSION}/")}
        ),
    }


def missing(site: Site, files: Iterable[str]) -> Iterator[Problem]:
    """Addresses that were published, and are gone without a word on where they lead now.

    `files` are the paths of all files of a build.
    """
    now = {_address(path) for path in files if _lasts(path)}
    gone = site.published["addresses"] - now - set(_settled(site))
    entries = {key for address in gone if (key := _entry(address))}
    # Its page, handouts, codes and data go with an entry: one row brings them all back.
    gone -= {path for key in entries for path in _files_of(key)}
    for address in sorted(entries | gone):
        yield site.problem(
            "redirects",
            ("moved",),
            Code.GONE,
            f"“{address.rstrip('/') or '/'}” was published, and is gone.",
            "People and programs keep its address. Add a row below “moved”: `was:` with this "
            "address, and `now:` with the page that they should find.",
        )


def _lasts(path: str) -> bool:
    return PurePosixPath(path).suffix in _LASTING and not path.startswith(_PASSING)


def _address(path: str) -> str:
    """Where the file at `path` is published, from the root of the site."""
    page = PurePosixPath(path)
    if page.suffix not in (".md", ".html"):
        return path
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def _entry(address: str) -> str | None:
    """The entry whose page or data is at an address, such as `types/thai`."""
    path = PurePosixPath(address.removeprefix(f"{api.VERSION}/")).with_suffix("")
    return str(path) if len(path.parts) == 2 and path.parts[0] in COLLECTIONS else None


def _files_of(key: str) -> set[str]:
    """Every address that an entry may have."""
    return {f"{key}/", f"{api.VERSION}/{key}.json", *files_of(PurePosixPath(key).name).values()}


def _settled(site: Site) -> Iterator[str]:
    """Data of entries that are gone for good: redirects.yml names a page to read instead."""
    return (f"{api.VERSION}/{row.was}.json" for row in site.redirects.moved)
