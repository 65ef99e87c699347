"""The guide does not hang on one engine.

ProperDocs, a successor of MkDocs, builds the same site, hooks and all.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.projects import ROOT, copy_example
from tests.support.same_builds import assert_same

pytestmark = pytest.mark.slow
_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def test_properdocs_builds_the_same_site_but_for_the_generator_tag(
    built: Path, tmp_path: Path
) -> None:
    python = tmp_path / "venv/bin/python"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    install = [python, "-m", "pip", "install", "--quiet"]
    subprocess.run(
        [*install, "--require-hashes", "-r", ROOT / "requirements/properdocs.txt"], check=True
    )
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    project = copy_example(tmp_path / "project")
    subprocess.run(
        [python, "-m", "properdocs", "build", "-f", "mkdocs.yml", "-d", tmp_path / "other"],
        cwd=project,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert_same(
        without_generator(built, tmp_path / "ours"),
        without_generator(tmp_path / "other", tmp_path / "theirs"),
    )


def without_generator(site: Path, target: Path) -> Path:
    """A copy of a site in which no page names its generator, and build.json has no hashes.

    The hashes of pages differ with the name.
    """
    for path in sorted(site.rglob("*")):
        if path.is_file():
            copy = target / path.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            copy.write_bytes(_GENERATOR.sub(b"", content) if path.suffix == ".html" else content)
    names = list(json.loads((target / "build.json").read_text("utf-8"))["sha256"])
    (target / "build.json").write_text("\n".join(names), "utf-8")
    return target
