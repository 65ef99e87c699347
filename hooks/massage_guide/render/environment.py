"""The Jinja environment: how templates are read, compiled and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from ..cache import Cache

PACKAGE = Path(__file__).parent
PAGES = PACKAGE / "pages"
THEME = PACKAGE / "theme"
"""The templates that MkDocs renders pages with."""


def jinja_environment(finalize: Callable[..., Any], cache: Cache | None) -> jinja2.Environment:
    """An environment for pages and macros.

    `finalize` makes safe what a template prints; `cache` keeps compiled templates between runs.
    """
    # A page is text that somebody sent: it must run nothing on our computers.
    return SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(PACKAGE),
        auto_reload=False,
        bytecode_cache=_Compiled(cache),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # Markdown writes {#id}
        comment_end_string="##}",
        extensions=["jinja2.ext.do"],
    )


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates of earlier runs, or without a cache of this run.

    Compiling takes a third of the rendering.
    """

    _this_run: ClassVar[dict[str, bytes]] = {}

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        # A template is compiled for this environment: with other code, it is compiled anew.
        self._code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled before; of another Python, Jinja takes none."""
        found = (
            self._cache.find(self._source(bucket))
            if self._cache
            else self._this_run.get(str(self._source(bucket)))
        )
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        if self._cache:
            self._cache.keep(self._source(bucket), bucket.bytecode_to_string())
        else:
            self._this_run[str(self._source(bucket))] = bucket.bytecode_to_string()

    def _source(self, bucket: Bucket) -> list[str]:
        return ["template", bucket.key, bucket.checksum, self._code]
