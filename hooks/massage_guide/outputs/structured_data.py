"""What a page is, for search engines: schema.org as JSON-LD, which no browser executes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ..model.sources import Source
from ..site.site import Site
from .api import LICENCE


def linked_data(
    site: Site,
    address: str,
    title: str,
    description: str,
    checked: dt.date | None,
    cited: Iterable[str],
) -> dict[str, Any]:
    """A page and its way up.

    `checked` is the day of its last check; None for a page without medical text.

    Only a named clinician's review is a review: `lastReviewed` and `reviewedBy` stay away without
    one.
    """
    page: dict[str, Any] = {
        "@type": "MedicalWebPage" if checked else "WebPage",
        "@id": _url(site, address),
        "url": _url(site, address),
        "name": title,
        "description": description,
        "inLanguage": "en",
        "dateModified": (checked or site.guide.content_date).isoformat(),
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": site.guide.title, "url": _url(site, "/")},
    }
    if authors := site.guide.authors:
        page["author"] = [
            {"@type": "Person", "name": author.name, "jobTitle": author.role} for author in authors
        ]
    if checked and (reviewer := site.guide.reviewer):
        page |= {
            "lastReviewed": reviewer.reviewed.isoformat(),
            "reviewedBy": {"@type": "Person", "name": reviewer.name, "jobTitle": reviewer.role},
        }
    if citations := [_citation(site.sources[id]) for id in cited]:
        page["citation"] = citations
    return {"@context": "https://schema.org", "@graph": [page, *_breadcrumbs(site, address, title)]}


def _breadcrumbs(site: Site, address: str, title: str) -> list[dict[str, Any]]:
    """The breadcrumbs; none for the first page."""
    if address == "/":
        return []
    section = address.partition("/")[0]
    steps = [("/", site.words.groups["site"]["home"])]
    if section != address and section in site.pages:
        steps.append((section, site.pages[section].title))
    steps.append((address, title))
    return [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": _url(site, step)}
                for place, (step, name) in enumerate(steps, 1)
            ],
        }
    ]


def _citation(source: Source) -> dict[str, Any]:
    """A source; an article where a register of articles knows it."""
    cited = {
        "@type": "ScholarlyArticle" if source.doi or source.pmid else "CreativeWork",
        "name": source.title,
    }
    if source.year:
        cited["datePublished"] = str(source.year)
    if source.address:
        cited["url"] = source.address
    return cited


def _url(site: Site, address: str) -> str:
    return f"{site.published_at}{'' if address == '/' else f'{address}/'}"
