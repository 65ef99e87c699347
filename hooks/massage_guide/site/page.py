"""Hand-written pages: Markdown with front matter and macro calls, under `docs/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

import yaml
from pydantic import StringConstraints, ValidationError

from ..model.fields import Line, Record, Title
from ..problems.problem import Code, ContentError, Problem
from ..schema.validation_errors import to_problems
from ..yaml_source.document import Document
from ..yaml_source.reader import check_characters, read, read_bytes


@dataclass(frozen=True)
class Page:
    """A page as written: `text` is all of the file, and `body` is what is below the front matter.

    `first_line` is the line of the file where `body` starts, from 1.
    """

    path: str
    name: str
    meta: dict[str, Any]
    text: str
    body: str
    first_line: int

    @property
    def title(self) -> str:
        """The page's title, from its front matter."""
        return str(self.meta["title"])

    @property
    def is_embed(self) -> bool:
        """Whether it has a template of its own.

        Then other sites embed it, and our lists leave it out.
        """
        return "template" in self.meta

    @property
    def address(self) -> str:
        """Where readers find it: `safety`, `types`, or `/` for the home page."""
        return address(self.path)


def address(path: str) -> str:
    """The address of the page that a Markdown file becomes: `types/index.md` is `types`."""
    pure = PurePosixPath(path).with_suffix("")
    if pure.name != "index":
        return str(pure)
    return "/" if str(pure.parent) == "." else str(pure.parent)


def load_pages(docs: Path, root: Path) -> dict[str, Page]:
    """All hand-written pages by address. Raises ContentError."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        try:
            page = _load(path, path.relative_to(docs).as_posix(), path.relative_to(root).as_posix())
            pages[page.address] = page
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return pages


AssetName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([/-][a-z0-9]+)*$")]


class FrontMatter(Record):
    """The front matter of a hand-written page."""

    title: Title
    """The page's heading, and its name in lists."""
    description: Line
    """What the page says, for search engines."""
    hide: tuple[Literal["toc", "rail"], ...] = ()
    """toc, where the list of sections is not wanted; rail, where nothing stands beside the text."""
    styles: tuple[AssetName, ...] = ()
    """Style sheets that only this page loads, by their names in docs/assets/stylesheets/."""
    modules: tuple[AssetName, ...] = ()
    """Scripts that only this page loads, by their names in docs/assets/javascripts/."""
    marks: Literal["everywhere"] | None = None
    """everywhere, where sources are marked in all of the text and not in its layers alone."""
    template: Literal["embed.html"] | None = None
    """embed.html, for a page that other sites show in a frame."""


def _unclosed(text: str, name: str) -> Problem:
    """The first line that is no longer front matter, where its end is missing."""
    lines = text.splitlines()
    number = next(
        (number for number, line in enumerate(lines[1:], 2) if not re.match(r"\w+:|\s+\S", line)),
        len(lines),
    )
    return Problem(
        name,
        number,
        1,
        Code.PAGE,
        "The front matter of this page is never closed.",
        "Write --- on a line of its own below its last key.",
        lines[number - 1],
    )


ASSETS = {"styles": "assets/stylesheets/{}.css", "modules": "assets/javascripts/{}.js"}
"""Paths below `docs/` of the files that front matter names."""


def _load(path: Path, uri: str, name: str) -> Page:
    try:
        text = read_bytes(path, name).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    Code.ENCODING,
                    "This page is not saved as UTF-8.",
                    "Save it again with the encoding UTF-8.",
                )
            ]
        ) from None
    check_characters(Document(name, text))
    opening, fence, rest = text.partition("---\n")
    front, end, body = rest.partition("\n---\n")
    if fence and not opening and not end:
        raise ContentError([_unclosed(text, name)])
    if opening or not fence:
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    Code.PAGE,
                    "This page has no front matter.",
                    "Start it with ---, a line “title: …”, a line “description: …”, and ---.",
                    text.partition("\n")[0],
                )
            ]
        )
    # Read with line 1 kept free for the fence, so that places are those of the file.
    document = read(f"#\n{front}\n".encode(), name)
    try:
        FrontMatter.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(to_problems(document, FrontMatter, error)) from None
    _find_assets(document, path.parents[uri.count("/")])
    return Page(uri, name, document.data, text, body, front.count("\n") + 4)


def _find_assets(document: Document, docs: Path) -> None:
    for key, place in ASSETS.items():
        for index, name in enumerate(document.data.get(key, ())):
            if not (docs / place.format(name)).is_file():
                raise ContentError(
                    [
                        document.problem(
                            Code.PAGE,
                            document.place((key, index)),
                            f"There is no file docs/{place.format(name)}.",
                            "Check the spelling, or take the line out.",
                        )
                    ]
                )


def prose_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Paragraphs and list items by line number, without headings, macro calls and marks."""
    start, text = 0, ""
    for number, line in enumerate(page.body.splitlines(), page.first_line):
        readable = _readable(line)
        if text and (not readable or _LIST_ITEM.match(line)):
            yield start, text
            text = ""
        if readable:
            start, text = (start, f"{text} {readable}") if text else (number, readable)
    if text:
        yield start, text


_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+")


def _readable(line: str) -> str:
    if line.lstrip().startswith(("#", "|", "{:", "<")):
        return ""
    line = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}", " ", _LIST_ITEM.sub("", line))
    return re.sub(r"[*_`]|\]\([^)]*\)|\[", "", line).strip()


_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
_HALF_A_CALL = re.compile(r"\{\{|\}\}|\{%|%\}")


def stray_brace(text: str) -> int | None:
    """The line, from 1, of the first braces of a macro call that are no call, or None.

    Readers would see them.
    """
    rest = _CALL.sub(lambda call: "\n" * call[0].count("\n"), text)
    found = _HALF_A_CALL.search(rest)
    return rest.count("\n", 0, found.start()) + 1 if found else None


def front_matter(meta: dict[str, Any]) -> str:
    """Front matter as text."""
    text = yaml.dump(
        meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=True, width=10_000
    )
    return f"---\n{text}---\n"
