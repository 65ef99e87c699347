"""Content on disk becomes a checked Site, or a list of problems. Nothing is written."""

from __future__ import annotations

from . import rules
from .problems.problem import ContentError
from .project import Project
from .site.loader import load_site
from .site.site import Site


def load(project: Project) -> Site:
    """The checked content of a project. Raises ContentError with all problems found."""
    site, problems = load_site(project)
    if site:
        problems += rules.run(site)
    if problems or not site:
        raise ContentError(problems)
    return site
