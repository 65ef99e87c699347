"""The content as data for programs: plain JSON, one file an entry, with where readers find it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from .addresses import ENTRY_PAGES
from .model import COLLECTIONS
from .prose import Prose
from .site import Site

VERSION = "api/v1"


def entries(site: Site, plain: Callable[[Prose], str]) -> dict[str, bytes]:
    """The path and the bytes of every data file. `plain` turns prose into the text readers see."""
    files = {
        f"{VERSION}/{collection}/{id}.json": _json({**as_data(entry, plain), **_page(collection, id)})
        for collection in COLLECTIONS
        for id, entry in getattr(site, collection).items()
    }
    index = {collection: sorted(getattr(site, collection)) for collection in COLLECTIONS}
    return files | {f"{VERSION}/index.json": _json({"content_date": site.guide.content_date.isoformat(), **index})}


def _page(collection: str, id: str) -> dict[str, str]:
    return {"page": f"/{collection}/{id}/"} if collection in ENTRY_PAGES else {}


def as_data(value: Any, plain: Callable[[Prose], str]) -> Any:
    """A value as JSON can hold it. Notes for editors stay inside; what is left out is left out."""
    if isinstance(value, Prose):
        return plain(value)
    if isinstance(value, BaseModel):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields if name != "notes")
        return {name: as_data(inner, plain) for name, inner in fields if inner is not None}
    if isinstance(value, tuple):
        return [as_data(inner, plain) for inner in value]
    if isinstance(value, dict):
        return {name: as_data(inner, plain) for name, inner in value.items()}
    return value if isinstance(value, bool | int) else str(value)


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
