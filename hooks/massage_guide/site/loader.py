"""The files of `content/` and `docs/` become one Site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from ..model import COLLECTIONS, SINGLES
from ..model.fields import Entry, Record
from ..model.words import Words
from ..problems.problem import Code, ContentError, Problem
from ..project import Project
from ..schema.validation_errors import to_problems
from ..yaml_source.document import Document
from ..yaml_source.reader import read, read_bytes
from .page import load_pages
from .site import PUBLISHED, Site, field_of

T = TypeVar("T")


def load_site(project: Project) -> tuple[Site | None, list[Problem]]:
    """The content of a project, and all problems with single files.

    Files with problems are left out of the Site. There is none where a page or one of the single
    files has any.
    """
    problems: list[Problem] = list(_strange_files(project))
    records: dict[str, Record] = {}
    documents: dict[str, Document] = {}
    broken: set[str] = set()
    for key, path, model in content_files(project):
        try:
            documents[key], records[key] = _loaded(
                read_bytes(path, project.name(path)), project.name(path), model, key
            )
        except ContentError as error:
            problems += error.problems
            broken.add(key)
    pages = _or_problems(lambda: load_pages(project.docs, project.root), problems)
    published_at = _or_problems(lambda: project.published_at, problems)
    if not pages or not set(SINGLES) <= set(records):
        return None, problems
    site = Site(
        **_fields(records),
        pages=pages,
        documents=documents,
        published_at=published_at or "",
        published={name: _lines(project.published(name)) for name in PUBLISHED},
        broken=frozenset(broken),
    )
    return site, problems


def _lines(file: Path) -> frozenset[str]:
    """The lines of a list that may not be there yet."""
    return frozenset(file.read_text("utf-8").splitlines() if file.is_file() else ())


def _or_problems(made: Callable[[], T], problems: list[Problem]) -> T | None:
    """What a function returns.

    None where it raises ContentError, whose problems are added to the list.
    """
    try:
        return made()
    except ContentError as error:
        problems += error.problems
        return None


def load_words(project: Project) -> dict[str, dict[str, str]] | None:
    """The words of the interface alone, whatever is wrong elsewhere.

    None when they cannot be read.
    """
    path = project.content / "words.yml"
    try:
        return cast(
            Words,
            _loaded(read_bytes(path, project.name(path)), project.name(path), Words, "words")[1],
        ).groups
    except ContentError:
        return None


def _fields(records: dict[str, Record]) -> dict[str, Any]:
    def group(name: str) -> dict[str, Record]:
        return {
            key.partition("/")[2]: record
            for key, record in records.items()
            if key.startswith(f"{name}/")
        }

    singles = {field_of(name): records[name] for name in SINGLES}
    return singles | {name: group(name) for name in COLLECTIONS}


def content_files(project: Project) -> Iterator[tuple[str, Path, type[Record]]]:
    """Every YAML file of the content: its key, such as `types/thai`, where it is, and its model."""
    for name, model in SINGLES.items():
        if (path := project.content / f"{name}.yml").is_file():
            yield name, path, model
    for folder, entry_model in COLLECTIONS.items():
        for path in sorted(filter(Path.is_file, (project.content / folder).glob("*.yml"))):
            yield f"{folder}/{path.stem}", path, entry_model


def _strange_files(project: Project) -> Iterator[Problem]:
    """Missing files, and files that would be passed over in silence."""
    known = {path for _, path, _ in content_files(project)}
    for name in SINGLES:
        path = project.content / f"{name}.yml"
        if path not in known:
            yield Problem(
                project.name(path),
                1,
                1,
                Code.FILE_MISSING,
                "This file is missing.",
                "Bring it back; the guide cannot be built without it.",
            )
    for path in sorted(project.content.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(project.content).parts)
        if (
            path.is_dir()
            or path in known
            or hidden
            or path.name.endswith("~")
            or path == project.content / "README.md"
        ):
            continue
        yield Problem(
            project.name(path),
            1,
            1,
            Code.FILE_NAME,
            "This file does not belong here.",
            f"Entries end in .yml and belong in one of: {', '.join(COLLECTIONS)}.",
        )


@lru_cache(maxsize=10_000)  # the preview loads all files again and again, and few of them change
def _loaded(raw: bytes, name: str, model: type[Record], key: str) -> tuple[Document, Record]:
    """One file, read and validated. Raises ContentError."""
    document = read(raw, name)
    record = _validate(document, model, key)
    return Document(
        name, document.text
    ), record  # without its data: only positions are needed from here on


def _validate(document: Document, model: type[Record], key: str) -> Record:
    try:
        record = model.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(to_problems(document, model, error)) from None
    if isinstance(record, Entry) and record.id != key.partition("/")[2]:
        raise ContentError(
            [
                document.problem(
                    Code.ID_MISMATCH,
                    document.place(("id",)),
                    f"The id “{record.id}” is not the file name “{key.partition('/')[2]}”.",
                    "Make them the same.",
                )
            ]
        )
    return record
