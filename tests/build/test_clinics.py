"""What clinics hand on: each topic and kind has an address, codes, handouts and texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.rules.text_message import MOST, length
from massage_guide.site.share_kits import Kit, ascii_text, kits
from massage_guide.site.site import Site
from tests.support.built_pages import parsed
from tests.support.qr_codes import code_in


@pytest.fixture(scope="module")
def all_kits(site: Site) -> list[Kit]:
    """Every kit of the example."""
    return list(kits(site))


def shown(built: Path, id: str) -> str:
    """A text on the page for clinics, as it is copied."""
    return parsed(built / "clinics/index.html").query(f"#{id}")[0].to_text()


def test_each_topic_and_each_kind_has_its_kit(all_kits: list[Kit], site: Site) -> None:
    assert {kit.id for kit in all_kits} == {
        "safety",
        "find-a-therapist",
        "first-visit",
        "cost",
        "does-it-help",
        *site.types,
    }


def test_each_address_is_that_of_a_page(built: Path, all_kits: list[Kit]) -> None:
    for kit in all_kits:
        assert (
            shown(built, f"address-{kit.id}")
            == kit.url
            == f"https://massage-guide.example/{kit.address}/"
        )
        assert (built / kit.address / "index.html").is_file()


def test_each_code_leads_to_its_page_as_svg_and_as_png(built: Path, all_kits: list[Kit]) -> None:
    for kit in all_kits:
        for form in ("svg", "png"):
            assert code_in(built / kit.files[form]) == [kit.url], kit.files[form]


def test_each_message_fits_into_one_and_names_its_page(built: Path, all_kits: list[Kit]) -> None:
    for kit in all_kits:
        text = shown(built, f"message-{kit.id}")
        assert text == kit.message and text.endswith(f" {kit.url}")
        assert length(text) <= MOST
        assert text.isascii()


def test_each_after_visit_text_is_plain_dated_and_honest(
    built: Path, all_kits: list[Kit], site: Site
) -> None:
    for kit in all_kits:
        text = shown(built, f"visit-{kit.id}")
        assert text.isascii() and "\n" not in text and kit.url in text
        assert (
            site.words.groups["dates"]["not_reviewed"] in text
            and str(site.guide.content_date.year) in text
        )


def test_each_handout_and_code_can_be_reached(built: Path, all_kits: list[Kit]) -> None:
    links = {
        node.attrs["href"] for node in parsed(built / "clinics/index.html").query("article a[href]")
    }
    for kit in all_kits:
        assert links >= {f"../{file}" for file in kit.files.values()}


def test_each_page_offers_its_own_handout(built: Path, all_kits: list[Kit]) -> None:
    for kit in all_kits:
        up = "../" * (kit.address.count("/") + 1)
        links = [
            node.attrs["href"]
            for node in parsed(built / kit.address / "index.html").query("article a[href$='.pdf']")
        ]
        forms = ("a4", "letter", "large", "large_letter")
        assert links == [f"{up}{kit.files[form]}" for form in forms], kit.id


def test_letters_of_other_alphabets_are_kept_for_the_rule_to_find() -> None:
    assert ascii_text("“Ça va” – c’est 5 °…") == '"Ca va" - c\'est 5  degrees...'
    assert ascii_text("ש") == "ש" and length("ש") is None


@pytest.mark.parametrize(
    ("text", "signs"), [("", 0), ("a" * 160, 160), ("[a]", 5), ("é", 1), ("€", 2), ("”", None)]
)
def test_signs_are_counted_as_phones_count_them(text: str, signs: int | None) -> None:
    assert length(text) == signs
