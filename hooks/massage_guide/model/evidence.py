"""The words by which a sentence on a hand-written page is known to state evidence."""

from __future__ import annotations

from .fields import Phrases, Record


class EvidenceWords(Record):
    """Words that show that a sentence of a hand-written page states evidence, and needs a source.

    They are found in small letters, whole and in this form alone. Each word needs a pair of
    sentences in tests/guide/evidence.txt.
    """

    notes: str | None = None
    """For editors only."""
    studies: Phrases
    """Names of studies, and of those who speak for them."""
    findings: Phrases
    """What is said of studies when somebody states what they found."""
    proofs: Phrases
    """Words that state evidence by themselves, without a name of a study."""
    harmless: Phrases
    """Words that look like one of these, and state no evidence: they are passed over."""
