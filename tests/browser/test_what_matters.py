"""What matters to the reader marks places to read, for every choice alike, and never picks one."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from massage_guide.site.site import Site
from tests.browser.reader import reading


def marked(page: Page) -> dict[str, set[str]]:
    """The labels that are marked in words, and the choices below which they stand."""
    found = page.evaluate("""() => [...document.querySelectorAll("[data-row]")]
        .filter(l => l.querySelector(".mark-words"))
        .map(label => [label.dataset.row, label.closest("table") ? "table" :
            [...document.querySelectorAll("article h2")]
                .filter(h => h.compareDocumentPosition(label) & 4).at(-1).id])""")
    return {row: {place for name, place in found if name == row} for row, _ in found}


def test_each_statement_marks_its_rows_for_every_choice(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/compare/") as page:
        for statement in site.values.statements:
            box = page.locator(f'[data-list="matters"] input[value="{statement.id}"]')
            box.check()
            found = marked(page)
            assert set(found) == set(statement.rows)
            assert all(places - {"table"} == set(site.options) for places in found.values())
            box.uncheck()
            assert marked(page) == {}


def test_a_marked_column_of_the_table_is_marked_from_top_to_bottom(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/compare/") as page:
        page.locator('[data-list="matters"] input[value="little-money"]').check()
        columns = page.evaluate("""() => [...document.querySelector("table").rows]
            .map(row => [...row.cells].map(cell => cell.matches(".marked")))""")
        assert len(columns) == len(site.options) + 1
        assert all(row == [False, False, False, False, True] for row in columns)


def test_on_a_phone_a_bar_marks_the_lines_of_each_choice_so_that_color_is_not_all(
    browser: Browser, address: str, site: Site
) -> None:
    with reading(browser, f"{address}/compare/", viewport={"width": 320, "height": 640}) as page:
        page.locator('[data-list="matters"] input[value="little-money"]').check()
        bars = page.evaluate("""() => [...document.querySelectorAll("article :is(li, p)")]
            .filter(line => line.querySelector("[data-row]"))
            .map(line => [parseFloat(getComputedStyle(line).borderInlineStartWidth) > 0,
                          line.matches(".marked")])""")
        assert all(bar == marked for bar, marked in bars)
        assert sum(marked for _, marked in bars) == len(site.options)
