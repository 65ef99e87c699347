"""Where a source is on the web, and how people read its address."""

from __future__ import annotations

from typing import Any

import pytest

from .small_records import GONE, loaded

FILE = "sources/trial-2011"
DOI, PMID, PMC, URL = "10.1016/S0(1)2/é<b>", "12345", "PMC67", "https://x.org/a"


def source(**values: str) -> Any:
    """A source that is known by these numbers and addresses alone."""
    return loaded(FILE, {("doi",): values.pop("doi", GONE)} | {(k,): v for k, v in values.items()})


@pytest.mark.parametrize(
    ("values", "key", "address", "label"),
    [
        (
            {"doi": DOI, "pmid": PMID, "pmc": PMC, "url": URL},
            *("doi", "https://doi.org/10.1016/S0%281%292/%C3%A9%3Cb%3E", f"doi:{DOI}"),
        ),
        (
            {"pmid": PMID, "pmc": PMC, "url": URL},
            *("pmid", "https://pubmed.ncbi.nlm.nih.gov/12345/", "PMID 12345"),
        ),
        (
            {"pmc": PMC, "url": URL},
            *("pmc", "https://pmc.ncbi.nlm.nih.gov/articles/PMC67/", "PMC67"),
        ),
        ({"url": URL}, "url", URL, URL),
        ({}, None, None, None),
    ],
)
def test_the_most_lasting_address_is_taken(
    values: dict[str, str], key: str | None, address: str | None, label: str | None
) -> None:
    found = source(**values)
    assert (found.found_by, found.address, found.address_label) == (key, address, label)
