"""What raises an urgent answer in the search belongs to it, and is not filed under another.

Each phrase shares a word with the answer, its card or one of its signs. Names of an illness, which
answers in plain words need not say, are listed apart. Whoever is in crisis, or hurt by somebody,
says it in words that no card repeats: their phrases are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.countries import PRIVATE
from ..model.safety import CareCard
from ..model.search import UrgentAnswer
from ..problems.problem import Problem
from ..site.site import Site

CODE = "urgent-phrases"

_ENDING = re.compile(r"(?<=\w{3})(?:ings?|edly|ed|es|e|s|ness|ly)$")
_ROOT = 5  # letters by which two forms of a word are known as one


def check(site: Site) -> Iterator[Problem]:
    """Each phrase of each answer."""
    cards = {card.id: card for card in site.safety.cards if card.need not in PRIVATE}
    passed_over = _roots([*site.search.skip, *site.search.small_words])
    for number, answer in enumerate(site.search.urgent):
        groups = {group for sign in answer.signs for group in sign}
        if answer.card not in cards or not groups <= set(site.search.groups):
            continue  # `references` reports a misspelt id
        known = _known(site, answer, cards[answer.card]) - passed_over
        for place, phrase in enumerate(answer.phrases):
            if not _roots([phrase]) & known:
                yield site.problem(
                    "search",
                    ("urgent", number, "phrases", place),
                    CODE,
                    f"“{phrase}” shares no word with its answer, its card or its signs.",
                    "Is it a name of the illness? Then write it below `names`. If not, it may "
                    "belong to another answer.",
                    snippet=phrase,
                )


def _known(site: Site, answer: UrgentAnswer, card: CareCard) -> set[str]:
    """The words that an answer, its card and its signs hold, and those that mean the same."""
    said = [answer.answer.text, card.title]
    lines = site.help_lines.whom_to_call(card.need) if card.need else ()
    said += [passage.text for passage in (*card.signs, *lines, *card.actions)]
    groups = (site.search.groups[group] for sign in answer.signs for group in sign)
    known = _roots([*map(site.plain, said), *(phrase for group in groups for phrase in group)])
    same = (words for words in site.search.same if any(_roots([word]) <= known for word in words))
    return known | _roots(word for words in same for word in words)


def _roots(texts: Iterable[str]) -> set[str]:
    words = (word for text in texts for word in re.findall(r"[^\W_]+", text.lower()))
    return {_ENDING.sub("", word)[:_ROOT] for word in words}
