"""The `massage-guide` command. It works on the project of the working directory."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from . import formats
from .build import build
from .check import load
from .coverage import coverage
from .due import due, overdue
from .generate import generate
from .problem import Problem, Refused, report
from .project import Project, ProjectNotFound
from .site import Site
from .stage import stage as write_stage


@click.group()
@click.version_option(package_name="massage-guide")
def main() -> None:
    """Check and build the guide whose mkdocs.yml is nearest, from this folder upward."""


def _project() -> Project:
    try:
        return Project.above(Path.cwd())
    except ProjectNotFound as error:
        raise click.ClickException(str(error)) from None


_COLORS: dict[str, dict[str, Any]] = {
    "place": {"bold": True}, "error": {"fg": "red", "bold": True}, "warning": {"fg": "yellow", "bold": True},
    "hint": {"fg": "cyan"}, "faint": {"dim": True},
}


def _paint(text: str, role: str) -> str:
    return click.style(text, **_COLORS[role])


@contextmanager
def _refusals() -> Iterator[None]:
    """Problems go to standard error, and the exit status is 1."""
    try:
        yield
    except Refused as refused:
        click.echo(report(refused.problems, _paint), err=True)
        sys.exit(1)


def _day(_: click.Context, __: click.Parameter, text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"“{text}” is no day; write it like 2026-03-14.") from None


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text",
              help="For people, for annotations on GitHub, or for programs.")
@click.option("--today", callback=_day, metavar="DATE",
              help="Also tell what is due for a new check on this day. Without it no clock is read.")
@click.option("--due", "days", type=click.IntRange(0, 3650), metavar="DAYS",
              help="Also list what is due within so many days of --today, or of the computer's date.")
def check(form: str, today: dt.date | None, days: int | None) -> None:
    """Find every mistake in the content and the pages, and say how to mend it."""
    site: Site | None = None
    problems: list[Problem] = []
    try:
        site = load(_project())
        generate(site)
        problems = overdue(site, today) if today else []
    except Refused as refused:
        problems = refused.problems
    _tell(form, problems)
    if site and form != "json":
        click.echo(coverage(site))
        if days is not None:
            click.echo(_due_list(site, (today or dt.date.today()) + dt.timedelta(days)))
    if not all(problem.warning for problem in problems):
        sys.exit(1)
    if form != "json":
        click.echo("No problems.")


def _tell(form: str, problems: list[Problem]) -> None:
    if form == "json":
        click.echo(formats.data(problems))
    elif form == "github":
        click.echo(formats.annotations(problems))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(formats.summary(problems))
    elif problems:
        click.echo(report(problems, _paint), err=True)


def _due_list(site: Site, until: dt.date) -> str:
    found = due(site, until)
    count = {0: "Nothing is", 1: "1 file is"}.get(len(found), f"{len(found)} files are")
    return "\n".join([f"{count} due for a new check by {until}.", *(f"  {day}  {name}" for day, name in found)])


@main.command()
def stage() -> None:
    """Write the finished Markdown tree, for any site generator to build."""
    project = _project()
    with _refusals():
        built = build(project)
    config = write_stage(project, built)
    click.echo(f"Build it with: SOURCE_DATE_EPOCH={built.epoch} mkdocs build -f {config.name}")


if __name__ == "__main__":
    main()
