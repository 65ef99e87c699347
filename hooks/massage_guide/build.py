"""The whole way from content on disk to finished files in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .cache import Cache
from .check import load
from .outputs.generate import Generated, generate, settings
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
    return Built(generate(site, Cache(project.cache)), settings(site), site.guide.content_date)
