"""The configuration for nginx, in a real nginx: headers, 404, redirects, compressed files.

It listens on loopback.
"""

from __future__ import annotations

import gzip
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from massage_guide.release.compress import compress
from tests.support import debian
from tests.support.projects import ROOT, build, copy_example

pytestmark = pytest.mark.slow
MOVED = {
    "types/classic": "types/swedish",
    f"claims/{'a-very-long-name-' * 6}ends": "claims/is-safe",
}
Fetch = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture(scope="module")
def fetch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fetch]:
    """Ask the running server for a path. Two entries have another address than they once had."""
    folder = tmp_path_factory.mktemp("nginx")
    project = copy_example(folder / "project")
    with (project / "content/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(
            "moved:\n" + "".join(f"  - was: {was}\n    now: {now}\n" for was, now in MOVED.items())
        )
    assert build(project, folder / "site").returncode == 0
    command = [sys.executable, "-m", "massage_guide.cli", "redirects"]
    (folder / "redirects.map").write_bytes(
        subprocess.run(command, cwd=project, check=True, capture_output=True).stdout
    )
    list(compress(folder / "site"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for ours, here in (
        ("/tmp/", f"{folder}/"),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("/usr/share/nginx/html", str(folder / "site")),
    ):
        assert ours in text
        text = text.replace(ours, here)
    (folder / "nginx.conf").write_text(text, "utf-8")
    user = "user root; " if os.geteuid() == 0 else ""
    server = subprocess.Popen(
        [
            debian.program("nginx", package="nginx-light"),
            "-p",
            str(folder),
            "-c",
            str(folder / "nginx.conf"),
            "-g",
            f"{user}daemon off;",
        ]
    )

    def ask(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(
            "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    for _ in range(100):
        assert server.poll() is None, "nginx did not start; what it wrote stands above"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield ask
    server.terminate()
    server.wait(10)


@pytest.mark.parametrize(
    "path", ["/", "/types/swedish/", "/assets/stylesheets/base.css", "/nowhere/"]
)
def test_every_answer_has_the_headers_that_keep_readers_safe(path: str, fetch: Fetch) -> None:
    _, headers, _ = fetch(path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "nginx" and "Set-Cookie" not in headers


def test_only_pages_made_for_it_may_stand_in_a_frame(fetch: Fetch) -> None:
    status, headers, _ = fetch("/embed/cost/")
    assert status == 200 and headers["Content-Security-Policy"] == "frame-ancestors *"
    assert "X-Frame-Options" not in headers


def test_programs_elsewhere_may_read_the_data_and_nothing_else(fetch: Fetch) -> None:
    assert fetch("/api/v1/index.json")[1]["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in fetch("/")[1]


def test_what_is_not_there_answers_404_with_the_guides_own_page(built: Path, fetch: Fetch) -> None:
    for path in ("/nowhere/", "/types/nowhere/deep/er"):
        status, _, body = fetch(path)
        assert status == 404 and body == (built / "404.html").read_bytes()


def test_an_address_without_its_slash_leads_on_within_the_site(fetch: Fetch) -> None:
    status, headers, _ = fetch("/types/swedish")
    assert status == 301 and headers["Location"] == "/types/swedish/"


@pytest.mark.parametrize(("was", "now"), MOVED.items())
@pytest.mark.parametrize("end", ["", "/", "/index.html"])
def test_an_old_address_leads_on_for_good(was: str, now: str, end: str, fetch: Fetch) -> None:
    status, headers, _ = fetch(f"/{was}{end}?size=large")
    assert (status, headers["Location"]) == (301, f"/{now}/?size=large")
    assert fetch(f"/{now}/")[0] == 200
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"


def test_compressed_files_are_sent_as_they_were_made(built: Path, fetch: Fetch) -> None:
    status, headers, body = fetch("/types/swedish/", Accept_Encoding="gzip")
    page = (built / "types/swedish/index.html").read_bytes()
    assert (
        status == 200
        and headers["Content-Encoding"] == "gzip"
        and headers["Vary"] == "Accept-Encoding"
    )
    assert body == gzip.compress(page, 9, mtime=0)
    assert fetch("/types/swedish/")[2] == page


def test_text_says_that_it_is_utf_8_and_how_long_it_keeps(fetch: Fetch) -> None:
    for path in ("/", "/assets/stylesheets/base.css", "/api/v1/index.json", "/robots.txt"):
        _, headers, _ = fetch(path)
        assert headers["Content-Type"].endswith("charset=utf-8"), path
        assert headers["Cache-Control"] == "public, max-age=300"
