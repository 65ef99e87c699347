"""Programs that some tests need: found, else installed by apt, else a plain failure."""

from __future__ import annotations

import os
import shutil
import subprocess


class MissingProgramError(RuntimeError):
    """Raised when a program is not there and cannot be installed."""


def program(name: str, *, package: str) -> str:
    """The path of a program. Raises MissingProgramError, which says what to install."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    if not shutil.which(name, path=path):
        install(package)
    if found := shutil.which(name, path=path):
        return found
    raise MissingProgramError(
        f"No {name} found. Install it (for example: apt-get install {package}), then run this "
        "again."
    )


def install(package: str) -> bool:
    """Install a package by apt, where there is apt and the right to use it.

    Says whether it worked.
    """
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    commands = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]]
    return all(
        subprocess.run([*prefix, *command], check=False).returncode == 0 for command in commands
    )
