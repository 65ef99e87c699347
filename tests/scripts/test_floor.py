"""Every script can be read by the oldest browsers that the guide promises.

They are Safari 15.0, Samsung Internet 15 (which is Chromium 90), Chrome 90 and Firefox 115. A
script that one of them cannot read does nothing there: no menu, no search, no word of why.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from tests.support.projects import ROOT

pytestmark = pytest.mark.scripts

SCRIPTS = ROOT / "docs/assets/javascripts"


def faults(scripts: dict[str, str]) -> list[Any]:
    """What in the scripts, by name, is past the floor: name, line and what it is."""
    if not shutil.which("node"):
        pytest.fail("node is missing: install Node.js 20 or newer")
    if not (ROOT / "node_modules/acorn").is_dir():
        pytest.fail("node_modules is missing: run `make node_modules/.done`")
    found = subprocess.run(
        ["node", "tests/scripts/floor.mjs"],
        cwd=ROOT,
        input=json.dumps(scripts),
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def test_every_script_is_known_to_the_oldest_browsers() -> None:
    scripts = {
        path.relative_to(SCRIPTS).as_posix(): path.read_text("utf-8")
        for path in sorted(SCRIPTS.rglob("*.js"))
    }
    assert len(scripts) > 30
    assert not faults(scripts)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("class One { static { One.made = true; } }", "static { }"),
        ("class One { #it = 1; has(other) { return #it in other; } }", "#name in object"),
        ("const last = [1, 2].at(-1);", ".at()"),
        ("const last = [1, 2]?.at(-1);", ".at()"),
        ("const has = Object.hasOwn({}, 'a');", ".hasOwn()"),
        ("const copy = structuredClone({});", "structuredClone"),
        ("const word = /(?<=a)b/u;", "lookbehind"),
        ("const word = new RegExp(`(?<!${1})b`);", "lookbehind"),
        ("document.querySelector('p:has(a)');", ":has("),
        ("export const at = import.meta.resolve('./one.js');", "import.meta.resolve"),
        ("import data from './data.json' with { type: 'json' };", "Unexpected token (1:31)"),
        ("const word = /[a--b]/v;", "Invalid regular expression flag (1:14)"),
    ],
)
def test_what_is_newer_is_found(source: str, what: str) -> None:
    assert faults({"one.js": source}) == [["one.js", 1, what]]


@pytest.mark.parametrize(
    "source",
    [
        (
            "class One { #it = 1; kept = 2; #say() { return this.#it; } "
            "get it() { return this.#say(); } }"
        ),
        "const { at, page } = { at: 1 }; const there = page?.at ?? at; let one; one ??= there;",
        "export const found = await import('./one.js');",
        "const word = /(?<name>\\p{L})(?=a)(?!b)/dgu; 'a'.replaceAll('a', 'b');",
        "document.querySelector('p:is(.a, .b):not([hidden])');",
    ],
)
def test_what_they_know_is_left_alone(source: str) -> None:
    assert faults({"one.js": source}) == []
