"""Links to other sites are tried politely, and each answer is told for what it is.

Here a server on loopback answers.
"""

from __future__ import annotations

import functools
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from massage_guide.cli import main
from massage_guide.editing import link_checker
from massage_guide.editing.link_checker import Answer, Outcome, RequestPolicy, ask
from tests.support import debian
from tests.support.projects import SMALLEST

HASTY = RequestPolicy("test", timeout=1.5, tries=2, pause=0.01)


@dataclass
class Elsewhere:
    """Another site: where it stands, and what it was asked."""

    address: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and User-Agent of each question."""
    times: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def methods(self, path: str) -> list[str]:
        """How a path was asked for, in order."""
        return [method for method, asked, _ in self.asked if asked == path]


def handler(site: Elsewhere) -> type[BaseHTTPRequestHandler]:
    """Answers by path: `/404` with 404, `/301/ok` with a redirect to `/ok`."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            site.asked.append((self.command, self.path, self.headers["User-Agent"]))
            site.times.append(time.monotonic())
            status, _, rest = self.path[1:].partition("/")
            if status == "slow":
                time.sleep(3)
            elif status == "no-head":
                status = "200" if self.command == "GET" else "405"
            elif status == "recovers":
                status = "200" if len(site.methods(self.path)) > 2 else "503"
            site.at_once -= 1
            self.send_response(int(status) if status.isdigit() else 200)
            if rest:
                self.send_header("Location", f"/{rest}")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()

        def log_message(self, *_: object) -> None:
            """Tests print nothing for each request."""

    return Handler


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    site = Elsewhere()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler(site)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_port}"
        yield site
        server.shutdown()


def answer(address: str, policy: RequestPolicy = HASTY) -> Answer:
    return ask([address], policy)[address]


@pytest.mark.parametrize(
    ("path", "outcome", "detail"),
    [
        ("/ok", Outcome.FOUND, "200"),
        ("/no-head", Outcome.FOUND, "200"),
        ("/recovers", Outcome.FOUND, "200"),
        ("/302/ok", Outcome.FOUND, "200"),
        ("/301/ok", Outcome.MOVED, "/ok"),
        ("/308/301/ok", Outcome.MOVED, "/ok"),
        ("/301/302/ok", Outcome.MOVED, "/302/ok"),
        ("/302/301/ok", Outcome.FOUND, "200"),
        ("/404", Outcome.GONE, "404"),
        ("/410", Outcome.GONE, "410"),
        ("/301/404", Outcome.GONE, "404"),
        ("/403", Outcome.UNSURE, "403"),
        ("/401", Outcome.UNSURE, "401"),
        ("/429", Outcome.UNSURE, "429"),
        ("/999", Outcome.UNSURE, "999"),
        ("/500", Outcome.NO_ANSWER, "500"),
        ("/slow", Outcome.NO_ANSWER, "nothing came in 1.5 seconds"),
    ],
)
def test_each_answer_is_told_for_what_it_is(
    path: str, outcome: Outcome, detail: str, elsewhere: Elsewhere
) -> None:
    expected = elsewhere.address + detail if outcome is Outcome.MOVED else detail
    assert answer(elsewhere.address + path) == Answer(outcome, expected)


def test_a_row_of_redirects_without_end_is_given_up(elsewhere: Elsewhere) -> None:
    assert answer(f"{elsewhere.address}/{'302/' * 12}ok") == Answer(
        Outcome.UNSURE, "it redirects in circles"
    )


def test_a_closed_door_is_no_answer_and_says_why() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        found = answer(f"http://127.0.0.1:{closed.getsockname()[1]}/")
    assert found == Answer(Outcome.NO_ANSWER, "Connection refused")


def test_a_certificate_that_nobody_vouches_for_is_not_safe(tmp_path: Path) -> None:
    openssl = debian.program("openssl", package="openssl")
    subprocess.run(
        [
            openssl,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=localhost",
            "-days",
            "2",
            "-keyout",
            tmp_path / "key.pem",
            "-out",
            tmp_path / "certificate.pem",
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler(Elsewhere())) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # the asker hangs up, as it should
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        found = answer(f"https://127.0.0.1:{server.server_port}/ok")
        server.shutdown()
    assert found.outcome is Outcome.UNSAFE and "self-signed certificate" in found.detail


def test_a_site_is_asked_one_thing_at_a_time_with_a_pause_and_by_a_name(
    elsewhere: Elsewhere,
) -> None:
    ask(
        [f"{elsewhere.address}/{number}" for number in (201, 202, 203, 204)] * 2,
        RequestPolicy("a name", pause=0.1),
    )
    assert [(method, path) for method, path, _ in elsewhere.asked] == [
        ("HEAD", f"/{number}") for number in (201, 202, 203, 204)
    ]
    assert {name for _, _, name in elsewhere.asked} == {"a name"}
    assert elsewhere.most_at_once == 1
    assert all(
        then - before >= 0.1
        for before, then in zip(elsewhere.times, elsewhere.times[1:], strict=False)
    )


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/ok", ["HEAD"]),
        ("/404", ["HEAD", "GET"]),
        ("/429", ["HEAD"]),
        ("/500", ["HEAD", "GET", "GET"]),
    ],
)
def test_nothing_is_asked_more_often_than_needed(
    path: str, methods: list[str], elsewhere: Elsewhere
) -> None:
    answer(elsewhere.address + path)
    assert elsewhere.methods(path) == methods


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site; it leads to one address by DOI."""
    project = Path(shutil.copytree(SMALLEST, tmp_path / "project"))
    (project / "mkdocs.yml").touch()
    monkeypatch.chdir(project)
    monkeypatch.setattr(
        link_checker,
        "RequestPolicy",
        functools.partial(RequestPolicy, timeout=1.5, tries=2, pause=0.01),
    )
    return project


def links(project: Path, *addresses: str, flaky: str = "", form: str = "text") -> Result:
    """Run the command where the sources lead to these addresses."""
    for name, address in zip(("trial-2011", "guideline-2020"), addresses, strict=False):
        path = project / f"content/sources/{name}.yml"
        kept = [
            line
            for line in path.read_text("utf-8").splitlines(True)
            if not line.startswith(("doi:", "url:"))
        ]
        path.write_text("".join([kept[0], f"url: {address}\n", *kept[1:]]), "utf-8")
    row = (
        f"flaky:\n  - address: {flaky}\n    reason: Its wall is high.\n    seen: 2026-11-24\n"
        if flaky
        else ""
    )
    (project / "content/links.yml").write_text(f"notes: None.\n{row}", "utf-8")
    return CliRunner().invoke(main, ["links", "--format", form])


def test_links_that_lead_somewhere_are_no_problem(project: Path, elsewhere: Elsewhere) -> None:
    result = links(project, f"{elsewhere.address}/ok", f"{elsewhere.address}/302/ok")
    assert result.exit_code == 0, result.output
    assert (
        "found: 2, moved: 0, could not be told: 0, gone: 0, no answer: 0, not safe: 0."
        in result.output
    )
    assert elsewhere.asked[0][2].startswith("massage-guide-links/")


def test_a_link_that_is_gone_fails_with_its_line_and_says_what_to_do(
    project: Path, elsewhere: Elsewhere
) -> None:
    result = links(project, f"{elsewhere.address}/404", f"{elsewhere.address}/ok")
    assert result.exit_code == 1
    assert (
        f"content/sources/trial-2011.yml:2:6: {elsewhere.address}/404 is gone (404). [links]"
        in result.output
    )
    assert "Look for its new address" in result.output


@pytest.mark.parametrize(
    ("path", "says"), [("301/ok", "has moved for good to"), ("403", "turns programs away")]
)
def test_what_moved_or_cannot_be_told_is_a_warning(
    path: str, says: str, project: Path, elsewhere: Elsewhere
) -> None:
    result = links(project, f"{elsewhere.address}/{path}", f"{elsewhere.address}/ok")
    assert result.exit_code == 0 and says in result.output and "1 warning" in result.output


def test_what_is_known_to_fail_is_a_warning_with_its_reason(
    project: Path, elsewhere: Elsewhere
) -> None:
    down = f"{elsewhere.address}/500"
    result = links(project, down, f"{elsewhere.address}/ok", flaky=down)
    assert result.exit_code == 0
    assert (
        "does not answer (500)" in result.output
        and "It is known for this: Its wall is high." in result.output
    )


def test_github_marks_the_line(project: Path, elsewhere: Elsewhere) -> None:
    result = links(
        project, f"{elsewhere.address}/410", f"{elsewhere.address}/301/ok", form="github"
    )
    assert "::error file=content/sources/trial-2011.yml,line=2," in result.output
    assert "::warning file=content/sources/guideline-2020.yml,line=2," in result.output


def test_without_a_connection_nothing_is_said_of_any_link(project: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        result = links(project, f"http://127.0.0.1:{closed.getsockname()[1]}/")
    assert result.exit_code == 1
    assert "nothing was checked" in result.output and ".yml" not in result.output
