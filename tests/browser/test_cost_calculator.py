"""The cost calculator, used as a worried person would use it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from massage_guide.site.money import money
from massage_guide.site.numbers import scenario_cost
from massage_guide.site.site import Site
from tests.browser.reader import reading
from tests.support.cost_cases import reference
from tests.support.projects import ROOT, build
from tests.support.server import served

CALCULATOR = "massage-cost-calculator"
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The cost page on a small phone. Nothing may appear on the console."""
    with reading(browser, f"{address}/cost/", viewport={"width": 320, "height": 640}) as page:
        page.locator(f"{CALCULATOR}:defined form").wait_for()
        yield page


def work_it_out(page: Page) -> None:
    page.get_by_role("button", name="Work it out").click()


def answer(page: Page) -> str:
    return page.locator(".calculator__answer").inner_text()


def data(page: Page) -> Any:
    """What the page gives its calculator."""
    return json.loads(page.locator(f"{CALCULATOR} > script").text_content() or "")


# --- the first question ---------------------------------------------------------------------------


def test_one_button_says_what_the_studied_course_costs(page: Page) -> None:
    work_it_out(page)
    assert answer(page).split() == [
        "You",
        "pay",
        "$750",
        "for",
        "10",
        "visits:",
        "once",
        "a",
        "week,",
        "for",
        "10",
        "weeks.",
    ]
    page.wait_for_function("""() => {
        const { top } = document.querySelector(".calculator__answer").getBoundingClientRect();
        return top >= 0 && top < 320; // the answer is what the reader sees next
    }""")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.locator(f"{CALCULATOR} select").first.focus()
    page.keyboard.press("ArrowDown")  # the United Kingdom
    page.keyboard.press("Tab")  # the source of the price
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "price"
    page.keyboard.press("Control+A")
    page.keyboard.type("60")
    page.keyboard.press("Enter")
    assert answer(page).startswith("You pay £600")


def test_each_question_has_a_name_and_its_hint_is_read_with_it(page: Page) -> None:
    price = page.get_by_role("textbox", name="Price of one visit ($)")
    expect(price).to_have_accessible_description(re.compile(r"Usual price: \$75 for 60 minutes"))
    page.get_by_label("Yes").first.check()
    page.locator(".calculator__more summary").click()
    for field in page.locator(f"{CALCULATOR} :is(input, select):visible").all():
        assert field.evaluate("(field) => field.labels.length") == 1
    for group in page.locator(f"{CALCULATOR} fieldset:visible").all():
        assert group.locator("legend").inner_text()


def test_the_answer_is_announced_once(page: Page) -> None:
    regions = page.locator(f"{CALCULATOR} [role=status], {CALCULATOR} [aria-live]")
    work_it_out(page)
    assert [text for text in regions.all_inner_texts() if text.strip()] == [answer(page)]
    assert page.evaluate("document.activeElement.textContent") == "Work it out"


# --- the same numbers everywhere ------------------------------------------------------------------


def test_without_javascript_the_same_numbers_stand_in_a_table(
    browser: Browser, address: str, page: Page, site: Site
) -> None:
    home = site.countries[site.prices.article.country]
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{address}/cost/")
        table = plain.get_by_role("table", name="What different plans cost").inner_text()
        assert not plain.locator(f"{CALCULATOR} form").is_visible()
        for country in site.countries.values():
            assert plain.locator(f"#rules-{country.id}").is_visible()
    for price in (site.prices.article.amount, site.price_in(home).typical):
        page.get_by_label("Price of one visit").fill(str(price))
        work_it_out(page)
        shown = page.locator('[data-rows="scenarios"]').inner_text()
        for scenario in site.prices.scenarios:
            total = str(scenario_cost(site.prices, scenario, money(price, home)).total)
            assert total in table and total in shown


def test_every_answer_of_the_form_reaches_the_model(page: Page) -> None:
    """Links with drawn answers: the calculator and the reference agree to the cent."""
    known, draw = data(page), random.Random(5)
    states = [_drawn_state(known, draw) for _ in range(120)]
    found = page.evaluate(
        """async ([states]) => {
        const { writeFragment } = await import("/assets/javascripts/calculator/link-state.js");
        const calculator = document.querySelector("massage-cost-calculator");
        const data = JSON.parse(calculator.querySelector("script").textContent);
        const estimates = [];
        document.addEventListener("cost-estimate", (event) => estimates.push(event.detail));
        for (const state of states) {
            history.replaceState(null, "", writeFragment(state, data));
            dispatchEvent(new PopStateEvent("popstate"));
        }
        return estimates;
    }""",
        [states],
    )
    assert len(found) == len(states)
    for state, estimate in zip(states, found, strict=True):
        expected = reference(_inputs(state, known), known["stops"])
        assert estimate["cost"]["course"] == vars(expected.course), state
        assert estimate["cost"]["year"] == vars(expected.year), state
        assert estimate["state"] == state


def _drawn_state(known: Any, draw: random.Random) -> dict[str, Any]:
    def typed(*names: str) -> dict[str, int]:
        return {
            name: draw.randint(
                known["limits"][name]["low"], min(known["limits"][name]["high"], 30_000)
            )
            for name in names
        }

    state = {
        "country": draw.choice(list(known["countries"])),
        "frequency": draw.choice(list(known["frequencies"])),
        "plan": draw.choice(["no", "yes"]),
        "account": draw.choice(["no", "yes"]),
        "deal": draw.choice(["none", "package", "membership"]),
        **typed("price", "weeks", "minutes", "tip", "travel", "tax"),
    }
    if state["plan"] == "yes":
        state |= typed("share", "deductible", "visit_cap", "year_cap", "weeks_left")
        state |= {name: None for name in ("visit_cap", "year_cap") if draw.random() < 0.5}
    if state["account"] == "yes":
        state["letter"] = draw.choice(["no", "yes"])
        state |= typed("tax_rate") if state["letter"] == "yes" else {}
    if state["deal"] != "none":
        state |= typed("deal_price", "deal_visits")
        state |= typed("deal_months") if state["deal"] == "membership" else {}
    return state


def _inputs(state: dict[str, Any], known: Any) -> dict[str, Any]:
    frequency = known["frequencies"][state["frequency"]]
    names = (
        "price",
        "weeks",
        "minutes",
        "tip",
        "travel",
        "tax",
        "share",
        "deductible",
        "visit_cap",
        "year_cap",
        "weeks_left",
        "tax_rate",
    )
    deal = (
        None
        if state["deal"] == "none"
        else {
            "kind": state["deal"],
            "price": state["deal_price"],
            "visits": state["deal_visits"],
            "months": state.get("deal_months", 1),
        }
    )
    return {name: state[name] for name in names if name in state} | {
        "visits": frequency["visits"],
        "every_weeks": frequency["every_weeks"],
        "deal": deal,
    }


def test_the_working_shows_who_pays_line_by_line(page: Page, address: str) -> None:
    page.goto(
        f"{address}/cost/#price=100&weeks=6&plan=yes&share=80&deductible=150&visit_cap=60&year_cap=130&tip=10"
    )
    page.locator(".calculator__working summary").click()
    lines = [
        " ".join(line.split())
        for line in page.locator('[data-rows="working"]').inner_text().splitlines()
    ]
    assert lines == [
        "6 visits at $100 $600",
        "6 visits with a tip of $10 $60",
        "Visit 1: the plan pays $0 of $100 $0",
        "Visit 2: the plan pays $40 of $100 $40",
        "Visit 3: the plan pays $60 of $100 $60",
        "Visit 4: the plan pays $30 of $100 $30",
        "Visits 5 to 6: the plan pays $0 of $100 each $0",
        "Your plan pays −$130",
        "You $530",
    ]
    assert answer(page).startswith("You pay $530")


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("plan=yes&share=50&deductible=5000", "You do not get past what you must pay first"),
        (
            "plan=yes&share=50&deal=package&deal_price=300&deal_visits=5",
            "We count nothing from your plan",
        ),
        ("account=yes", "Without a letter from your doctor we count no tax saved"),
        (
            "account=yes&letter=yes&tax_rate=20&deal=package&deal_price=300&deal_visits=5",
            "We count no tax saved",
        ),
    ],
)
def test_nothing_is_left_out_in_silence(page: Page, address: str, link: str, says: str) -> None:
    page.goto(f"{address}/cost/#{link}")
    assert says in page.locator(".calculator__notes").inner_text()


# --- mistakes -------------------------------------------------------------------------------------

WRONG = [
    ("price", "", "The price of one visit is missing. Type a number, like 49.50."),
    ("price", "about fifty", "The price of one visit must be a number, like 49.50."),
    ("price", "0", "The price of one visit must be between $1 and $10,000."),
    ("price", "-50", "The price of one visit must be between $1 and $10,000."),
    ("price", "9" * 30, "The price of one visit must be between $1 and $10,000."),
    (
        "price",
        "50,5",
        "The price of one visit: “50,5” could mean 50.50 or 505. Type one of the two.",
    ),
    (
        "price",
        "1.200",
        "The price of one visit: “1.200” could mean 1.20 or 1200. Type one of the two.",
    ),
    (
        "price",
        "1,050.505",
        "The price of one visit can have two digits after the point at most, like 49.50.",
    ),
    ("weeks", "1.5", "The number of weeks must be a whole number, like 10."),
    ("weeks", "53", "The number of weeks must be between 1 and 52."),
    ("weeks", "ten", "The number of weeks must be a number, like 10."),
    ("tip", "200", "The tip must be between 0% and 100%."),
    ("tip", "", "The tip is missing. Type a number, like 15."),
    ("minutes", "5", "The length of a visit must be between 10 and 180."),
    (
        "travel",
        "<img src=x onerror=alert(1)>",
        "Travel for each visit must be a number, like 49.50.",
    ),
]


@pytest.mark.parametrize(("name", "typed", "message"), WRONG)
def test_a_mistake_is_named_at_its_field_and_in_the_summary(
    page: Page, name: str, typed: str, message: str
) -> None:
    field = page.locator(f'{CALCULATOR} [name="{name}"]')
    field.evaluate("(field, typed) => { field.value = typed; }", typed)
    work_it_out(page)
    summary = page.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").all_inner_texts() == [message]
    expect(field).to_have_accessible_description(re.compile(re.escape(message)))
    expect(field).to_have_attribute("aria-invalid", "true")
    assert page.title().startswith("Error: What will it cost?")
    assert field.input_value() == typed
    assert not answer(page) and not page.locator(".calculator__result").is_visible()
    summary.get_by_role("link").click()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    field.fill("10")
    page.keyboard.press("Enter")
    assert answer(page) and not summary.is_visible()
    assert page.title().startswith("What will it cost?")


def test_all_mistakes_come_at_once_in_the_order_of_the_form(page: Page) -> None:
    page.get_by_label("Yes").first.check()
    page.get_by_label("Price of one visit").fill("x")
    page.get_by_label("For how many weeks?").fill("0")
    work_it_out(page)
    assert page.get_by_role("group", name="There is a problem").get_by_role(
        "link"
    ).all_inner_texts() == [
        "The price of one visit must be a number, like 49.50.",
        "The number of weeks must be between 1 and 52.",
        "The plan's share is missing. Type a number, like 15.",
    ]


def test_nothing_is_complained_of_before_the_button_is_pressed(page: Page) -> None:
    page.get_by_label("Price of one visit").fill("x")
    page.keyboard.press("Tab")
    assert not page.locator("[aria-invalid]").count()


@pytest.mark.parametrize("rounds", [800, pytest.param(3000, marks=pytest.mark.slow)])
def test_nothing_typed_gives_a_number_that_is_none(page: Page, rounds: int) -> None:
    """Hundreds of odd answers in all fields.

    Each gives an amount that makes sense, or a named mistake, and nothing else.
    """
    shown = page.evaluate(
        """(rounds) => {
        let seed = 3;
        const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
        const odd = ["", "0", "1", "75", "-1", "1e9", "NaN", "Infinity", "0.005",
                     "9999999999999999", "1,2,3", "50%", "١٢", "½", "null", "undefined",
                     "[object Object]", "1/0", "0.01", "10000", "52", "100", " 7 ", "$12"];
        const root = document.querySelector("massage-cost-calculator");
        const form = root.querySelector("form");
        const shown = new Set();
        let answered = 0;
        history.pushState = () => {}; // the browser would slow down so many
        for (let round = 0; round < rounds; round++) {
            for (const field of form.elements) {
                if (field.type === "text")
                    field.value = next(20) ? String(1 + next(52)) : odd[next(odd.length)];
                if (field.type === "radio" && next(2)) field.checked = true;
            }
            form.dispatchEvent(new Event("change"));
            form.requestSubmit();
            const result = root.querySelector(".calculator__result");
            if (!result.hidden) answered++;
            else if (!root.querySelector("[aria-invalid]")) shown.add("silence");
            const text = root.querySelector(".calculator__answer").textContent + result.textContent;
            for (const word of text.match(/\\S+/g)) {
                if (/NaN|Infinity|undefined|null|∞|^-/.test(word)) shown.add(word);
            }
            if (/You pay .?\\$0 /.test(root.querySelector(".calculator__answer").textContent)
                && !/[1-9]/.test(root.querySelector('[data-rows="payers"]').textContent))
                shown.add("silent zero");
        }
        const both = answered > rounds / 30 && answered < rounds * 29 / 30;
        return [...shown, both ? "answered" : `${answered} answered`];
    }""",
        rounds,
    )
    assert shown == ["answered"]


# --- the address ----------------------------------------------------------------------------------


def test_a_copied_link_brings_everything_back(
    page: Page, context_with_clipboard: BrowserContext, address: str
) -> None:
    first = context_with_clipboard.new_page()
    first.goto(f"{address}/cost/")
    first.get_by_label("Country", exact=True).select_option("United Kingdom")
    first.get_by_label("Price of one visit").fill("94.50")
    first.get_by_label("How often").select_option("Every two weeks")
    work_it_out(first)
    first.get_by_role("button", name="Copy a link to this").click()
    expect(first.get_by_text("The link holds what you typed")).to_be_visible()
    page.goto("about:blank")
    page.goto(first.evaluate("navigator.clipboard.readText()"))
    assert answer(page) == answer(first)
    assert page.get_by_label("Price of one visit").input_value() == "94.50"


@pytest.fixture
def context_with_clipboard(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


def test_a_clinic_can_fill_in_its_price(page: Page, address: str) -> None:
    page.goto(f"{address}/cost/#country=uk&price=42.5&frequency=twice-a-week&weeks=4")
    assert answer(page).split() == [
        "You",
        "pay",
        "£340",
        "for",
        "8",
        "visits:",
        "twice",
        "a",
        "week,",
        "for",
        "4",
        "weeks.",
    ]


@pytest.mark.parametrize(
    ("link", "names"),
    [
        ("price=0", "The price of one visit"),
        ("price=1e3", "The price of one visit"),
        ("price=-5", "The price of one visit"),
        ("weeks=99", "The number of weeks"),
        ("weeks=1.5", "The number of weeks"),
        ("country=xx", "The country"),
        ("country=__proto__", "The country"),
        ("frequency=toString", "How often you go"),
        ("plan=maybe", "Whether a plan pays"),
        ("price=%3Cscript%3E&weeks=", "The price of one visit, The number of weeks"),
        ("tip=12345678901", "The tip"),
    ],
)
def test_bad_values_in_a_link_are_ignored_and_the_reader_is_told(
    page: Page, address: str, link: str, names: str
) -> None:
    page.goto(f"{address}/cost/#{link}")
    assert page.locator(".calculator__notice").inner_text().endswith(f"We put in our own: {names}.")
    assert answer(page).startswith("You pay $750")


def test_the_back_button_goes_from_answer_to_answer_and_to_the_start(page: Page) -> None:
    work_it_out(page)
    page.get_by_label("For how many weeks?").fill("4")
    work_it_out(page)
    assert answer(page).startswith("You pay $300")
    page.go_back()
    assert answer(page).startswith("You pay $750")
    assert page.get_by_label("For how many weeks?").input_value() == "10"
    page.go_back()
    assert not answer(page)
    page.go_forward()
    assert answer(page).startswith("You pay $750")


def test_an_ordinary_anchor_leaves_the_answers_alone(page: Page) -> None:
    page.get_by_label("Price of one visit").fill("61")
    page.evaluate("location.hash = '#prices'")
    page.go_back()
    assert page.get_by_label("Price of one visit").input_value() == "61"


def test_start_again_starts_again(page: Page) -> None:
    page.get_by_label("Price of one visit").fill("61")
    work_it_out(page)
    page.get_by_role("button", name="Start again").click()
    assert page.get_by_label("Price of one visit").input_value() == "75"
    assert not answer(page) and "#" not in page.url
    expect(page.get_by_label("Country", exact=True)).to_be_focused()


def test_the_price_follows_the_country_until_the_reader_types_one(page: Page) -> None:
    price = page.locator(f'{CALCULATOR} [name="price"]')
    page.get_by_label("Country", exact=True).select_option("United Kingdom")
    assert price.input_value() == "50"
    expect(page.get_by_text("Price of one visit (£)")).to_be_visible()
    expect(page.get_by_text("Do not expect massage from the NHS").first).to_be_attached()
    rules = page.locator(".calculator__rules")
    assert "United Kingdom" in rules.inner_text()
    assert "Do not expect massage from the NHS" in (rules.locator("div").text_content() or "")
    price.fill("95")
    page.get_by_label("Country", exact=True).select_option("United States")
    assert price.input_value() == "95"


# --- looks ----------------------------------------------------------------------------------------


def _answered(page: Page) -> None:
    page.get_by_label("Yes").first.check()
    page.get_by_label("How much of each visit").fill("50")
    for summary in page.locator(f"{CALCULATOR} summary").all():
        if summary.is_visible():
            summary.click()
    work_it_out(page)
    page.locator(".calculator__working summary").click()


def _mistaken(page: Page) -> None:
    page.get_by_label("Price of one visit").fill("x")
    work_it_out(page)


@pytest.mark.parametrize("state", [_answered, _mistaken], ids=["answered", "mistaken"])
@pytest.mark.parametrize(
    ("width", "look"),
    [
        (320, {}),
        (768, {"color_scheme": "dark"}),
        (1280, {"forced_colors": "active"}),
        (1280, {}),
    ],
)
def test_every_state_is_accessible_and_fits(
    browser: Browser, address: str, width: int, look: dict[str, Any], state: Any
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, **look) as context:
        page = context.new_page()
        page.goto(f"{address}/cost/")
        state(page)
        found = Axe().run(page, context=CALCULATOR).response["violations"]
        assert not [
            (violation["id"], [node["target"] for node in violation["nodes"]])
            for violation in found
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.locator(
            f"{CALCULATOR} :is(button, select, input[type=text], summary):visible"
        ).evaluate_all(
            "(all) => all.filter((each) => each.getBoundingClientRect().height < 43.5).map((each) "
            "=> each.outerHTML)"
        )
        assert not small


def test_paper_shows_the_answer_and_no_buttons(page: Page) -> None:
    work_it_out(page)
    page.emulate_media(media="print")
    assert page.locator(".calculator__answer").is_visible()
    assert page.locator('[data-rows="scenarios"]').is_visible()
    assert not page.locator(f"{CALCULATOR} button:visible").count()


# --- two of them, and the words -------------------------------------------------------------------


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, copied: Callable[[Path], Path]) -> Iterator[str]:
    """The address of a cost page with two calculators."""
    project = copied(tmp_path_factory.mktemp("two") / "project")
    path = project / "docs/cost.md"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace(
            "{{ cost_calculator() }}", '{{ cost_calculator() }}\n\n{{ cost_calculator("other") }}'
        ),
        "utf-8",
    )
    result = build(project, project.parent / "site")
    assert result.returncode == 0, result.stderr
    with served(project.parent / "site") as address:
        yield f"{address}/cost/"


def test_two_on_one_page_do_not_meddle(browser: Browser, two: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(two)
        one, other = page.locator("#cost-calculator"), page.locator("#other")
        other.get_by_label("Price of one visit").fill("x")
        other.get_by_role("button", name="Work it out").click()
        one.get_by_role("button", name="Work it out").click()
        assert one.locator(".calculator__answer").inner_text().startswith("You pay $750")
        assert (
            other.locator("[aria-invalid]").count() == 1
            and not one.locator("[aria-invalid]").count()
        )
        assert page.title().startswith("Error: ")
        other.get_by_label("Price of one visit").fill("20")
        other.get_by_role("button", name="Work it out").click()
        assert other.locator(".calculator__answer").inner_text().startswith("You pay $200")
        assert one.locator(".calculator__answer").inner_text().startswith("You pay $750")
        assert "#in=other&" in page.url
        page.reload()
        assert other.locator(".calculator__answer").inner_text().startswith("You pay $200")
        assert not one.locator(".calculator__answer").inner_text()


def test_the_page_gives_the_scripts_just_the_words_they_use(page: Page) -> None:
    text = "".join(
        path.read_text("utf-8") for path in sorted((SCRIPTS / "calculator").glob("*.js"))
    )
    used = set(re.findall(r"\bwords\.(?!js\b)(\w+)", text))
    problems = {"missing", "not_a_number", "not_whole", "too_fine", "out_of_range", "ambiguous"}
    assert all(f'"{problem}"' in text for problem in problems)
    kinds = {f"example_{limit['kind']}" for limit in data(page)["limits"].values()}
    assert used | problems | kinds == set(data(page)["words"])


def test_no_script_holds_markup() -> None:
    for path in SCRIPTS.rglob("*.js"):
        assert not re.search(
            r"innerHTML|insertAdjacentHTML|outerHTML|document\.write|\beval\b",
            path.read_text("utf-8"),
        ), path


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_print_gives_the_answer_with_its_working_on_one_sheet(
    page: Page, site: Site, paper: str
) -> None:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("button", name="Print", exact=True).click()
    pdf = pypdfium2.PdfDocument(page.pdf(format=paper))
    text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    words = site.words.groups["calculator_result"]
    assert len(pdf) == 1
    assert "You pay $750" in text and words["working"] in text and words["rounding"] in text
    assert page.locator("html.print-answer").count() == 0
