"""Words become a part of a pattern as they are written."""

from __future__ import annotations

import re

import pytest

from massage_guide.text.patterns import any_of, any_whole


def test_one_of_the_words_is_found_as_it_is_written() -> None:
    pattern = re.compile(any_of(["a.b", "c+"]) + "!")
    assert [found[0] for found in pattern.finditer("a.b! axb! c+! cc! c!")] == ["a.b!", "c+!"]


def test_a_group_of_words_can_stand_within_a_pattern() -> None:
    assert re.fullmatch(f"x{any_of(['a', 'b'])}y", "xby")
    assert not re.fullmatch(f"x{any_of(['a', 'b'])}y", "xa")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a trial found", ["trial"]),
        ("a trial\n  of massage", ["trial of massage"]),  # the longest, wherever its line ends
        ("trial, (trial) trial.", ["trial", "trial", "trial"]),
        ("trials pretrial mis-trial trial-run", []),
        ("a x.y here, xzy there", ["x.y"]),
        ("trial of", ["trial"]),
    ],
)
def test_a_phrase_is_found_whole_and_never_inside_a_word(text: str, found: list[str]) -> None:
    pattern = re.compile(any_whole(["trial", "trial of massage", "x.y"]))
    assert [" ".join(each[0].split()) for each in pattern.finditer(text)] == found
