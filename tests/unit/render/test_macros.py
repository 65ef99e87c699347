"""Every macro is documented, has fixtures, and gives what its goldens hold.

`pytest --approve` rewrites the goldens; look at the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import jinja2.meta
import pytest
from justhtml import JustHTML

from massage_guide.render.macro import MACROS, macros
from massage_guide.render.renderer import Renderer
from massage_guide.site.site import Site
from tests.support.macro_fixtures import CASES, html_of, markdown_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def renderer(site: Site) -> Renderer:
    """A renderer of the small site that fixtures speak of."""
    return Renderer(site)


@pytest.mark.parametrize(("name", "fixture"), CASES)
def test_macro_gives_what_its_golden_holds(
    name: str, fixture: str, renderer: Renderer, approve: bool
) -> None:
    made, golden = markdown_of(name, fixture, renderer), GOLDEN / name / f"{fixture}.md"
    if approve:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize(("name", "fixture"), CASES)
def test_macro_gives_valid_html(name: str, fixture: str, renderer: Renderer) -> None:
    html = html_of(markdown_of(name, fixture, renderer))
    assert not JustHTML(f"<!doctype html><title>x</title>{html}", collect_errors=True).errors


@pytest.mark.parametrize("name", macros())
def test_macro_is_documented_and_uses_just_the_options_it_declares(
    name: str, renderer: Renderer
) -> None:
    macro = macros()[name]
    assert macro.purpose and macro.fixtures
    assert all(about["help"] for about in macro.options.values())
    text = (macro.folder / "template.md.j2").read_text("utf-8")
    used = jinja2.meta.find_undeclared_variables(renderer.environment.parse(text))
    assert used - set(renderer.environment.globals) - {"page_state"} == set(macro.options)


def test_every_golden_belongs_to_a_fixture() -> None:
    kept = {path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.rglob("*.*")}
    assert kept == {f"{name}/{fixture}" for name, fixture in CASES}


def test_every_folder_is_a_whole_macro() -> None:
    for folder in MACROS.iterdir():
        assert {path.name for path in folder.iterdir()} == {
            "template.md.j2",
            "options.yml",
            "fixtures.yml",
        }
