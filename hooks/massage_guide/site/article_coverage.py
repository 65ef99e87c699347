"""Which rows of the popular article the guide answers, and where."""

from __future__ import annotations

from dataclasses import dataclass

from .site import Site


@dataclass(frozen=True)
class Coverage:
    """The keys of the files that answer each row of the article."""

    answers: dict[str, tuple[str, ...]]

    @property
    def open(self) -> list[str]:
        """Rows that nothing answers yet."""
        return [row for row, keys in self.answers.items() if not keys]

    def __str__(self) -> str:
        done = len(self.answers) - len(self.open)
        rest = f" Still open: {', '.join(self.open)}." if self.open else ""
        return f"{done} of {len(self.answers)} rows of the article are answered.{rest}"


def coverage(site: Site) -> Coverage:
    """Where each row of `article.yml` is answered."""
    answers: dict[str, list[str]] = {row.id: [] for row in site.article.rows}
    for key, _, holder, row in site.references:
        if holder == "the rows of article.yml" and key not in answers.get(row, [key]):
            answers[row].append(key)
    return Coverage({row: tuple(keys) for row, keys in answers.items()})
