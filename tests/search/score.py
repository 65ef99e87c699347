"""How good the search is, beside Material's own search on the same pages.

`make search-score` prints it by kind of query.
"""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Keyboard, Page, sync_playwright

from tests.search.box import (
    FIRST,
    LOOK_ALIKES,
    PAGES,
    RED_FLAGS,
    RELEVANCE,
    SIGNS,
    TOP,
    Answer,
    answers,
    ask,
    rank,
)
from tests.support import chromium
from tests.support.projects import build, copy_guide
from tests.support.server import served
from tests.support.sized_project import as_plain_pages

Ask = Callable[[str], Answer]


def score(asked: Ask, queries: list[dict]) -> tuple[float, float, float]:
    """The shares of queries with the page first and in the top three; the mean reciprocal rank."""
    ranks = [rank(asked(query["q"]).results, query["want"]) for query in queries]
    count = len(ranks)
    return (
        sum(found == 1 for found in ranks) / count,
        sum(bool(found and found <= TOP) for found in ranks) / count,
        sum(1 / found for found in ranks if found) / count,
    )


def report(ours: Ask, stock: Ask) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'':12}{'queries':>8}   {'ours: first, top 3, MRR':26}{'Material: first, top 3, MRR'}"
    for kind, queries in RELEVANCE.items():
        row = "".join(
            f"{first:>8.0%}{top:>7.0%}{mean:>7.2f}    "
            for first, top, mean in (score(ours, queries), score(stock, queries))
        )
        yield f"{kind:12}{len(queries):>8}   {row}"
    answered = sum(bool(ours(text).urgent) for _, text in RED_FLAGS)
    alarms = [text for text in LOOK_ALIKES if ours(text).urgent]
    yield f"red flags answered first: {answered} of {len(RED_FLAGS)}"
    yield f"false alarms: {len(alarms)} of {len(LOOK_ALIKES)} {', '.join(alarms)}"


def unseen(page: Page, root: str) -> Iterator[str]:
    """Each batch that was written before tuning: when it was first tried, and now."""
    yield f"{'batch':26}{'texts':>6}{'first':>8}{'now':>8}"
    for name, batch in SIGNS.items():
        for kind, texts in (
            ("red flags", list(itertools.chain(*batch["red-flag"].values()))),
            ("look-alikes", batch["look-alike"]),
        ):
            now = sum(bool(answer.urgent) for answer in answers(page, root, texts))
            yield _then_and_now(f"signs {name}, {kind}", len(texts), batch["first"][kind], now)
    for name, kinds in PAGES.items():
        for kind, queries in kinds.items():
            found = answers(page, root, [query["q"] for query in queries])
            ranks = [
                rank(answer.results, query["want"])
                for query, answer in zip(queries, found, strict=True)
            ]
            yield _then_and_now(
                f"pages {name}, {kind}",
                len(queries),
                FIRST[name][kind],
                sum(bool(at and at <= TOP) for at in ranks),
            )


def _then_and_now(name: str, count: int, first: int, now: int) -> str:
    return f"{name:26}{count:>6}{first / count:>8.1%}{now / count:>8.1%}"


LONG = (
    "i fel of a lader yestrday and now my bakc is reely hurtting and i dont no what too do abot it",
    (
        "can sombody pleese tel me wether its saef to hav a deap tisue masage when ur taking blod "
        "thiners and hav diabeties"
    ),
    (
        "my back hurts when i sit for a long time at work and i want to know if massage will help "
        "me and how much it would cost"
    ),
)


def times(ours: Ask, stock: Ask, page: Page, root: str) -> Iterator[str]:
    """What answering takes, and from typing to results on the screen, with everything loaded."""
    texts = [*(query["q"] for queries in RELEVANCE.values() for query in queries), *LONG]
    yield _spread(
        "answering, ours",
        [
            answer.milliseconds
            for answer in answers(page, root, [*texts, *(text for _, text in RED_FLAGS)])
        ],
    )
    yield _spread(
        "answering, ours, long and misspelt",
        [answer.milliseconds for answer in answers(page, root, list(LONG))],
    )
    for name, asked in (("ours", ours), ("Material", stock)):
        yield _spread(f"typing to results, {name}", [asked(text).milliseconds for text in texts])


def _spread(name: str, taken: list[float]) -> str:
    taken = sorted(taken)
    return (
        f"{name}: median {statistics.median(taken):.1f} ms, 95 in 100 below "
        f"{taken[len(taken) * 95 // 100]:.1f} ms, slowest {taken[-1]:.1f} ms"
    )


def first_result(
    browser: Browser, root: str, enter: Callable[[Keyboard, str], None], *, loaded: bool
) -> float:
    """The median milliseconds from the first key to the first result, on a page just opened.

    The box has just been focused, as by a reader who goes on at once; or long ago, with all loaded.
    """
    taken = []
    for _ in range(9):
        page = opened(browser, root, loaded=loaded)
        page.locator(INPUT).focus()
        start = time.monotonic()
        enter(page.keyboard, "deep tissue")
        page.locator(LINK).first.wait_for()
        taken.append(1000 * (time.monotonic() - start))
        page.close()
    return statistics.median(taken)


def pasted(keyboard: Keyboard, text: str) -> None:
    """Put a text in at once; Material answers to keys only, so one that changes nothing follows."""
    keyboard.insert_text(text)
    keyboard.press("Shift")


def opened(browser: Browser, root: str, *, loaded: bool) -> Page:
    """A page with a search box."""
    page = browser.new_page()
    page.goto(f"{root}types/swedish/", wait_until="networkidle")
    if loaded:
        page.locator(INPUT).focus()
        page.wait_for_timeout(1500)
    return page


def build_both(project: Path, folder: Path) -> tuple[Path, Path]:
    """Our site, and the same pages under plain Material with its own search."""
    build(project, folder / "ours").check_returncode()
    build(project, folder / "stock", config=as_plain_pages(project).name).check_returncode()
    return folder / "ours", folder / "stock"


# Material's classes end like ours.
INPUT, LINK = "[class$=search__input]", "[class$=search-result__link]"
STOCK_LIST = "[data-md-component=search-result]"


def measure() -> Iterator[str]:
    """Build both, ask both, and tell, line by line."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours_site, stock_site = build_both(copy_guide(Path(folder) / "project"), Path(folder))
        browser = playwright.chromium.launch(
            executable_path=str(chromium.find()),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        with served(ours_site) as ours_address, served(stock_site) as stock_address:
            ours_root, stock_root = f"{ours_address}/", f"{stock_address}/"
            ours_page, stock_page = (
                opened(browser, ours_root, loaded=True),
                opened(browser, stock_root, loaded=True),
            )

            def ours(text: str) -> Answer:
                return ask(ours_page, text, ours_root)

            def stock(text: str) -> Answer:
                return ask(stock_page, text, stock_root, STOCK_LIST)

            yield from report(ours, stock)
            yield from unseen(ours_page, ours_root)
            yield from times(ours, stock, ours_page, ours_root)
            for way, enter in (("typed", Keyboard.type), ("pasted", pasted)):
                cold = first_result(browser, ours_root, enter, loaded=False)
                warm = first_result(browser, stock_root, enter, loaded=True)
                yield (
                    f"first result, {way}: ours with nothing loaded {cold:.0f} ms, Material with "
                    f"its index loaded {warm:.0f} ms, "
                    f"{cold / warm:.2f} times"
                )


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
