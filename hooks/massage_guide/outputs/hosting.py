"""What servers send and look up besides the files: headers, and where old addresses lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def nginx_redirects(moved: Mapping[str, str]) -> str:
    """Old addresses with the paths where they lead, as lines of a `map` of nginx: with and without their last slash."""
    return "".join(f"/{was}{end} /{now}/;\n" for was, now in sorted(moved.items()) for end in ("", "/", "/index.html"))


# As in deploy/nginx.conf; a test holds both to each other.
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
}
_IN_NO_FRAME = {"Content-Security-Policy": "frame-ancestors 'none'", "X-Frame-Options": "DENY"}
_FOR_PROGRAMS = {"Access-Control-Allow-Origin": "*"}


def headers(pages: Iterable[str]) -> str:
    """The file `_headers`, which Netlify and Cloudflare Pages read: what they shall send with each path.

    `pages` are the addresses of pages that must not stand in a frame. These hosts add headers up and can take none
    away, so each part of the site has a line of its own, and what may be framed has none.
    """
    parts = sorted({f"/{page.split('/')[0]}/*" if page.strip("/") else "/" for page in pages})
    blocks = {"/*": _EVERYWHERE, "/api/*": _FOR_PROGRAMS} | dict.fromkeys(parts, _IN_NO_FRAME)
    return "".join("".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in sent.items())])
                   for path, sent in blocks.items())
