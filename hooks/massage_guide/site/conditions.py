"""Whose advice a kind of massage prints whole: it may add conditions, and leave none out."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.safety import AskFirst
from ..model.types import MassageType


def advised(kind: MassageType, conditions: Iterable[AskFirst]) -> tuple[str, ...]:
    """Ids of the conditions in the order of safety.yml.

    Those that matter with any massage; with a firm kind those in which firm pressure is a danger;
    and those that the kind itself names.
    """
    return tuple(
        condition.id
        for condition in conditions
        if condition.every_kind
        or (kind.pressure.may_be_firm and condition.no_firm_pressure)
        or condition.id in kind.ask_first
    )
