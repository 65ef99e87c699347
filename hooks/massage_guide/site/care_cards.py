"""Care cards as every surface prints them: whole, with whom to call."""

from __future__ import annotations

from ..model.countries import HURT_BY_SOMEBODY, Need
from ..model.fields import Id, Passage, Passages, Record
from ..model.safety import CareCard, Urgency
from ..text.prose import Prose
from .help_lines import HelpLines


class PrintedCard(Record):
    """A care card with the help lines of its need, and in an emergency with the numbers to call."""

    id: Id
    urgency: Urgency
    need: Need | None
    title: Prose
    about: str
    signs: Passages
    lines: tuple[Passage, ...]
    """Where to get help, country by country."""
    actions: tuple[Passage, ...]
    everywhere: bool

    @property
    def needs_quick_exit(self) -> bool:
        """Whether its readers may be watched, and must be able to leave at once."""
        return self.need in HURT_BY_SOMEBODY


def printed(card: CareCard, help_lines: HelpLines) -> PrintedCard:
    """The card as it is printed."""
    calls = (help_lines.call(),) if card.urgency is Urgency.EMERGENCY else ()
    return PrintedCard.model_construct(
        id=card.id,
        urgency=card.urgency,
        need=card.need,
        title=card.title,
        about=card.about,
        signs=card.signs,
        lines=help_lines.whom_to_call(card.need) if card.need else (),
        actions=(*card.actions, *calls),
        everywhere=card.everywhere,
    )
