"""Every page of the guide by its address, and the page that shows each file of the content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .page import Page

SHOWN_AT = {
    "types": "types/{id}",
    "benefits": "benefits/{id}",
    "claims": "claims/{id}",
    "options": "compare#{id}",
    "questions": "questions#{id}",
    "glossary": "glossary#{id}",
    "sources": "sources#source-{id}",
    "countries": "cost#countries",
    "topics": "{id}",
    "article": "claims",
    "guide": "about",
    "prices": "cost",
    "safety": "safety",
    "urgent": "safety",
    "therapist-checklist": "find-a-therapist",
}
"""Where readers find the entries of each collection, and what the single files say."""

_SHOWN_APART = {
    "countries": {
        "registers": "find-a-therapist",
        "complaints": "find-a-therapist",
        "emergency_sources": "safety",
    }
}
"""Fields that are shown on another page than the rest of their file."""

ENTRY_PAGES = tuple(name for name, address in SHOWN_AT.items() if address == f"{name}/{{id}}")
"""Collections whose entries have a page each, below their section's page."""

ONE_PAGE = tuple(name for name, address in SHOWN_AT.items() if "#" in address)
"""Collections whose entries share a page."""

NAMED = (*ENTRY_PAGES, "options", "questions", "glossary")
"""Collections whose entries readers know by a name."""


def address_of(key: str) -> str:
    """Where readers find what a file says: `types/thai`, `glossary#acute`, `cost`."""
    name, _, id = key.partition("/")
    return SHOWN_AT[name].format(id=id)


def page_of(key: str, field: str = "") -> str:
    """The address of the page that shows a file, or one field of it."""
    apart = _SHOWN_APART.get(key.partition("/")[0], {})
    return apart.get(field) or address_of(key).partition("#")[0]


def location(place: str) -> str:
    """An address as the browser asks for it.

    It is like `types/thai/` or `safety/#emergency`, and empty for the home page.
    """
    page, mark, anchor = place.partition("#")
    return f"{page.strip('/')}/{mark}{anchor}" if page.strip("/") else f"{mark}{anchor}"


def page_titles(
    pages: Mapping[str, Page], collections: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """The title of each page by its address: `types/thai`, `safety`, `/`."""
    written = {address: page.title for address, page in pages.items()}
    generated = {
        f"{name}/{id}": entry.title
        for name in ENTRY_PAGES
        for id, entry in collections[name].items()
    }
    return written | generated
