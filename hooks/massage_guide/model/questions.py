"""Questions that people ask."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from .fields import Dated, Entry, Line, Links, Passages, Whole


class QuestionGroup(StrEnum):
    """What a question is about, in the order of the page. `words.yml` says it in plain words."""

    HELP = "does it help"
    SAFETY = "is it safe"
    BODY = "your body and health"
    VISIT = "the visit"
    AFTER = "after the visit"
    MONEY = "money"
    HOME = "at home and at work"
    OTHER_CARE = "other care"
    WRONG = "if something goes wrong"


class Question(Entry, Dated):
    """A question that people ask, with a short answer."""

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=120)]
    """The question as people ask it."""
    group: QuestionGroup
    """Below which heading it stands."""
    not_covered: Line | None = None
    ("What the guide has no answer to: readers are told so first, and `answer` says whom to ask.")
    answer: Passages
    """The answer, the main message first."""
    more: Links | None = None
    """Links to pages that say more: [[link:...]], with a comma and a blank between two."""
    also_called: tuple[Line, ...] = ()
    """Other words that people search for."""
    order: Whole
    """Place in lists, the lowest first."""

    @property
    def title(self) -> str:
        """The question, as lists name the entry."""
        return self.question
