"""The whole way from content on disk to finished files in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .cache import Cache
from .check import load
from .outputs import OUTPUTS
from .outputs.context import BuildContext
from .outputs.generated import Generated
from .outputs.permanence import missing
from .outputs.theme_settings import theme_settings
from .problems.problem import ContentError
from .project import Project
from .render.renderer import Renderer
from .site.site import Site


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
    """Check the content of a project and make its files. Raises ContentError; writes nothing."""
    site = load(project)
    return Built(
        generate(site, Cache(project.cache)), theme_settings(site), site.guide.content_date
    )


def generate(site: Site, cache: Cache | None = None) -> list[Generated]:
    """Every file of a checked site, sorted by path.

    Raises ContentError with the problems of all pages and handouts.

    Without a cache the handouts and codes, which take time to make, are left out.
    """
    context = BuildContext(site, Renderer(site, cache), cache)
    for output in OUTPUTS:
        for file in output.files(context):
            context.add(file)
    if cache:  # without one, handouts and codes were left out
        context.problems += missing(site, context.files)
    if context.problems:
        raise ContentError(context.problems)
    if cache:
        cache.trim()
    return [context.files[path] for path in sorted(context.files)]
