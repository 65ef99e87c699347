"""The whole way from content on disk to finished files in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .cache import Cache
from .check import load
from .generate import Generated, generate, settings
from .manifest import PATH, manifest
from .project import Project


@dataclass(frozen=True)
class Built:
    """Every finished file, and what the theme needs to know."""

    files: list[Generated]
    settings: dict[str, Any]
    content_date: dt.date

    @property
    def epoch(self) -> int:
        """The content date as SOURCE_DATE_EPOCH wants it: seconds since 1970, at midnight UTC."""
        return int(dt.datetime.combine(self.content_date, dt.time(), dt.UTC).timestamp())


def build(project: Project) -> Built:
    """Check the content of a project and make its files. Raises Refused; writes nothing."""
    site = load(project)
    files = generate(site, Cache(project.cache))
    content = manifest(site.guide.content_date, {file.path: file.content for file in files}, project.docs)
    return Built([*files, Generated(PATH, content, "content")], settings(site), site.guide.content_date)
