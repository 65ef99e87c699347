"""Every id and every mark refers to something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..problems.suggest import did_you_mean
from ..site.site import Site
from ..text.prose import LinkMark, NumberMark, Prose, SizeMark
from ..yaml_source.document import Path

CODE = "references"


def check(site: Site) -> Iterator[Problem]:
    """Ids in reference fields, then marks in prose."""
    yield from _ids(site)
    for key, path, prose in site.prose:
        yield from _marks(site, key, path, prose)


def _ids(site: Site) -> Iterator[Problem]:
    lists = {
        "the conditions of safety.yml": {condition.id for condition in site.safety.ask_first},
        "the cards of safety.yml": {card.id for card in site.safety.cards},
        "the groups of urgent.yml": site.urgent.groups,
        "the answers of urgent.yml": {answer.id for answer in site.urgent.answers},
        "the pages of the guide": site.addresses,
        "the frequencies of prices.yml": {frequency.id for frequency in site.prices.frequencies},
        "the numbers of sources": site.numbers,
        "the rows of article.yml": {row.id for row in site.article.rows},
    }
    for key, path, holder, id in site.references:
        known = lists[holder] if holder in lists else getattr(site, holder)
        if (
            id not in known
            and id.partition("#")[0] not in known
            and not _is_broken(site, holder, id)
        ):
            where = holder if holder in lists else f"content/{holder}/"
            yield site.problem(
                key,
                path,
                CODE,
                f"There is no “{id}” in {where}.",
                did_you_mean(id, known, "Check the spelling, or add the entry first."),
                snippet=id,
            )


def _is_broken(site: Site, holder: str, id: str) -> bool:
    """Whether the id may be defined in a file that could not be read."""
    owner = id.partition(".")[0]
    if (
        f"{holder}/{id}" in site.broken
        or id.partition("#")[0] in site.broken
        or f"sources/{owner}" in site.broken
    ):
        return True
    # Costs are computed from a country's money, so a broken country hides them.
    return owner not in site.sources and any(key.startswith("countries/") for key in site.broken)


def _marks(site: Site, key: str, path: Path, prose: Prose) -> Iterator[Problem]:
    for part in prose.parts:
        if (
            isinstance(part, NumberMark | SizeMark)
            and part.key not in site.numbers
            and not _is_broken(site, "sources", part.key)
        ):
            yield site.problem(
                key,
                path,
                CODE,
                f"There is no number “{part.key}”.",
                did_you_mean(part.key, site.numbers, "Check the spelling, or add the entry first."),
                snippet=part.source,
            )
        if isinstance(part, LinkMark):
            page, _, anchor = part.target.partition("#")
            if page and page not in site.addresses and page not in site.broken:
                yield site.problem(
                    key,
                    path,
                    CODE,
                    f"There is no page “{page}”.",
                    did_you_mean(
                        page, site.addresses, "Check the spelling, or add the entry first."
                    ),
                    snippet=part.source,
                )
            elif anchor and not part.words:
                yield site.problem(
                    key,
                    path,
                    CODE,
                    "A link into a page needs words of its own.",
                    f"Write [[link:{part.target}|words]].",
                    snippet=part.source,
                )
