"""What the search box knows: every section of every page, and the words of search.yml, as one file.

The browser fetches it when the box is first used, and never before.
"""

from __future__ import annotations

import inspect
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from string import ascii_lowercase
from typing import Any

from ..cache import Cache
from ..model.claims import Claim
from ..model.countries import PRIVATE
from ..model.safety import Urgency
from ..model.search import UrgentAnswer
from ..problems.problem import Code, ContentError, Problem
from ..render.renderer import Renderer
from ..site.page import address
from ..site.queries import other_names
from ..site.site import Site
from ..text import spelling
from ..text.fill import fill
from ..text.spelling import english, mistakable, packed
from .context import BuildContext
from .generated import Generated
from .offered_words import not_found
from .page_text import Section, sections

INDEX = "search/index.json"


def files(context: BuildContext) -> Iterator[Generated]:
    """What the search box fetches. Pages for embedding are left out."""
    alone = {page.path for page in context.site.pages.values() if page.is_embed}
    pages = [(path, text) for path, text in context.finished_pages.items() if path not in alone]
    index = search_index(context.site, context.renderer, pages)
    index["right"] = packed(_right_words(index, context.cache)) if context.cache else ""
    content = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
    yield Generated(INDEX, content, "content/search.yml")


def search_index(
    site: Site, renderer: Renderer, pages: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """All that the search box knows. `pages` are paths and their Markdown."""
    found = _pages(site, renderer, pages)
    return {
        "words": site.words.groups["search"],
        "call": [
            renderer.runs(line)
            for line in (site.help_lines.call().text, site.help_lines.crisis_line())
        ],
        **_vocabulary(site),
        "urgent": [_urgent(site, renderer, answer) for answer in site.search.urgent],
        "pages": found,
        "vocabulary": _words(found),
    }


def _right_words(index: Mapping[str, Any], cache: Cache) -> list[str]:
    """Ordinary words that the search would take for misspelt ones, were they not listed.

    Finding them takes a while, so they are kept letter by letter.
    """
    same = _words_of(" ".join(phrase for group in index["same"] for phrase in group))
    phrases = [
        *(phrase for group in index["groups"].values() for phrase in group),
        *(phrase for answer in index["urgent"] for phrase in answer["phrases"]),
    ]
    known, signs = {*index["vocabulary"], *same}, set(_words_of(" ".join(phrases)))
    found: list[str] = []
    for letter in ascii_lowercase:
        given = [
            sorted(it for it in words if it[0] == letter) for words in (english(), known, signs)
        ]
        source = {"right": given, "by": inspect.getsource(spelling)}
        made = cache.get(source, partial(_made, *given))
        found += json.loads(made)
    return found


def _made(words: list[str], known: list[str], signs: list[str]) -> bytes:
    return json.dumps(mistakable(words, known, signs)).encode()


def _vocabulary(site: Site) -> dict[str, Any]:
    search = site.search
    return {
        "same": search.same,
        "misspelt": search.misspelt,
        "small": search.small_words,
        "last": [_location(page) for page in search.last],
        "skip": _leveled(search.skip),
        "groups": {name: _leveled(phrases) for name, phrases in search.groups.items()},
    }


def _urgent(site: Site, renderer: Renderer, answer: UrgentAnswer) -> dict[str, Any]:
    card, words = site.cards[answer.card], site.words.groups
    urgency = words["urgencies"][card.urgency]
    shown = (*card.signs, *card.lines) if answer.lines else card.lines
    return {
        "id": answer.id,
        "card": answer.card,
        "phrases": _leveled((*answer.phrases, *answer.names)),
        "signs": answer.signs,
        "harmless": _leveled(answer.harmless),
        "title": words["search"]["calm"]
        if answer.calm
        else fill(words["search"]["urgent"], urgency=urgency),
        "rank": list(Urgency).index(card.urgency),
        "answer": renderer.runs(answer.answer.text),
        "lines": [renderer.runs(sign.text) for sign in shown],
        "actions": [renderer.runs(action.text) for action in card.actions],
        "alone": answer.alone,
        "exit": [words["quick_exit"][name] for name in ("link", "keyboard", "seen")]
        if card.needs_quick_exit
        else [],
        "location": _location("safety" if card.need in PRIVATE else f"safety#{card.id}"),
    }


def _pages(
    site: Site, renderer: Renderer, pages: Iterable[tuple[str, str]]
) -> list[dict[str, Any]]:
    names = {place: list(words) for place, words in other_names(site).items()}
    for listed in site.search.pages:
        names.setdefault(listed.page, []).extend(listed.words)
    found = [_page(address(path), sections(markdown), names) for path, markdown in pages]
    for page in found:
        if claim := site.claims.get(page["at"].removeprefix("claims/").strip("/")):
            page |= {"text": renderer.plain(claim.meaning[0]), "note": _verdict(site, claim)}
    texts = _texts(found)
    if problems := [*_lost(site, texts), *not_found(site, texts)]:
        raise ContentError(problems)
    return found


def _texts(found: Iterable[dict[str, Any]]) -> dict[str, str]:
    """What readers see at each place: a page whole, and each of its sections."""
    texts = {}
    for page in found:
        place = page["at"].rstrip("/") or "/"
        said = {
            section["id"]: f"{section['title']} {section['text']}" for section in page["sections"]
        }
        texts[place] = " ".join([page["title"], page["text"], *said.values()])
        texts |= {f"{place}#{id}": text for id, text in said.items()}
    return texts


def _verdict(site: Site, claim: Claim) -> str:
    """The line below a claim in results: without it, a claim would look like a fact."""
    verdicts = dict.fromkeys(
        site.words.groups["verdicts"][finding.verdict]
        for finding in claim.findings
        if finding.verdict
    )
    return fill(site.words.groups["search"]["claim"], verdict=", ".join(verdicts))


def _page(place: str, found: list[Section], names: dict[str, list[str]]) -> dict[str, Any]:
    """A page: its title, its own text and other names, then its sections."""
    (title, *rest) = found
    return {
        "at": _location(place),
        "title": title.heading,
        "text": title.text,
        "names": [*names.get(place, []), place.rpartition("/")[2].replace("-", " ")],
        "sections": [
            {
                "id": section.anchor,
                "title": section.heading,
                "text": section.text,
                "names": names.get(f"{place}#{section.anchor}", []),
            }
            for section in rest
        ],
    }


def _leveled(phrases: Iterable[str]) -> list[str]:
    """Phrases in small letters, without apostrophes, and with one space between words.

    So the browser need not do it.
    """
    return list(
        dict.fromkeys(
            " ".join(re.findall(r"=?[^\W_]+", _without_apostrophes(phrase))) for phrase in phrases
        )
    )


def _words_of(text: str) -> list[str]:
    """The words of a text in small letters; search/tokens.js says the same."""
    return re.findall(r"[^\W_]+", _without_apostrophes(text))


def _without_apostrophes(text: str) -> str:
    return re.sub("['’ʼ´`]", "", text.lower())


def _words(pages: list[dict[str, Any]]) -> list[str]:
    """Every word of the pages once, the most frequent first."""
    entries = [entry for page in pages for entry in (page, *page["sections"])]
    texts = " ".join(
        text for entry in entries for text in (entry["title"], *entry["names"], entry["text"])
    )
    counts = Counter(_words_of(texts))
    return sorted(counts, key=lambda word: (-counts[word], word))


def _lost(site: Site, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Where search.yml names a section that is not there."""
    for index, page in enumerate(site.search.pages):
        if page.page not in texts:
            yield site.problem(
                "search",
                ("pages", index, "page"),
                Code.PAGE,
                f"There is no section “{page.page}”.",
                "Check what comes after the #.",
            )


def _location(place: str) -> str:
    """An address as the browser asks for it.

    It is like `types/thai/` or `safety/#emergency`, and empty for the home page.
    """
    page, mark, anchor = place.partition("#")
    return f"{page.strip('/')}/{mark}{anchor}" if page.strip("/") else f"{mark}{anchor}"
