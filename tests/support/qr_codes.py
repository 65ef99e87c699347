"""Reads QR codes back from pictures and printed pages."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import typst
import zxingcpp


def codes_on(page: pypdfium2.PdfPage) -> list[str]:
    """What the codes on a printed page say."""
    bitmap = page.render(scale=2, grayscale=True)
    pixels = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


def code_in(picture: Path) -> list[str]:
    """What the code in an SVG or PNG file says, as it comes out of a printer 4 cm wide."""
    page = f'#set page(width: 8cm, height: 8cm)\n#image("/{picture.name}", width: 4cm)'
    pdf = typst.compile(page.encode(), root=str(picture.parent))
    return codes_on(pypdfium2.PdfDocument(pdf)[0])
