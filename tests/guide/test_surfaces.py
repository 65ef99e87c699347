"""Our own advice on safety is on every surface that it belongs to, whole and with its urgency."""

from __future__ import annotations

from pathlib import Path

from massage_guide.site.site import Site
from tests.support.surfaces import Table


def test_no_surface_of_ours_drops_or_softens_what_protects_people(built: Path, site: Site) -> None:
    lost = {surface.name: surface.missing() for surface in Table(built, site).surfaces()}
    assert {name: missing for name, missing in lost.items() if missing} == {}
