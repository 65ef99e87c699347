"""Typst templates and data in, tagged PDFs out. The same input gives the same bytes."""

from __future__ import annotations

import json
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files as files_of_package
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "typst"


class Typesetter:
    """Compiles the templates of `outputs/typst/`, with the fonts of a package and no others."""

    @cached_property
    def tools(self) -> list[str]:
        """All that the bytes of a PDF depend on beside its template's name and its data."""
        templates = sorted(TEMPLATES.glob("*.typ"))
        return [version("typst"), *(file.read_text("utf-8") for file in templates)]

    @cached_property
    def _compiler(self) -> typst.Compiler:
        import typst

        fonts = str(files_of_package("font_source_sans_pro"))
        return typst.Compiler(
            str(TEMPLATES / "sheet.typ"),
            root=str(TEMPLATES),
            font_paths=[fonts],
            ignore_system_fonts=True,
        )

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """One template filled with data.

        Raises TypesettingError, also for a warning.
        """
        import typst  # takes time and memory, and most builds find every handout made

        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                str(TEMPLATES / f"{template}.typ"),
                pdf_standards=["ua-1"],
                timestamp=0,
                sys_inputs={"data": json.dumps(data)},
            )
        except typst.TypstError as error:
            raise TypesettingError(str(error)) from None
        if warnings:
            raise TypesettingError(str(warnings[0]))
        if not isinstance(pdf, bytes):
            raise TypeError(f"Typst made no single file of {template}.typ")
        return pdf


class TypesettingError(Exception):
    """Raised where Typst cannot make a PDF, or makes one with a warning. Says why."""
