"""What goes out is real: no made-up address is published.

Servers find compressed files and their rules.
"""

from __future__ import annotations

import datetime as dt
import fnmatch
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from massage_guide.cli import main
from massage_guide.outputs.hosting import SECURITY
from massage_guide.outputs.qr_codes import svg
from massage_guide.problems.problem import ContentError
from massage_guide.project import Project
from massage_guide.release.compress import compress
from massage_guide.release.manifest import commit_of, write_manifest
from massage_guide.release.publishable import unpublishable
from massage_guide.site.site import Site
from tests.support.projects import EXAMPLE, ROOT, build
from tests.support.qr_codes import code_in


def home(site: Path, address: str) -> Path:
    site.mkdir()
    (site / "index.html").write_text(f'<link rel="canonical" href="{address}">', "utf-8")
    (site / SECURITY).parent.mkdir()
    (site / SECURITY).write_text("Contact: mailto:reports@clinic.example\n", "utf-8")
    return site


@pytest.mark.parametrize(
    "address",
    [
        "https://massage-guide.example/",
        "https://example.org/guide/",
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "",
        "https://guide.test/",
        "https://nowhere/",
    ],
)
def test_an_address_that_is_not_real_is_refused_and_the_message_says_what_to_do(
    address: str, tmp_path: Path
) -> None:
    reason = unpublishable(home(tmp_path / "site", address))
    assert reason and "not real" in reason and "SITE_URL" in reason


def test_an_address_without_https_is_refused(tmp_path: Path) -> None:
    reason = unpublishable(home(tmp_path / "site", "http://back-pain.info/"))
    assert reason and "https" in reason


def test_a_real_address_passes(tmp_path: Path) -> None:
    assert unpublishable(home(tmp_path / "site", "https://back-pain.info/guide/")) is None
    assert unpublishable(home(tmp_path / "other", "https://clinic.github.io/example/")) is None


def test_a_site_is_refused_while_nobody_answers_for_it(tmp_path: Path) -> None:
    site = home(tmp_path / "site", "https://back-pain.info/")
    (site / SECURITY).unlink()
    assert "“contact:” in content/guide.yml" in (unpublishable(site) or "")


def test_a_code_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    site = home(tmp_path / "site", "https://back-pain.info/")
    (site / "types/thai").mkdir(parents=True)
    (site / "types/thai/index.html").write_text("<h1>Thai massage</h1>", "utf-8")
    (site / "codes").mkdir()
    (site / "codes/thai.svg").write_text(svg("https://back-pain.info/types/thai/"), "utf-8")
    assert unpublishable(site) is None
    (site / "codes/thai.svg").write_text(svg("https://back-pain.infotypes/thai/"), "utf-8")
    assert "codes/thai.svg" in (unpublishable(site) or "")


@pytest.mark.parametrize(
    "typed",
    [
        "https://back-pain.info/guide",
        " https://back-pain.info/guide/ ",
        "https://back-pain.info/guide//",
    ],
)
def test_all_that_prints_an_address_prints_the_same(
    typed: str, guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", typed)
    site, address = tmp_path / "site", "https://back-pain.info/guide/"
    assert build(guide, site).returncode == 0
    assert unpublishable(site) is None
    assert code_in(site / "codes/thai.png") == [f"{address}types/thai/"]
    assert f'<link rel="canonical" href="{address}types/thai/">' in (
        site / "types/thai/index.html"
    ).read_text("utf-8")
    assert (
        json.loads((site / "api/v1/types/thai.json").read_text("utf-8"))["address"]
        == f"{address}types/thai/"
    )
    assert f"{address}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "typed",
    [
        "https://back-pain.info/?a=1",
        "https://back-pain.info/#a",
        "https://me:secret@back-pain.info/",
        "back-pain.info",
        "https://back-pain.info/{{7*7}}",
        'https://back-pain.info/"><script>',
        "https://back pain.info/",
        "ftp://back-pain.info/",
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_built(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", typed)
    with pytest.raises(ContentError, match="no address of a site"):
        _ = Project(EXAMPLE).published_at


def test_the_command_says_no_to_the_default_address(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLE / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["publishable"])
    assert result.exit_code == 1 and "make site" in result.output
    home(tmp_path / "site", "unset")
    shutil.copy(built / "index.html", tmp_path / "site")
    result = CliRunner().invoke(main, ["publishable"])
    assert result.exit_code == 1 and "massage-guide.example" in result.output


def test_compressed_files_hold_the_same_text_and_are_the_same_each_time(
    built: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(built, site)
    made = list(compress(site))
    first = [path.read_bytes() for path in made]
    assert site / "index.html.gz" in made and site / "assets/stylesheets/base.css.gz" in made
    assert all(
        gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes() for path in made
    )
    assert [path.read_bytes() for path in compress(site)] == first


def test_robots_are_welcome_and_find_the_map_of_the_site(built: Path) -> None:
    assert (built / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://massage-guide.example/sitemap.xml"
    )


def test_the_list_of_files_names_version_date_and_the_hash_of_every_file(built: Path) -> None:
    listed = json.loads((built / "build.json").read_text("utf-8"))
    assert (
        listed["version"]
        == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    )
    assert re.fullmatch(r"(?:[0-9a-f]{40}(?:-dirty)?)?", listed["commit"])
    assert listed["content_date"] == str(
        yaml.safe_load((EXAMPLE / "content/guide.yml").read_text("utf-8"))["content_date"]
    )
    assert listed["sha256"] == {
        path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in built.rglob("*")
        if path.is_file() and path != built / "build.json"
    }


def test_the_version_is_the_same_wherever_it_stands() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    cited = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)
    released = re.findall(
        r"(?m)^## (\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text("utf-8")
    )
    assert released[0] == (version, cited["date-released"]) and cited["version"] == version
    assert released == sorted(
        released, key=lambda row: [int(part) for part in row[0].split(".")], reverse=True
    )


def test_the_list_of_files_names_the_commit_and_whether_it_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide, inside = tmp_path / "guide", tmp_path / "guide/inside"
    inside.mkdir(parents=True)

    def git(*command: str) -> str:
        settings = (
            "-c",
            "user.name=A tester",
            "-c",
            "user.email=tester@back-pain.test",
            "-c",
            "commit.gpgsign=false",
        )
        return subprocess.run(
            ["git", *settings, *command], cwd=guide, capture_output=True, text=True, check=True
        ).stdout

    for folder in (guide, inside):
        (folder / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
        assert commit_of(folder) == ""
    git("init", "--quiet")
    assert commit_of(guide) == ""
    git("add", "mkdocs.yml")
    git("commit", "--quiet", "--message=One")
    git("tag", "v1")
    commit = git("rev-parse", "HEAD").strip()
    assert commit_of(guide) == commit
    assert commit_of(inside) == "", "git knows the folder around it only"
    (guide / "mkdocs.yml").write_text("site_name: B\n", "utf-8")
    assert commit_of(guide) == f"{commit}-dirty"
    assert (
        json.loads(write_manifest(inside, dt.date(2026, 11, 29), commit).read_text("utf-8"))[
            "commit"
        ]
        == commit
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit_of(guide) == "", "without git nothing fails"


def test_a_folder_without_a_site_gets_no_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLE)
    result = CliRunner().invoke(main, ["manifest", str(tmp_path)])
    assert result.exit_code == 1 and "Build it first" in result.output
    assert not list(tmp_path.iterdir())


def sent(rules: str, path: str) -> dict[str, str]:
    """A path's headers by the rules of a `_headers` file: those of all lines that fit, added up."""
    found: dict[str, str] = {}
    for block in re.findall(r"^/.*\n(?:  .*\n)+", rules, re.MULTILINE):
        pattern, *lines = block.splitlines()
        if fnmatch.fnmatchcase(path, pattern):
            for name, value in (line.strip().split(": ", 1) for line in lines):
                assert name not in found, (path, name)
                found[name] = value
    return found


def test_other_hosts_are_told_to_send_what_nginx_sends(built: Path) -> None:
    rules, conf = (
        (built / "_headers").read_text("utf-8"),
        (ROOT / "deploy/nginx.conf").read_text("utf-8"),
    )
    fixed = dict(re.findall(r'add_header ([\w-]+) "?([^"$]*?)"? always;', conf))
    maps = {
        name: dict(re.findall(r'^    (\S+) "?(.*?)"?;$', body, re.MULTILINE))
        for name, body in re.findall(r"map \$uri \$(\w+) \{\n(.*?)\n  \}", conf, re.DOTALL)
    }
    assert sent(rules, "/nowhere/") == fixed
    assert sent(rules, "/api/v1/index.json") == fixed | {
        "Access-Control-Allow-Origin": maps["allow_origin"]["~^/api/"]
    }
    alone = {
        "Content-Security-Policy": maps["frame_ancestors"]["default"],
        "X-Frame-Options": maps["frame_options"]["default"],
    }
    for page in built.rglob("index.html"):
        path = f"/{page.parent.relative_to(built).as_posix()}/".replace("/./", "/")
        assert sent(rules, path) == (fixed if path.startswith("/embed/") else fixed | alone), path


WORKFLOWS = {
    path.name: path.read_text("utf-8")
    for path in sorted((ROOT / ".github/workflows").glob("*.yml"))
}
MORE_RIGHTS = {
    ("pages.yml", "build"): {"contents": "read", "pages": "read"},
    ("pages.yml", "publish"): {"pages": "write", "id-token": "write"},
}
"""The jobs that may do more than read: the one that asks for the site's address, and the one that
publishes.
"""


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    """Each job, after the name of its workflow and its own."""
    return [
        (file, name, job)
        for file, text in WORKFLOWS.items()
        for name, job in yaml.safe_load(text)["jobs"].items()
    ]


def commands() -> list[tuple[str, str]]:
    """Each command that a workflow runs, after the name of the workflow."""
    return [
        (file, step["run"]) for file, _, job in jobs() for step in job["steps"] if "run" in step
    ]


def test_actions_are_pinned_by_commit_with_their_version_beside_it() -> None:
    for file, text in WORKFLOWS.items():
        uses = re.findall(r"uses: (.*)", text)
        assert uses and all(
            re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in uses
        ), file


def test_images_are_pinned_by_digest_with_their_version_beside_it() -> None:
    images = re.findall(
        r"^FROM (\S+)", (ROOT / "deploy/Containerfile").read_text("utf-8"), re.MULTILINE
    )
    assert len(images) == 2
    assert all(
        re.fullmatch(r"[\w./]+:\d+\.\d+\.\d+-[\w-]+@sha256:[0-9a-f]{64}", image) for image in images
    )


def test_newer_actions_and_images_are_offered() -> None:
    offers = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {offer["package-ecosystem"]: offer["directory"] for offer in offers} == {
        "github-actions": "/",
        "docker": "/deploy",
        "npm": "/",
    }


def test_workflows_may_do_no_more_than_they_need_and_end_some_day() -> None:
    for file, name, job in jobs():
        assert yaml.safe_load(WORKFLOWS[file])["permissions"] == {"contents": "read"}, file
        assert job.get("permissions") == MORE_RIGHTS.get((file, name)), (file, name)
        assert 0 < job["timeout-minutes"] <= 60, (file, name)
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, (file, name)


def test_nothing_that_others_write_becomes_part_of_a_command() -> None:
    for file, command in commands():
        assert "${{" not in command, file


def test_every_command_of_a_workflow_or_container_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    texts = [*commands(), ("Containerfile", (ROOT / "deploy/Containerfile").read_text("utf-8"))]
    for file, text in texts:
        assert set(re.findall(r"bin/massage-guide (\w+)", text)) <= set(main.commands), file
        assert all(
            f"\n{target}:" in makefile for target in re.findall(r"\bmake ([\w./-]+)", text)
        ), file


def test_only_what_is_checked_tested_and_has_a_real_address_is_published() -> None:
    pages = yaml.safe_load(WORKFLOWS["pages.yml"])
    steps = [step.get("run", step.get("uses")) for step in pages["jobs"]["build"]["steps"]]
    order = [
        "bin/massage-guide check",
        "make test",
        "make site",
        "bin/massage-guide publishable",
        "upload-pages-artifact",
    ]
    places = [next(index for index, step in enumerate(steps) if part in step) for part in order]
    assert places == sorted(places)
    assert pages["jobs"]["publish"]["needs"] == "build"


def test_every_python_that_is_promised_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tested = yaml.safe_load(WORKFLOWS["check.yml"])["jobs"]["tests"]["strategy"]["matrix"]["python"]
    promised = [
        name.rpartition(" ")[2] for name in project["classifiers"] if re.search(r":: 3\.\d+$", name)
    ]
    assert tested == promised
    assert project["requires-python"] == f">={tested[0]}"
    assert f"Python {tested[0]} to {tested[-1]}" in (ROOT / "README.md").read_text("utf-8")


def test_an_older_python_is_named_with_what_is_needed(tmp_path: Path) -> None:
    old = tmp_path / "old-python"
    new_enough = tmp_path / "new-python"
    for path, version in ((old, "(3, 10)"), (new_enough, "(3, 11)")):
        path.write_text(
            f"#!{sys.executable}\nimport sys\nsys.version_info = {version}\nexec(sys.argv[2])\n",
            "utf-8",
        )
        path.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements/site.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    # These tests may run under a make of their own, which a newcomer's make knows nothing of.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    made = {
        path: subprocess.run(
            ["make", "site", f"PYTHON={path}"],
            cwd=tmp_path,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )
        for path in (old, new_enough)
    }
    assert made[old].returncode and not (tmp_path / ".venv").exists()
    said = made[old].stderr.splitlines()[0]
    assert said == (
        f"The guide needs Python 3.11 or newer, and {old} is Python 3.10: "
        "name a newer one, such as make PYTHON=python3.12 site"
    )
    assert "needs Python" not in made[new_enough].stderr


def test_holes_and_links_are_looked_at_on_a_schedule_and_links_nowhere_else() -> None:
    for part, file in (("pip-audit", "check.yml"), ("massage-guide links", "links.yml")):
        assert {name for name, command in commands() if part in command} == {file}
        assert yaml.safe_load(WORKFLOWS[file])[True]["schedule"], (
            "YAML 1.1 reads the key “on” as true"
        )


def test_a_guide_with_an_address_for_reports_says_where_holes_in_security_are_reported(
    built: Path, site: Site
) -> None:
    expires = (site.guide.content_date + dt.timedelta(days=364)).isoformat()
    said = f"Contact: mailto:reports@clinic.example\nExpires: {expires}T00:00:00Z\n"
    assert (built / SECURITY).read_text("utf-8") == said
