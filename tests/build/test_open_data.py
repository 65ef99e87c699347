"""The data files are what their schemas say, complete, dated and licensed.

They lead to the page that people read.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator

from massage_guide.model import COLLECTIONS
from massage_guide.model.guide import Reviewer
from massage_guide.outputs.api import LICENCE, VERSION, data_files
from massage_guide.outputs.structured_data import linked_data
from massage_guide.site.site import Site
from tests.support.built_pages import has_anchor, pages, parsed
from tests.support.projects import ROOT

HERE = "https://massage-guide.example/"


def read(path: Path) -> Any:
    """What a JSON file holds."""
    return json.loads(path.read_text("utf-8"))


def local(built: Path, address: str) -> Path:
    """The file at an address of the site."""
    assert address.startswith(HERE), address
    path = built / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if address.partition("#")[0].endswith("/") else path


def test_every_file_is_what_its_schema_says(built: Path, site: Site) -> None:
    made = [
        path
        for path in (built / VERSION).rglob("*.json")
        if path.parent.name != "schemas" and path.name != "openapi.json"
    ]
    assert len(made) > len(site.sources)
    for path in made:
        schema = read(local(built, read(path)["schema"]))
        Draft202012Validator.check_schema(schema)
        assert not list(Draft202012Validator(schema).iter_errors(read(path))), path


def test_a_schema_refuses_what_is_wrong_and_lets_keys_be_added(built: Path) -> None:
    validator = Draft202012Validator(read(built / VERSION / "schemas/types.json"))
    good = read(built / VERSION / "types/thai.json")
    assert validator.is_valid(good | {"added_later": 1})
    assert not validator.is_valid({key: value for key, value in good.items() if key != "summary"})
    assert not validator.is_valid(good | {"clothes": "none"})


def test_every_entry_is_listed_licensed_dated_and_leads_to_its_place(
    built: Path, site: Site
) -> None:
    index = read(built / VERSION / "index.json")
    for collection in COLLECTIONS:
        assert index[collection] == sorted(getattr(site, collection))
        for id in index[collection]:
            entry = read(built / VERSION / collection / f"{id}.json")
            assert entry["licence"] == index["licence"] == LICENCE
            assert entry["content_date"] == site.guide.content_date.isoformat()
            assert "notes" not in entry
            page, anchor = local(built, entry["address"]), unquote(urldefrag(entry["address"])[1])
            assert page.is_file() and (not anchor or has_anchor(page, anchor)), entry["address"]


def test_the_tables_hold_every_claim_and_every_source(built: Path, site: Site) -> None:
    index = read(built / VERSION / "index.json")
    claims, sources = (
        list(csv.DictReader(io.StringIO(local(built, table).read_text("utf-8"))))
        for table in index["tables"]
    )
    assert {row["claim"] for row in claims} == set(site.claims) and {
        row["source"] for row in sources
    } == set(site.sources)
    for row in claims:
        claim = site.claims[row["claim"]]
        (finding,) = (f for f in claim.findings if not row["part"] or f.id == row["part"])
        assert (row["verdict"], row["certainty"]) == (finding.verdict, finding.certainty)
        assert set(row["sources"].split()) <= set(site.sources)


def test_every_file_is_described_for_programs(built: Path) -> None:
    about = read(local(built, read(built / VERSION / "index.json")["openapi"]))
    assert about["openapi"] == "3.1.0" and about["servers"] == [{"url": f"{HERE}{VERSION}"}]
    described = set()
    for path, methods in about["paths"].items():
        (get,) = methods.values()
        kind, content = next(iter(get["responses"]["200"]["content"].items()))
        assert kind == ("text/csv" if path.endswith(".csv") else "application/json")
        assert kind == "text/csv" or local(built, content["schema"]["$ref"]).is_file()
        for id in get["parameters"][0]["schema"]["enum"] if "parameters" in get else [""]:
            described.add(f"{VERSION}{path.replace('{id}', id)}")
    made = {
        path.relative_to(built).as_posix()
        for path in (built / VERSION).rglob("*.*")
        if path.parent.name != "schemas"
    }
    assert described == made - {f"{VERSION}/openapi.json"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(site: Site, cell: str) -> None:
    source = next(iter(site.sources.values())).model_copy(update={"title": cell})
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    table = data_files(Site(**parts | {"sources": {**site.sources, source.id: source}}), str)[
        f"{VERSION}/sources.csv"
    ]
    rows = list(csv.DictReader(io.StringIO(table.decode(), newline="")))
    assert f"'{cell}" in {row["title"] for row in rows} and len(rows) == len(site.sources)


def test_the_license_is_said_where_the_data_is(built: Path) -> None:
    page = parsed(built / "data/index.html")
    assert "CC BY 4.0" in page.query("article")[0].to_text()
    assert LICENCE in (ROOT / "LICENSE").read_text("utf-8")


def test_the_citation_file_is_valid_and_up_to_date() -> None:
    cited = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required, optional = (
        {"cff-version", "message", "title", "authors"},
        {"type", "version", "date-released", "license", "abstract", "keywords"},
    )
    assert (
        required <= set(cited) <= required | optional
    )  # names of the Citation File Format, version 1.2.0
    assert cited["cff-version"] == "1.2.0" and cited["type"] in ("software", "dataset")
    assert (
        cited["version"] == project["version"]
    )  # test_publish.py holds the date of the release to the changelog
    assert cited["license"] == ["MIT", "CC-BY-4.0"]  # names of the SPDX list
    assert all(author.keys() == {"name"} and author["name"] for author in cited["authors"])
    assert len(cited["keywords"]) == len(set(cited["keywords"]))


# --- what search engines read ---------------------------------------------------------------------


def graph(page: Path) -> list[dict[str, Any]]:
    """The things that a page describes."""
    (block,) = parsed(page).query("script[type='application/ld+json']")
    return json.loads(block.to_text())["@graph"]


def png_size(file: Path) -> tuple[int, int]:
    """Width and height of a PNG file, in pixels."""
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def test_every_page_tells_search_engines_what_it_is(built: Path, site: Site) -> None:
    for page in pages(built):
        if page.name == "404.html" or parsed(page).query(
            "meta[name=robots][content=noindex], meta[http-equiv=refresh]"
        ):
            continue
        (canonical,) = (node.attrs["href"] for node in parsed(page).query("link[rel=canonical]"))
        about, *rest = graph(page)
        assert about["url"] == canonical, page
        assert {
            node.attrs["content"] for node in parsed(page).query("meta[property='og:url']")
        } == {canonical}
        card = {
            node.attrs["property"]: node.attrs["content"]
            for node in parsed(page).query("meta[property]")
        }
        assert (
            card["og:title"] == about["name"]
            and card["og:description"] == about["description"] != ""
        ), page
        assert png_size(local(built, card["og:image"])) == (
            int(card["og:image:width"]),
            int(card["og:image:height"]),
        )
        if canonical != HERE:
            steps = rest[0]["itemListElement"]
            assert steps[-1]["item"] == canonical and all(
                local(built, step["item"]).is_file() for step in steps
            ), page


def test_medical_pages_say_when_they_were_checked_and_claim_no_review(
    built: Path, site: Site
) -> None:
    for path in ("safety", "types/thai", "claims/is-safe", "cost"):
        about = graph(built / path / "index.html")[0]
        assert (
            about["@type"] == "MedicalWebPage"
            and about["dateModified"] <= site.guide.content_date.isoformat()
        )
        assert about["citation"] and not {"lastReviewed", "reviewedBy"} & set(about), path


def test_what_a_page_cites_is_what_it_lists(built: Path, site: Site) -> None:
    for path in ("safety", "types/thai", "claims/is-safe", "cost"):
        listed = [
            node.attrs["id"].removeprefix("source-")
            for node in parsed(built / path / "index.html").query(".source-list > li")
        ]
        cited = graph(built / path / "index.html")[0]["citation"]
        assert [(c["name"], c.get("datePublished"), c.get("url")) for c in cited] == [
            (source.title, str(source.year) if source.year else None, source.address)
            for source in map(site.sources.__getitem__, listed)
        ], path
        assert {c["@type"] for c in cited} <= {"ScholarlyArticle", "CreativeWork"}


def test_a_named_reviewer_is_named(site: Site) -> None:
    day = site.guide.content_date
    reviewer = Reviewer(name="A. Name", role="Physical therapist", reviewed=day)
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    reviewed = Site(**parts | {"guide": site.guide.model_copy(update={"reviewer": reviewer})})
    about = linked_data(reviewed, "safety", "Safety", "About safety.", day, [])["@graph"][0]
    assert about["lastReviewed"] == day.isoformat() and about["reviewedBy"]["name"] == "A. Name"
    assert (
        "lastReviewed"
        not in linked_data(reviewed, "a-z", "A to Z", "All names.", None, [])["@graph"][0]
    )


def test_the_sitemap_lists_every_page_for_readers_and_no_other(built: Path, site: Site) -> None:
    sitemap = parsed(built / "sitemap.xml")
    listed = [node.to_text() for node in sitemap.query("loc")]
    wanted = [
        page
        for page in pages(built)
        if page.name != "404.html"
        and not parsed(page).query("meta[name=robots][content*=noindex], meta[http-equiv=refresh]")
    ]
    assert len(listed) == len(set(listed)) and {local(built, address) for address in listed} == set(
        wanted
    )
    assert {node.to_text() for node in sitemap.query("lastmod")} == {
        site.guide.content_date.isoformat()
    }


def test_only_the_pages_for_frames_and_of_results_and_what_is_not_there_stay_out_of_search_engines(
    built: Path,
) -> None:
    hidden = {
        page.relative_to(built).as_posix()
        for page in pages(built)
        if parsed(page).query("meta[name=robots]")
    }
    assert hidden == {
        *("embed/cost/index.html", "embed/find-a-therapist/index.html"),
        "search/index.html",
    }
    assert not parsed(built / "404.html").query("link[rel=canonical], meta[property='og:url']")


@pytest.fixture
def safety(built: Path) -> dict[str, Any]:
    """What the data says of safety."""
    made: dict[str, Any] = read(built / VERSION / "safety.json")
    return made


def test_all_that_protects_people_is_in_the_data(safety: dict[str, Any], site: Site) -> None:
    assert [card["id"] for card in safety["cards"]] == [card.id for card in site.safety.cards]
    for item, given in zip(site.safety.ask_first, safety["ask_first"], strict=True):
        assert (given["id"], given["level"]) == (item.id, item.level)
        assert given["advice"]["text"] == site.plain(item.advice.text)
    assert {given["level"] for given in safety["ask_first"]} <= set(safety["levels"])


def test_a_condition_that_a_kind_names_is_there(
    built: Path, safety: dict[str, Any], site: Site
) -> None:
    known = {given["id"] for given in safety["ask_first"]}
    for id in site.types:
        assert set(read(built / VERSION / f"types/{id}.json")["ask_first"]) <= known


def passages_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every passage with links in a file."""
    if isinstance(value, dict):
        if "links" in value:
            yield value
        for inner in value.values():
            yield from passages_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from passages_of(inner)


def test_each_link_of_a_text_is_kept_and_leads_somewhere(built: Path) -> None:
    kept = 0
    for path in (built / VERSION).rglob("*.json"):
        if path.parent.name == "schemas" or path.name == "openapi.json":
            continue
        for passage in passages_of(read(path)):
            for link in passage["links"]:
                kept += 1
                assert link["text"] in passage["text"], path
                if link["address"].startswith(HERE):
                    page = local(built, link["address"])
                    anchor = link["address"].partition("#")[2]
                    assert not anchor or has_anchor(page, anchor), (path, link)
                else:
                    assert re.match(r"(?:tel|sms):\+?\d+$|https://", link["address"]), path
    assert kept > 20


def test_whom_to_call_can_be_called_by_a_program(safety: dict[str, Any], site: Site) -> None:
    assert {link["address"] for link in safety["emergency_call"]["links"]} == {
        f"tel:{country.emergency}" for country in site.countries.values()
    }


def test_where_a_question_leads_on_is_kept_as_links(built: Path, site: Site) -> None:
    leading = [question for question in site.questions.values() if question.more]
    assert leading
    for question in leading:
        served = read(built / VERSION / f"questions/{question.id}.json")
        assert served["more_links"]
        for link in served["more_links"]:
            assert link["text"] in served["more"]
            assert local(built, link["address"]).is_file()


def test_each_grade_says_how_sure_anybody_can_be(built: Path, site: Site) -> None:
    for id, claim in site.claims.items():
        served = read(built / VERSION / f"claims/{id}.json")
        graded = served["parts"] if claim.parts else [served]
        assert [part["how_sure"] for part in graded] == [
            site.how_sure(part) for part in claim.findings
        ]


def test_a_price_that_a_source_has_is_served_as_an_amount(built: Path, site: Site) -> None:
    for id, country in site.countries.items():
        served = read(built / VERSION / f"countries/{id}.json")["price"]
        assert Decimal(served["typical"]) == site.price_in(country).typical
