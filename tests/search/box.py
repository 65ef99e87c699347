"""The search box in the real page, asked as a script can: ours, and Material's own beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

QUERIES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
RELEVANCE = {
    kind: queries for kind, queries in QUERIES.items() if kind not in ("red-flag", "look-alike")
}
RED_FLAGS = [(kind, text) for kind, texts in QUERIES["red-flag"].items() for text in texts]
LOOK_ALIKES: list[str] = QUERIES["look-alike"]


def batches(folder: str) -> dict[str, dict[str, Any]]:
    """What was written before the search was tuned for it, by the name of its file."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted((Path(__file__).parent / folder).glob("*.yml"))
    }


SIGNS = batches("signs")
"""Red flags and look-alikes."""
PAGES = {
    name: {kind: queries for kind, queries in batch.items() if kind != "first"}
    for name, batch in batches("pages").items()
}
"""Queries by kind."""
FIRST = {name: batch["first"] for name, batch in batches("pages").items()}
"""How many of them had their page in the top three when they were first tried."""
TOP = 3


@dataclass(frozen=True)
class Answer:
    """What the box showed, and the time.

    Addresses of results are below the site's root; the urgent answer stands above them. `links` are
    those of the first results, with their other sections.
    """

    results: list[str]
    urgent: str
    milliseconds: float
    links: frozenset[str] = frozenset()


# Types a text and waits for the list to change; Material answers to `keyup`, our box to `input`.
# Its classes end like ours.
_ASK = """async ([text, list]) => {
  const input = document.querySelector("[class$=search__input]");
  const place = document.querySelector(list);
  input.focus();
  const start = performance.now();
  await new Promise((done) => {
    const limit = setTimeout(done, 3000);
    let last;
    new MutationObserver(() => {
      clearTimeout(limit);
      clearTimeout(last);
      window.answered = performance.now();
      last = setTimeout(done, 25);
    }).observe(place, { childList: true, subtree: true, characterData: true });
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
  const links = [...document.querySelectorAll(
    "[class*=search-result__item]:not(.search-urgent) [class$=search-result__link]")];
  return {
    results: links.map((link) => link.href),
    urgent: document.querySelector(".search-result__item:first-child.search-urgent")
      ?.textContent ?? "",
    milliseconds: window.answered - start,
  };
}"""


def ask(page: Page, text: str, root: str, within: str = ".search-result") -> Answer:
    """Type `text` into the box of a page and read what it shows."""
    found = page.evaluate(_ASK, [text, within])
    return Answer(
        [link.removeprefix(root) for link in found["results"]],
        found["urgent"],
        found["milliseconds"],
    )


_ANSWERS = """async ([root, texts, top]) => {
  const { Ranking } = await import(`${root}assets/javascripts/search/ranking.js`);
  const { Emergencies } = await import(`${root}assets/javascripts/search/emergencies.js`);
  const data = await (await fetch(`${root}search/index.json`)).json();
  const ranking = new Ranking(data);
  const emergencies = new Emergencies(data, (word) => ranking.isWord(word));
  return texts.map((text) => {
    const start = performance.now();
    const { results } = ranking.search(text);
    const [answer] = emergencies.answersTo(text);
    const milliseconds = performance.now() - start;
    const first = results.slice(0, top);
    const links = first.flatMap(({ at, more }) => [at, ...more.map((other) => other.at)]);
    return { results: results.map(({ at }) => at), urgent: answer?.id ?? "", milliseconds, links };
  });
}"""


def answers(page: Page, root: str, texts: list[str]) -> list[Answer]:
    """What the box would show for each text: thousands of them, without typing each."""
    return [
        Answer(**found | {"links": frozenset(found["links"])})
        for found in page.evaluate(_ANSWERS, [root, texts, TOP])
    ]


def rank(results: list[str], wanted: list[str]) -> int | None:
    """The place, from 1, of the first result that is one of the wanted pages.

    “/” is the home page alone.
    """
    pages = list(dict.fromkeys(result.partition("#")[0] for result in results))
    return next(
        (place for place, page in enumerate(pages, 1) if any(_is(page, start) for start in wanted)),
        None,
    )


def _is(page: str, start: str) -> bool:
    return page == "" if start == "/" else page.startswith(start)
