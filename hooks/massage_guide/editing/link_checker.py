"""Asks other sites whether an address still leads somewhere, as politely as a patient reader.

Each site gets one question at a time, with a pause after it. HEAD asks for no text; where the answer to that settles
nothing, GET asks again, and its text is not read. What does not answer is asked again later.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

from ..site.outbound_links import Answer, Outcome


@dataclass(frozen=True)
class Manners:
    """How a site is asked. Times are in seconds."""

    name: str
    """What is said as User-Agent."""
    timeout: float = 20
    tries: int = 3
    pause: float = 1
    """Wait after each question to a site; before the second and third try it is ten times as long."""
    sites_at_once: int = 8


def ask(addresses: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """The answer of each address. Sites are asked side by side, the addresses of one site one after the other."""
    by_site: dict[str, list[str]] = {}
    for address in sorted(set(addresses)):
        by_site.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(manners.sites_at_once) as pool:
        groups = pool.map(lambda group: _ask_site(group, manners), by_site.values())
        return {address: answer for group in groups for address, answer in group}


def _ask_site(addresses: list[str], manners: Manners) -> list[tuple[str, Answer]]:
    with requests.Session() as session:
        session.headers["User-Agent"] = manners.name
        session.max_redirects = 10
        return [(address, _patiently(session, address, manners)) for address in addresses]


def _patiently(session: requests.Session, address: str, manners: Manners) -> Answer:
    """The first answer that settles something, or the last. Some sites never answer HEAD: later tries use GET."""
    for attempt in range(manners.tries):
        time.sleep(manners.pause * (10 if attempt else 1))
        answer = _once(session, "GET" if attempt else "HEAD", address, manners)
        if answer.outcome is not Outcome.NO_ANSWER:
            break
    return answer


def _once(session: requests.Session, method: str, address: str, manners: Manners) -> Answer:
    try:
        response = _response(session, method, address, manners)
        if method == "HEAD" and not _found(response) and response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
            time.sleep(manners.pause)
            response = _response(session, "GET", address, manners)
    except requests.exceptions.SSLError as error:
        return Answer(Outcome.UNSAFE, _reason(error))
    except requests.exceptions.Timeout:
        return Answer(Outcome.NO_ANSWER, f"nothing came in {manners.timeout:g} seconds")
    except requests.exceptions.TooManyRedirects:
        return Answer(Outcome.UNSURE, "it leads round in circles")
    except requests.exceptions.RequestException as error:
        return Answer(Outcome.NO_ANSWER, _reason(error))
    return _answer(response)


def _response(session: requests.Session, method: str, address: str, manners: Manners) -> requests.Response:
    """The last answer of a row of redirects; its text is left unread."""
    with session.request(method, address, timeout=manners.timeout, allow_redirects=True, stream=True) as response:
        return response


def _reason(error: Exception) -> str:
    """The innermost reason of a failure, in the words of the system."""
    while isinstance(inner := getattr(error, "reason", None) or (error.args[0] if error.args else None), Exception):
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
    return 200 <= response.status_code < 300  # `ok` is true of odd numbers, which walls against programs send


def _moved_to(response: requests.Response) -> str | None:
    """Where the address has moved for good: the end of the permanent redirects that it starts with."""
    moved = None
    for step, then in zip(response.history, [*response.history, response][1:], strict=True):
        if not step.is_permanent_redirect:
            break
        moved = then.url
    return moved
