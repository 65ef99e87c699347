"""Each address in links.yml is linked by a source, and is listed once."""

from __future__ import annotations

from tests.support.small_guide import SmallGuide, place

FILE = "content/links.yml"
ROW = "    reason: It fails.\n    seen: 2026-11-24\n"
KNOWN = "https://doi.org/10.1016/S0000-0000%2811%2900001-1"


def test_an_address_is_listed_once(small_guide: SmallGuide) -> None:
    text = (small_guide.root / FILE).read_text("utf-8")
    small_guide.write(FILE, f"{text}  - address: {KNOWN}\n{ROW}")
    (problem,) = small_guide.problems("flaky-links")
    assert place(problem) == (FILE, 6, KNOWN)
    assert problem.message == f"“{KNOWN}” is listed twice."


def test_an_address_that_no_source_has_is_named_once(small_guide: SmallGuide) -> None:
    address = "https://else.example/"
    small_guide.write(FILE, f"flaky:\n  - address: {address}\n{ROW}  - address: {address}\n{ROW}")
    unknown, twice = small_guide.problems("flaky-links")
    assert place(unknown) == (FILE, 2, address) and address in unknown.message
    assert unknown.hint == "Take these lines out." and "twice" in twice.message


def test_a_slip_in_an_address_is_answered_with_the_right_one(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "00001-1", "00001-7")
    (problem,) = small_guide.problems("flaky-links")
    assert problem.hint == f"Did you mean “{KNOWN}”?"


def test_an_address_that_is_only_somewhat_alike_is_not_offered(small_guide: SmallGuide) -> None:
    small_guide.change(FILE, "10.1016/S0000-0000%2811%2900001-1", "10.1016/S0000-77777777777")
    (problem,) = small_guide.problems("flaky-links")
    assert problem.hint == "Take these lines out."


def test_while_a_source_cannot_be_read_its_address_may_be_right(small_guide: SmallGuide) -> None:
    small_guide.change("content/sources/trial-2011.yml", "authors:", "author:")
    assert small_guide.problems("flaky-links") == []


def test_another_file_that_cannot_be_read_makes_no_difference(small_guide: SmallGuide) -> None:
    small_guide.change("content/types/swedish.yml", "clothes:", "cloths:")
    small_guide.change(FILE, "https://doi.org", "https://other.example")
    assert len(small_guide.problems("flaky-links")) == 1


def test_an_address_of_help_is_known_too(small_guide: SmallGuide) -> None:
    small_guide.change(
        "content/safety.yml", "cannot rule anything out.", "ends. See [[visit:help.example]]."
    )
    small_guide.change(FILE, KNOWN, "https://help.example")
    assert small_guide.problems("flaky-links") == []
