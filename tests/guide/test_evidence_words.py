"""Each word of content/evidence.yml is needed: a sentence is judged by it, and by it alone."""

from __future__ import annotations

from massage_guide.model.evidence import EvidenceWords
from massage_guide.rules.page_sources import EvidencePatterns
from massage_guide.yaml_source.reader import read, read_bytes
from tests.support.pairs import Groups, Pair, disagreements, pairs, without
from tests.support.projects import ROOT

FILE = ROOT / "content/evidence.yml"
PAIRS = pairs(ROOT / "tests/guide/evidence.txt")

WORDS = EvidenceWords.model_validate(read(read_bytes(FILE, FILE.name), FILE.name).data)
GROUPS = {name: words for name, words in WORDS if isinstance(words, tuple)}


def outcomes(pair: Pair, groups: Groups) -> tuple[bool, bool]:
    """Whether each sentence of a pair states evidence, by these words."""
    patterns = EvidencePatterns(WORDS.model_copy(update=dict(groups)))
    return bool(patterns.statement(pair.stopped)), bool(patterns.statement(pair.passing))


def test_every_word_has_its_pair_and_every_pair_its_word() -> None:
    assert not (found := list(disagreements(GROUPS, PAIRS))), (
        f"{found}: in tests/guide/evidence.txt, below the name of the group, is for each word: "
        "WORD | a sentence that states evidence because of it | one that states none"
    )


def test_each_pair_is_judged_as_it_should_be_and_because_of_its_word() -> None:
    for pair in PAIRS:
        assert outcomes(pair, GROUPS) == (True, False), pair
        assert outcomes(pair, without(GROUPS, pair.group, pair.word)) != (True, False), (
            f"{pair}: it makes no difference. Find a pair that needs it, or delete the word."
        )
