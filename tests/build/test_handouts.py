"""Every handout opens, fits its paper, is tagged, says what the page says, and leads to it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from massage_guide.cache import Cache
from massage_guide.handouts import PRINTS, Handouts, Print
from massage_guide.kits import Kit, kits
from massage_guide.problem import Code, Refused
from massage_guide.prose import Prose
from massage_guide.render import Renderer
from massage_guide.site import Site

from ..codes import codes_on

SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


def handouts(built: Path, site: Site) -> list[tuple[Kit, Print, Path]]:
    """Every handout that the site should have."""
    return [(kit, form, built / kit.files[form.name]) for kit in kits(site) for form in PRINTS]


def text_of(file: Path) -> str:
    """All text of a PDF, with the lines put together."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    return " ".join(" ".join(pages).split())


def flat(text: str) -> str:
    """Text without blanks and hyphens: a line may break anywhere, and pdfium gives a hyphen there a sign of its own."""
    return re.sub(r"[\s\ufffe-]", "", text)


def test_there_is_one_for_each_topic_and_each_kind_and_no_other(built: Path, site: Site) -> None:
    wanted = {"safety", "find-a-therapist", "first-visit", "cost", "does-it-help", *site.types}
    assert {kit.id for kit in kits(site)} == wanted
    assert {file.name for file in (built / "handouts").iterdir()} == {
        f"{id}{suffix}.pdf" for id in wanted for suffix in ("", "-letter", "-large-print")}


def test_each_fits_its_paper(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        pdf = pypdfium2.PdfDocument(file)
        assert len(pdf) <= (2 if form.large else 1), file.name
        assert tuple(map(round, pdf.get_page_size(0))) == SIZES[form.paper], file.name


def test_each_is_tagged_named_and_marked_as_accessible(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        pdf = pypdfium2.PdfDocument(file)
        assert pypdfium2.raw.FPDFCatalog_IsTagged(pdf), file.name
        assert pdf.get_metadata_value("Title") == kit.title, file.name
        assert b"<pdfuaid:part>1</pdfuaid:part>" in file.read_bytes(), file.name


def test_large_print_is_large(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        if form.large:
            for page in pypdfium2.PdfDocument(file):
                sizes = [pypdfium2.raw.FPDFText_GetFontSize(text.raw, at)
                         for text in [page.get_textpage()] for at in range(text.count_chars())]
                assert min(size for size in sizes if size > 1) >= 14, file.name  # the page number; text has 18
                assert sorted(sizes)[len(sizes) // 2] >= 18, file.name


def test_each_says_what_it_is_how_old_it_is_and_who_has_not_reviewed_it(built: Path, site: Site) -> None:
    words = site.words.groups
    for kit, form, file in handouts(built, site):
        text = text_of(file)
        assert kit.title in text and site.guide.title in text, file.name
        assert words["dates"]["checked"].partition("{")[0].strip() in text, file.name
        assert words["dates"]["due"].partition("{")[0].strip() in text, file.name
        assert text.index(words["dates"]["not_reviewed"]) < text.index(words["handouts"]["stamp"][:20]), file.name
        assert flat(f"https://massage-guide.example/{kit.address}/") in flat(text), file.name


def test_a_kind_says_on_paper_what_its_page_says(built: Path, site: Site) -> None:
    renderer = Renderer(site)
    for id, entry in site.types.items():
        text = flat(text_of(built / f"handouts/{id}.pdf"))
        said = [entry.summary, *(p.text for group in (entry.what_happens, entry.evidence, entry.risks) for p in group),
                *(c.situation for c in site.safety.ask_first if c.id in entry.ask_first)]
        for prose in said:
            assert flat(renderer.plain(prose)) in text, (id, prose)


def test_emergency_signs_are_complete_wherever_they_stand(built: Path, site: Site) -> None:
    renderer, card = Renderer(site), site.safety.cards[0]
    for kit, form, file in handouts(built, site):
        text = flat(text_of(file))
        if flat(renderer.plain(card.title)) in text:
            for sign in card.signs:
                assert flat(renderer.plain(sign.text)) in text, file.name
        else:
            assert kit.id in ("first-visit", "find-a-therapist"), file.name


def test_the_code_on_each_leads_to_its_page(built: Path, site: Site) -> None:
    for kit, form, file in handouts(built, site):
        found = [code for page in pypdfium2.PdfDocument(file) for code in codes_on(page)]
        assert found == [f"https://massage-guide.example/{kit.address}/"], file.name


def changed(site: Site, summary: str) -> Kit:
    """The kit of Swedish massage with another summary."""
    entry = site.types["swedish"].model_copy(update={"summary": Prose.parse(summary)})
    parts = {name: getattr(site, name) for name in Site.__dataclass_fields__}
    return next(kit for kit in kits(Site(**parts | {"types": {**site.types, "swedish": entry}})) if kit.id == "swedish")


def test_an_entry_that_does_not_fit_is_named(site: Site, tmp_path: Path) -> None:
    kit = changed(site, "Too long. " * 200)
    with pytest.raises(Refused) as refused:
        list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    problem, = refused.value.problems
    assert problem.file == "content/types/swedish.yml" and problem.code == Code.HANDOUT
    assert "“swedish” does not fit on one A4 sheet" in problem.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["#panic() $x$ *a* _b_ `c` <d> @e // f", "\\ \" ' {x} [y] #[z]"])
def test_what_an_editor_writes_is_never_read_as_a_command(site: Site, tmp_path: Path, text: str) -> None:
    kit = changed(site, f"{text} end.")
    name, pdf = next(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf)
    assert name == "handouts/swedish.pdf" and "end." in text_of(file)
    assert flat(Renderer(kit.site).plain(kit.site.types["swedish"].summary)) in flat(text_of(file))


def test_a_sign_that_cannot_be_printed_is_named(site: Site, tmp_path: Path) -> None:
    kit = changed(site, "A smile 🙂 here.")
    with pytest.raises(Refused, match="types/swedish.yml:.*Handouts cannot print “🙂”"):
        list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))


def test_what_was_made_once_is_not_made_again(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = changed(site, "Short.")
    first = list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit))
    monkeypatch.setattr(Handouts, "_compiled", lambda *_: pytest.fail("it was made again"))
    assert list(Handouts(Renderer(kit.site), Cache(tmp_path)).prints(kit)) == first
