"""Each word of content/wording.yml is needed, and every treatment is held to its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from massage_guide.model.fields import Certainty
from massage_guide.model.wording import Wording
from massage_guide.rules import wording
from massage_guide.rules.wording import Matcher, treatments
from massage_guide.site.site import Site
from tests.support.pairs import Pair, disagreements, pairs, without
from tests.support.projects import ROOT
from tests.support.vocabulary import vocabulary

PAIRS = pairs(ROOT / "tests/guide/wording.txt")


def outcomes(pair: Pair, matcher: Matcher) -> tuple[bool, bool]:
    """Whether each of the two sentences is refused."""
    return _is_refused(matcher, pair.stopped), _is_refused(matcher, pair.passing)


def _is_refused(matcher: Matcher, sentence: str) -> bool:
    """Whether a sentence is refused; it may start with a certainty, and else has a low one."""
    certainty, colon, rest = sentence.partition(": ")
    if colon and certainty in set(Certainty):
        return bool(matcher.overclaim(rest, Certainty(certainty)))
    return bool(matcher.overclaim(sentence, Certainty.LOW))


WORDS = vocabulary(ROOT / "content/wording.yml")
GROUPS = {name: words for name, words in WORDS if isinstance(words, tuple)}


def matcher_of(words: Mapping[str, Iterable[str]]) -> Matcher:
    """A matcher with these words.

    It knows no names of entries, so that the pairs stand whatever entries come: none but the
    ordinary words, which are nothing unless they are names.
    """
    names = dict.fromkeys({*WORDS.ordinary} - {*WORDS.treatments})
    return Matcher(
        Wording.model_validate({name: list(found) for name, found in words.items()}), names
    )


def met_by(pair: Pair) -> dict[str, list[str]]:
    """The guide's words that a pair could meet: the others need not be compiled each time."""
    text = f"{pair.stopped} {pair.passing}".lower()
    return {
        group: [
            word
            for word in words
            if word in ("be", "have")  # their forms are too unlike them
            or all(part.rstrip("*")[:-1] in text for part in re.split("[ -]", word) if part != "…")
        ]
        for group, words in GROUPS.items()
    }


def test_every_word_has_its_pair_and_every_pair_its_word() -> None:
    assert not (found := list(disagreements(GROUPS, PAIRS))), (
        f"{found}: in tests/guide/wording.txt, below the name of the group, is for each word: "
        "WORD | a sentence that is refused because of it | one that passes"
    )


def test_each_pair_is_judged_as_it_should_be_and_because_of_its_word() -> None:
    whole = matcher_of(GROUPS)
    for pair in PAIRS:
        assert outcomes(pair, whole) == (True, False), pair
        met = without(met_by(pair), pair.group, pair.word)
        assert outcomes(pair, matcher_of(met)) != (True, False), (
            f"{pair}: it makes no difference. Find a pair that needs it, or delete the word."
        )


def test_every_treatment_of_the_guide_is_held_to_its_evidence(site: Site) -> None:
    matcher = wording.matcher_of(site)
    for name in treatments(site):
        for claim in ("cures back pain", "relieves pain"):
            assert matcher.overclaim(f"Today {name} {claim}.", Certainty.LOW), (name, claim)
        assert matcher.overclaim(f"Today {name} may relieve pain.", Certainty.LOW) is None
