"""The corpus of broken files: what each replaces, and where its fault is."""

from __future__ import annotations

import csv

from tests.support.projects import FIXTURES

CORPUS = FIXTURES / "bad_content"
with (CORPUS / "expected.csv").open(encoding="utf-8") as table:
    CASES = [
        (row["case"], row["replaces"], int(row["line"]), int(row["column"]))
        for row in csv.DictReader(table)
    ]
