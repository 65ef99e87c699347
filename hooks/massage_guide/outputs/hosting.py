"""What web servers need besides the files: headers, security.txt and redirects."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..site.addresses import ONE_PAGE
from ..site.page import address
from ..site.share_kits import files_of, kits
from ..site.site import Site
from . import api
from .context import BuildContext
from .generated import Generated
from .pages import SEARCH_PAGE

SECURITY = ".well-known/security.txt"
"""Where RFC 9116 puts it."""


def files(context: BuildContext) -> Iterator[Generated]:
    """What servers read, and the pages and files at old addresses.

    All other files have been made.
    """
    yield from _redirects(context)
    yield from _security(context.site)
    yield _headers(context.site)
    yield from _old_files(context.site, context.files)


def moved_pages(site: Site) -> dict[str, str]:
    """The old address of each page, and the address of today.

    Where entries share a page, only their data was at the old address.
    """
    return {
        row.was: row.now
        for row in site.redirects.moved
        if row.now in site.addresses and row.was.partition("/")[0] not in ONE_PAGE
    }


def nginx_redirects(site: Site) -> str:
    """Redirects as lines of a `map` of nginx.

    Each is listed with and without its last slash.
    """
    return "".join(
        f"/{was}{end} /{now}/;\n"
        for was, now in sorted(moved_pages(site).items())
        for end in ("", "/", "/index.html")
    )


# As in deploy/nginx.conf; a test compares the two.
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Strict-Transport-Security": "max-age=31536000",
    "Cache-Control": "public, max-age=300",
}
_IN_NO_FRAME = {"Content-Security-Policy": "frame-ancestors 'none'", "X-Frame-Options": "DENY"}
_FOR_PROGRAMS = {"Access-Control-Allow-Origin": "*"}


def headers(pages: Iterable[str]) -> str:
    """The file `_headers`, which tells Netlify and Cloudflare Pages what to send with each path.

    `pages` are the addresses of pages that must not be framed. These hosts add headers up
    and can take none away, so each part of the site has a line of its own, and what may be framed
    has none.
    """
    parts = sorted({f"/{page.split('/')[0]}/*" if page.strip("/") else "/" for page in pages})
    blocks = {"/*": _EVERYWHERE, "/api/*": _FOR_PROGRAMS} | dict.fromkeys(parts, _IN_NO_FRAME)
    return "".join(
        "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in sent.items())])
        for path, sent in blocks.items()
    )


def _headers(site: Site) -> Generated:
    """What some hosts read: headers by path.

    Only pages for embedding may be framed.
    """
    framed = {at for at, page in site.pages.items() if page.is_embed}
    own = [*(it for it in site.addresses if it not in framed), address(SEARCH_PAGE)]
    content = headers(own)
    return Generated("_headers", content.encode(), site.documents["guide"].name)


def _redirects(context: BuildContext) -> Iterator[Generated]:
    """A small redirect page at each old address."""
    site = context.site
    template = context.renderer.environment.get_template("pages/redirect.html.j2")
    for was, now in moved_pages(site).items():
        page = template.render(
            target=posixpath.relpath(now, was) + "/",
            title=site.addresses[now],
            canonical=f"{site.published_at}{now}/",
        )
        yield Generated(f"{was}/index.html", page.encode(), site.documents["redirects"].name)


def _old_files(site: Site, made: Mapping[str, Generated]) -> list[Generated]:
    """The files of an entry that was renamed, also where they were before.

    Paper and programs keep old addresses.
    """
    pairs = [
        (f"{api.VERSION}/{row.was}.json", f"{api.VERSION}/{row.now}.json")
        for row in site.redirects.moved
        if row.was.partition("/")[0] == row.now.partition("/")[0]  # data of the same kind
    ]
    own = {kit.address: kit.files for kit in kits(site)}
    for row in site.redirects.moved:
        old = files_of(row.was.rpartition("/")[2])
        pairs += [(old[form], path) for form, path in own.get(row.now, {}).items()]
    return [
        replace(made[new], path=old)
        for old, new in dict(pairs).items()
        if new in made and old not in made
    ]


def _security(site: Site) -> Iterator[Generated]:
    """Where to report a hole in security (RFC 9116), if the guide has an address for reports.

    It expires after a year.
    """
    if not site.guide.contact:
        return
    until = site.guide.content_date + dt.timedelta(days=364)
    text = f"Contact: {site.guide.contact_link}\nExpires: {until.isoformat()}T00:00:00Z\n"
    yield Generated(SECURITY, text.encode(), site.documents["guide"].name)
