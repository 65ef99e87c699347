"""Each word of content/wording.yml is needed, and every treatment is held to its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from massage_guide.model.claims import Certainty
from massage_guide.model.wording import Wording
from massage_guide.rules import wording
from massage_guide.rules.wording import Matcher, treatments
from massage_guide.site.site import Site
from tests.support.projects import ROOT
from tests.support.vocabulary import vocabulary

PAIRS = ROOT / "tests/guide/wording.txt"


class Pair(NamedTuple):
    """A sentence that must be refused and one that must pass, because of one word."""

    group: str
    word: str
    refused: str
    passing: str

    def outcomes(self, matcher: Matcher) -> tuple[bool, bool]:
        """Whether each of the two is refused."""
        return _is_refused(matcher, self.refused), _is_refused(matcher, self.passing)


def _is_refused(matcher: Matcher, sentence: str) -> bool:
    """Whether a sentence is refused; it may start with a certainty, and else has a low one."""
    certainty, colon, rest = sentence.partition(": ")
    if colon and certainty in set(Certainty):
        return bool(matcher.overclaim(rest, Certainty(certainty)))
    return bool(matcher.overclaim(sentence, Certainty.LOW))


def pairs() -> list[Pair]:
    """The pairs of the guide's words, in order."""
    found, group = [], ""
    for line in PAIRS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            group = line[2:]
        elif line:
            word, refused, passing = line.split(" | ")
            found.append(Pair(group, word, refused, passing))
    return found


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
    text = f"{pair.refused} {pair.passing}".lower()
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
    pinned = [(pair.group, pair.word) for pair in pairs()]
    listed = [(group, word) for group, words in GROUPS.items() for word in words]
    assert not (unpinned := sorted({*listed} - {*pinned})), (
        f"{unpinned}: in tests/guide/wording.txt, below the name of the group, add for each: "
        "WORD | a sentence that is refused because of it | one that passes"
    )
    assert not (unlisted := sorted({*pinned} - {*listed})), (
        f"{unlisted}: no longer in content/wording.yml. If that was meant, delete the pairs."
    )
    assert len(listed) == len({*listed}) and len(pinned) == len({*pinned})


def test_each_pair_is_judged_as_it_should_be_and_because_of_its_word() -> None:
    whole = matcher_of(GROUPS)
    for pair in pairs():
        assert pair.outcomes(whole) == (True, False), pair
        met = met_by(pair)
        met[pair.group].remove(pair.word)
        assert pair.outcomes(matcher_of(met)) != (True, False), (
            f"{pair}: it makes no difference. Find a pair that needs it, or delete the word."
        )


def test_every_treatment_of_the_guide_is_held_to_its_evidence(site: Site) -> None:
    matcher = wording.matcher_of(site)
    for name in treatments(site):
        for claim in ("cures back pain", "relieves pain"):
            assert matcher.overclaim(f"Today {name} {claim}.", Certainty.LOW), (name, claim)
        assert matcher.overclaim(f"Today {name} may relieve pain.", Certainty.LOW) is None
