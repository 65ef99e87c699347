"""Every dependency's license is known and listed."""

from __future__ import annotations

from tests.support.licenses import FILE, listed


def test_the_list_of_licenses_is_fresh() -> None:
    assert FILE.read_text("utf-8") == listed(), "refresh it: python -m tests.support.licenses"


def test_every_dependency_states_its_license() -> None:
    assert "not stated" not in listed()
