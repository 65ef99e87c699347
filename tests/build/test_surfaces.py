"""What protects people is on every surface that the table names, whole and with its urgency."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.site.site import Site
from tests.support.surfaces import Surface, Table


@pytest.fixture(scope="module")
def surfaces(built: Path, site: Site) -> list[Surface]:
    """Every page, sheet and file of data that the table names."""
    return list(Table(built, site).surfaces())


def test_no_surface_drops_or_softens_what_protects_people(surfaces: list[Surface]) -> None:
    assert {surface.name: surface.missing() for surface in surfaces if surface.missing()} == {}


def test_every_kind_and_every_sheet_is_among_them(surfaces: list[Surface], site: Site) -> None:
    names = {surface.name for surface in surfaces}
    sheets = {name for name in names if name.endswith(".pdf")}
    assert len(sheets) == 6 * (5 + len(site.types))
    assert {f"types/{id}" for id in site.types} < names


def test_what_is_lost_is_noticed_wherever_it_stands(surfaces: list[Surface]) -> None:
    for surface in surfaces:
        first = surface.says[0]
        without = Surface(surface.name, "", surface.says, surface.levels)
        assert first in without.missing(), surface.name
