"""The `massage-guide` command. It works on the project of the working directory."""

from __future__ import annotations

import datetime as dt
import difflib
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from .build import build, generate
from .cache import Cache
from .check import load
from .editing.autofix import fixed
from .editing.new_entry import scaffold
from .editing.rename import RENAMED, renamed
from .mkdocs_support.staging import stage as write_stage
from .model import COLLECTIONS, KINDS
from .model.fields import Id
from .outputs.generated import Generated
from .outputs.hosting import nginx_redirects
from .outputs.permanence import published
from .outputs.typesetting import TypesettingError
from .problems import reporters
from .problems.problem import ContentError, Problem, describe_all
from .project import Project, ProjectNotFoundError
from .release.compress import compress as write_compressed
from .release.manifest import commit_of, write_manifest
from .release.offline_zip import FOLDER, pack
from .release.publishable import unpublishable
from .release.sign_off import safety_records, sign_off_sheet, unsigned
from .release.untried_numbers import untried_numbers
from .schema.json_schema import files as schema_files
from .schema.key_reference import FILE, reference
from .site.article_coverage import coverage
from .site.freshness import due, overdue
from .site.loader import content_files
from .site.outbound_links import outside_links
from .site.site import Site
from .yaml_source.reader import read_bytes


@click.group()
@click.version_option(package_name="massage-guide")
@click.pass_context
def main(context: click.Context) -> None:
    """Check and build the guide whose mkdocs.yml is nearest, from this folder upward."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org/
        context.color = False


def _project() -> Project:
    try:
        return Project.above(Path.cwd())
    except ProjectNotFoundError as error:
        raise click.ClickException(str(error)) from None


_COLORS: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "hint": {"fg": "cyan"},
    "faint": {"dim": True},
}


def _paint(text: str, role: str) -> str:
    return click.style(text, **_COLORS[role])


@contextmanager
def _content_errors() -> Iterator[None]:
    """Problems go to standard error, and the exit status is 1."""
    try:
        yield
    except ContentError as error:
        click.echo(describe_all(error.problems, _paint), err=True)
        sys.exit(1)


def _day(_: click.Context, __: click.Parameter, text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(
            f"“{text}” is not a date. Use YYYY-MM-DD, for example 2026-03-14."
        ) from None


_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for annotations on GitHub, or for programs.",
)


@main.command()
@_format
@click.option(
    "--today",
    callback=_day,
    metavar="DATE",
    help="Also report what is due for review on this day. Without it no clock is read.",
)
@click.option(
    "--due",
    "days",
    type=click.IntRange(0, 3650),
    metavar="DAYS",
    help="Also list what is due within so many days of --today, or of the computer's date.",
)
@click.option(
    "--write",
    is_flag=True,
    help="Also add new addresses, and new keys of the data, to the lists of what stays for ever.",
)
@click.option(
    "--release",
    is_flag=True,
    help="Also list numbers for help that nobody has tried, and records that nobody has signed.",
)
def check(form: str, today: dt.date | None, days: int | None, write: bool, release: bool) -> None:
    """Find every mistake in the content and the pages, and say how to fix it."""
    site: Site | None = None
    problems: list[Problem] = []
    try:
        project = _project()
        site = load(project)
        files = generate(site, Cache(project.cache))
        if write:
            _keep_published(project, site, files, quiet=form == "json")
        problems = overdue(site, today) if today else []
    except ContentError as error:
        problems = error.problems
    _report(form, problems)
    if site and form != "json":
        click.echo(coverage(site))
        if days is not None:
            click.echo(_due_list(site, (today or dt.date.today()) + dt.timedelta(days)))
        if release:
            click.echo("\n".join(["Not yet tried:", *(f"  {it}" for it in untried_numbers(site))]))
            click.echo("\n".join(["Not yet signed:", *(f"  {it}" for it in unsigned(site))]))
    if not all(problem.warning for problem in problems):
        sys.exit(1)
    if form != "json" and not problems:
        click.echo("No problems.")


def _keep_published(project: Project, site: Site, files: list[Generated], quiet: bool) -> None:
    """Add what is new to the lists of what was published. Nothing is ever taken away."""
    for name, lines in published(files).items():
        if not (new := lines - site.published[name]):
            continue
        path = project.published(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            "".join(f"{line}\n" for line in sorted(lines | site.published[name])), "utf-8"
        )
        if not quiet:
            click.echo(f"Added to {project.name(path)}:")
            click.echo("".join(f"+ {line or '/'}\n" for line in sorted(new)), nl=False)


def _report(form: str, problems: list[Problem]) -> None:
    if form == "json":
        click.echo(reporters.data(problems))
    elif form == "github":
        click.echo(reporters.github_annotations(problems))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(reporters.summary(problems))
    elif problems:
        click.echo(describe_all(problems, _paint), err=True)


def _due_list(site: Site, until: dt.date) -> str:
    found = due(site, until)
    count = {0: "Nothing is", 1: "1 file is"}.get(len(found), f"{len(found)} files are")
    return "\n".join(
        [f"{count} due for a new check by {until}.", *(f"  {day}  {name}" for day, name in found)]
    )


_kind = click.argument("kind", type=click.Choice(list(KINDS)))


@main.command()
@_kind
@click.argument("id")
def new(kind: str, id: str) -> None:
    """Write the first draft of a new entry, with help and with blanks to fill: new type thai."""
    project, collection = _project(), KINDS[kind]
    path = project.content / collection / f"{_well_formed(id)}.yml"
    if path.exists():
        raise click.ClickException(f"{project.name(path)} is there already.")
    path.parent.mkdir(exist_ok=True)
    path.write_text(scaffold(COLLECTIONS[collection], id), "utf-8")
    click.echo(f"Fill in the blanks of {project.name(path)}, then run: massage-guide check")


def _well_formed(id: str) -> str:
    try:
        return TypeAdapter(Id).validate_python(id)
    except ValidationError:
        raise click.ClickException(
            f"“{id}” cannot be an id. Use small letters, digits and single hyphens, like "
            "deep-tissue."
        ) from None


_write = click.option(
    "--write", is_flag=True, help="Change the files. Without it the differences are only shown."
)


@main.command()
@_write
def fix(write: bool) -> None:
    """Mend what is mechanical: spaces, Tabs, line ends, odd dates, the order of keys."""
    project = _project()
    changes = {}
    for _, path, model in content_files(project):
        with _content_errors():
            raw = read_bytes(path, project.name(path))
        text = fixed(raw, project.name(path), model)
        if text is not None and text.encode() != raw:
            changes[path] = text
    _change(project, changes, write)


@main.command()
@_kind
@click.argument("old")
@click.argument("new")
@_write
def rename(kind: str, old: str, new: str, write: bool) -> None:
    """Give an entry another id everywhere, and redirect its old address to the new one."""
    project, collection = _project(), KINDS[kind]
    if collection not in RENAMED:
        raise click.ClickException(f"The id of a {kind} is named by pages and templates; it stays.")
    with _content_errors():
        site = load(project)
    if old not in getattr(site, collection):
        raise click.ClickException(f"There is no content/{collection}/{old}.yml.")
    if _well_formed(new) in getattr(site, collection):
        raise click.ClickException(f"content/{collection}/{new}.yml is there already.")
    texts = renamed(project, site, collection, old, new)
    changes = {
        project.root / name: text
        for name, text in texts.items()
        if text.encode() != (project.root / name).read_bytes()
    }
    own = project.content / collection / f"{old}.yml"
    with _content_errors():
        _try(project, changes, own, own.with_name(f"{new}.yml"))
    _change(project, changes, write)
    click.echo(f"{project.name(own)} {'is now' if write else 'would be'} {new}.yml.")
    if write:
        own.rename(own.with_name(f"{new}.yml"))


def _try(project: Project, changes: dict[Path, str], own: Path, final: Path) -> None:
    """Check the changed content in a copy. Raises ContentError; the project is left as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Project(Path(folder).resolve())
        for part in (project.content, project.docs):
            shutil.copytree(part, copy.root / part.name)
        shutil.copy(project.root / "mkdocs.yml", copy.root)
        for path, text in changes.items():
            (copy.root / project.name(path)).write_text(text, "utf-8")
        (copy.root / project.name(own)).rename(copy.root / project.name(final))
        generate(load(copy))


def _change(project: Project, changes: dict[Path, str], write: bool) -> None:
    """Show what changes, and change it if asked to: each file whole or not at all."""
    for path, text in changes.items():
        name = project.name(path)
        before = path.read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
        for line in difflib.unified_diff(before, text.splitlines(keepends=True), name, name):
            click.secho(
                line.rstrip("\r\n"), fg={"+": "green", "-": "red", "@": "cyan"}.get(line[0])
            )
        if write:
            draft = path.with_name(f"{path.name}~")
            draft.write_text(text, "utf-8")
            draft.replace(path)
    if not changes:
        click.echo("Nothing to change.")
    elif not write:
        click.echo("Nothing is changed yet. To change it, add --write.")


@main.command()
def schema() -> None:
    """Write what is made from the schema of the content.

    These are JSON Schemas, editor settings, the list of keys.
    """
    project = _project()
    for name, text in made_from_model().items():
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def made_from_model() -> dict[str, str]:
    """Every file that repeats the model, by its path from the root."""
    return {**schema_files(), FILE: reference()}


@main.command()
def stage() -> None:
    """Write the finished Markdown tree, for any site generator to build."""
    project = _project()
    with _content_errors():
        built = build(project)
    config = write_stage(project, built)
    click.echo(
        f"Build it with: SOURCE_DATE_EPOCH={built.epoch} mkdocs build -f {config.name} && "
        "massage-guide manifest"
    )


@main.command()
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def manifest(folder: Path | None) -> None:
    """Write build.json, the hashes of a built site: for a staged build.

    “mkdocs build” does it by itself.
    """
    project = _project()
    site, content_date = _built(project, folder)
    click.echo(f"Written: {write_manifest(site, content_date, commit_of(project.root))}")


@main.command()
def offline() -> None:
    """Pack the built site for use without a server: build/massage-guide.zip."""
    project = _project()
    site, content_date = _built(project)
    click.echo(
        "Written: "
        f"{project.name(pack(site, content_date, project.root / 'build' / f'{FOLDER}.zip'))}"
    )


def _built(project: Project, folder: Path | None = None) -> tuple[Path, dt.date]:
    """A built site, in its usual place or in a folder, and the date of its content."""
    site = folder or project.site
    if not (site / "index.html").is_file():
        raise click.ClickException(f"There is no site in {site.name}/. Build it first.")
    with _content_errors():
        return site, load(project).guide.content_date


@main.command()
@_format
def links(form: str) -> None:
    """Try every link to another site.

    This needs the internet and takes minutes; no build and no test waits for it.
    """
    # Imported here because HTTP clients load slowly, and no other command needs one.
    from .editing.link_checker import Outcome, RequestPolicy, ask, to_problems

    with _content_errors():
        site = load(_project())
    addresses = {link.address for link in outside_links(site)}
    click.echo(f"Trying {len(addresses)} addresses. This takes some minutes.", err=True)
    answers = ask(
        addresses,
        RequestPolicy(f"massage-guide-links/{version('massage-guide')} (+{site.published_at})"),
    )
    if all(answer.outcome is Outcome.NO_ANSWER for answer in answers.values()):
        raise click.ClickException(
            "Nothing answered at all, so nothing was checked. Is this computer on the internet?"
        )
    problems = to_problems(site, answers)
    _report(form, problems)
    if form != "json":
        counts = Counter(answer.outcome for answer in answers.values())
        click.echo(", ".join(f"{outcome}: {counts[outcome]}" for outcome in Outcome) + ".")
    if not all(problem.warning for problem in problems):
        sys.exit(1)


@main.command("sign-off")
def sign_off() -> None:
    """Make the sheet on which a clinician and a safeguarding lead sign what protects people."""
    project = _project()
    with _content_errors():
        site = load(project)
    path = project.root / "build/sign-off.pdf"
    path.parent.mkdir(exist_ok=True)
    try:
        path.write_bytes(sign_off_sheet(site))
    except TypesettingError as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        f"{project.name(path)} is made. Once it is signed, write this into content/guide.yml, "
        "without the records that were not ticked:\n"
    )
    click.echo(
        "signed:\n  - name: \n    role: \n    signs_as: clinician\n    signed: \n    records:"
    )
    for record in safety_records(site):
        click.echo(f"      - {record.key}")


@main.command()
def publishable() -> None:
    """Refuse to publish a site without a real address, or one that answers for nothing."""
    if reason := unpublishable(_project().site):
        raise click.ClickException(reason)
    click.echo("The site can be published.")


@main.command()
def redirects() -> None:
    """Print the old addresses and where they lead, for the map in deploy/nginx.conf."""
    with _content_errors():
        site = load(_project())
    click.echo(nginx_redirects(site), nl=False)


@main.command()
def compress() -> None:
    """Write a gzip file beside each text file of the built site.

    They are for servers that send them as they are.
    """
    click.echo(f"{len(list(write_compressed(_project().site)))} files are compressed.")


if __name__ == "__main__":
    main()
