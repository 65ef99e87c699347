"""Checks links to other sites: rate-limited, HEAD before GET, with retries.

Each site gets one request at a time, with a pause after it. If the answer to HEAD is inconclusive,
GET follows, and its body is not read. Requests without an answer are repeated later.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

from ..problems.problem import Problem
from ..site.outbound_links import outside_links
from ..site.site import Site

CODE = "links"


class Outcome(StrEnum):
    """The result of a request."""

    FOUND = "found"
    MOVED = "moved"
    UNSURE = "could not be told"
    GONE = "gone"
    NO_ANSWER = "no answer"
    UNSAFE = "not safe"


@dataclass(frozen=True)
class Answer:
    """The outcome, with the status, the reason or the new address."""

    outcome: Outcome
    detail: str


@dataclass(frozen=True)
class RequestPolicy:
    """How requests are sent. Times are in seconds."""

    name: str
    """The User-Agent."""
    timeout: float = 20
    tries: int = 3
    pause: float = 1
    """The wait before each request to a site; ten times as long before a retry."""
    sites_at_once: int = 8


def ask(addresses: Iterable[str], policy: RequestPolicy) -> dict[str, Answer]:
    """The answer for each address.

    Sites are checked in parallel, the addresses of one site one by one.
    """
    by_site: dict[str, list[str]] = {}
    for address in sorted(set(addresses)):
        by_site.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(policy.sites_at_once) as pool:
        groups = pool.map(lambda group: _ask_site(group, policy), by_site.values())
        return {address: answer for group in groups for address, answer in group}


def _ask_site(addresses: list[str], policy: RequestPolicy) -> list[tuple[str, Answer]]:
    with requests.Session() as session:
        session.headers["User-Agent"] = policy.name
        session.max_redirects = 10
        return [(address, _with_retries(session, address, policy)) for address in addresses]


def _with_retries(session: requests.Session, address: str, policy: RequestPolicy) -> Answer:
    """The first conclusive answer, or the last one.

    Some sites never answer HEAD, so retries use GET.
    """
    for attempt in range(policy.tries):
        time.sleep(policy.pause * (10 if attempt else 1))
        answer = _once(session, "GET" if attempt else "HEAD", address, policy)
        if answer.outcome is not Outcome.NO_ANSWER:
            break
    return answer


def _once(session: requests.Session, method: str, address: str, policy: RequestPolicy) -> Answer:
    try:
        response = _response(session, method, address, policy)
        if (
            method == "HEAD"
            and not _found(response)
            and response.status_code != HTTPStatus.TOO_MANY_REQUESTS
        ):
            time.sleep(policy.pause)
            response = _response(session, "GET", address, policy)
    except requests.exceptions.SSLError as error:
        return Answer(Outcome.UNSAFE, _reason(error))
    except requests.exceptions.Timeout:
        return Answer(Outcome.NO_ANSWER, f"nothing came in {policy.timeout:g} seconds")
    except requests.exceptions.TooManyRedirects:
        return Answer(Outcome.UNSURE, "it redirects in circles")
    except requests.exceptions.RequestException as error:
        return Answer(Outcome.NO_ANSWER, _reason(error))
    return _answer(response)


def _response(
    session: requests.Session, method: str, address: str, policy: RequestPolicy
) -> requests.Response:
    """The response after all redirects. Its body is not read."""
    with session.request(
        method, address, timeout=policy.timeout, allow_redirects=True, stream=True
    ) as response:
        return response


def _reason(error: Exception) -> str:
    """The innermost reason for a failure, as the system words it."""
    while isinstance(
        inner := getattr(error, "reason", None) or (error.args[0] if error.args else None),
        Exception,
    ):
        error = inner
    return str(error).rpartition("] ")[2].rpartition(": ")[2] or type(error).__name__


def _answer(response: requests.Response) -> Answer:
    status = response.status_code
    if _found(response):
        moved = _moved_to(response)
        return Answer(Outcome.MOVED, moved) if moved else Answer(Outcome.FOUND, str(status))
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Answer(Outcome.GONE, str(status))
    if 500 <= status < 600:
        return Answer(Outcome.NO_ANSWER, str(status))
    return Answer(Outcome.UNSURE, str(status))


def _found(response: requests.Response) -> bool:
    return (
        200 <= response.status_code < 300
    )  # `ok` is true of odd codes too, which bot protection sends


def _moved_to(response: requests.Response) -> str | None:
    """Where the address has moved permanently.

    It is the end of the permanent redirects at the start of the chain.
    """
    moved = None
    for step, then in zip(response.history, [*response.history, response][1:], strict=True):
        if not step.is_permanent_redirect:
            break
        moved = then.url
    return moved


# --- what editors read ----------------------------------------------------------------------------


def to_problems(site: Site, answers: Mapping[str, Answer]) -> list[Problem]:
    """The problems of links: unreachable ones are errors.

    Moved or unverifiable ones, and those known in links.yml, are warnings.
    """
    return sorted(_to_problems(site, answers))


def _to_problems(site: Site, answers: Mapping[str, Answer]) -> Iterator[Problem]:
    reasons = {str(link.address): link.reason for link in site.links.flaky}
    for link in outside_links(site):
        answer = answers[link.address]
        if answer.outcome is Outcome.FOUND:
            continue
        message, hint = _SENTENCES[answer.outcome]
        reason = reasons.get(link.address)
        document = site.documents[link.key]
        yield document.problem(
            CODE,
            document.place(link.path),
            message.format(address=link.address, detail=answer.detail),
            f"It is known for this: {reason}" if reason else hint,
            warning=bool(reason) or answer.outcome in (Outcome.MOVED, Outcome.UNSURE),
        )


_IN_A_BROWSER = (
    "Open it in a browser. If it works there, give the reason in content/links.yml; if not, look "
    "for a new address."
)

# The message for an outcome, and how to fix it.
_SENTENCES = {
    Outcome.MOVED: (
        "{address} has moved for good to {detail}.",
        "Read what is there now. If it says the same, write the new address.",
    ),
    Outcome.UNSURE: (
        "{address} could not be checked: it turns programs away ({detail}).",
        "Open it in a browser.",
    ),
    Outcome.GONE: (
        "{address} is gone ({detail}).",
        "Look for its new address, or for another source that says the same.",
    ),
    Outcome.NO_ANSWER: ("{address} does not answer ({detail}).", _IN_A_BROWSER),
    Outcome.UNSAFE: ("{address} has no safe connection ({detail}).", _IN_A_BROWSER),
}
