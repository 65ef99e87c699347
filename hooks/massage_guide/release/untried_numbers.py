"""Numbers for help that nobody has yet read on the page of the service itself, or rung."""

from __future__ import annotations

from collections.abc import Iterator

from ..site.site import Site


def untried_numbers(site: Site) -> Iterator[str]:
    """A line for each number: its file, what it says, and whether its digits are held back."""
    for id, country in sorted(site.countries.items()):
        name = site.documents[f"countries/{id}"].name
        if not country.emergency_rung:
            yield f"{name}: the emergency number {country.emergency}"
        for line in country.help_lines:
            if not line.rung:
                held = " (its digits are held back)" if line.until_rung else ""
                yield f"{name}: {site.plain(line.text)}{held}"
