"""Writes the finished files to disk.

Any Markdown site generator can then build the guide without hooks.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import yaml

from ..build import Built
from ..project import Project
from ..render.environment import THEME

FOLDER = Path("build") / "docs"
CONFIG = "mkdocs.staged.yml"


def stage(project: Project, built: Built) -> Path:
    """Write the finished tree and the configuration that builds it; return the latter's path.

    The tree replaces an earlier one only when it is complete.
    """
    target = project.root / FOLDER
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        tree = Path(folder) / "docs"
        shutil.copytree(project.docs, tree, ignore=shutil.ignore_patterns("*.md"))
        for file in built.files:
            path = tree / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(file.content, Path):
                shutil.copyfile(file.content, path)
            else:
                path.write_bytes(file.content)
        if target.exists():
            target.rename(Path(folder) / "old")
        tree.rename(target)
    config = project.root / CONFIG
    config.write_text(_config(project, built), "utf-8")
    return config


def _config(project: Project, built: Built) -> str:
    """A configuration that inherits the project's own and needs no hooks."""
    theme = {} if project.has_own_theme else {"theme": {"custom_dir": str(THEME)}}
    return yaml.safe_dump(
        {
            "INHERIT": "mkdocs.yml",
            "docs_dir": FOLDER.as_posix(),
            "hooks": [],
            "watch": [],
            **theme,
            **built.settings,
        },
        allow_unicode=True,
        sort_keys=False,
    )
