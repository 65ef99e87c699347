"""A YAML file that has been read, with the position of each value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from ..problems.problem import Problem

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """The position of a value. Lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass
class Document:
    """One YAML file: its data, its text, and the position of each key and value."""

    name: str
    text: str
    data: Any = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, at least one."""
        return self.text.splitlines() or [""]

    @property
    def keys(self) -> dict[Path, Place]:
        """The position of each key, by its path."""
        return self._places[0]

    @property
    def values(self) -> dict[Path, Place]:
        """The position of each value, by its path; that of the whole file is at ()."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[dict[Path, Place], dict[Path, Place]]:
        """Computed only when asked for: most files have no problem to report."""
        keys: dict[Path, Place] = {}
        values: dict[Path, Place] = {}

        def note(node: yaml.Node, path: Path) -> None:
            values[path] = place_of(node)
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    keys[*path, key.value] = place_of(key)
                    note(value, (*path, key.value))
            elif isinstance(node, yaml.SequenceNode):
                for index, item in enumerate(node.value):
                    note(item, (*path, index))

        if root := yaml.compose(self.text, Loader=yaml.CBaseLoader):
            note(root, ())
        return keys, values

    def problem(
        self,
        code: str,
        place: Place,
        message: str,
        hint: str = "",
        *,
        snippet: str = "",
        warning: bool = False,
    ) -> Problem:
        """A problem at `place`, narrowed down to the `snippet` if that is found there."""
        line, column, width = self._narrow(place, snippet)
        excerpt = self.lines[line - 1] if line <= len(self.lines) else ""
        return Problem(self.name, line, column, code, message, hint, excerpt, width, warning)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value (or key) at `path`, or of the nearest thing above it."""
        wanted = self.keys if key else self.values
        while path and path not in wanted:
            path = path[:-1]
        return wanted.get(path) or self.values.get(path) or Place(1, 1, 1, 1)

    def _narrow(self, place: Place, snippet: str) -> tuple[int, int, int]:
        # A snippet that YAML folded over two lines is looked for by its first word.
        for wanted in filter(None, (snippet, snippet.partition(" ")[0])):
            for line in range(place.line, min(place.end_line, len(self.lines)) + 1):
                start = place.column - 1 if line == place.line else 0
                found = self.lines[line - 1].find(wanted, start)
                if found >= 0:
                    return line, found + 1, len(wanted)
        one_line = place.end_line == place.line
        text = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        end = place.end_column if one_line else len(text) + 1
        return place.line, place.column, max(1, end - place.column)


def place_of(node: Any) -> Place:
    """The position of a node, an event or a token of the YAML parser."""
    start, end = node.start_mark, node.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
