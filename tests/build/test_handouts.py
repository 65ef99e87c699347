"""Every handout opens, fits its paper, is tagged, says what the page says, and leads to it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest

from massage_guide.cache import Cache
from massage_guide.outputs.handouts import PRINTS, Handouts, Print
from massage_guide.problems.problem import Code, ContentError
from massage_guide.render.renderer import Renderer
from massage_guide.site.share_kits import Kit, kits
from massage_guide.site.site import Site
from massage_guide.text.fill import fill
from massage_guide.text.prose import Prose
from tests.support.built_pages import parsed
from tests.support.qr_codes import codes_on
from tests.support.surfaces import letters, page_text

PAPERS = ("", "-letter", "-large-print", "-large-print-letter")
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


def handouts(built: Path, site: Site) -> list[tuple[Kit, Print, Path]]:
    """Every handout that the site should have."""
    return [(kit, form, built / kit.files[form.name]) for kit in kits(site) for form in PRINTS]


def text_of(file: Path) -> str:
    """All text of a PDF, with the lines put together."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    return " ".join(" ".join(pages).split())


def flat(text: str) -> str:
    """Text without blanks and hyphens.

    A line may break anywhere, and pdfium gives a hyphen there a sign of its own.
    """
    return re.sub(r"[\s\ufffe-]", "", text)


def page_sizes(page: pypdfium2.PdfPage) -> list[float]:
    """The size of each letter on a page, in points. Blanks that pdfium makes up have the size 1."""
    text = page.get_textpage()
    return [
        size
        for at in range(text.count_chars())
        if (size := raw.FPDFText_GetFontSize(text.raw, at)) > 1
    ]


def test_there_is_one_for_each_topic_and_each_kind_and_no_other(built: Path, site: Site) -> None:
    wanted = {"safety", "find-a-therapist", "first-visit", "cost", "does-it-help", *site.types}
    assert {kit.id for kit in kits(site)} == wanted
    assert {file.name for file in (built / "handouts").iterdir()} == {
        f"{id}{suffix}.pdf" for id in wanted for suffix in (*PAPERS, "-poster", "-poster-letter")
    }


def test_each_fits_its_paper(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        pdf = pypdfium2.PdfDocument(file)
        assert len(pdf) <= form.most(kit), file.name
        assert tuple(map(round, pdf.get_page_size(0))) == SIZES[form.paper], file.name


def test_a_poster_is_one_sheet_a_kind_three_and_what_prints_all_cards_four(
    built: Path, site: Site
) -> None:
    for kit, form, file in handouts(built, site):
        four = kit.id in ("safety", "first-visit", "find-a-therapist")
        small = 4 if four else 3 if kit.id in site.types else 2
        wanted = 1 if form.poster else 16 if form.large else small
        assert len(pypdfium2.PdfDocument(file)) <= wanted == form.wanted(kit), file.name


def test_more_help_lines_make_a_sheet_longer_and_stop_no_build(site: Site, tmp_path: Path) -> None:
    uk = site.countries["uk"]
    more = {f"c{n}": uk.model_copy(update={"id": f"c{n}", "order": 50 + n}) for n in range(6)}
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    wide = Site(**parts | {"countries": {**site.countries, **more}})
    kit = next(kit for kit in kits(wide) if kit.id == "safety")
    made = dict(Handouts(Renderer(wide), Cache(tmp_path)).prints(kit))
    assert len(pypdfium2.PdfDocument(made[kit.files["a4"]])) >= 4


def test_each_fits_with_a_long_address(site: Site, tmp_path: Path) -> None:
    address = "https://physical-therapy.some-hospital.example/massage-guide/"
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    elsewhere = Site(**parts | {"published_at": address})
    handouts = Handouts(Renderer(elsewhere), Cache(tmp_path))
    assert all(len(list(handouts.prints(kit))) == len(PRINTS) for kit in kits(elsewhere))


# --- for everybody --------------------------------------------------------------------------------


def tags(pdf: pypdfium2.PdfDocument) -> list[tuple[str, str]]:
    """The parts of a tagged PDF, in order, each with the text that stands for a picture."""

    def text(read: Callable[..., int], element: Any) -> str:
        buffer = ctypes.create_string_buffer(read(element, None, 0))
        read(element, buffer, len(buffer))
        return buffer.raw.decode("utf-16-le").rstrip("\0")

    def below(element: Any) -> Iterator[tuple[str, str]]:
        yield (
            text(raw.FPDF_StructElement_GetType, element),
            text(raw.FPDF_StructElement_GetAltText, element),
        )
        for at in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, at):
                yield from below(child)

    found: list[tuple[str, str]] = []
    for page in pdf:
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            found += below(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        raw.FPDF_StructTree_Close(tree)
    return found


def test_each_is_tagged_named_and_marked_as_accessible(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        pdf = pypdfium2.PdfDocument(file)
        assert raw.FPDFCatalog_IsTagged(pdf), file.name
        assert pdf.get_metadata_value("Title") == kit.title, file.name
        assert b"<pdfuaid:part>1</pdfuaid:part>" in file.read_bytes(), file.name
        parts = tags(pdf)
        kinds = [kind for kind, _ in parts]
        assert (
            kinds.count("H1") == 1 and kinds.index("H1") < kinds.index("H2") and "H3" not in kinds
        ), file.name
        assert form.poster or kinds.count("LI") >= len(site.safety.cards[0].signs), file.name
        assert any(kit.url in alt for kind, alt in parts if kind == "Figure"), file.name


def test_small_print_is_not_tiny_and_large_print_is_large(built: Path, site: Site) -> None:
    for _, form, file in handouts(built, site):
        sizes = sorted(size for page in pypdfium2.PdfDocument(file) for size in page_sizes(page))
        middle = sizes[len(sizes) // 2]
        if form.large:  # the line below each page has 14
            assert sizes[0] >= 14 and middle >= 18, file.name
        else:
            assert sizes[0] >= 9.5, (file.name, sizes[0])
        if form.poster:
            assert sizes[-1] >= 32, file.name


def squares(page: pypdfium2.PdfPage) -> int:
    """How many boxes to tick there are on a page."""
    bounds = (shape.get_bounds() for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    return sum(
        5 < right - left < 20 and abs(right - left - top + bottom) < 0.5
        for left, bottom, right, top in bounds
    )


def test_the_checklist_can_be_ticked(built: Path, site: Site) -> None:
    points = len(site.checklist.before_you_book) + len(site.checklist.at_the_visit)
    for suffix, wanted in (
        ("", points + len(site.checklist.questions)),
        ("-large-print", points + len(site.checklist.questions)),
    ):
        pdf = pypdfium2.PdfDocument(built / f"handouts/find-a-therapist{suffix}.pdf")
        assert sum(map(squares, pdf)) == wanted


# --- what it says ---------------------------------------------------------------------------------


def test_each_says_in_order_what_matters_when_to_get_help_how_old_it_is_and_who_has_not_reviewed_it(
    built: Path, site: Site
) -> None:
    words, renderer = site.words.groups, Renderer(site)
    for kit, form, file in handouts(built, site):
        text = flat(text_of(file))
        call, title = site.help_lines.call().text, site.safety.cards[0].title
        help = call if form.poster or kit.template == "types" else title
        wanted = [
            kit.title,
            renderer.plain(kit.main_message[0]),
            renderer.plain(help),
            words["dates"]["checked"].partition("{")[0],
            words["dates"]["due"].partition("{")[0],
            words["dates"]["not_reviewed"],
        ]
        places = [text.index(flat(said)) for said in wanted]
        assert places == sorted(places), file.name
        status = text.index(flat(words["dates"]["not_reviewed"])) + len(
            flat(words["dates"]["not_reviewed"])
        )
        if (
            not form.poster
        ):  # nothing but the empty box stands between the status and what the box is for
            assert text[status:].startswith(flat(words["handouts"]["stamp"])), file.name
        assert flat(site.guide.title) in text, file.name
        assert flat(kit.url.removeprefix("https://") if form.poster else kit.url) in text, file.name


def assert_says(file: Path, said: Iterable[Prose], renderer: Renderer) -> None:
    """The handout says all of this, word for word."""
    text = flat(text_of(file))
    missing = [renderer.plain(prose) for prose in said if flat(renderer.plain(prose)) not in text]
    assert not missing, (file.name, missing)


def test_a_kind_says_on_paper_what_its_page_says(built: Path, site: Site) -> None:
    for id, entry in site.types.items():
        often = [
            entry.summary,
            *(p.text for group in (entry.evidence, entry.risks) for p in group),
        ]
        happens = [p.text for p in entry.what_happens]
        for suffix in PAPERS:
            assert_says(built / f"handouts/{id}{suffix}.pdf", often + happens, Renderer(site))


SECTIONS = {
    "does-it-help": ("new-pain", "long-lasting", "by-itself"),
    "first-visit": ("before", "bring", "at-the-visit", "say"),
    "cost": ("before-you-pay", "packages", "stop"),
}


def test_a_topic_says_on_paper_what_its_page_says(built: Path, site: Site) -> None:
    renderer = Renderer(site)
    for kit, form, file in handouts(built, site):
        if kit.id in SECTIONS and not form.poster:
            sections = [
                section
                for section in site.topics[kit.id].sections
                if section.id in SECTIONS[kit.id]
            ]
            assert len(sections) == len(SECTIONS[kit.id])
            assert_says(
                file,
                [passage.text for section in sections for passage in section.passages],
                renderer,
            )


def test_no_point_of_a_card_is_parted_by_the_end_of_a_page(built: Path, site: Site) -> None:
    renderer = Renderer(site)
    points = [
        flat(renderer.plain(passage.text))
        for card in site.safety.cards
        for passage in (*card.signs, *card.actions)
    ]
    for kit, form, file in handouts(built, site):
        if kit.id == "safety" and not form.poster:
            pages = [
                flat(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(file)
            ]
            assert len(pages) > 1
            assert not [p for p in points if not any(p in page for page in pages)], file.name


def test_the_checklist_is_whole_on_paper(built: Path, site: Site) -> None:
    points = [
        point.check for point in (*site.checklist.before_you_book, *site.checklist.at_the_visit)
    ]
    said = [
        *points,
        *(item.sign.text for item in site.checklist.walk_away),
        *(item.ask.text for item in site.checklist.questions),
    ]
    for suffix in PAPERS:
        assert_says(built / f"handouts/find-a-therapist{suffix}.pdf", said, Renderer(site))


def test_the_costs_on_paper_are_those_of_the_page(built: Path, site: Site) -> None:
    page = flat(parsed(built / "cost/index.html").query("article")[0].to_text())
    for suffix in PAPERS:
        file = built / f"handouts/cost{suffix}.pdf"
        text = text_of(file)
        amounts = set(re.findall(r"\$[\d,]+", text))
        assert len(amounts) > 6 and all(amount in page for amount in amounts)
        assert all(flat(scenario.title) in flat(text) for scenario in site.prices.scenarios)
        assert_says(file, [scenario.evidence for scenario in site.prices.scenarios], Renderer(site))


def test_large_print_says_all_that_small_print_says(built: Path, site: Site) -> None:
    def words_of(name: str) -> set[str]:
        return set(re.findall(r"\w+", text_of(built / "handouts" / name)))

    for kit in kits(site):
        small, a4, letter = (
            words_of(f"{kit.id}{form}.pdf") - set("0123456789") - {"Page"}
            for form in ("", "-large-print", "-large-print-letter")
        )
        assert small <= a4 == letter, kit.id


def test_a_sheet_is_due_with_the_first_thing_that_it_prints(built: Path, site: Site) -> None:
    renderer = Renderer(site)
    for kit, _, file in handouts(built, site):
        earliest = min(site.safety.check_again, renderer.queries.dates(kit.rests_on)[1])
        due = fill(site.words.groups["dates"]["due"], date=renderer.day(earliest))
        assert flat(due) in flat(text_of(file)), file.name


def test_the_code_on_each_leads_to_its_page(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        found = [code for page in pypdfium2.PdfDocument(file) for code in codes_on(page)]
        own, whole_list = (
            f"https://massage-guide.example/{kit.address}/",
            "https://massage-guide.example/safety/",
        )
        assert set(found) == ({own} if form.poster else {own, whole_list}), file.name


def test_the_page_that_a_code_leads_to_says_when_its_sheet_was_replaced_and_why(
    built: Path, site: Site
) -> None:
    (replaced,) = site.guide.sheets_replaced
    said = f"It was replaced on November 29, 2026. {site.plain(replaced.why)}"
    for kit in kits(site):
        assert letters(said) in page_text(built / kit.address / "index.html"), kit.id


def test_the_code_of_a_poster_is_large(built: Path, site: Site) -> None:
    for _, form, file in handouts(built, site):
        if form.poster:
            shapes = (
                shape.get_bounds()
                for shape in pypdfium2.PdfDocument(file)[0].get_objects(
                    filter=[raw.FPDF_PAGEOBJ_PATH]
                )
            )
            code = max(
                right - left
                for left, bottom, right, top in shapes
                if abs(right - left - top + bottom) < 0.5
            )
            assert code > 190, file.name  # points: about 7 cm, which phones read from 70 cm away


def changed(site: Site, summary: str) -> Kit:
    """The kit of Swedish massage with another summary."""
    entry = site.types["swedish"].model_copy(update={"summary": Prose.parse(summary)})
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    return next(
        kit
        for kit in kits(Site(**parts | {"types": {**site.types, "swedish": entry}}))
        if kit.id == "swedish"
    )


def test_an_entry_that_does_not_fit_is_named(site: Site, tmp_path: Path) -> None:
    kit = changed(site, "Too long. " * 6000)
    with pytest.raises(ContentError) as error:
        list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    (problem,) = error.value.problems
    assert problem.file == "content/types/swedish.yml" and problem.code == Code.HANDOUT
    assert "“swedish” does not fit on 6 A4 sheets" in problem.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["#panic() $x$ *a* _b_ `c` <d> @e // f", "\\ \" ' {x} [y] #[z]"])
def test_what_an_editor_writes_is_never_read_as_a_command(
    site: Site, tmp_path: Path, text: str
) -> None:
    kit = changed(site, f"{text} end.")
    name, file = next(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    assert name == "handouts/swedish.pdf" and "end." in text_of(file)
    assert flat(Renderer(kit.site).plain(kit.site.types["swedish"].summary)) in flat(text_of(file))


def test_a_sign_that_cannot_be_printed_is_named(site: Site, tmp_path: Path) -> None:
    kit = changed(site, "A smile 🙂 here.")
    with pytest.raises(ContentError, match=r"types/swedish\.yml:.*Handouts cannot print “🙂”"):
        list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))


def test_what_was_made_once_is_not_made_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = changed(site, "Short.")
    first = list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    monkeypatch.setattr(Handouts, "_compiled", lambda *_: pytest.fail("it was made again"))
    assert list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit)) == first
