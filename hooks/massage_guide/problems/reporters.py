"""Problems as machines want them: GitHub's annotations and job summary, and JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

from .problem import Problem, count


def github_annotations(problems: Iterable[Problem]) -> str:
    """Workflow commands that make GitHub mark each wrong line, one a line."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.file,
        "line": problem.line,
        "endLine": problem.line,
        "col": problem.column,
        "endColumn": problem.column + problem.width,
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    command = "warning" if problem.warning else "error"
    return f"::{command} {listed}::{_escaped(f'{problem.message} {problem.hint}'.strip())}"


def _escaped(text: str, also: str = "") -> str:
    """Text escaped for a workflow command.

    Percent signs, line ends and `also` become hexadecimal codes.
    """
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{also}" else sign for sign in text)


def summary(problems: Iterable[Problem]) -> str:
    """A Markdown table of every problem: GitHub shows only the first few annotations of a step."""
    listed = list(problems)
    lines = [f"### {count(listed)}", ""]
    if listed:
        lines += ["| Where | What | How to fix it |", "| --- | --- | --- |"]
    for problem in listed:
        place = f"`{problem.file}:{problem.line}:{problem.column}`"
        lines.append(f"| {place} | {_cell(problem.message)} | {_cell(problem.hint)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Text that Markdown shows as it is, in one cell."""
    return "".join(
        f"\\{sign}" if sign in r"\`*_{}[]<>()#+-!|~" else sign for sign in " ".join(text.split())
    )


def data(problems: Iterable[Problem]) -> str:
    """JSON with each problem's fields, for programs."""
    return json.dumps(
        [dataclasses.asdict(problem) for problem in problems], ensure_ascii=False, indent=1
    )
