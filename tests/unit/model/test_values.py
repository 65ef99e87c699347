"""Which values each key may have: the last that is let pass on either side, and the first not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from massage_guide.model import COLLECTIONS, SINGLES
from massage_guide.text.prose import Prose

from .small_records import GONE, Path, details, faults, loaded, value

SMALL = [
    *["guide", "words", "article", "prices", "safety", "therapist-checklist", "values"],
    *[
        "redirects",
        "links",
        "search",
        "urgent",
        "quality",
        "sources/trial-2011",
        "sources/guideline-2020",
    ],
    *["claims/two-halves", "claims/eases-chronic-pain", "benefits/sleep", "types/swedish"],
    *["topics/how-often", "options/massage", "questions/does-it-hurt", "glossary/chronic"],
    "countries/us",
]


@pytest.mark.parametrize("key", SMALL)
def test_the_small_guide_is_let_pass(key: str) -> None:
    record = loaded(key)
    assert type(record) is {**SINGLES, **COLLECTIONS}[key.partition("/")[0]]


@pytest.mark.parametrize("key", SMALL)
def test_a_key_that_nobody_knows_is_refused(key: str) -> None:
    assert faults(key, {("no_such_key",): "x"}) == [(("no_such_key",), "extra_forbidden")]


TYPE, PRICES, SOURCE = "types/swedish", "prices", "sources/trial-2011"
CLAIM, COUNTRY, GUIDE = "claims/eases-chronic-pain", "countries/us", "guide"


def signed(*records: str) -> list[dict[str, Any]]:
    """One signature of these records."""
    who = {"name": "A. Able", "role": "Nurse", "signs_as": "clinician", "signed": "2026-11-24"}
    return [{**who, "records": list(records)}]


GOOD: list[tuple[str, Path, list[Any]]] = [
    (TYPE, ("id",), ["a", "7", "swedish-2b", "a1-b2-c3", "x" * 60]),
    (TYPE, ("title",), ["ab", "x" * 90, f" {'x' * 90} "]),
    (TYPE, ("also_called", 0), ["x", "x" * 300, f" {'x' * 300} "]),
    (TYPE, ("checked",), ["2026-11-24", "1999-01-01"]),
    (TYPE, ("order",), ["7", "12", "-3", "0", "7.0"]),
    (TYPE, ("pressure", "lightest"), ["1", "3"]),
    (TYPE, ("pressure", "firmest"), ["1", "5"]),
    (TYPE, ("inventory",), [["A01", "A99"]]),
    (COUNTRY, ("price", "typical"), ["0", "1000000", "1.25", "1.5", "12.05"]),
    (COUNTRY, ("price", "minutes"), ["10", "180"]),
    (COUNTRY, ("currency",), ["AUD"]),
    (COUNTRY, ("sign",), ["$", "CHF."]),
    (COUNTRY, ("locale",), ["en-AU"]),
    (COUNTRY, ("emergency",), ["000"]),
    (SOURCE, ("numbers", "people", "value"), ["-2.5", "0", "12.345", "1401"]),
    (SOURCE, ("numbers", "people", "out_of"), ["2", "1000"]),
    (
        SOURCE,
        ("numbers", "people", "unit"),
        [
            "%",
            "points",
            "times",
            "weeks",
            "days",
            "minutes",
            "people",
            "trials",
            "studies",
            "items",
            "USD",
        ],
    ),
    (SOURCE, ("year",), ["1950", "2100"]),
    (SOURCE, ("title",), ["abc", "x" * 300, f" {'x' * 300} "]),
    (SOURCE, ("doi",), ["10.1234/x", "10.123456789/a(b)/c"]),
    (SOURCE, ("pmid",), ["12345", "123456789"]),
    (SOURCE, ("pmc",), ["PMC1", "PMC1234567"]),
    (SOURCE, ("url",), ["https://x.org/a?b", "http://x.org"]),
    (CLAIM, ("picture", "rows", 0, "number"), ["a-1.b-2", "1.2", "ab.cd"]),
    (PRICES, ("frequencies", 0, "visits"), ["1", "7"]),
    (PRICES, ("frequencies", 0, "every_weeks"), ["1", "4"]),
    (PRICES, ("scenarios", 0, "weeks"), ["1", "52"]),
    (PRICES, ("article", "minutes"), ["10", "180"]),
    (PRICES, ("stops",), [["1"], ["1", "365"]]),
    (PRICES, ("limits", "price", "high"), ["100000", "1.25"]),
    (GUIDE, ("grace_days",), ["0", "365"]),
    (GUIDE, ("authors",), [[{"name": "A. Able", "role": "Nurse"}]]),
    (GUIDE, ("contact",), ["reports@clinic.example", "https://clinic.example/contact"]),
    (GUIDE, ("signed",), [signed("card/after-massage 0a1b2c3d")]),
    ("article", ("rows", 0, "id"), ["A00"]),
    ("questions/does-it-hurt", ("question",), ["Does?", "x" * 120, f" {'x' * 120} "]),
    ("questions/does-it-hurt", ("more",), ["[[link:a]]", "[[link:a]], [[link:b|c]]", GONE]),
    (
        "redirects",
        ("moved",),
        [
            [{"was": was, "now": "a"}]
            for was in ("a", "7", "a1-b2/c3-d4/e", "ab-cd-ef/gh-ij-kl", "x" * 120)
        ],
    ),
    ("links", ("flaky", 0, "address"), ["https://x.org", "http://x.org/a"]),
    ("safety", ("ask_first", 0, "no_firm_pressure"), ["true", "false", GONE]),
    ("search", ("same",), [[["a", "b"]], []]),
    ("urgent", ("answers", 0, "signs"), [[["cannot", "pee"]], GONE]),
    ("values", ("statements", 0, "rows"), [["cost"]]),
    ("quality", ("items", 0, "lists"), [["JAMA"]]),
    ("claims/two-halves", ("meaning",), [["One."]]),
]
BAD: list[tuple[str, Path, list[Any]]] = [
    (
        TYPE,
        ("id",),
        ["", "A", "a--b", "-a", "a-", "a_b", "a b", "é", "x" * 61, "a-B", "x\n", "aä", "äa"],
    ),
    (TYPE, ("title",), ["a", " a ", "x" * 91, ["ab"]]),
    (TYPE, ("also_called", 0), ["", "  ", "x" * 301]),
    (
        TYPE,
        ("checked",),
        ["2026-1-24", "24.11.2026", "2026-11-24 ", "x2026-11-24", "20261124", "26-11-24"],
    ),
    (TYPE, ("check_again",), ["2026-02-30", "soon", "1700000000", "2026-11-24T10:00"]),
    (TYPE, ("order",), ["", "1.5", "1e3", "+1", "1.", ".5", "one", "--1", "1 ", "0x1", "1_000"]),
    (TYPE, ("pressure", "lightest"), ["0", "6"]),
    (TYPE, ("pressure", "firmest"), ["0", "6"]),
    (TYPE, ("inventory",), [["A1"], ["A001"], ["xA01"], ["B01"], ["A01x"]]),
    (COUNTRY, ("help_lines",), [[], GONE]),
    (COUNTRY, ("help_lines", 0, "needs"), [[], ["money"], GONE]),
    (TYPE, ("what_happens",), [[], GONE]),
    (TYPE, ("clothes",), ["off", ""]),
    (COUNTRY, ("price", "typical"), ["-0.01", "1000000.01", "1000001", "1.255", "1,5", "inf"]),
    (COUNTRY, ("price", "minutes"), ["9", "181"]),
    (COUNTRY, ("price", "sources"), [[]]),
    (COUNTRY, ("currency",), ["US", "USDX", "usd", "xUSD"]),
    (COUNTRY, ("sign",), ["", "xxxxx"]),
    (COUNTRY, ("locale",), ["en", "EN-us", "en-USA", "een-US", "e-US", "en-U"]),
    (COUNTRY, ("emergency",), ["11", "1111", "x911", "911x"]),
    (SOURCE, ("numbers", "people", "value"), ["1e3", ".5", "1,401", "nan", "1.2.3"]),
    (SOURCE, ("numbers", "people", "out_of"), ["1", "0"]),
    (SOURCE, ("numbers", "people", "unit"), ["persons", "US", "USDX", "x%", "%x", "xUSD", ""]),
    (SOURCE, ("numbers", "people", "bound"), ["over"]),
    (SOURCE, ("year",), ["1949", "2101"]),
    (SOURCE, ("title",), ["ab", " ab ", "x" * 301]),
    (SOURCE, ("doi",), ["10.123/x", "10.1234567890/x", "10.1234/", "x10.1234/x", "10.1234/x y"]),
    (SOURCE, ("pmid",), ["1234", "1234567890", "x12345", "12345x"]),
    (SOURCE, ("pmc",), ["PMC", "1", "xPMC1", "PMC1x"]),
    (SOURCE, ("url",), ["x.org", "ftp://x.org"]),
    (
        CLAIM,
        ("picture", "rows", 0, "number"),
        ["a", "a.b.c", "a b.c", "A.b", "a.B", "a.", ".b", "ä.b", "a.ä", "xä.b", "a.bä"],
    ),
    (CLAIM, ("picture", "rows"), [[]]),
    (CLAIM, ("meaning",), [[], "One."]),
    (CLAIM, ("sources",), [["Trial"]]),
    (PRICES, ("frequencies", 0, "visits"), ["0", "8"]),
    (PRICES, ("frequencies", 0, "every_weeks"), ["0", "5"]),
    (PRICES, ("frequencies",), [[]]),
    (PRICES, ("scenarios", 0, "weeks"), ["0", "53"]),
    (PRICES, ("scenarios",), [[]]),
    (PRICES, ("article", "minutes"), ["9", "181"]),
    (PRICES, ("stops",), [[], ["0"], ["366"]]),
    (PRICES, ("limits", "price", "high"), ["1.255"]),
    (GUIDE, ("grace_days",), ["-1", "366"]),
    (GUIDE, ("authors",), [[]]),
    (GUIDE, ("aims",), [[]]),
    (
        GUIDE,
        ("contact",),
        [
            "clinic",
            "a@b",
            "http://clinic.example/",
            "a b@clinic.example",
            "mailto:a@clinic.example",
        ],
    ),
    (GUIDE, ("signed",), [signed("card/emergency"), signed("card/emergency 0a1b2c3"), signed()]),
    ("article", ("rows", 0, "id"), ["A1", "A100", "xA01", "01", "A01x"]),
    ("article", ("rows",), [[]]),
    ("questions/does-it-hurt", ("question",), ["Why?", " Why? ", "x" * 121]),
    (
        "questions/does-it-hurt",
        ("more",),
        ["[[link:a]] [[link:b]]", "See [[link:a]]", "[[link:a]],  x", "words", "*, *", "[[n:a.b]]"],
    ),
    (
        "redirects",
        ("moved",),
        [
            *([{"was": was, "now": "a"}] for was in ("", "A", "a--b", "a/", "/a", "a//b", "-a")),
            *([{"was": was, "now": "a"}] for was in ("a-", "a#b", "x" * 121, "a/-b", "a/B", "aä")),
            [],
        ],
    ),
    ("links", ("flaky", 0, "address"), ["x.org", "ftp://x.org"]),
    ("links", ("flaky",), [[]]),
    ("safety", ("cards",), [[]]),
    ("safety", ("ask_first",), [[]]),
    ("safety", ("side_effects",), [[]]),
    ("safety", ("ask_first", 0, "level"), ["never"]),
    ("search", ("same",), [[["a"]]]),
    ("urgent", ("answers", 0, "signs"), [[["cannot"]]]),
    ("urgent", ("answers",), [[]]),
    ("search", ("small_words",), [[]]),
    ("therapist-checklist", ("before_you_book",), [[]]),
    ("therapist-checklist", ("at_the_visit",), [[]]),
    ("therapist-checklist", ("walk_away",), [[]]),
    ("therapist-checklist", ("questions",), [[]]),
    ("values", ("statements", 0, "rows"), [[], ["money"]]),
    ("values", ("statements",), [[]]),
    ("quality", ("items", 0, "lists"), [[], ["NICE"]]),
    ("quality", ("items",), [[]]),
    ("benefits/sleep", ("graded_in",), [[]]),
]


def cases(rows: list[tuple[str, Path, list[Any]]]) -> list[tuple[str, Path, Any]]:
    """A case for each value."""
    return [(key, path, value) for key, path, values in rows for value in values]


@pytest.mark.parametrize(("key", "path", "value"), cases(GOOD))
def test_a_value_within_its_limits_is_let_pass(key: str, path: Path, value: Any) -> None:
    assert faults(key, {path: value}) == []


@pytest.mark.parametrize(("key", "path", "value"), cases(BAD))
def test_a_value_beyond_them_is_refused_at_its_place(key: str, path: Path, value: Any) -> None:
    found = faults(key, {path: value})
    assert found and all(loc[: len(path)] == path for loc, _ in found)


LISTS: list[tuple[str, Path]] = [
    *[("article", ("rows",)), ("quality", ("items",)), ("quality", ("items", 0, "lists"))],
    *[("values", ("statements",)), ("values", ("statements", 1, "rows")), (GUIDE, ("aims",))],
    *[("safety", (name,)) for name in ("cards", "ask_first", "side_effects")],
    *[(PRICES, (name,)) for name in ("frequencies", "scenarios", "stops")],
    *[("urgent", ("answers",)), ("urgent", ("groups", "pee")), ("links", ("flaky",))],
    *[("therapist-checklist", (name,)) for name in ("before_you_book", "at_the_visit")],
    *[("therapist-checklist", (name,)) for name in ("walk_away", "questions")],
    *[(CLAIM, ("picture", "rows")), (CLAIM, ("sources",)), (CLAIM, ("evidence",))],
    *[(TYPE, ("what_happens",)), (COUNTRY, ("help_lines",)), ("benefits/sleep", ("graded_in",))],
]


@pytest.mark.parametrize(("key", "path"), LISTS)
def test_a_list_has_one_item_at_least(key: str, path: Path) -> None:
    assert faults(key, {path: value(key, path)[:1]}) == []
    assert faults(key, {path: []}) == [(path, "too_short")]


def test_blanks_around_names_and_lines_are_taken_off() -> None:
    changes = {("title",): " Thai ", ("also_called", 0): " x y "}
    record = loaded(TYPE, changes)
    assert (record.title, record.also_called) == ("Thai", ("x y",))
    assert loaded(SOURCE, {("title",): " A trial "}).title == "A trial"
    assert loaded("questions/does-it-hurt", {("question",): " Why so? "}).question == "Why so?"


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        (("checked",), "2026-1-24", "date_form"),
        (("order",), "1e3", "number_form"),
        (("summary",), "[[x]]", "bad_mark"),
    ],
)
def test_a_fault_is_of_the_kind_that_has_words_for_editors(
    path: Path, value: str, kind: str
) -> None:
    assert faults(TYPE, {path: value}) == [(path, kind)]


def test_more_than_links_is_a_kind_of_fault_too() -> None:
    found = faults("questions/does-it-hurt", {("more",): "See [[link:a]]"})
    assert found == [(("more",), "only_links")]


def test_numbers_and_days_keep_their_value() -> None:
    record = loaded(COUNTRY, {("price", "typical"): "12.50", ("order",): "7"})
    assert str(record.price.typical) == "12.50" and record.order == 7
    assert loaded(TYPE).checked.isoformat() == "2026-11-24"


def test_numbers_and_days_may_come_as_what_they_are() -> None:
    """Programs that write entries have no need to spell them."""
    found = loaded(TYPE, {("order",): 7, ("checked",): dt.date(2026, 11, 24)})
    assert (found.order, found.checked) == (7, dt.date(2026, 11, 24))


def test_links_are_kept_as_prose() -> None:
    assert loaded("questions/does-it-hurt", {("more",): "[[link:a]]"}).more == Prose.parse(
        "[[link:a]]"
    )


def test_an_address_stays_as_the_list_of_links_prints_it() -> None:
    record = loaded("links", {("flaky", 0, "address"): "https://x.org"})
    assert str(record.flaky[0].address) == "https://x.org"


def test_what_is_left_out_is_nothing() -> None:
    found = loaded("sources/guideline-2020")
    assert (found.numbers, found.doi, found.limits) == ({}, None, None)
    flags = loaded("safety").ask_first[1]
    assert (flags.no_firm_pressure, flags.every_kind) == (False, False)
    urgent = loaded("urgent").answers[0]
    assert (urgent.lines, urgent.alone) == (False, False)
    assert loaded("links", {("flaky",): GONE}).flaky == () == loaded("redirects").moved


PASSAGE = ("what_happens", 0)


def test_a_passage_has_a_source_or_says_that_it_has_none() -> None:
    basis, sources = (*PASSAGE, "basis"), (*PASSAGE, "sources")
    assert faults(TYPE, {basis: GONE}) == [(PASSAGE, "missing_source")]
    assert faults(TYPE, {sources: ["trial-2011"]}) == [(PASSAGE, "source_and_basis")]
    assert details_at(TYPE, {sources: ["trial-2011"]}) == "basis"
    assert faults(TYPE, {basis: GONE, sources: ["trial-2011"]}) == []
    assert loaded(TYPE).what_happens[0].basis.value == "unsourced"
    assert faults(TYPE, {basis: "guess"}) == [(basis, "enum")]


def details_at(key: str, changes: dict[Path, Any]) -> Any:
    """The key that a fault of a whole record is really about."""
    return details(key, changes)["at"]


def test_the_lightest_pressure_is_not_firmer_than_the_firmest() -> None:
    path = ("pressure", "lightest")
    assert faults(TYPE, {path: "4"}) == [(("pressure",), "range")]
    assert details_at(TYPE, {path: "4"}) == "lightest"
    assert loaded(TYPE, {path: "3"}).pressure.lightest == 3


def test_a_help_line_prints_the_emergency_number_of_its_country() -> None:
    own = "call [[call:emergency]], or [[call:116 123]]"
    found = loaded(COUNTRY, {("help_lines", 0, "text"): own, ("emergency",): "112"})
    assert found.help_lines[0].text.text == "call [[call:112]], or [[call:116 123]]"


def test_the_emergency_number_is_known_by_its_mark_in_help_lines_alone() -> None:
    place = ("tips", 0, "text")
    assert faults(COUNTRY, {place: "Call [[call:emergency]]."}) == [(place, "bad_mark")]
