"""What editors do every week leaves all green, and touches no file that its task does not name.

Seven tasks of CONTRIBUTING.md, one after the other on a copy of the guide, on whichever entries it
has. After each the check passes, and so do the promises of our content, which build it first.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.projects import ROOT, command

LISTS = {"content/.published/addresses.txt", "content/.published/data.txt"}
GUIDE, REDIRECTS = "content/guide.yml", "content/redirects.yml"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
DAY = dt.timedelta(days=1)
ROUTINE, QUERIES, WORDING = "test_routine.py", "test_search_queries.py", "test_wording.py"
LENGTHS = "test_lengths.py"
PARTS = ("content", "docs", "hooks", "tests", ".vscode", ".cache")
FILES = ("mkdocs.yml", "pyproject.toml")


@pytest.fixture(scope="module")
def copy(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole project, tests included, as an editor has it who has built it before."""
    assert built.exists()
    project = tmp_path_factory.mktemp("routine") / "project"
    for part in PARTS:
        shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, project)
    return project


def edit(project: Path, name: str, pattern: str, replacement: str) -> None:
    """Change one place of a file, which must be there."""
    text, count = re.subn(
        pattern, replacement, (project / name).read_text("utf-8"), count=1, flags=re.M
    )
    assert count == 1, f"{pattern} is not in {name}"
    (project / name).write_text(text, "utf-8")


def run(project: Path, *words: str) -> None:
    result = command(project, *words)
    assert result.returncode == 0, result.stdout + result.stderr


def filled(project: Path, folder: str, model: str, id: str, **values: str) -> None:
    """Fill in a new entry: as another one of its kind, but for some values."""
    text = (project / f"content/{folder}/{model}.yml").read_text("utf-8")
    text = re.sub(r"(?m)^inventory:.*\n(?:-.*\n|  .*\n)*", "", text)
    for key, value in {"id": id, **values}.items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text, count=1)
    (project / f"content/{folder}/{id}.yml").write_text(text, "utf-8")


def first(project: Path, folder: str) -> str:
    """The id of the first entry of a kind, whichever it is today."""
    return min(path.stem for path in (project / "content" / folder).glob("*.yml"))


def found(project: Path, name: str, pattern: str) -> str:
    """What the group of a pattern matches in a file."""
    match = re.search(pattern, (project / name).read_text("utf-8"), re.M)
    assert match, f"{pattern} is not in {name}"
    return match[1]


def move_dates(project: Path, name: str) -> None:
    """Check an entry on the day after the content date; half a year later it is due again."""
    today = dt.date.fromisoformat(found(project, GUIDE, r"^content_date: (.*)")) + DAY
    edit(project, name, r"^checked: .*", f"checked: {today}")
    edit(project, name, r"^check_again: .*", f"check_again: {today + 180 * DAY}")
    edit(project, GUIDE, r"^content_date: .*", f"content_date: {today}")


def change_a_price_and_its_date(project: Path) -> set[str]:
    name = f"content/countries/{first(project, 'countries')}.yml"
    typical = found(project, name, r"^  typical: (.*)")
    held, key = (name, "typical") if typical.isdigit() else _in_its_source(typical)
    pattern = rf"^(  {key}:(?:\n    value:)? )(\d+)"
    price = int(re.search(pattern, (project / held).read_text("utf-8"), re.M)[2])
    edit(project, held, pattern, rf"\g<1>{price + 1}")
    move_dates(project, name)
    return {name, held, GUIDE}


def _in_its_source(number: str) -> tuple[str, str]:
    """The file that has a price which stands in its source, and its key there."""
    source, _, key = number.partition(".")
    return f"content/sources/{source}.yml", key


def add_a_kind_of_massage(project: Path) -> set[str]:
    run(project, "new", "type", "quite-new")
    filled(project, "types", first(project, "types"), "quite-new", title="Quite new massage")
    edit(project, "content/types/quite-new.yml", r"^also_called:\n(?:  - .*\n)+", "")
    run(project, "check", "--write")
    return {"content/types/quite-new.yml", *LISTS}


def correct_a_sentence(project: Path) -> set[str]:
    name = f"content/questions/{first(project, 'questions')}.yml"
    line = "  - text: Ask, if you are not sure.\n    basis: unsourced\n"
    edit(project, name, r"^answer:\n", f"answer:\n{line}")
    return {name}


def give_an_entry_another_id(project: Path) -> set[str]:
    before, old = snapshot(project), first(project, "types")
    run(project, "rename", "type", old, "renamed", "--write")
    after = snapshot(project)
    named = {name for name, text in before.items() if after.get(name) != text}
    assert named <= {name for name, text in before.items() if old.encode() in text} | {REDIRECTS}
    run(project, "check", "--write")
    return named | {"content/types/renamed.yml", *LISTS}


def add_a_country(project: Path) -> set[str]:
    run(project, "new", "country", "quite-new")
    filled(
        project,
        "countries",
        first(project, "countries"),
        "quite-new",
        name="Quite New",
        in_text="Quite New",
        emergency='"118"',
        order="50",
    )
    run(project, "check", "--write")
    return {"content/countries/quite-new.yml", *LISTS}


def take_an_entry_out(project: Path) -> set[str]:
    """The last question that nothing else names."""
    texts = b"".join(
        text
        for name, text in snapshot(project).items()
        if name.startswith(("content/", "docs/")) and name not in LISTS
    )
    for path in sorted((project / "content/questions").glob("*.yml"), reverse=True):
        if f"questions/{path.stem}".encode() in texts:
            continue
        text = path.read_text("utf-8")
        path.unlink()
        says = command(project, "check").stderr
        if f"“questions/{path.stem}” was published, and is gone." in says and "1 problem." in says:
            with (project / REDIRECTS).open("a", encoding="utf-8") as file:
                file.write(f"  - was: questions/{path.stem}\n    now: questions\n")
            return {f"content/questions/{path.name}", REDIRECTS}
        path.write_text(text, "utf-8")
    pytest.fail("each question is named elsewhere")


def bring_a_review_up_to_date(project: Path) -> set[str]:
    name = f"content/benefits/{first(project, 'benefits')}.yml"
    move_dates(project, name)
    return {name, GUIDE}


TASKS = [
    change_a_price_and_its_date,
    add_a_kind_of_massage,
    correct_a_sentence,
    give_an_entry_another_id,
    add_a_country,
    take_an_entry_out,
    bring_a_review_up_to_date,
]


LAST_TO_MOVE_PAGES = take_an_entry_out
"""Queries are asked after it alone. The task before it that moves pages gave an entry another id,
which still holds then; after the others nothing moves in the results."""
NO_MATTER_OF_ONE_PAGE = "what_others_might or no_right_word"
"""Thousands of queries, and each word of English."""
LAST_TO_NAME_TREATMENTS = give_an_entry_another_id
"""The wording is judged after it alone. The task before it that names treatments added one, which
still is there then; after the others the wording rule knows the same words."""


def snapshot(project: Path) -> dict[str, bytes]:
    """Every file of the project by its name, but for what is kept between builds."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and not {".cache", "__pycache__", "site"} & set(path.parts)
    }


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__.replace("_", " "))
def test_a_task_of_every_week_leaves_all_green(
    copy: Path, task: Callable[[Path], set[str]]
) -> None:
    before = snapshot(copy)
    named = task(copy)
    run(copy, "check")
    left_out = [
        ROUTINE,
        *([] if task is LAST_TO_MOVE_PAGES else [QUERIES]),
        *([] if task is LAST_TO_NAME_TREATMENTS else [WORDING]),
        *([] if task is TASKS[-1] else [LENGTHS]),  # all that was added is on the pages then
    ]
    promises = subprocess.run(
        [
            *(*PYTEST, "tests/guide", "-k", f"not ({NO_MATTER_OF_ONE_PAGE})"),
            *(f"--ignore=tests/guide/{name}" for name in left_out),
        ],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert promises.returncode == 0, promises.stdout[-3000:]
    after = snapshot(copy)
    assert {name for name in before | after if before.get(name) != after.get(name)} <= named
