"""The pages that help to choose: what they must show, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from justhtml import JustHTML

from massage_guide.model.questions import Question
from massage_guide.site.queries import Queries
from massage_guide.site.site import Site


def article(built: Path, address: str) -> JustHTML:
    """The built page at an address."""
    return JustHTML((built / address / "index.html").read_text("utf-8"), sanitize=False)


def ids(page: JustHTML) -> list[str]:
    """The ids on a page, in order."""
    return [node.attrs["id"] for node in page.query("[id]")]


def test_compare_says_how_to_read_figures_before_it_shows_any(site: Site, built: Path) -> None:
    found = ids(article(built, "compare"))
    assert (
        found.index("how-to-read")
        < found.index("side-by-side")
        < min(found.index(id) for id in site.options)
    )


def test_the_table_of_choices_has_a_name_and_each_cell_knows_its_column(built: Path) -> None:
    (table,) = article(built, "compare").query("table")
    assert table.attrs["role"] == "table" and table.attrs["aria-label"]
    columns = [column.to_text().strip() for column in table.query("thead th")][1:]
    for row in table.query("tbody tr"):
        assert [cell.attrs["data-label"] for cell in row.query("td")] == columns


@pytest.mark.parametrize(
    ("address", "parts"),
    [("find-a-therapist", ("registers", "complaints")), ("cost", ("insurance", "tips"))],
)
def test_every_country_has_its_rules(
    site: Site, built: Path, address: str, parts: tuple[str, ...]
) -> None:
    wanted = [f"rules-{id}" for id in site.countries] + [
        f"{part}-{id}" for part in parts for id in site.countries
    ]
    assert set(wanted) <= set(ids(article(built, address)))


@pytest.mark.parametrize(
    ("field", "address"), [("registers", "find-a-therapist"), ("insurance", "cost")]
)
def test_a_source_says_on_which_page_a_country_s_rule_is(
    site: Site, field: str, address: str
) -> None:
    cited = {
        source
        for country in site.countries.values()
        for passage in getattr(country, field) or ()
        for source in passage.sources or ()
    }
    assert cited and all(address in Queries(site).used_in(source) for source in cited)


def test_no_question_is_lost_between_the_groups(site: Site) -> None:
    shown: list[Question] = [
        question for _, questions in Queries(site).question_groups() for question in questions
    ]
    assert sorted(question.id for question in shown) == sorted(site.questions)
