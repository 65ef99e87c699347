"""The `massage-guide` command. It works on the project of the working directory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from .build import build
from .check import load
from .coverage import coverage
from .generate import generate
from .problem import Refused
from .project import Project, ProjectNotFound
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


@contextmanager
def _refusals() -> Iterator[None]:
    """Problems go to standard error, and the exit status is 1."""
    try:
        yield
    except Refused as refused:
        click.echo(refused, err=True)
        sys.exit(1)


@main.command()
def check() -> None:
    """Find every mistake in the content and the pages, and say how to mend it."""
    with _refusals():
        site = load(_project())
        generate(site)
    click.echo(coverage(site))
    click.echo("No problems.")


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
