"""The words by which the rule on wording knows a claim."""

from __future__ import annotations

from .fields import Line, Record


class Wording(Record):
    """The words by which the check knows a sentence that claims too much.

    Write them in small letters. “heal*” is “heal” with any ending, “no … trial” leaves room for up
    to three words, and a blank is also a hyphen. Each word needs a pair of sentences in
    tests/guide/wording.txt.
    """

    notes: str | None = None
    """For editors only."""
    treatments: tuple[Line, ...] = ()
    (
        "Treatments, in the singular, that no entry has for its name. Titles and other names of "
        "options and kinds of massage count without a line here."
    )
    practitioners: tuple[Line, ...] = ()
    """People who treat, in the singular: what they “can” or “will” do is a claim."""
    sellers: tuple[Line, ...] = ()
    """Who offers a treatment, or is treated, in the singular: of “our” own, praise is a claim."""
    ordinary: tuple[Line, ...] = ()
    """Names of treatments that mean much else: they count as the subject of a sentence only."""
    counted: tuple[Line, ...] = ()
    """What is a treatment with a number before it: “ten sessions”."""
    things: tuple[Line, ...] = ()
    """Nouns that follow a treatment and look like a verb in the plural: “massage chairs”."""
    body: tuple[Line, ...] = ()
    """What is treated: the body and its complaints."""
    hopes: tuple[Line, ...] = ()
    """What people hope for, and praise or blame of a treatment."""
    effects: tuple[Line, ...] = ()
    """Verbs that say that something works, such as “ease”."""
    everyday: tuple[Line, ...] = ()
    """Verbs that promise nothing when a treatment is their subject, such as “cost”."""
    banned: tuple[Line, ...] = ()
    """What promises too much, however sure the evidence is."""
    rejects: tuple[Line, ...] = ()
    """What takes back a banned word that follows: “not a cure”."""
    boasts: tuple[Line, ...] = ()
    """What is too good to be true: no report of a study and no instruction excuses it."""
    promises: tuple[Line, ...] = ()
    """What is promised to people who follow advice: “… and your pain will go”."""
    praise: tuple[Line, ...] = ()
    """What “it is” must not be followed by, even where no treatment is named."""
    hedges: tuple[Line, ...] = ()
    """What makes a sentence careful enough at low certainty."""
    probably: tuple[Line, ...] = ()
    """What makes a sentence careful enough at moderate certainty."""
    unsure: tuple[Line, ...] = ()
    """Words of a sentence that says that nobody knows."""
    too_sure: tuple[Line, ...] = ()
    """What leaves no room for doubt, even beside a hedge."""
    instructions: tuple[Line, ...] = ()
    """Words at the start of a sentence that tells the reader what to do."""
    rewards: tuple[Line, ...] = ()
    """What people who follow advice are told to look forward to: “… and walk out”."""
    doers: tuple[Line, ...] = ()
    """Who does or says something at a visit, in a rule or in a guideline, in the singular."""
    practice: tuple[Line, ...] = ()
    """Verbs for what they do or say."""
    moves: tuple[Line, ...] = ()
    """Verbs for how hands move over the body."""
    facts: tuple[Line, ...] = ()
    """Phrases of a sentence that only tells what is done, or what harm was seen."""
    studies: tuple[Line, ...] = ()
    """Kinds of research and of text, in the singular."""
    past: tuple[Line, ...] = ()
    """Verbs in the past, for what studies found. Others in -ed count beside those who report."""
    reporters: tuple[Line, ...] = ()
    """Who was studied, or who reports, in the singular."""
    harms: tuple[Line, ...] = ()
    """What can go wrong: a warning raises no hope."""
    causes: tuple[Line, ...] = ()
    """Verbs for how harm comes about."""
