"""What a built site needs before it goes out: a real address, codes for it, somebody to tell."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from ..outputs import qr_codes
from ..outputs.hosting import SECURITY

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')

# Names that no public site can have: RFC 2606 and RFC 6761 reserve them.
_RESERVED = (
    ".example",
    ".invalid",
    ".localhost",
    ".test",
    "example.com",
    "example.net",
    "example.org",
)


def unpublishable(site: Path) -> str | None:
    """Why a built site cannot be published, with what to do about it; None if it can."""
    home = site / "index.html"
    if not home.is_file():
        return f"There is no site in {site.name}/. Run “make site” first."
    found = _CANONICAL.search(home.read_text("utf-8"))
    address = found[1] if found else ""
    fix = (
        "Set SITE_URL to the address where it will be published, such as "
        "SITE_URL=https://guide.your-clinic.org/, and build again."
    )
    if not _is_real(address):
        return f"The site was built for the address “{address}”, which is not real. {fix}"
    if urlsplit(address).scheme != "https":
        return (
            f"The site was built for “{address}”: without https, others can read along and change "
            f"the text. {fix}"
        )
    if code := _code_that_leads_elsewhere(site, address):
        return (
            f"The QR code {code} does not open “{address}”, which the site was built for. Build it "
            "again."
        )
    if not (site / SECURITY).is_file():
        return (
            "Nobody can be told of a mistake or a harm. Write “contact:” in content/guide.yml, "
            "with an address that somebody reads, and build again."
        )
    return None


def _code_that_leads_elsewhere(site: Path, address: str) -> str | None:
    """The first code that is not the one of its page below `address`.

    What is printed lasts longer than a site.
    """
    for file in sorted((site / "codes").glob("*.svg")):
        pages = [*site.glob(f"{file.stem}/index.html"), *site.glob(f"*/{file.stem}/index.html")]
        places = [page.parent.relative_to(site).as_posix() for page in pages if not _leads_on(page)]
        if places and file.read_text("utf-8") not in [
            qr_codes.svg(f"{address}{place}/") for place in places
        ]:
            return f"{file.parent.name}/{file.name}"
    return None


def _leads_on(page: Path) -> bool:
    """Whether a page is only a redirect from an old address."""
    return 'http-equiv="refresh"' in page.read_text("utf-8")


def _is_real(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return (
        "." in host
        and not any(f".{host}".endswith(f".{name.lstrip('.')}") for name in _RESERVED)
        and not host.replace(".", "").isdigit()
    )
