"""Whether two built sites are the same."""

from __future__ import annotations

import filecmp
import re
from pathlib import Path

import material

from massage_guide.release.manifest import NAME


def assert_same(one: Path, other: Path) -> None:
    """Two folders hold the same files with the same bytes."""
    names = [
        sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (one, other)
    ]
    assert names[0] == names[1], {*names[0]} ^ {*names[1]}
    files = [name for name in names[0] if (one / name).is_file()]
    _, different, failed = filecmp.cmpfiles(one, other, files, shallow=False)
    assert set(different) <= {Path(NAME)} and not failed, different + failed
    assert without_commit(one / NAME) == without_commit(other / NAME)


def without_commit(listed: Path) -> str:
    """The text of a build.json without the commit.

    The copies that tests build are no repositories.
    """
    return re.sub(r'"commit": "[^"]*"', "", listed.read_text("utf-8")) if listed.is_file() else ""


def remove_what_material_adds(site: Path, built: Path) -> None:
    """Without the hooks, MkDocs publishes Material's scripts and styles, which nothing loads."""
    theme = Path(material.__file__).parent / "templates"
    for path in [path for path in site.rglob("*") if path.is_file()]:
        name = path.relative_to(site)
        if not (built / name).exists() and (theme / name).exists():
            path.unlink()
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
