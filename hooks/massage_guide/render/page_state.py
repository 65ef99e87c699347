"""What one page has cited and printed so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..text.prose import Prose


@dataclass
class PageState:
    """The state of one page while it is rendered."""

    path: str
    """Its path below `docs/`."""
    marks: bool = False
    """Whether sources are marked: inside layers, and everywhere on pages that ask for it."""
    cited: dict[str, int] = field(default_factory=dict)
    """The number of each source on this page."""
    marked_sources: set[str] = field(default_factory=set)
    """The sources that have a mark in the text: its first mark is where a reader comes back to."""
    untraced: bool = False
    """Whether a passage without a source has been marked, and the mark explained."""
    rests_on: list[str] = field(default_factory=list)
    """Keys of the files that its dates are computed from."""
    prints: dict[str, int] = field(default_factory=dict)
    """How many characters of prose it prints from each file, in order of first use."""

    def cite(self, source: str) -> int:
        """The number of a source on this page, from 1, in the order of first mention."""
        return self.cited.setdefault(source, len(self.cited) + 1)

    def note(self, key: str, prose: Prose) -> None:
        """Record that the page prints this prose of the file `key`."""
        self.prints[key] = self.prints.get(key, 0) + len(prose.text)
