"""What a guide calls the treatments it has entries for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.fields import Certainty
from ...model.options import Option
from ...model.types import MassageType
from ...site.site import Site
from .grades import graded_outcomes


def treatments(site: Site) -> dict[str, Certainty | None]:
    """The name of each treatment, with the certainty of its own evidence, if it has any.

    Only what the guide compares with has evidence of its own: of its subject, whose name stands in
    the names of kinds, an entry says no more than its own grade bears.
    """
    kinds = [name for kind in site.types.values() for name in names_of(kind)]
    found: dict[str, Certainty | None] = dict.fromkeys(kinds)
    for option in site.options.values():
        names = list(names_of(option))
        about_subject = any(name in kind for name in names for kind in kinds)
        own = (
            None
            if about_subject
            else min(graded_outcomes(option), key=list(Certainty).index, default=None)
        )
        found.update(dict.fromkeys(names, own))
    return found


def names_of(entry: Option | MassageType) -> Iterator[str]:
    """An entry's names in small letters: its title without an addition in brackets, and others.

    A title of two things, such as “Rest and sleep”, is the name of each.
    """
    title = re.sub(r"\s*\(.*\)", "", entry.title)
    for name in (*re.split(r" and ", title), *entry.also_called):
        yield name.lower()
