"""A text message with the page's address fits into one message of a phone.

That is 160 signs that every phone knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problem import Problem
from ..site.share_kits import kits
from ..site.site import Site

CODE = "text-message"

MOST = 160
# The signs that one message carries, and those that count twice: 3GPP TS 23.038, the default
# alphabet.
ONCE = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ "
    "!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = set("^{}\\[~]|€")


def length(text: str) -> int | None:
    """The length of a text in a message.

    It is None if it contains a character that phones may not know.
    """
    if not set(text) <= ONCE | TWICE:
        return None
    return sum(2 if sign in TWICE else 1 for sign in text)


def check(site: Site) -> Iterator[Problem]:
    """Every message that clinics are offered."""
    for kit in kits(site):
        signs = length(kit.message)
        path = ("message",) if kit.own_message else ()
        if signs is None:
            strange = sorted(set(kit.message) - ONCE - TWICE)
            yield site.problem(
                kit.file,
                path,
                CODE,
                f"Phones may not show “{strange[0]}” in the text message of this entry.",
                "Write a `message` in plain letters.",
                snippet=strange[0],
            )
        elif signs > MOST:
            yield site.problem(
                kit.file,
                path,
                CODE,
                f"The text message of this entry has {signs} signs with its address; {MOST} fit.",
                f"Write a `message` of at most {MOST - len(kit.url) - 1} signs; the address "
                f"{kit.url} comes after it.",
            )
