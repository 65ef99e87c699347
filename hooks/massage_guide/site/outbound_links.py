"""Where the guide leads to other sites, and what editors are told of each answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..problems.problem import Problem
from ..text.prose import ContactMark
from ..yaml_source.document import Path
from .site import Site

CODE = "links"


class Outcome(StrEnum):
    """What came of trying an address."""

    FOUND = "found"
    MOVED = "moved"
    UNSURE = "could not be told"
    GONE = "gone"
    NO_ANSWER = "no answer"
    UNSAFE = "not safe"


@dataclass(frozen=True)
class Answer:
    """What came of it, with the status, reason or new address that was given."""

    outcome: Outcome
    detail: str


@dataclass(frozen=True)
class OutsideLink:
    """An address of another site, and the value that leads there: the key of its file and its path there."""

    address: str
    key: str
    path: Path


def outside_links(site: Site) -> list[OutsideLink]:
    """Every link to another site: of sources, and of the marks that lead to help. No other text has any."""
    of_sources = [OutsideLink(source.address, f"sources/{id}", (source.found_by,))
                  for id, source in site.sources.items() if source.address and source.found_by]
    of_help = [OutsideLink(part.href, key, path) for key, path, prose in site.prose
               for part in prose.parts if isinstance(part, ContactMark) and part.way == "visit"]
    return of_sources + of_help


def told(site: Site, answers: Mapping[str, Answer]) -> list[Problem]:
    """What editors should know of the answers, by address. What nobody can open stops; the rest is a warning."""
    return sorted(_told(site, answers))


def _told(site: Site, answers: Mapping[str, Answer]) -> Iterator[Problem]:
    reasons = {str(link.address): link.reason for link in site.links.flaky}
    for link in outside_links(site):
        answer = answers[link.address]
        if answer.outcome is Outcome.FOUND:
            continue
        message, hint = _SENTENCES[answer.outcome]
        reason = reasons.get(link.address)
        document = site.documents[link.key]
        yield document.problem(
            CODE, document.place(link.path), message.format(address=link.address, detail=answer.detail),
            f"It is known for this: {reason}" if reason else hint,
            warning=bool(reason) or answer.outcome in (Outcome.MOVED, Outcome.UNSURE))


_IN_A_BROWSER = "Open it in a browser. If it works there, give the reason in content/links.yml; if not, look for a new address."

# What is said of an answer, and how to mend it.
_SENTENCES = {
    Outcome.MOVED: ("{address} has moved for good to {detail}.",
                    "Read what stands there. If it says the same, write the new address."),
    Outcome.UNSURE: ("{address} could not be checked: it turns programs away ({detail}).", "Open it in a browser."),
    Outcome.GONE: ("{address} is gone ({detail}).", "Look for its new address, or for another source that says the same."),
    Outcome.NO_ANSWER: ("{address} does not answer ({detail}).", _IN_A_BROWSER),
    Outcome.UNSAFE: ("{address} has no safe connection ({detail}).", _IN_A_BROWSER),
}
