"""Every page of the guide by its address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .page import Page

ENTRY_PAGES = ("types", "benefits", "claims")
"""Collections whose entries have a page each, below their section's page."""

NAMED_AT = {
    "types": "types/{id}", "benefits": "benefits/{id}", "claims": "claims/{id}",
    "options": "compare#{id}", "questions": "questions#{id}", "glossary": "glossary#{id}",
}
"""Where an entry that readers know by a name is to be found."""


def page_titles(pages: Mapping[str, Page], collections: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The title of each page by its address: `types/thai`, `safety`, `/`."""
    written = {address: page.title for address, page in pages.items()}
    generated = {f"{name}/{id}": entry.title for name in ENTRY_PAGES for id, entry in collections[name].items()}
    return written | generated
