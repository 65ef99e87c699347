"""Whether each word that leads to a place is found there.

The search offers other words for a page or a section: `pages` in search.yml, and `also_called` of
entries. A reader who follows one must find something about it. So of the words that tell the place
apart at least half stand there, or words that mean the same. This is known once all pages are
finished.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..problems.problem import Code, Problem
from ..site.queries import offered
from ..site.site import Site
from ..text.roots import roots

_ByRoot = Mapping[str, list[list[set[str]]]]


def not_found(site: Site, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem where each such word is written.

    `texts` are what readers see, by place: the address of a page, or of a section.
    """
    held = {place: roots(text) for place, text in texts.items()}
    common = _common(held) | roots(*site.search.small_words)
    same = _by_root([[roots(words) for words in group] for group in site.search.same])
    for key, at, place, phrase in offered(site):
        if place in held and not _stands(roots(phrase), held[place], common, same):
            yield site.problem(
                key,
                at,
                Code.PAGE,
                f"“{phrase}” leads to “{place}”, and nothing there says it.",
                "Say something about it there; or write it in search.yml, below `same`, beside a "
                "word of the page that means the same; or take it out.",
                snippet=phrase,
            )


def _stands(phrase: set[str], here: set[str], common: set[str], same: _ByRoot) -> bool:
    """Whether half of the telling words of a phrase stand here, or what means the same."""
    telling = phrase - common or phrase
    found = telling & here
    for group in (group for root in phrase for group in same.get(root, ())):
        meant = {root for words in group if words <= phrase for root in words & telling}
        if not meant <= found and any(words <= here for words in group):
            found |= meant
    return 2 * len(found) >= len(telling)


def _by_root(groups: Iterable[list[set[str]]]) -> _ByRoot:
    """The groups of words of one meaning that a word may belong to: there are hundreds."""
    found = defaultdict(list)
    for group in groups:
        for root in set().union(*group):
            found[root].append(group)
    return found


def _common(held: Mapping[str, set[str]]) -> set[str]:
    """Words that stand on more than half of the pages: they tell none apart."""
    pages = [words for place, words in held.items() if "#" not in place]
    counts = Counter(root for words in pages for root in words)
    return {root for root, count in counts.items() if 2 * count > len(pages)}
