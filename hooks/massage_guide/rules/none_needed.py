"""What needs no source states no risk, no benefit and no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.fields import Basis
from ..problems.problem import Problem
from ..site.site import Site
from ..text.sentences import sentences
from .wording.vocabulary import any_phrase, nouns, verbs

CODE = "none-needed"


def check(site: Site) -> Iterator[Problem]:
    """Each passage that says that it needs none; the rule on statistics judges its numbers."""
    words = site.wording
    phrases = {*words.hedges, *words.hopes, *nouns(words.harms), *verbs(words.effects)}
    stated = re.compile(rf"\b{any_phrase(phrases)}\b")
    for key, path, passage in site.passages:
        if passage.basis is not Basis.NONE_NEEDED:
            continue
        said = sentences(site.plain(passage.text).replace("’", "'"))
        told = " ".join(it for it in said if not it.endswith("?"))  # a question states nothing
        if found := stated.search(told.lower()):
            yield site.problem(
                key,
                (*path, "text"),
                CODE,
                f"“{found[0]}” states a risk or a benefit, and that needs a source.",
                "Name the source; or write `basis: unsourced`, and the page says so.",
                snippet=found[0],
            )
