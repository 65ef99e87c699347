"""What the theme needs to know of the content, as MkDocs configuration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..model.safety import Urgency
from ..render.renderer import Renderer
from ..site.site import Site
from ..text import escape

THEME_WORDS = ("help", "site", "theme", "urgencies")
"""Groups of words.yml that the theme prints."""


def theme_settings(site: Site) -> dict[str, Any]:
    """What the theme needs to know of the content, as MkDocs configuration.

    MkDocs' templates print these as they are, so they are made safe for HTML here.
    """
    guide, renderer = site.guide, Renderer(site)
    name, _, tagline = guide.title.partition(": ")
    card = next(card for card in site.cards.values() if card.urgency is Urgency.EMERGENCY)
    return {
        "site_name": _attribute(guide.title),
        "site_url": site.published_at,
        "site_description": _attribute(guide.description),
        "extra": {
            "brand": [_attribute(part) for part in (name, tagline)],
            "words": {
                name: {key: _attribute(text) for key, text in group.items()}
                for name, group in site.words.groups.items()
                if name in THEME_WORDS
            },
            "help_lines": list(_help_lines(renderer)),
            "intended_use": _attribute(renderer.plain(guide.intended_use)),
            "contact": {"text": _attribute(guide.contact), "link": _attribute(guide.contact_link)}
            if guide.contact and guide.contact_link
            else None,
            "crisis_line": _html(renderer.runs(site.help_lines.crisis_line())),
            "emergency": {
                "title": _attribute(renderer.plain(card.title)),
                "signs": [_attribute(renderer.plain(sign.text)) for sign in card.signs],
                "actions": [_html(renderer.runs(action.text)) for action in card.actions],
            },
        },
    }


def _help_lines(renderer: Renderer) -> Iterator[dict[str, str]]:
    """Whom to call: the line with all numbers, then one for each country."""
    site = renderer.site
    everywhere = site.help_lines.line_everywhere()
    yield {"country": "", "name": "", "text": _html(renderer.runs(everywhere))}
    for country in sorted(site.countries.values(), key=lambda country: country.order):
        alone = replace(site, countries={country.id: country})
        line = alone.help_lines.line()
        yield {
            "country": country.id,
            "name": _attribute(country.name),
            "text": _html(renderer.runs(line)),
        }


def _html(runs: list[list[str]]) -> str:
    """Runs of text as HTML, with links for ways to get help."""
    return "".join(
        f'<a class="contact" href="{run[1]}">{_attribute(run[0])}</a>'
        if run[1:]
        else _words(run[0])
        for run in runs
    )


def _words(text: str) -> str:
    """Text made safe for HTML that keeps the blanks at its ends: a link stands beside it."""
    return " ".join(map(_attribute, text.split(" ")))


def _attribute(text: str) -> str:
    """Text made safe for HTML."""
    return str(escape.attribute(text))
