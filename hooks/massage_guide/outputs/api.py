"""The content as data for programs: JSON, one file an entry; claims and sources also as CSV.

What protects people is in `safety.json`, the conditions that kinds of massage name too.

Each entry says where readers find it.

Within v1 keys are only added: a program that reads it today can read it tomorrow.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from ..model import COLLECTIONS
from ..model.claims import Claim
from ..model.countries import Country, Need
from ..model.fields import Passage
from ..model.questions import Question
from ..model.safety import Level, Safety
from ..model.types import MassageType
from ..site.addresses import ENTRY_PAGES, address_of, page_of
from ..site.conditions import advised
from ..site.site import Site
from ..text.prose import ContactMark, LinkMark, Prose
from .context import BuildContext
from .generated import Generated

VERSION = "api/v1"
SAFETY = "safety"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


_LINKS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"text": {"type": "string"}, "address": {"type": "string"}},
        "required": ["text", "address"],
    },
}
"""The schema of links: what each says, and where it leads."""
_ALWAYS: dict[type[BaseModel], tuple[str, ...]] = {MassageType: ("ask_first",)}
"""Keys that are always served, though they may be left out where they are written."""


def files(context: BuildContext) -> Iterator[Generated]:
    """Every data file."""
    for path, content in data_files(context.site, context.renderer.plain).items():
        yield Generated(path, content, "content")


def data_files(site: Site, plain: Callable[[Prose], str]) -> dict[str, bytes]:
    """The path and the bytes of every data file. `plain` turns prose into the text readers see."""

    def data(value: Any, key: str) -> Any:
        return as_data(value, plain, lambda prose: _links(site, prose, page_of(key)))

    made = {
        f"{VERSION}/{collection}/{id}.json": _json(
            {
                **_about(site, collection),
                **data(entry, f"{collection}/{id}"),
                **_instead(site, entry, partial(data, key=f"{collection}/{id}")),
                **_place(site, collection, id),
            }
        )
        for collection in COLLECTIONS
        for id, entry in getattr(site, collection).items()
    }
    made[f"{VERSION}/{SAFETY}.json"] = _json(
        {
            **_about(site, SAFETY),
            "emergency_call": data(site.help_lines.call(), SAFETY),
            "levels": {level: site.words.groups["levels"][level] for level in Level},
            **data(site.safety, SAFETY),
            "cards": data(tuple(site.cards.values()), SAFETY),
            "regions": list(_regions(site, lambda value: data(value, SAFETY))),
            "address": _url(site, f"{address_of(SAFETY)}/"),
        }
    )
    schemas = {f"{VERSION}/schemas/{name}.json": _json(schema) for name, schema in _schemas(site)}
    tables = {
        f"{VERSION}/claims.csv": _csv(_claims(site)),
        f"{VERSION}/sources.csv": _csv(_sources(site)),
    }
    description = f"{VERSION}/openapi.json"
    index = {
        **_about(site, "index"),
        "title": site.guide.title,
        "openapi": _url(site, description),
        "tables": [_url(site, path) for path in sorted(tables)],
        SAFETY: _url(site, f"{VERSION}/{SAFETY}.json"),
        **{collection: sorted(getattr(site, collection)) for collection in COLLECTIONS},
    }
    return (
        made
        | schemas
        | tables
        | {f"{VERSION}/index.json": _json(index), description: _json(_openapi(site, tables))}
    )


def _instead(site: Site, entry: Any, data: Callable[[Any], Any]) -> dict[str, Any]:
    """What is served otherwise than it is written."""
    if isinstance(entry, MassageType):
        return {"ask_first": list(advised(entry, site.safety.ask_first))}
    if isinstance(entry, Question) and entry.more:
        return {"more_links": _links(site, entry.more, page_of(f"questions/{entry.id}"))}
    if isinstance(entry, Claim):
        if not entry.parts:
            return {"how_sure": site.how_sure(entry)}
        return {"parts": [data(part) | {"how_sure": site.how_sure(part)} for part in entry.parts]}
    if isinstance(entry, Country):  # digits that nobody has tried are served nowhere
        printed = (
            line.model_copy(update={"text": line.printed, "until_rung": None})
            for line in entry.help_lines
        )
        price = data(entry.price) | {
            part: data(amount)
            for part, amount in vars(site.price_in(entry)).items()
            if amount is not None
        }
        return {"help_lines": data(tuple(printed)), "price": price}
    return {}


def _regions(site: Site, data: Callable[[Any], Any]) -> Iterator[dict[str, Any]]:
    """What somebody in each place can do, for each need."""
    for region, needs in site.help_lines.by_region():
        yield {
            "id": region.id,
            "name": region.name,
            "country": region.country.id,
            "emergency": region.country.emergency,
            "routes": {need: [data(line) for line in lines] for need, lines in needs},
        }


def as_data(
    value: Any,
    plain: Callable[[Prose], str],
    links: Callable[[Prose], list[dict[str, str]]] = lambda _: [],
) -> Any:
    """A value in JSON's types, without editors' notes and without absent fields.

    `plain` turns prose into text, and `links` says where its links lead: a passage that has any
    keeps them beside its text.
    """
    if isinstance(value, Prose):
        return plain(value)
    if isinstance(value, BaseModel):
        fields = (
            (name, getattr(value, name)) for name in type(value).model_fields if name != "notes"
        )
        made = {name: as_data(inner, plain, links) for name, inner in fields if inner is not None}
        found = links(value.text) if isinstance(value, Passage) else []
        return made | ({"links": found} if found else {})
    if isinstance(value, tuple):
        return [as_data(inner, plain, links) for inner in value]
    if isinstance(value, dict):
        return {name: as_data(inner, plain, links) for name, inner in value.items()}
    return value if isinstance(value, bool | int) else str(value)


def _links(site: Site, prose: Prose, here: str) -> list[dict[str, str]]:
    """The links in a text of the page `here`: to pages, and ways to get help such as `tel:911`."""
    found = []
    for part in prose.parts:
        if isinstance(part, LinkMark):
            page, _, anchor = part.target.partition("#")
            page = f"{(page or here).strip('/')}/".lstrip("/")
            address = _url(site, f"{page}{'#' if anchor else ''}{anchor}")
            found.append({"text": part.words or site.addresses[part.target], "address": address})
        elif isinstance(part, ContactMark):
            found.append({"text": part.number, "address": part.href})
    return found


def _about(site: Site, schema: str) -> dict[str, str]:
    """What every JSON file says of itself."""
    return {
        "schema": _url(site, f"{VERSION}/schemas/{schema}.json"),
        "licence": LICENCE,
        "content_date": site.guide.content_date.isoformat(),
    }


def _place(site: Site, collection: str, id: str) -> dict[str, str]:
    """The entry's permanent address, and its page from the root where it has one of its own."""
    page, _, anchor = address_of(f"{collection}/{id}").partition("#")
    place = {"address": _url(site, f"{page}/{'#' if anchor else ''}{anchor}")}
    return place | ({"page": f"/{page}/"} if collection in ENTRY_PAGES else {})


def _url(site: Site, path: str) -> str:
    return f"{site.published_at}{path}"


# --- tables ---------------------------------------------------------------------------------------


def _claims(site: Site) -> Iterator[dict[str, Any]]:
    """A row for each graded statement: a claim, or each part of one."""
    for id, claim in sorted(site.claims.items()):
        for finding in claim.findings:
            yield {
                "claim": id,
                "part": finding.id if claim.parts else "",
                "title": claim.title,
                "part_title": finding.title if claim.parts else "",
                "verdict": finding.verdict,
                "certainty": finding.certainty,
                "sources": " ".join(finding.sources or ()),
                "checked": claim.checked,
                "check_again": claim.check_again,
                "address": _place(site, "claims", id)["address"],
            }


def _sources(site: Site) -> Iterator[dict[str, Any]]:
    for id, source in sorted(site.sources.items()):
        yield {
            "source": id,
            "authors": source.authors,
            "year": source.year or "",
            "title": source.title,
            "published": source.published,
            "kind": source.kind,
            "doi": source.doi or "",
            "pmid": source.pmid or "",
            "pmc": source.pmc or "",
            "web": source.address or "",
            "seen": source.verified.seen,
            "address": _place(site, "sources", id)["address"],
        }


def _csv(rows: Iterable[dict[str, Any]]) -> bytes:
    """A table with its names in the first row. A spreadsheet must not take a cell for a formula."""
    listed = list(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, listed[0] if listed else [])
    writer.writeheader()
    for row in listed:
        cells = {name: str(cell) for name, cell in row.items()}
        writer.writerow(
            {
                name: f"'{cell}" if cell[:1] in tuple("=+-@\t\r") else cell
                for name, cell in cells.items()
            }
        )
    return text.getvalue().encode()


# --- schemas --------------------------------------------------------------------------------------


def _schemas(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON Schema of each kind of file, by its name."""
    text = {"type": "string"}
    about = {"schema": text, "licence": text, "content_date": {"type": "string", "format": "date"}}
    lists = {collection: {"type": "array", "items": text} for collection in COLLECTIONS}
    yield (
        "index",
        _schema(
            site,
            "index",
            {
                "type": "object",
                "properties": {
                    **about,
                    "title": text,
                    "openapi": text,
                    "tables": {"type": "array", "items": text},
                    SAFETY: text,
                    **lists,
                },
            },
            [*about, "title", *lists],
        ),
    )
    for name, model in COLLECTIONS.items():
        schema = _served(model)
        schema["properties"] |= {**about, "address": text, "page": text}
        if model is Question:
            schema["properties"]["more_links"] = _LINKS
        if model is Claim:
            for graded in (schema, schema["$defs"]["ClaimPart"]):
                graded["properties"]["how_sure"] = text
        always = (*schema.get("required", ()), *_ALWAYS.get(model, ()))
        yield name, _schema(site, name, schema, [*about, "address", *always])
    schema = _served(Safety)
    passages = {"type": "array", "items": {"$ref": "#/$defs/Passage"}}
    schema["$defs"]["CareCard"]["properties"]["lines"] = passages
    own = {
        "emergency_call": {"$ref": "#/$defs/Passage"},
        "regions": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    **dict.fromkeys(("id", "name", "country", "emergency"), text),
                    "routes": {
                        "type": "object",
                        "properties": dict.fromkeys(Need, passages),
                        "required": [*Need],
                    },
                },
                "required": ["id", "name", "country", "emergency", "routes"],
            },
        },
        "levels": {
            "type": "object",
            "properties": dict.fromkeys(Level, text),
            "required": [*Level],
        },
        "address": text,
    }
    schema["properties"] |= {**about, **own}
    yield SAFETY, _schema(site, SAFETY, schema, [*about, *own, *schema["required"]])


def _served(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a record as it is served: a passage may say where its links lead."""
    schema: dict[str, Any] = _open(model.model_json_schema(schema_generator=_AsServed))
    if passage := schema.get("$defs", {}).get("Passage"):
        passage["properties"]["links"] = _LINKS
    return schema


def _openapi(site: Site, tables: Iterable[str]) -> dict[str, Any]:
    """Every file that a program can fetch, as an OpenAPI description."""

    def _word(group: str, name: str) -> str:
        return site.words.groups[group][name]

    def fetched(says: str, kind: str, schema: dict[str, Any], **given: Any) -> dict[str, Any]:
        return {
            "get": {
                "summary": says,
                **given,
                "responses": {
                    "200": {"description": says, "content": {kind: {"schema": schema}}},
                    "404": {"description": _word("data", "missing")},
                },
            }
        }

    def named(schema: str) -> dict[str, str]:
        return {"$ref": _url(site, f"{VERSION}/schemas/{schema}.json")}

    paths = {"/index.json": fetched(_word("data", "index"), "application/json", named("index"))}
    for collection in COLLECTIONS:
        id = {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"enum": sorted(getattr(site, collection))},
        }
        paths[f"/{collection}/{{id}}.json"] = fetched(
            _word("data", "entry"), "application/json", named(collection), parameters=[id]
        )
    paths[f"/{SAFETY}.json"] = fetched(_word("data", "safety"), "application/json", named(SAFETY))
    for table in sorted(tables):
        paths[table.removeprefix(VERSION)] = fetched(
            _word("data", "table"), "text/csv", {"type": "string"}
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site.guide.title,
            "version": VERSION.rpartition("/v")[2],
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": _url(site, VERSION)}],
        "paths": paths,
    }


def _schema(site: Site, name: str, schema: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": _url(site, f"{VERSION}/schemas/{name}.json"),
        **schema,
        "required": required,
    }


class _AsServed(GenerateJsonSchema):
    """What is left out is left out, and never null."""

    def nullable_schema(self, schema: Any) -> Any:
        """The value alone."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Any:
        """A default is of no use to somebody who reads."""
        return self.generate_inner(schema["schema"])


def _open(schema: Any) -> Any:
    """A schema that lets keys be added later, and knows nothing of notes for editors."""
    if isinstance(schema, list):
        return [_open(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _open(value)
        for key, value in schema.items()
        if key != "additionalProperties" or value is not False
    }
    if isinstance(kept.get("properties"), dict):
        kept["properties"].pop("notes", None)
    return kept


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
