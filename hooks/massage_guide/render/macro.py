"""Macros: folders with a template, its options and its fixtures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from ..problems.suggest import did_you_mean

MACROS = Path(__file__).parent / "macros"


@dataclass(frozen=True)
class Macro:
    """A macro: a folder with a template, its options and its fixtures."""

    name: str
    folder: Path

    @cached_property
    def _about(self) -> dict[str, Any]:
        return self._read("options.yml")

    @property
    def purpose(self) -> str:
        """What the macro is for, in a sentence."""
        return str(self._about["purpose"])

    @property
    def options(self) -> dict[str, dict[str, Any]]:
        """Each option by name: `help`, and `default` where it may be left out."""
        options: dict[str, dict[str, Any]] = self._about["options"]
        return options

    @cached_property
    def fixtures(self) -> dict[str, dict[str, Any]]:
        """Example options by name, for goldens and accessibility tests."""
        return self._read("fixtures.yml")

    def _read(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = yaml.load((self.folder / name).read_bytes(), yaml.CSafeLoader)
        return found

    def bind(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """The options of one call. Raises MacroError for unknown, missing or surplus ones."""
        names = list(self.options)
        if len(args) > len(names):
            raise MacroError(f"“{self.name}” takes {len(names)} options, not {len(args)}.")
        given = dict(zip(names, args, strict=False)) | kwargs
        for name in given:
            if name not in self.options:
                raise MacroError(
                    f"“{self.name}” has no option “{name}”. {did_you_mean(name, names)}".rstrip()
                )
        defaults = {
            name: about["default"] for name, about in self.options.items() if "default" in about
        }
        for name in names:
            if name not in given and name not in defaults:
                raise MacroError(
                    f"“{self.name}” needs the option “{name}”: {self.options[name]['help']}"
                )
        return defaults | given


class MacroError(Exception):
    """Raised when a page uses a macro in a way that it does not offer."""


def macros() -> dict[str, Macro]:
    """Every macro by name, found by listing the folder."""
    return {
        folder.name: Macro(folder.name, folder)
        for folder in sorted(MACROS.iterdir())
        if folder.is_dir()
    }
