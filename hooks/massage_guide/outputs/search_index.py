"""What the search knows: every section of every page, and what people type, as one file.

The browser fetches it when the reader first turns to the search, and never before.
"""

from __future__ import annotations

import inspect
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from string import ascii_lowercase
from typing import Any

from ..cache import Cache
from ..model.claims import Claim
from ..model.countries import PRIVATE
from ..model.fields import Passage
from ..model.safety import Urgency
from ..model.urgent import UrgentAnswer
from ..problems.problem import Code, ContentError, Problem
from ..render.renderer import Renderer
from ..site.addresses import location, page_of
from ..site.care_cards import PrintedCard
from ..site.page import address
from ..site.queries import other_names
from ..site.site import Site
from ..text import spelling
from ..text.fill import fill
from ..text.spelling import english, mistakable, packed, sound_of
from ..text.tokens import leveled, words_of
from ..yaml_source.document import Path
from .context import BuildContext
from .generated import Generated
from .offered_words import not_found
from .page_text import Section, sections
from .pages import SEARCH_PAGE

INDEX = "search/index.json"
_SHORT = 2  # letters of a word that may belong to any language


def files(context: BuildContext) -> Iterator[Generated]:
    """What the search box fetches.

    Pages for embedding are left out, and the page of results. Without a cache no dictionary is
    made, which takes a while: right words may then be corrected.
    """
    left_out = {SEARCH_PAGE, *(it.path for it in context.site.pages.values() if it.is_embed)}
    pages = [(path, text) for path, text in context.finished_pages.items() if path not in left_out]
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
        "spanish": _spanish(site, found),
        "help_in_spanish": renderer.runs(site.help_lines.line_in_spanish()),
        "first": [_named(page, found) for page in site.search.first],
        "urgent": [_urgent(site, renderer, answer) for answer in site.urgent.answers],
        "pages": found,
    }


def _named(place: str, pages: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The title of a page or of a section, with its address."""
    page, _, anchor = place.partition("#")
    at = next(it for it in pages if it["at"] == location(page))
    named = next((it for it in at["sections"] if it["id"] == anchor), at)
    return {"at": location(place), "title": named["title"]}


def _right_words(index: Mapping[str, Any], cache: Cache) -> list[str]:
    """Ordinary words that the search would take for misspelt ones, were they not listed.

    Finding them takes a while, so they are kept letter by letter: of a word and of its sound.
    """
    entries = [entry for page in index["pages"] for entry in (page, *page["sections"])]
    said = " ".join(
        text for entry in entries for text in (entry["title"], *entry["names"], entry["text"])
    )
    same = [phrase for group in index["same"] for phrase in group]
    names = [name for entry in entries for name in (entry["title"], *entry["names"])]
    joined = spelling.joined(" ".join(words_of(name)) for name in (*names, *same))
    known = {*words_of(said), *words_of(" ".join(same)), *joined}
    signs = set(words_of(" ".join(_signs(index))))
    lists = [_by_first_letter(words) for words in (english(), known, signs)]
    found: set[str] = set()
    for letter in ascii_lowercase:
        given = [sorted(words[letter]) for words in lists]
        source = {"right": given, "by": inspect.getsource(spelling)}
        found.update(json.loads(cache.get(source, partial(_made, *given))))
    return sorted(found)


def _by_first_letter(words: Iterable[str]) -> dict[str, set[str]]:
    """Words by the letter with which they, or how they sound, begin."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for letter in (word[0], sound_of(word)[:1]):
            found[letter].add(word)
    return found


def _signs(index: Mapping[str, Any]) -> Iterator[str]:
    """All that is read as a sign of an emergency."""
    for phrases in index["groups"].values():
        yield from phrases
    for answer in index["urgent"]:
        yield from answer["phrases"]


def _made(words: list[str], known: list[str], signs: list[str]) -> bytes:
    return json.dumps(mistakable(words, known, signs)).encode()


def _vocabulary(site: Site) -> dict[str, Any]:
    search, urgent = site.search, site.urgent
    return {
        "same": search.same,
        "misspelt": search.misspelt,
        "small": [*search.small_words, *search.talk_words],
        "last": [location(page) for page in search.last],
        "skip": leveled(urgent.skip),
        "past": leveled(urgent.past),
        "present": leveled(urgent.present),
        "groups": {
            name: leveled((*phrases, *_in_spanish(site, group=name)))
            for name, phrases in urgent.groups.items()
        },
    }


def _in_spanish(site: Site, *, group: str = "", answer: str = "") -> Iterator[str]:
    """What Spanish speakers type for a group of words, or for an answer."""
    for of_group in site.spanish.groups:
        if of_group.group == group:
            yield from of_group.words
    for of_answer in site.spanish.answers:
        if of_answer.answer == answer:
            yield from of_answer.phrases


def _spanish(site: Site, pages: Iterable[dict[str, Any]]) -> list[str]:
    """Words that are Spanish and no English ones."""
    spanish = site.spanish
    lists = [
        *(it.words for it in spanish.groups),
        *(it.phrases for it in spanish.answers),
        spanish.words,
    ]
    words = words_of(" ".join(phrase for phrases in lists for phrase in phrases))
    others = english() | {*words_of(" ".join(_texts(pages).values()))}
    return sorted({word for word in words if len(word) > _SHORT} - others)


def _urgent(site: Site, renderer: Renderer, answer: UrgentAnswer) -> dict[str, Any]:
    card, words = site.cards[answer.card], site.words.groups
    urgency = words["urgencies"][card.urgency]
    shown = (*card.signs, *card.lines) if answer.lines else card.lines
    return {
        "id": answer.id,
        "card": answer.card,
        "phrases": leveled((*answer.phrases, *answer.names, *_in_spanish(site, answer=answer.id))),
        "signs": answer.signs,
        "harmless": leveled(answer.harmless),
        "title": words["search"]["calm"]
        if answer.calm
        else fill(words["search"]["urgent"], urgency=urgency),
        "rank": list(Urgency).index(card.urgency),
        "answer": renderer.runs(answer.answer.text, links=True),
        "lines": [renderer.runs(sign.text, links=True) for sign in shown],
        "actions": [
            renderer.runs(action.text, links=True)
            for action in (*_number_to_call(site, card), *card.actions)
        ],
        "alone": answer.alone,
        "only_now": answer.only_now,
        "exit": [words["quick_exit"][name] for name in ("link", "keyboard", "seen")]
        if card.needs_quick_exit
        else [],
        "private": card.need in PRIVATE,
        "location": location("safety" if card.need in PRIVATE else f"safety#{card.id}"),
    }


def _number_to_call(site: Site, card: PrintedCard) -> tuple[Passage, ...]:
    """The emergency numbers, of which answers speak, where the card does not print them."""
    return () if card.urgency is Urgency.EMERGENCY else (site.help_lines.call(),)


def _pages(
    site: Site, renderer: Renderer, pages: Iterable[tuple[str, str]]
) -> list[dict[str, Any]]:
    names = {place: list(words) for place, words in other_names(site).items()}
    for listed in site.search.pages:
        names.setdefault(listed.page, []).extend(listed.words)
    found = [_page(address(path), sections(markdown), names) for path, markdown in pages]
    for page in found:
        if page["at"] == location(page_of("questions")):
            page["answers"] = True
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
        "at": location(place),
        "title": title.heading,
        "text": title.text,
        "names": [*names.get(place, []), place.rpartition("/")[2].replace("-", " ")],
        "sections": [
            {
                "id": section.anchor,
                "title": called,
                "text": section.text,
                "names": names.get(f"{place}#{section.anchor}", []),
            }
            for section, called in zip(rest, _titles(rest), strict=True)
        ],
    }


def _titles(found: list[Section]) -> Iterator[str]:
    """What each section is called where the page is not seen: Tips stand below four countries."""
    often = Counter(section.heading for section in found)
    above = {0: ""}
    for section in found:
        above = {rank: heading for rank, heading in above.items() if rank < section.rank}
        parent = above[max(above)] if often[section.heading] > 1 else ""
        yield f"{parent}: {section.heading}" if parent else section.heading
        above[section.rank] = section.heading


def _lost(site: Site, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Where search.yml names a section that is not there."""
    named: list[tuple[Path, str]] = [
        *((("pages", nth, "page"), page.page) for nth, page in enumerate(site.search.pages)),
        *((("first", nth), place) for nth, place in enumerate(site.search.first)),
    ]
    for at, place in named:
        if place not in texts:
            yield site.problem(
                "search",
                at,
                Code.PAGE,
                f"There is no section “{place}”.",
                "Check what comes after the #. Is the section gone for good? Then take its words "
                "out, or lead them to another place.",
            )
