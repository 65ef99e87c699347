"""QR codes for a page: SVG for print, PNG where a program takes no SVG."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache import Cache
from ..site.share_kits import Kit, kits
from .context import BuildContext
from .generated import Generated

if TYPE_CHECKING:
    import segno

_BORDER = 4  # the quiet zone that readers need, in modules (ISO/IEC 18004)
_PIXELS = 12  # for each module of a PNG


def files(context: BuildContext) -> Iterator[Generated]:
    """Every code of every kit."""
    if not context.cache:
        return
    for kit in kits(context.site):
        for path, file in codes(kit, context.cache):
            yield Generated(path, file, context.site.documents[kit.rests_on[0]].name)


def svg(address: str) -> str:
    """A code as an SVG file."""
    file = io.BytesIO()
    _code(address).save(
        file, kind="svg", border=_BORDER, dark="#000", light="#fff", xmldecl=False, nl=False
    )
    return file.getvalue().decode()


def png(address: str) -> bytes:
    """A code as a PNG file."""
    file = io.BytesIO()
    _code(address).save(file, kind="png", border=_BORDER, scale=_PIXELS)
    return file.getvalue()


def _code(address: str) -> segno.QRCode:
    import segno  # takes time and memory, and most builds find every code made

    return segno.make(address, error="m", micro=False)


def codes(kit: Kit, cache: Cache) -> Iterator[tuple[str, Path]]:
    """The path of each of a kit's codes, and the file with its bytes."""
    for form, make in (("svg", lambda address: svg(address).encode()), ("png", png)):
        source = ["code", version("segno"), form, _BORDER, _PIXELS, kit.url]
        yield kit.files[form], cache.file(source, partial(make, kit.url))
