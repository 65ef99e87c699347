"""A kind of massage prints the advice on what is a danger with it, and may add to that."""

from __future__ import annotations

import pytest

from massage_guide.site.conditions import advised
from massage_guide.site.site import Site


def of_kind(site: Site, firmest: int, *named: str) -> tuple[str, ...]:
    """What a kind of massage with this pressure prints, of four conditions."""
    kind = site.types["swedish"]
    pressure = kind.pressure.model_copy(update={"firmest": firmest})
    kind = kind.model_copy(update={"pressure": pressure, "ask_first": named})
    model = site.safety.ask_first[0]
    flags = {"no_firm_pressure": False, "every_kind": False}
    conditions = [
        model.model_copy(update={**flags, "id": "always", "every_kind": True}),
        model.model_copy(update={**flags, "id": "firm", "no_firm_pressure": True}),
        model.model_copy(update={**flags, "id": "named"}),
        model.model_copy(update={**flags, "id": "other"}),
    ]
    return advised(kind, conditions)


@pytest.mark.parametrize(
    ("firmest", "ids"),
    [(1, ("always",)), (3, ("always",)), (4, ("always", "firm")), (5, ("always", "firm"))],
)
def test_firm_pressure_is_a_danger_from_four_of_five(
    site: Site, firmest: int, ids: tuple[str, ...]
) -> None:
    assert of_kind(site, firmest) == ids


def test_what_a_kind_names_is_added_in_the_order_of_all_conditions(site: Site) -> None:
    assert of_kind(site, 5, "named") == ("always", "firm", "named")
    assert of_kind(site, 1, "named", "firm") == ("always", "firm", "named")
