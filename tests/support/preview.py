"""`mkdocs serve` on a project, and waiting for what it shows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(project: Path, *options: str) -> Iterator[Callable[[str], str]]:
    """`mkdocs serve` on a free port; yields a function that fetches a page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def fetch(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=120) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    fetch.address = f"http://127.0.0.1:{port}/"
    try:
        until(lambda: _answers(fetch))
        yield fetch
    finally:
        process.terminate()
        process.wait(10)


def _answers(fetch: Callable[[str], str]) -> bool:
    try:
        return bool(fetch(""))
    except urllib.error.URLError:
        return False


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition.

    Fail when it has not come true after ten minutes, on however busy a machine.
    """
    end = time.monotonic() + 600
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
