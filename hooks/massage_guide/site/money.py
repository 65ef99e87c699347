"""How money is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..cost import minor_units
from ..model.countries import Country


@dataclass(frozen=True, order=True)
class Money:
    """An amount in whole minor units, such as cents, and the sign of its currency.

    As text: $50, $1,200, $49.50.
    """

    amount: int
    sign: str

    def __str__(self) -> str:
        whole, rest = divmod(self.amount, 100)
        return f"{self.sign}{whole:,}" + (f".{rest:02}" if rest else "")


def money(amount: Decimal, country: Country) -> Money:
    """An amount, as content writes it, in the money of a country."""
    return Money(minor_units(amount), country.sign)


def money_range(one: Money, other: Money) -> str:
    """Two amounts as a range, the lower first; one amount when they are the same."""
    low, high = sorted((one, other))
    return str(low) if low == high else f"{low}–{high}"
