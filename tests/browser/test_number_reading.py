"""Numbers are read as people write them.

What could mean two things is refused; nothing else ever comes out.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page


def read(home: Page, cases: list[tuple[str, list[str]]]) -> list[dict[str, Any]]:
    """What each text is read as, under each list of locales."""
    return home.evaluate(
        """async (cases) => {
        const { readNumber } = await import("/assets/javascripts/calculator/parse-number.js");
        return cases.map(([text, locales]) => readNumber(text, locales, "A$ C$ £ USD %"));
    }""",
        cases,
    )


@pytest.mark.parametrize(
    ("text", "locale", "hundredths"),
    [
        ("75", "en-US", 75_00),
        (" 75 ", "en-US", 75_00),
        ("49.5", "en-US", 49_50),
        ("49.50", "en-US", 49_50),
        ("$1,200.00", "en-US", 1200_00),
        ("1,200", "en-US", 1200_00),
        ("1 200", "en-US", 1200_00),
        ("1\u00a0200", "en-US", 1200_00),
        ("1\u202f200,50", "fr-CA", 1200_50),
        ("1'200.50", "de-CH", 1200_50),
        ("50,5", "de-DE", 50_50),
        ("50,5", "fr-CA", 50_50),
        ("1.200", "de-DE", 1200_00),
        ("1.200,00 €", "de-DE", 1200_00),
        ("A$100", "en-AU", 100_00),
        ("100 USD", "en-US", 100_00),
        ("usd 100", "en-US", 100_00),
        ("£1,000,000", "en-GB", 1_000_000_00),
        (".5", "en-US", 50),
        ("50.", "en-US", 50_00),
        ("007", "en-US", 7_00),
        ("15%", "en-US", 15_00),
        ("７５", "en-US", 75_00),
        ("-5", "en-US", -5_00),
        ("−5", "en-US", -5_00),
        ("-$5", "en-US", -5_00),
        ("+5", "en-US", 5_00),
        ("0", "en-US", 0),
        ("9" * 400, "en-US", 1e11),
    ],
)
def test_what_is_understood(home: Page, text: str, locale: str, hundredths: int) -> None:
    assert read(home, [(text, [locale])]) == [{"value": hundredths}]


@pytest.mark.parametrize(
    ("text", "locale", "meanings"),
    [
        ("50,5", "en-US", [50_50, 505_00]),
        ("50,50", "en-GB", [50_50, 5050_00]),
        ("1.200", "en-US", [1_20, 1200_00]),
        ("1,200", "de-DE", [1_20, 1200_00]),
        ("$1.250", "en-US", [1_25, 1250_00]),
    ],
)
def test_what_could_mean_two_things_is_refused_with_both(
    home: Page, text: str, locale: str, meanings: list[int]
) -> None:
    assert read(home, [(text, [locale])]) == [{"problem": "ambiguous", "meanings": meanings}]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "missing"),
        ("   ", "missing"),
        ("\t", "missing"),
        ("abc", "not_a_number"),
        ("$", "not_a_number"),
        ("-", "not_a_number"),
        ("1e3", "not_a_number"),
        ("0x10", "not_a_number"),
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("12 00", "not_a_number"),
        ("1,20,000", "not_a_number"),
        ("1,200,00", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("--5", "not_a_number"),
        ("5-", "not_a_number"),
        ("50 to 60", "not_a_number"),
        ("fifty", "not_a_number"),
        ("5²", "not_a_number"),
        ("½", "not_a_number"),
        (".", "not_a_number"),
        (",", "not_a_number"),
        ("1,234.567", "too_fine"),
        ("0.125", "too_fine"),
        ("<b>5</b>", "not_a_number"),
    ],
)
def test_what_is_refused(home: Page, text: str, problem: str) -> None:
    (found,) = read(home, [(text, ["en-US"])])
    assert found["problem"] == problem


def test_the_readers_own_habits_count_beside_those_of_the_country(home: Page) -> None:
    assert read(home, [("50,5", ["en-US", "de-DE"]), ("1,200", ["en-US", "de-DE"])]) == [
        {"value": 50_50},
        {"value": 1200_00},
    ]


def test_no_text_whatever_gives_anything_but_a_whole_number_of_hundredths_or_a_named_problem(
    home: Page,
) -> None:
    draw = random.Random(7)
    alphabet = (
        "0123456789" * 3
        + ".,., -−+'’$£€%eExXNaIf∞\u00a0\u202f\u0660\u0663\u200f\u2044½²\U0001d7d8"
        + '\n\0<>&"\\(){}[]*^|'
    )
    texts = [
        "".join(draw.choice(alphabet) for _ in range(draw.randint(0, 12))) for _ in range(5000)
    ]
    locales = [
        draw.sample(["en-US", "de-DE", "fr-CA", "es-ES", "ar-EG", "hi-IN"], 2) for _ in texts
    ]
    for text, found in zip(texts, read(home, list(zip(texts, locales, strict=True))), strict=True):
        if "value" in found:
            assert float(found["value"]).is_integer() and abs(found["value"]) <= 1e11, (text, found)
            assert any(sign.isdigit() or sign.isnumeric() for sign in text), text
        else:
            assert found["problem"] in {"missing", "not_a_number", "too_fine", "ambiguous"}, text
