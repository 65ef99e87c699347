"""Checks that every link inside the guide has a target, page and section.

This is known once all pages are finished.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..problems.problem import Code, Problem
from ..problems.suggest import did_you_mean
from ..site.page import address
from ..site.site import Site
from ..text.prose import LinkMark
from .page_text import anchors

_LINK = re.compile(r"\]\(((?:[\w./-]+\.md)?)(?:#([\w-]+))?\)")


def broken_links(site: Site, pages: Mapping[str, str]) -> Iterator[Problem]:
    """A problem where each wrong link is written.

    `pages` are the finished pages by their paths below `docs/`.
    """
    known = cache(lambda path: anchors(pages[path]))
    for path, text in pages.items():
        for uri, anchor in dict.fromkeys(_LINK.findall(text)):
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), uri)) if uri else path
            )
            if target not in pages:
                yield from _where(
                    site,
                    path,
                    uri,
                    "",
                    f"There is no page “{uri}”.",
                    did_you_mean(target, pages, "Check the spelling."),
                )
            elif anchor and anchor not in known(target):
                yield from _where(
                    site,
                    path,
                    f"{address(target)}#{anchor}",
                    anchor,
                    f"The page “{address(target)}” has no section “{anchor}”.",
                    did_you_mean(anchor, known(target), "Check the spelling."),
                )


def _where(
    site: Site, path: str, target: str, anchor: str, message: str, hint: str
) -> Iterator[Problem]:
    """The problem at each place where a link is written.

    The place is a mark in content, or else a line of the page itself.
    """
    marks = [
        (key, at, part)
        for key, at, prose in site.prose
        for part in prose.parts
        if isinstance(part, LinkMark) and part.target in (target, f"#{anchor}")
    ]
    for key, at, mark in marks:
        yield site.problem(key, at, Code.BAD_LINK, message, hint, snippet=mark.source)
    page = site.pages.get(address(path))
    if marks or not page:
        return
    wanted = f"#{anchor}" if anchor else target
    for number, line in enumerate(page.body.splitlines(), page.first_line):
        if wanted in line:
            yield Problem(
                page.name,
                number,
                line.index(wanted) + 1,
                Code.BAD_LINK,
                message,
                hint,
                line,
                len(wanted),
            )
