"""A guide of any size that passes every check, and the same pages as plain Markdown.

It is made from the real one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import yaml

from massage_guide.mkdocs_support.staging import CONFIG, FOLDER
from massage_guide.site.addresses import ENTRY_PAGES
from tests.support.projects import copy_guide


def project_with(entries: int, target: Path) -> Path:
    """A copy of the real project with as many entries that have a page, or a few more."""
    project = copy_guide(target)
    models = [
        path for name in ENTRY_PAGES for path in sorted((project / "content" / name).glob("*.yml"))
    ]
    for number in range(entries - len(models)):
        model = models[number % len(models)]
        id = f"{model.stem}-{number}"
        model.with_name(f"{id}.yml").write_text(
            _copied(model.read_text("utf-8"), id, number), "utf-8"
        )
    return project


def _copied(text: str, id: str, number: int) -> str:
    """An entry under another id and title.

    It answers no row of the article: only the real one does.
    """
    text = re.sub(r"(?m)^id: .*$", f"id: {id}", text)
    text = re.sub(r"(?m)^inventory:.*\n(?:(?: *- |  ).*\n)*", "", text)
    return re.sub(r"(?m)^title: (['\"]?)", rf"title: \g<1>{number} ", text)


def as_plain_pages(project: Path) -> Path:
    """The configuration of the same pages without hooks.

    It is stock Material with its search, and every page in the menu.
    """
    subprocess.run(
        [sys.executable, "-m", "massage_guide.cli", "stage"],
        cwd=project,
        check=True,
        capture_output=True,
    )
    pages = sorted((project / FOLDER).rglob("*.md"))
    for page in pages:
        # A page with a template of our theme: Material has no such template, and our search no such
        # page.
        text = re.sub(r"(?m)^template: \S+$", "search: {exclude: true}", page.read_text("utf-8"))
        page.write_text(text, "utf-8")
    config = project / "mkdocs.plain.yml"
    config.write_text(
        yaml.safe_dump(
            {
                "site_name": "Plain",
                "docs_dir": FOLDER.as_posix(),
                "theme": {"name": "material", "font": False},
                "markdown_extensions": ["attr_list", "md_in_html", "tables"],
                "nav": [page.relative_to(project / FOLDER).as_posix() for page in pages],
            }
        ),
        "utf-8",
    )
    (project / CONFIG).unlink()
    return config
