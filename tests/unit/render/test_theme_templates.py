"""Overrides of the theme use only what every engine of this template language knows.

They call no methods of Python objects.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.projects import ROOT

THEME = ROOT / "hooks/massage_guide/render/theme"
_CODE = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.S)
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_METHOD = re.compile(r"([\w\]\")]+)\.(\w+)\(")

# Macros of the theme's languages, which every template is given.
_MACROS = {"lang"}


def methods(template: str) -> list[str]:
    """The methods that a template calls. A macro of an imported template is none."""
    code = [_TEXT.sub('""', "".join(found)) for found in _CODE.findall(template)]
    imported = {name for part in code for name in re.findall(r"import \"\" as (\w+)", part)}
    return [
        f"{owner}.{name}"
        for part in code
        for owner, name in _METHOD.findall(part)
        if owner not in imported | _MACROS
    ]


@pytest.mark.parametrize(
    "file", sorted(path for path in THEME.rglob("*") if path.is_file()), ids=lambda file: file.name
)
def test_templates_of_the_theme_call_no_methods(file: Path) -> None:
    assert not methods(file.read_text("utf-8"))


@pytest.mark.parametrize("file", sorted(THEME.rglob("*.html")), ids=lambda file: file.name)
def test_each_template_begins_with_a_note_of_what_it_mends_or_is(file: Path) -> None:
    note, end, _ = file.read_text("utf-8").removeprefix("{#-").partition("-#}")
    assert end and len(note.split()) > 5


def test_a_method_would_be_found() -> None:
    assert methods('{{ page.title.upper() }} {% if "a".startswith("b") %}') == [
        "title.upper",
        '"".startswith',
    ]
    assert not methods(
        '{% import "lang.html" as lang %}{{ lang.t("a.b()") }} {{ page.url | replace("a", "b") }}'
    )
