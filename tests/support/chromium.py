"""Finds a Chromium for the browser tests, or installs one.

It is the machine's own, else apt's, else Playwright's.

Run as a program it installs what is missing; a browser that cannot be had is an error.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support import debian

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class NoChromiumError(RuntimeError):
    """Raised when there is no Chromium and none can be installed."""


def find() -> Path:
    """The Chromium to test with. Raises NoChromiumError."""
    for name in NAMES:
        if path := shutil.which(name):
            return Path(path)
    if (path := _playwrights_own()) and path.exists():
        return path
    raise NoChromiumError(
        "No Chromium found. Install one (for example: apt-get install chromium), then run this "
        "again."
    )


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install() -> Path:
    """The Chromium to test with, installed if it was missing. Raises NoChromiumError."""
    try:
        return find()
    except NoChromiumError:
        pass
    for way in (lambda: debian.install("chromium"), _playwrights_install):
        if way():
            try:
                return find()
            except NoChromiumError:
                continue
    return find()


def _playwrights_install() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    try:
        print(f"Browser for the tests: {install()}")
    except NoChromiumError as error:
        sys.exit(str(error))
