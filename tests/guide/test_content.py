"""Our content passes every check, and what is made from the model is up to date."""

from __future__ import annotations

import pytest

from massage_guide.cli import made_from_model
from massage_guide.model import COLLECTIONS, SINGLES
from massage_guide.problems.problem import describe_all
from massage_guide.schema.json_schema import FOLDER
from massage_guide.site.article_coverage import coverage
from massage_guide.site.site import Site
from tests.support.projects import ROOT, command, problems


def test_nothing_is_wrong_with_it() -> None:
    assert not (found := problems(ROOT)), describe_all(found)


def test_it_needs_no_fixing() -> None:
    assert command(ROOT, "fix").stdout == "Nothing to change.\n"


@pytest.mark.parametrize("name", made_from_model())
def test_what_is_made_from_the_model_is_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == made_from_model()[name], (
        "run: .venv/bin/massage-guide schema"
    )


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / FOLDER).iterdir()} == {*COLLECTIONS, *SINGLES}


def test_every_row_of_the_article_is_answered(site: Site) -> None:
    assert len(site.article.rows) == 40
    assert not coverage(site).open
