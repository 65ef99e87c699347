"""What clinics can hand on: five pages and every kind of massage, each with its permanent address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .addresses import addresses
from .site import Site
from .views import Views

PAGES = {
    "does-it-help": ("topics/does-it-help", "claims"),
    "safety": ("safety", "topics/safety"),
    "find-a-therapist": ("therapist-checklist", "topics/find-a-therapist"),
    "first-visit": ("topics/first-visit", "safety"),
    "cost": ("prices", "topics/cost"),
}
"""The pages, and the files or folders that each rests on. The first is where editors mend it."""


@dataclass(frozen=True)
class Kit:
    """One thing to hand on. Its `id` names its files; `rests_on` lists the content that it is made from."""

    site: Site
    id: str
    address: str
    rests_on: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title of its page."""
        return addresses(self.site)[self.address]

    @property
    def url(self) -> str:
        """The permanent address of its page, as it is printed and encoded."""
        return f"{self.site.published_at}{self.address}/"

    @cached_property
    def template(self) -> str:
        """The template of its handout."""
        return self.address.partition("/")[0]


def kits(site: Site) -> Iterator[Kit]:
    """Every kit, the pages first, then the kinds of massage in their order."""
    for page, rests_on in PAGES.items():
        if page in site.pages and f"topics/{page}" in site.records:
            yield Kit(site, page, page, rests_on)
    for entry in Views(site).in_order("types"):
        yield Kit(site, entry.id, f"types/{entry.id}", (f"types/{entry.id}",))
