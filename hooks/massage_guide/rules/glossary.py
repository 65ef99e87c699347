"""Each name in the glossary belongs to one entry, and everyday names are names of their entry."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.site import Site

CODE = "glossary"


def check(site: Site) -> Iterator[Problem]:
    """The names of each entry, in order of the entries."""
    taken: dict[str, str] = {}
    for id, term in site.glossary.items():
        for index, name in enumerate(term.everyday):
            if name not in term.names:
                yield site.problem(
                    f"glossary/{id}",
                    ("everyday", index),
                    CODE,
                    f"“{name}” is not a name of this entry.",
                    "Write it as in `term` or `also_called`.",
                )
        for index, name in enumerate(term.names):
            owner = taken.setdefault(name.casefold(), id)
            if owner != id:
                path = ("also_called", index - 1) if index else ("term",)
                yield site.problem(
                    f"glossary/{id}",
                    path,
                    CODE,
                    f"“{name}” is in content/glossary/{owner}.yml too.",
                    "Keep it in one of the two.",
                )
