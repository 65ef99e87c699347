"""What a clinician and a safeguarding lead sign: each record for itself, and its words alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from massage_guide.model.countries import Part
from massage_guide.model.guide import Signature, SignsAs
from massage_guide.release.sign_off import safety_records, sign_off_sheet, unsigned
from massage_guide.site.site import Site
from massage_guide.text.prose import Prose


def signed(site: Site, role: SignsAs, records: Iterable[str]) -> Site:
    """The guide with a signature in it."""
    signature = Signature.model_construct(signs_as=role, records=tuple(records))
    guide = site.guide.model_copy(update={"signed": (*site.guide.signed, signature)})
    return replace(site, guide=guide)


def keys(site: Site) -> list[str]:
    return [record.key for record in safety_records(site)]


def with_first_card(site: Site, **changed: Any) -> Site:
    card = site.safety.cards[0].model_copy(update=changed)
    cards = (card, *site.safety.cards[1:])
    return replace(site, safety=site.safety.model_copy(update={"cards": cards}))


def test_every_card_condition_level_number_and_help_line_is_a_record_of_its_own(site: Site) -> None:
    names = [record.name for record in safety_records(site)]
    assert len(names) == len(set(names))
    safety, lines = site.safety, [it for one in site.countries.values() for it in one.help_lines]
    assert {f"card/{card.id}" for card in safety.cards} <= set(names)
    assert {f"condition/{condition.id}" for condition in safety.ask_first} <= set(names)
    assert {f"emergency/{id}" for id in site.countries} <= set(names)
    assert sum(name.startswith("help-line/") for name in names) == len(lines)
    assert sum(name.startswith("level/") for name in names) == 6


def test_what_lists_cannot_do_and_where_to_look_elsewhere_are_records_too(site: Site) -> None:
    said = {record.name: record.lines for record in safety_records(site)}
    for name, passage in (
        ("limits", site.safety.limits),
        ("elsewhere", site.safety.crisis_elsewhere),
    ):
        (line,) = said[name]
        assert line.startswith(site.plain(passage.text))


def test_a_way_to_get_help_says_where_and_for_whom_and_its_name_keeps(site: Site) -> None:
    us = site.countries["us"]
    north = Part.model_construct(id="north", name="the North")
    need = us.help_lines[0].needs[0]
    line = us.help_lines[0].model_copy(
        update={"needs": (need,), "parts": ("north",), "who": "Older people"}
    )
    wide = us.model_copy(update={"parts": (north,), "help_lines": (line, line)})
    records = [
        record
        for record in safety_records(replace(site, countries={"us": wide}))
        if record.name.startswith("help-line/")
    ]
    assert [record.name for record in records] == [
        f"help-line/us/north/{need}/1",
        f"help-line/us/north/{need}/2",
    ]
    assert {record.title for record in records} == {f"{us.name}, the North, {need}"}
    assert all(record.lines[0].startswith("Older people: ") for record in records)


@pytest.mark.parametrize(
    "changed", [{"hours": "on Mondays"}, {"free": False}, {"until_rung": Prose("wait", ())}]
)
def test_all_that_is_printed_of_a_help_line_is_signed(site: Site, changed: dict[str, Any]) -> None:
    us = site.countries["us"]
    lines = (us.help_lines[0].model_copy(update=changed), *us.help_lines[1:])
    other = replace(site, countries={"us": us.model_copy(update={"help_lines": lines})})
    assert len(set(keys(site)) - set(keys(other))) == 1


def test_a_level_is_named_without_blanks(site: Site) -> None:
    names = [record.name for record in safety_records(site)]
    assert "level/within-days" in names and not any(" " in name for name in names)


def test_its_code_is_kept_with_its_name(site: Site) -> None:
    record = next(safety_records(site))
    assert record.key == f"{record.name} {record.code}"
    assert len(record.code) == 8 and set(record.code) <= set("0123456789abcdef")


def test_a_record_says_all_that_readers_are_told_with_its_sources(site: Site) -> None:
    card, record = site.safety.cards[0], next(safety_records(site))
    assert site.plain(card.title) in record.title
    for passage, line in zip((*card.signs, *card.actions), record.lines, strict=True):
        assert line.startswith(site.plain(passage.text))
        assert all(source in line for source in passage.sources or ())


def test_a_signature_ends_with_the_first_change_of_the_words_or_of_a_source(site: Site) -> None:
    whole = signed(site, SignsAs.CLINICIAN, keys(site))
    sign = site.safety.cards[0].signs[0]
    other_source = sign.model_copy(update={"sources": ("another",)})
    for changed in (
        with_first_card(whole, title=site.safety.cards[1].title),
        with_first_card(whole, signs=site.safety.cards[0].signs[1:]),
        with_first_card(whole, signs=(other_source, *site.safety.cards[0].signs[1:])),
    ):
        name = f"card/{site.safety.cards[0].id}"
        found = [line for line in unsigned(changed) if line.endswith("clinician")]
        assert found == [f"{name}: changed since it was signed by a clinician"]


def test_both_a_clinician_and_a_safeguarding_lead_are_needed(site: Site) -> None:
    assert len(list(unsigned(site))) == 2 * len(keys(site))
    half = signed(site, SignsAs.CLINICIAN, keys(site))
    assert {line.rpartition(" a ")[2] for line in unsigned(half)} == {"safeguarding lead"}
    assert not list(unsigned(signed(half, SignsAs.SAFEGUARDING_LEAD, keys(site))))


def test_a_signature_for_what_is_gone_is_named_and_stops_nothing(site: Site) -> None:
    whole = signed(site, SignsAs.CLINICIAN, [*keys(site), "card/gone 0123abcd"])
    assert "card/gone: signed by a clinician, and no longer there" in list(unsigned(whole))


@pytest.fixture(scope="module")
def sheet(site: Site) -> str:
    """The text of the sheet, without blanks: lines break where they must."""
    pages = pypdfium2.PdfDocument(BytesIO(sign_off_sheet(site)))
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_the_sheet_prints_every_record_with_its_code_and_every_source(
    site: Site, sheet: str
) -> None:
    for record in safety_records(site):
        for text in (record.name, record.code, record.title, *record.lines):
            assert "".join(text.split()) in sheet, text
        for source in record.sources:
            assert "".join(site.sources[source].title.split()) in sheet


def test_the_sheet_names_both_and_has_a_box_for_each_record(site: Site, sheet: str) -> None:
    for role in ("Clinician", "Safeguardinglead"):
        assert sheet.count(role) == 1 + len(keys(site))
