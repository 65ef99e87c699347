"""Each address in links.yml is linked by a source, and is listed once."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..problems.suggest import did_you_mean
from ..site.outbound_links import outside_links
from ..site.site import Site

CODE = "flaky-links"


def check(site: Site) -> Iterator[Problem]:
    """Each row of links.yml. The links of a source that cannot be read are unknown."""
    known, seen = [link.address for link in outside_links(site)], set()
    unknown = any(key.startswith("sources/") for key in site.broken)
    for index, link in enumerate(site.links.flaky):
        address, place = str(link.address), ("flaky", index, "address")
        if address in seen:
            yield site.problem(
                "links", place, CODE, f"“{address}” is listed twice.", "Keep one of the two."
            )
        elif address not in known and not unknown:
            yield site.problem(
                "links",
                place,
                CODE,
                f"No source has the address “{address}”.",
                did_you_mean(address, known, "Take these lines out.", likeness=0.8),
            )
        seen.add(address)
