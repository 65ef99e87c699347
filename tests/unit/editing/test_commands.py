"""`new`, `fix` and `rename`: drafts that pass once they are filled.

Mends change nothing else, and ids move whole.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massage_guide.build import generate
from massage_guide.check import load
from massage_guide.editing.autofix import fixed
from massage_guide.editing.new_entry import scaffold
from massage_guide.model import COLLECTIONS, KINDS
from massage_guide.model.countries import Need
from massage_guide.model.types import MassageType
from massage_guide.problems.problem import Code, ContentError, describe_all
from massage_guide.project import Project
from massage_guide.yaml_source.reader import read
from tests.support.projects import FIXTURES, SMALLEST, command, problems, snapshot

TYPE = "content/types/swedish.yml"


# --- new ------------------------------------------------------------------------------------------

# What an editor might write after each key. Where a key means different things, the kind decides.
FILL = {
    "title": "Something new",
    "term": "some word",
    "name": "Some country",
    "question": "Is this a question?",
    "checked": "2026-11-24",
    "check_again": "2027-05-24",
    "order": "9",
    "verdict": "uncertain",
    "certainty": "low",
    "clothes": "either",
    "lightest": "1",
    "firmest": "2",
    "ask_first": "blood-thinners",
    "graded_in": "eases-chronic-pain",
    "sources": "trial-2011",
    "kind": "trial",
    "seen": "record",
    "currency": "EUR",
    "sign": "€",
    "emergency": "112",
    "emergency_sources": "trial-2011",
    "emergency_read": "2026-11-24",
    "needs": "crisis",
    "read": "2026-11-24",
    "text": "You can call [[call:112]].",
    "locale": "de-DE",
    "typical": "50",
    "minutes": "60",
    "percent": "10",
    "price": "50",
    "group": "the visit",
}
ANY_TEXT = "Some people may like it."


def fill(draft: str) -> str:
    """A draft with something after every key and dash that has nothing after it."""
    lines, keys = draft.split("\n"), {}
    for number, line in enumerate(lines):
        if not (found := re.fullmatch(r"( *)(?:(\w+):|-)", line)):
            continue
        indent = len(found[1])
        if found[2]:
            keys[indent] = found[2]
        below = next(
            (
                next_
                for next_ in lines[number + 1 :]
                if next_.strip() and not next_.lstrip().startswith("#")
            ),
            "",
        )
        if len(below) - len(below.lstrip()) <= indent:
            key = found[2] or keys[max(place for place in keys if place < indent)]
            lines[number] = f"{line} {FILL.get(key, ANY_TEXT)}"
    return "\n".join(lines)


@pytest.mark.parametrize(("kind", "collection"), KINDS.items())
def test_a_draft_passes_the_check_once_its_blanks_are_filled(
    project: Path, kind: str, collection: str
) -> None:
    assert command(project, "new", kind, "something-new").returncode == 0
    path = project / "content" / collection / "something-new.yml"
    draft = path.read_text("utf-8")
    assert {problem.code for problem in problems(project)} == {Code.EMPTY_VALUE}
    # each need must be served, and a draft shows one line of help
    every_need = r"\1crisis" + "".join(rf"\1{need}" for need in Need if need != "crisis")
    path.write_text(re.sub(r"(\n +- )crisis", every_need, fill(draft)), "utf-8")
    if kind == "source":  # sources must be used
        (project / TYPE).write_text(
            re.sub(
                r"sources: \[",
                "sources: [something-new, ",
                (project / TYPE).read_text("utf-8"),
                count=1,
            ),
            "utf-8",
        )
    assert problems(project) == [], describe_all(problems(project))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_draft_holds_help_for_every_key_and_is_sound_with_all_of_them(collection: str) -> None:
    model = COLLECTIONS[collection]
    draft = scaffold(model, "x")
    for name, field in model.model_fields.items():
        assert re.search(rf"(?m)^#?{name}:", draft), name
        assert " ".join((field.description or "").split()) in " ".join(
            re.sub(r"(?m)^ *# ", "", draft).split()
        )
    everything = re.sub(r"(?m)^( *)#(?! )", r"\1", draft)
    with pytest.raises(ContentError) as error:
        read(everything.encode(), "x.yml")
    assert {problem.code for problem in error.value.problems} == {Code.EMPTY_VALUE}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("type", "swedish"), "content/types/swedish.yml is there already."),
        (("type", "Thai Massage"), "cannot be an id. Use small letters"),
        (("sort", "thai"), "'type'"),
    ],
)
def test_a_draft_never_takes_the_place_of_something(
    project: Path, words: tuple[str, ...], says: str
) -> None:
    before = snapshot(project)
    result = command(project, "new", *words)
    assert result.returncode and says in result.stderr
    assert snapshot(project) == before


# --- fix ------------------------------------------------------------------------------------------

GOOD = (
    fixed((SMALLEST / TYPE).read_bytes(), "x.yml", MassageType) or ""
).replace(  # its keys are in no order
    "ask_first: [pregnancy]", "ask_first:\n  - pregnancy\n  - surgery"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Swedish massage\n", "title: Swedish massage   \n"),
        ("title: Swedish massage\n", "title:\tSwedish massage\n"),
        ("title: Swedish massage\n", "title:Swedish massage\n"),
        ("title: Swedish massage\n", "title: Swedish\u00a0massage\n"),
        ("title: Swedish massage\n", "title: Swed\u200bish massage\n"),
        ("title: Swedish massage\n", "title: Swedish massage\r\n"),
        ("  lightest", "\tlightest"),
        ("checked: 2026-11-24", "checked: 2026/11/24"),
        ("checked: 2026-11-24", "checked: November 24, 2026"),
        ("checked: 2026-11-24", "checked: 24 Nov 2026"),
        ("check_again: 2027-11-24", "check_again: 2027.11.24"),
        ("  - surgery\n", "  • surgery\n"),
        ("  - text: You get up again.", "  – text: You get up again."),
        ("  - pregnancy\n", "  -pregnancy\n"),
        ("clothes: partly off", "clothes: “partly off”"),
        ("order: 1", "order: “1”"),
    ],
)
def test_what_is_mechanical_is_mended_and_nothing_else(before: str, after: str) -> None:
    commented = GOOD.replace("clothes:", "# a comment that stays\nclothes:", 1)
    assert before in commented
    bad = commented.replace(before, after, 1)
    assert fixed(bad.encode(), "x.yml", MassageType) == commented


def test_a_byte_order_mark_and_a_missing_line_end_are_mended() -> None:
    assert fixed(b"\xef\xbb\xbf" + GOOD.rstrip("\n").encode(), "x.yml", MassageType) == GOOD


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Pain: what helps", '"Pain: what helps"'),
        ("“Pain: what helps”", '"Pain: what helps"'),
        ('Pain: what "helps"', '"Pain: what \\"helps\\""'),
    ],
)
def test_text_with_a_colon_gets_quotes(typed: str, meant: str) -> None:
    bad = GOOD.replace("title: Swedish massage", f"title: {typed}", 1)
    assert fixed(bad.encode(), "x.yml", MassageType) == GOOD.replace(
        "title: Swedish massage", f"title: {meant}", 1
    )


def test_keys_move_to_their_place_with_the_comments_above_them() -> None:
    assert GOOD.startswith("id: swedish\n")
    moved = (
        "# about this file\n" + GOOD.removeprefix("id: swedish\n") + "# its address\nid: swedish\n"
    )
    assert fixed(moved.encode(), "x.yml", MassageType) == (
        "# about this file\n# its address\nid: swedish\n" + GOOD.removeprefix("id: swedish\n")
    )


@pytest.mark.parametrize(
    "unsure",
    [
        "checked: 3/4/2026",
        "checked: soon",
        "title: Swedish #1",
        "cloths: on",
        "title: “Curly” text",
    ],
)
def test_what_is_not_certain_stays_for_the_editor(unsure: str) -> None:
    key = unsure.partition(":")[0].replace("cloths", "clothes")
    bad = re.sub(rf"(?m)^{key}:.*$", unsure, GOOD)
    assert fixed(bad.encode(), "x.yml", MassageType) == bad


@pytest.mark.parametrize(
    "path", sorted((FIXTURES / "bad_content").glob("*.yml")), ids=lambda path: path.stem
)
def test_a_mend_is_final(path: Path) -> None:
    once = fixed(path.read_bytes(), "x.yml", MassageType)
    assert once is None or fixed(once.encode(), "x.yml", MassageType) == once


def test_the_difference_is_shown_first_and_written_when_asked_for(project: Path) -> None:
    command(project, "fix", "--write")
    (project / TYPE).write_text(GOOD.replace("checked: 2026-11-24", "checked: 2026/11/24"), "utf-8")
    before = snapshot(project)
    shown = command(project, "fix")
    assert (
        "-checked: 2026/11/24\n+checked: 2026-11-24" in shown.stdout
        and "add --write" in shown.stdout
    )
    assert snapshot(project) == before
    command(project, "fix", "--write")
    assert (project / TYPE).read_text("utf-8") == GOOD
    assert command(project, "fix").stdout == "Nothing to change.\n"


# --- rename ---------------------------------------------------------------------------------------


def with_mentions(project: Path) -> Path:
    """The small site with a type and a source that are named in every way there is."""
    topic = project / "content/topics/how-often.yml"
    topic.write_text(
        topic.read_text("utf-8").replace(
            "messages:\n",
            "messages:\n  - text: See [[link:types/swedish]] and "
            "[[link:types/swedish#what-can-go-wrong|its risks]].\n"
            "    basis: unsourced\n",
            1,
        ),
        "utf-8",
    )
    with (project / "docs/safety.md").open("a", encoding="utf-8") as page:
        page.write(
            "\nSee [the type](types/swedish.md) or [its "
            "risks](types/swedish.md#what-can-go-wrong).\n\n"
            '{{ pressure_scale(site.types["swedish"].pressure) }}\n'
        )
    assert problems(project) == [], describe_all(problems(project))
    return project


def test_a_type_moves_with_everything_that_names_it_and_its_old_address_leads_on(
    project: Path,
) -> None:
    with_mentions(project)
    before = snapshot(project)
    shown = command(project, "rename", "type", "swedish", "classic")
    assert shown.returncode == 0, shown.stderr
    assert "would be classic.yml" in shown.stdout and snapshot(project) == before
    result = command(project, "rename", "type", "swedish", "classic", "--write")
    assert result.returncode == 0, result.stderr
    site = load(Project(project))
    assert "classic" in site.types and "swedish" not in site.types
    left = {
        path
        for path in project.rglob("*")
        if path.is_file() and "swedish" in path.read_text("utf-8").replace("Swedish", "")
    }
    assert left == {project / "content/redirects.yml"}
    (page,) = [file for file in generate(site) if file.path == "types/swedish/index.html"]
    assert b'<meta http-equiv="refresh" content="0; url=../classic/">' in page.content
    assert (
        f'<link rel="canonical" href="{site.published_at}types/classic/">'.encode() in page.content
    )
    assert b'<a href="../classic/">Swedish massage</a>' in page.content


def test_a_second_move_leaves_no_chain_and_a_move_back_no_circle(project: Path) -> None:
    for old, new in (("swedish", "classic"), ("classic", "gentle"), ("gentle", "swedish")):
        result = command(project, "rename", "type", old, new, "--write")
        assert result.returncode == 0, result.stderr
    moved = load(Project(project)).redirects.moved
    assert {(row.was, row.now) for row in moved} == {
        ("types/classic", "types/swedish"),
        ("types/gentle", "types/swedish"),
    }
    assert (project / TYPE).read_bytes() == (SMALLEST / TYPE).read_bytes()


def test_a_source_moves_with_its_numbers(project: Path) -> None:
    kind = (project / TYPE).read_text("utf-8")
    sized = kind.replace("Long, smooth", "A [[size:trial-2011.gain]] gain. Long, smooth")
    (project / TYPE).write_text(sized, "utf-8")
    trial = project / "content/sources/trial-2011.yml"
    gain = (
        "  gain:\n    value: 12\n    means: points\n    scale: '100'\n    base:\n      people: 9\n"
    )
    text = trial.read_text("utf-8").replace("numbers:\n", f"numbers:\n{gain}", 1)
    trial.unlink()
    trial.write_text(text, "utf-8")
    uses = sum(
        path.read_text("utf-8").count("trial-2011") for path in (project / "content").rglob("*.yml")
    )
    assert (
        command(project, "rename", "source", "trial-2011", "study-2011", "--write").returncode == 0
    )
    texts = [path.read_text("utf-8") for path in (project / "content").rglob("*.yml")]
    assert (
        sum(text.count("study-2011") for text in texts),
        sum(text.count("trial-2011") for text in texts),
    ) == (uses + 1, 1)  # redirects.yml names both: programs keep the old address of its data


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("type", "nothing", "thai"), "There is no content/types/nothing.yml."),
        (("type", "swedish", "deep-tissue"), "content/types/deep-tissue.yml is there already."),
        (("type", "swedish", "Thai!"), "cannot be an id"),
        (("topic", "how-often", "often"), "it stays"),
    ],
)
def test_a_move_that_cannot_be_changes_nothing(
    project: Path, words: tuple[str, ...], says: str
) -> None:
    before = snapshot(project)
    result = command(project, "rename", *words, "--write")
    assert result.returncode and says in result.stderr
    assert snapshot(project) == before
