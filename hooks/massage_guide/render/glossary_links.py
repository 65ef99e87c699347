"""Links the first use of a term on a page to its definition at the foot of the page.

Works on finished Markdown. Text of the content is escaped by then, so that every mark is the
template's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.glossary import Term
from ..text import escape

# Not read as running text: headings, tables, quotes, links, labels, texts to copy, and anything in
# quote marks.
_ASIDE = r"""
    ^[ \t]*[#|>].*$
  | ^.*\n\{:[ ]\.also-called[ ]\}$
  | <(?P<element>a|button|caption|dt|figcaption|h[1-6]|label|legend|nav|option|script|summary|svg
      |table|template|title)\b
    (?s:.*?)</(?P=element)>
  | <p[ ]class="kit__text"(?s:.*?)</p>
  | <!--(?s:.*?)--> | <[^>]*>
  | \[[^\]]*\]\((?:<[^>]*>|[^)]*)\)
  | \{:[^}]*\} | `[^`\n]*` | “(?:[^”\n]|\n(?!\n))*” | &\#?\w+;
"""


class Glosses:
    """Finds the words of a glossary in pages. One regular expression serves a whole build."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._named: dict[str, tuple[str, str]] = {}
        explained = (
            (term.id, name) for term in terms for name in term.names if name not in term.everyday
        )
        for id, name in explained:
            for form in _forms(name):
                self._named.setdefault(
                    form, (id, name)
                )  # the plural of one name may be a name of its own
        self._pattern = re.compile(_aside_or(self._named), re.X | re.M)

    def linked(self, text: str) -> tuple[str, dict[str, str]]:
        """The text with a link at the first use of each word, and the words.

        These are ids with the name used.
        """
        used: dict[str, str] = {}

        def link(found: re.Match[str]) -> str:
            named = found["word"] and self._named.get(" ".join(found["word"].split()).casefold())
            if not named or named[0] in used:
                return found[0]
            id, name = named
            used[id] = name
            return f'<a class="word" href="#word-{id}">{found["word"]}</a>'

        return self._pattern.sub(link, text), used


def _forms(name: str) -> tuple[str, str]:
    """A name as finished text writes it, and its plural; capitals do not count."""
    safe = str(escape.inline(name)).casefold()
    return safe, re.sub(r"(?<=[^aeiou])y$", "ie", safe) + "s"


def _aside_or(forms: Iterable[str]) -> str:
    """What to pass over, or one of these forms as a whole word, the longest that fits.

    Forms are grouped by their first letter: almost every position in a text fails there, quickly.
    """
    by_letter: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        by_letter.setdefault(form[0], []).append(_rest(form))
    words = "|".join(
        f"[{re.escape(first + first.upper())}](?ai:{'|'.join(rests)})"
        for first, rests in by_letter.items()
    )
    return rf"{_ASIDE} | \b(?<!-)(?P<word>{words or '(?!)'})(?![\w-])"


def _rest(form: str) -> str:
    """A form after its first letter, over the end of a line too."""
    return r"\s+".join(map(re.escape, form[1:].split(" ")))
