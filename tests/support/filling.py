"""Every place that fills words of words.yml in, read from templates, Python and scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import nodes

from massage_guide.render.environment import jinja_environment

from .projects import ROOT

PACKAGE = ROOT / "hooks" / "massage_guide"
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"

ANY = "*"
"""In place of a word's name: every word of the group."""


class Filling(NamedTuple):
    """One call that fills words in, and the names that it gives."""

    where: str
    words: frozenset[tuple[str, str]]
    names: frozenset[str]


def fillings() -> list[Filling]:
    """All of them."""
    return [*_of_templates(), *_of_python(), *_of_typst(), *_of_scripts()]


# --- templates ------------------------------------------------------------------------------------


def _of_templates() -> Iterator[Filling]:
    environment = jinja_environment(str, None)
    for file in sorted((PACKAGE / "render").rglob("*.j2")):
        tree = environment.parse(file.read_text("utf-8"))
        for call in tree.find_all(nodes.Filter):
            if call.name == "fill":
                words = frozenset(_words_in(call.node))
                yield Filling(str(file), words, frozenset(each.key for each in call.kwargs))


def _words_in(node: nodes.Node) -> Iterator[tuple[str, str]]:
    for found in (node, *node.find_all(nodes.Expr)):
        group = getattr(found, "node", None)
        if not (isinstance(group, nodes.Getattr) and group.node == nodes.Name("words", "load")):
            continue
        yield group.attr, found.attr if isinstance(found, nodes.Getattr) else ANY


# --- Python and Typst -----------------------------------------------------------------------------


def _of_python() -> Iterator[Filling]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            named = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if named == "fill":
                found = _constants(call.args[0])
                word = found[-2:] if len(found) > 1 else [*found, ANY]
                names = frozenset(keyword.arg or "" for keyword in call.keywords)
                yield Filling(str(file), frozenset([(word[0], word[1])]), names)


def _constants(node: ast.AST) -> list[str]:
    """The texts in an expression, from left to right."""
    found = [each for each in ast.walk(node) if isinstance(each, ast.Constant)]
    found.sort(key=lambda each: (each.lineno, each.col_offset))
    return [each.value for each in found if isinstance(each.value, str)]


def _of_typst() -> Iterator[Filling]:
    for file in sorted((PACKAGE / "outputs").rglob("*.typ")):
        for args in _calls(file.read_text("utf-8"), "fill"):
            if found := re.fullmatch(r"words\.(\w+)\.(\w+)", args[0]):
                names = frozenset(arg.partition(":")[0].strip() for arg in args[1:])
                yield Filling(str(file), frozenset([(found[1], found[2])]), names)


# --- scripts --------------------------------------------------------------------------------------


def _of_scripts() -> Iterator[Filling]:
    for file in sorted(SCRIPTS.rglob("*.js")):
        if file.parent.name == "vendor":
            continue
        text = file.read_text("utf-8")
        for start, args in _placed_calls(text, "fill"):
            if len(args) != 2:
                continue  # a method of this name, not the function
            words = frozenset(_script_words(file, text[:start], args[0]))
            yield Filling(str(file), words, _given(text[:start], args[1]))
        # The calculator's form has a function between: what it is given comes on top.
        for args in _calls(text, "complain"):
            if len(args) == 2:
                word = ("calculator_errors", args[0].strip('"'))
                yield Filling(str(file), frozenset([word]), _given("", args[1]))


def _script_words(file: Path, before: str, said: str) -> Iterator[tuple[str, str]]:
    """The words that an expression of a script stands for."""
    if said == "text":  # a constant of the same function
        said = re.findall(r"const text = ([^;]+);", before)[-1]
    if "data(" in said:
        shown = _attributes(re.search(r"(?<=/)[\w-]+(?=\.js$)", str(file))[0])
        if suffix := re.search(r"\$\{\w+\}(\w+)`", said):
            yield from (word for name, word in shown.items() if name.endswith(suffix[1]))
        yield from (shown[name] for name in re.findall(r'"(\w+)"', said))
    elif said == "words[problem]":
        yield "calculator_errors", ANY
    else:
        groups = {"search": ("search",), "calculator": ("calculator_result", "calculator_errors")}
        templates = _text_of("cost_calculator")
        for name in re.findall(r"words\.(\w+)", said):
            for group in groups[file.parent.name]:
                if group == "search" or f"words.{group}.{name}" in templates:
                    yield group, name


def _attributes(element: str) -> dict[str, tuple[str, str]]:
    """The words that a custom element has in its attributes, by their names in scripts."""
    text = next(text for text in map(_text_of, _macros()) if f"<{element}" in text)
    found = re.findall(r'data-([\w-]+)="\{\{ words\.(\w+)\.(\w+)', text)
    camel = {name: re.sub(r"-(\w)", lambda letter: letter[1].upper(), name) for name, *_ in found}
    return {camel[name]: (group, word) for name, group, word in found}


def _macros() -> list[str]:
    return [folder.name for folder in (PACKAGE / "render" / "macros").iterdir()]


def _text_of(macro: str) -> str:
    return (PACKAGE / "render" / "macros" / macro / "template.md.j2").read_text("utf-8")


def _given(before: str, values: str) -> frozenset[str]:
    """The names in an object of a script, or in the last constant of this name."""
    if not values.startswith("{"):
        values = re.findall(rf"const {values} = (\{{[^;]*\}});", before)[-1]
    entries = _split(values.strip("{} "))
    return frozenset(entry.partition(":")[0].strip() for entry in entries if entry[:3] != "...")


# --- what Typst and scripts have in common --------------------------------------------------------


def _calls(text: str, function: str) -> list[list[str]]:
    return [args for _, args in _placed_calls(text, function)]


def _placed_calls(text: str, function: str) -> Iterator[tuple[int, list[str]]]:
    """Each call of a function: where it begins, and its arguments as they are written."""
    for call in re.finditer(rf"(?<![\w.#]){function}\(|(?<=\n  #){function}\(", text):
        depth, end = 1, call.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        yield call.start(), _split(text[call.end() : end - 1])


def _split(text: str) -> list[str]:
    """A list that commas part, whatever stands in brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]
