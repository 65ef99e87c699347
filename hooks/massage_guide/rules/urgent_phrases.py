"""What raises an urgent answer in the search belongs to it, and is not filed under another.

Each phrase shares a word with the answer, its card or one of its signs. Names of an illness, which
answers in plain words need not say, are listed apart. Whoever is in crisis, or hurt by somebody,
says it in words that no card repeats: their phrases are free.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.countries import PRIVATE
from ..model.safety import CareCard
from ..model.urgent import UrgentAnswer
from ..problems.problem import Problem
from ..site.site import Site
from ..text.roots import roots

CODE = "urgent-phrases"


def check(site: Site) -> Iterator[Problem]:
    """Each phrase of each answer."""
    cards = {card.id: card for card in site.safety.cards if card.need not in PRIVATE}
    passed_over = roots(*site.urgent.skip, *site.search.small_words)
    for number, answer in enumerate(site.urgent.answers):
        groups = {group for sign in answer.signs for group in sign}
        if answer.card not in cards or not groups <= set(site.urgent.groups):
            continue  # `references` reports a misspelt id
        known = _known(site, answer, cards[answer.card]) - passed_over
        for place, phrase in enumerate(answer.phrases):
            if not roots(phrase) & known:
                yield site.problem(
                    "urgent",
                    ("answers", number, "phrases", place),
                    CODE,
                    f"“{phrase}” shares no word with its answer, its card or its signs.",
                    "Is it a name of the illness? Then write it below `names`. If not, it may "
                    "belong to another answer.",
                    snippet=phrase,
                )


def _known(site: Site, answer: UrgentAnswer, card: CareCard) -> set[str]:
    """The words that an answer, its card and its signs hold, and those that mean the same."""
    lines = site.help_lines.whom_to_call(card.need) if card.need else ()
    passages = (answer.answer, *card.signs, *lines, *card.actions)
    said = map(site.plain, (card.title, *(passage.text for passage in passages)))
    groups = (site.urgent.groups[group] for sign in answer.signs for group in sign)
    known = roots(*said, *(phrase for group in groups for phrase in group))
    same = (words for words in site.search.same if any(roots(word) <= known for word in words))
    return known | roots(*(word for words in same for word in words))
