"""The site of the example guide, as readers get it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import pytest
import yaml

from massage_guide.model.fields import Dated
from massage_guide.site.site import Site
from tests.support.built_pages import has_anchor, pages, parsed
from tests.support.projects import ROOT, build

HERE = "https://massage-guide.example/"


def reader_pages(built: Path) -> list[Path]:
    """Every page for readers.

    The one for an address that leads nowhere is none, nor are those for frames of other sites, nor
    that of results.
    """
    return [
        page
        for page in pages(built)
        if page.name != "404.html"
        and not {"embed", "search"}.intersection(page.relative_to(built).parts)
    ]


def test_every_page_is_valid_html(built: Path) -> None:
    faults = {
        f"{page.relative_to(built)}: {error}"
        for page in pages(built)
        for error in parsed(page).errors
    }
    assert not faults


def test_ids_are_unique_on_every_page(built: Path) -> None:
    for page in pages(built):
        counts = Counter(node.attrs["id"] for node in parsed(page).query("[id]"))
        assert not [id for id, count in counts.items() if count > 1], page


def test_every_internal_link_anchor_and_asset_resolves(built: Path) -> None:
    missing = set()
    for page in pages(built):
        if page.name == "404.html":
            continue  # its addresses start from the site's root; they are tested below
        at = HERE + page.relative_to(built).as_posix().removesuffix("index.html")
        for name, value in _addresses(page):
            address, anchor = urldefrag(urljoin(at, value))
            if not address.startswith(HERE):
                continue
            target = _file(built, address)
            if not target.is_file() or (anchor and not has_anchor(target, unquote(anchor))):
                missing.add(f"{page.relative_to(built)}: {name}={value}")
    assert not missing


def test_every_address_on_the_404_page_starts_from_the_root_and_resolves(built: Path) -> None:
    for _, value in _addresses(built / "404.html"):
        if not urlsplit(value).netloc and not value.startswith(("#", "tel:", "mailto:")):
            assert value.startswith("/"), value
            assert _file(built, urljoin(HERE, urldefrag(value)[0])).is_file(), value


def _addresses(page: Path) -> list[tuple[str, str]]:
    return [
        (name, node.attrs[name])
        for name in ("href", "src")
        for node in parsed(page).query(f"[{name}]")
        if not node.attrs[name].startswith("data:")
    ]


def _file(built: Path, address: str) -> Path:
    path = built / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def test_no_page_asks_another_host_for_anything(built: Path) -> None:
    for page in pages(built):
        for selector, name in (
            ("script[src]", "src"),
            ("img[src]", "src"),
            ("iframe[src]", "src"),
            ("link[rel=stylesheet]", "href"),
            ("link[rel=preconnect]", "href"),
        ):
            for node in parsed(page).query(selector):
                assert not urlsplit(node.attrs[name]).netloc, (page, node.attrs[name])


def test_no_macro_or_mark_is_left_unexpanded(built: Path) -> None:
    for page in pages(built):
        text = parsed(page).root.to_text()
        for left_over in ("{{", "}}", "{%", "[[", "]]", "{:", "markdown=", "Undefined", "<strong>"):
            assert left_over not in text, (page, left_over)


def test_no_sentence_runs_into_the_next(built: Path) -> None:
    for page in pages(built):
        assert not re.search(r"[a-z][.]<(?:em|strong)\b", page.read_text("utf-8")), page


def test_no_section_is_empty(built: Path) -> None:
    """Between a heading and the next one of its rank or above there is always text."""
    for page in pages(built):
        for article in parsed(page).query("article"):
            sections = list(_sections(article))
            assert sections, page
            for (rank, heading, text), after in zip(
                sections, [*sections[1:], (1, "", "")], strict=True
            ):
                assert text.strip() or after[0] > rank, (page, heading)


def _sections(article: Any) -> Iterator[tuple[int, str, str]]:
    """Every heading of an article: its rank, its words, and the text up to the next heading."""
    found: list[list[Any]] = []
    for node in _in_order(article):
        if node.name in ("h1", "h2", "h3", "h4"):
            found.append([int(node.name[1]), node.to_text(), ""])
        elif node.name == "#text" and found and not _inside_heading(node):
            found[-1][2] += node.data or ""
    yield from ((rank, heading, text) for rank, heading, text in found)


def _in_order(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", None) or ():
        yield child
        yield from _in_order(child)


def _inside_heading(node: Any) -> bool:
    return node.parent is not None and (
        node.parent.name in ("h1", "h2", "h3", "h4") or _inside_heading(node.parent)
    )


DATA_BLOCKS = (
    "application/json",
    "application/ld+json",
)  # never executed, so the policy has no say in them


def test_nothing_inline_needs_an_exception_in_the_policy(built: Path) -> None:
    for page in pages(built):
        for node in parsed(page).query("script"):
            assert "src" in node.attrs or node.attrs.get("type") in DATA_BLOCKS, page
        assert not parsed(page).query("style, [style]"), page
        assert not [
            name for node in parsed(page).query("*") for name in node.attrs if name.startswith("on")
        ], page


def test_every_page_carries_the_strict_policy(built: Path) -> None:
    for page in pages(built):
        (policy,) = (
            node.attrs["content"]
            for node in parsed(page).query("meta[http-equiv=Content-Security-Policy]")
        )
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "unsafe" not in policy
        assert "*" not in policy


def test_every_entry_has_its_page_its_place_in_its_section_and_its_search_text(
    built: Path, site: Site
) -> None:
    index = (built / "search" / "index.json").read_text("utf-8")
    for section in ("types", "benefits", "claims"):
        listed = {
            node.attrs["href"]
            for node in parsed(built / section / "index.html").query("article a[href]")
        }
        for id in getattr(site, section):
            assert (built / section / id / "index.html").is_file()
            assert f"{id}/" in listed
            assert f'"{section}/{id}/"' in index


def test_medical_pages_show_their_dates_and_that_no_clinician_has_reviewed_them(
    built: Path, site: Site
) -> None:
    words = site.words.groups["dates"]
    for path in [
        "safety",
        "cost",
        "find-a-therapist",
        *(
            f"{section}/{id}"
            for section in ("types", "benefits", "claims")
            for id in getattr(site, section)
        ),
    ]:
        text = parsed(built / path / "index.html").root.to_text(separator=" ")
        assert words["checked"].partition("{")[0].strip() in text, path
        assert words["due"].partition("{")[0].strip() in text, path
        assert words["not_reviewed"] in text, path


def test_advice_without_a_source_is_marked_and_eyes_and_ears_learn_it(
    built: Path, site: Site
) -> None:
    words = site.words.groups["sources"]
    marked = {
        page: found for page in pages(built) if (found := parsed(page).query("span.untraced"))
    }
    assert len(marked) > 10
    for page, marks in marked.items():
        said = [mark.to_text() for mark in marks]
        assert all(words["untraced"] in it or words["untraced_short"] in it for it in said), page
        assert any(words["untraced"] in it for it in said), page


def test_what_a_list_lacks_a_source_for_it_says_once(built: Path, site: Site) -> None:
    meaning = site.words.groups["sources"]["untraced"]
    lists = [
        found
        for page in pages(built)
        for found in parsed(page).query("main li:first-child")
        if found.parent and found.parent.query("span.untraced")
    ]
    said = [
        sum(meaning in mark.to_text() for mark in first.parent.query("span.untraced"))
        for first in lists
    ]
    assert set(said) <= {0, 1} and said.count(1) > 3


def test_every_claim_page_has_its_four_questions_in_order(built: Path, site: Site) -> None:
    words = site.words.groups
    expected = [
        words["claims"]["read"],
        words["grading"]["heading"],
        words["claims"]["meaning"],
        words["claims"]["evidence"],
        words["sources"]["heading"],
    ]
    for id in site.claims:
        found = [
            node.to_text().strip()
            for node in parsed(built / "claims" / id / "index.html").query("article h2")
        ]
        explained = [words["glossary"]["on_page"]] if words["glossary"]["on_page"] in found else []
        assert found == [*expected[:-1], *explained, expected[-1]], id


def test_every_row_of_the_article_that_is_answered_shows_where(built: Path, site: Site) -> None:
    rows = parsed(built / "claims" / "index.html").query("tbody tr")
    assert len(rows) == len(site.article.rows)


def test_every_page_says_when_its_text_was_checked_and_is_due_again(
    built: Path, site: Site
) -> None:
    dates = site.words.groups["dates"]
    said = tuple(dates[name].partition("{")[0] for name in ("checked", "all_checked"))
    for page in reader_pages(built):
        (box,) = parsed(page).query(".dates")
        text = " ".join(box.to_text().split())
        assert text.startswith(said) and dates["due"].partition("{")[0] in text, page
        (notice,) = parsed(page).query(".overdue[data-due]")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", notice.attrs["data-due"]), page


def test_a_page_about_the_guide_has_the_dates_of_what_is_checked_first(
    built: Path, site: Site
) -> None:
    due = min(record.check_again for record in site.records.values() if isinstance(record, Dated))
    (notice,) = parsed(built / "glossary/index.html").query(".overdue")
    assert notice.attrs["data-due"] == due.isoformat()


def test_edit_links_lead_to_the_files_that_hold_the_text(
    tmp_path: Path, guide: Path, site: Site
) -> None:
    target = tmp_path / "site"
    result = build(guide, target, REPO_URL="https://github.com/example/guide")
    assert result.returncode == 0, result.stderr
    for page, source in (
        ("types/swedish", "content/types/swedish.yml"),
        ("safety", "content/safety.yml"),
        ("how-often", "content/topics/how-often.yml"),
        ("a-z", "docs/a-z.md"),
        ("about", "content/guide.yml"),
        ("about/quality", "content/quality.yml"),
        ("find-a-therapist", "content/therapist-checklist.yml"),
        ("glossary", "docs/glossary.md"),
    ):
        html = parsed(target / page / "index.html")
        assert [node.attrs["href"] for node in html.query("a.edit-link")] == [
            f"https://github.com/example/guide/edit/main/{source}"
        ]
        (report,) = (urlsplit(node.attrs["href"]) for node in html.query("a.report-link"))
        assert report.path == "/example/guide/issues/new"
        filled = parse_qs(report.query, strict_parsing=True)
        assert filled["file"] == [source] and filled["page"] == [
            f"https://massage-guide.example/{page}/"
        ]
        form = yaml.safe_load(
            (ROOT / ".github/ISSUE_TEMPLATE" / filled["template"][0]).read_text("utf-8")
        )
        assert {field["id"] for field in form["body"] if "id" in field} >= filled.keys() - {
            "template",
            "title",
        }
    for page in reader_pages(target):
        (edit,) = parsed(page).query("a.edit-link")
        files = [edit, *parsed(page).query(".actions li a")]
        assert all(
            (guide / node.attrs["href"].partition("/edit/main/")[2]).is_file() for node in files
        ), page
        assert len(parsed(page).query("a.report-link")) == 1, page
    behind = [
        node.to_text() for node in parsed(target / "glossary/index.html").query(".actions li")
    ]
    assert behind[0] == "docs/glossary.md"
    assert sorted(behind[1:]) == [f"content/glossary/{id}.yml" for id in sorted(site.glossary)]


def test_without_a_repository_there_is_nothing_to_edit_or_report(built: Path) -> None:
    assert not parsed(built / "safety/index.html").query(".actions")


def test_a_page_that_moved_is_found_at_both_addresses(
    tmp_path: Path, copied: Callable[[Path], Path]
) -> None:
    project = copied(tmp_path / "project")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "massage_guide.cli",
            "rename",
            "type",
            "swedish",
            "classic",
            "--write",
        ],
        cwd=project,
        check=True,
        capture_output=True,
    )
    result = build(project, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert parsed(tmp_path / "site/types/classic/index.html").query("h1")
    old = parsed(tmp_path / "site/types/swedish/index.html")
    assert not old.errors
    assert [node.attrs["href"] for node in old.query("main a")] == ["../classic/"]
    assert "types/swedish" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_one_new_file_is_enough_for_a_new_type(
    tmp_path: Path, copied: Callable[[Path], Path]
) -> None:
    project = copied(tmp_path / "project")
    model = (project / "content/types/swedish.yml").read_text("utf-8")
    entry = re.sub(r"(?m)^inventory:.*\n(- .*\n|  - .*\n)*", "", model)
    entry = entry.replace("id: swedish", "id: lomi-lomi", 1).replace(
        "title: Swedish massage", "title: Lomi lomi", 1
    )
    (project / "content/types/lomi-lomi.yml").write_text(entry, "utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site/types/lomi-lomi/index.html").is_file()
    assert "Lomi lomi" in (tmp_path / "site/types/index.html").read_text("utf-8")
    assert "Lomi lomi" in (tmp_path / "site/search/index.json").read_text("utf-8")
    assert (
        json.loads((tmp_path / "site/api/v1/types/lomi-lomi.json").read_text("utf-8"))["title"]
        == "Lomi lomi"
    )
    assert {path.name for path in (tmp_path / "site/handouts").glob("lomi-lomi*")} == {
        "lomi-lomi.pdf",
        "lomi-lomi-letter.pdf",
        "lomi-lomi-large-print.pdf",
        "lomi-lomi-large-print-letter.pdf",
        "lomi-lomi-poster.pdf",
        "lomi-lomi-poster-letter.pdf",
    }
    assert (tmp_path / "site/codes/lomi-lomi.svg").is_file()
    assert 'id="message-lomi-lomi"' in (tmp_path / "site/clinics/index.html").read_text("utf-8")
    assert (
        "lomi-lomi" in json.loads((tmp_path / "site/api/v1/index.json").read_text("utf-8"))["types"]
    )


@pytest.mark.parametrize(
    ("fault", "before", "after"),
    [
        ("a deleted source", "id: trial-m", None),
        ("an overclaim", "summary:", "summary: Swedish massage cures back pain.\nnotes:"),
        ("a mistyped key", "clothes:", "cloths:"),
        ("a broken reference", "graded_in:", "graded_in:\n  - nothing-like-it\nnotes: |\n "),
    ],
)
def test_a_fault_stops_the_build_with_its_line_and_leaves_the_old_site_whole(
    tmp_path: Path, copied: Callable[[Path], Path], fault: str, before: str, after: str | None
) -> None:
    project = copied(tmp_path / "project")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site", "utf-8")
    file = project / ("content/types/swedish.yml" if after else "content/sources/trial-m.yml")
    if after:
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), "utf-8")
    else:
        file.unlink()
    result = build(project, site)
    assert result.returncode == 1
    assert re.search(r"content/[\w/-]+\.yml:\d+:\d+: ", result.stderr)
    assert "Traceback" not in result.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text("utf-8") == "the old site"
    assert not list(tmp_path.glob(".site-*"))


def test_a_broken_link_in_a_page_fails_the_build_and_leaves_the_old_site_whole(
    tmp_path: Path, copied: Callable[[Path], Path]
) -> None:
    project = copied(tmp_path / "project")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site", "utf-8")
    with (project / "docs/safety.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    result = build(project, site)
    assert result.returncode == 1
    assert "nowhere.md" in result.stderr
    assert (site / "index.html").read_text("utf-8") == "the old site"
    assert not list(tmp_path.glob(".site-*"))


def test_each_explained_word_is_running_text_and_has_its_meaning_on_the_page(built: Path) -> None:
    explained = 0
    for page in pages(built):
        tree = parsed(page)
        links = [node.attrs["href"].removeprefix("#") for node in tree.query("a.word")]
        assert len(links) == len(set(links)), page
        assert set(links) == {node.attrs["id"] for node in tree.query(".page-words dt")}, page
        for aside in ("h1", "h2", "h3", "table", "blockquote", "nav", "label", "button"):
            assert not tree.query(f"{aside} a.word"), page
        explained += len(links)
    assert explained > 50
    for name in (".", "glossary", "sources", "a-z"):  # the first page speaks in everyday words
        assert not parsed(built / name / "index.html").query("a.word"), name
