"""What a study found stands with its base, and only where studies are told."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.claims import Picture
from ..model.sources import Number, Scale, Source, SourceKind
from ..problems.problem import Problem
from ..site.site import Site
from ..text.prose import NumberMark, Prose, SizeMark
from ..yaml_source.document import Path

CODE = "effects"

_COUNTS = {"people", "trials", "studies", "items"}
_STUDIES = {
    SourceKind.REVIEW,
    SourceKind.TRIAL,
    SourceKind.COHORT,
    SourceKind.LAB_STUDY,
    SourceKind.COMMENT,
}


def check(site: Site) -> Iterator[Problem]:
    """The numbers of each source, then the marks in each text, then the pictures."""
    for source in site.sources.values():
        for name, number in source.numbers.items():
            yield from _number(site, source, name, number)
    for key, path, prose in site.prose:
        yield from _marks(site, key, path, prose)
    for key, path, picture in site.pictures:
        yield from _picture(site, key, path, picture)


def _number(site: Site, source: Source, name: str, number: Number) -> Iterator[Problem]:
    key, path = f"sources/{source.id}", ("numbers", name)
    if not number.base:
        if source.kind in _STUDIES and number.unit not in _COUNTS:
            yield site.problem(
                key,
                path,
                CODE,
                f"Nothing says what “{name}” rests on.",
                "For what a study found add `base`: how many trials and people this number comes "
                "from, compared with what, and when. For a count add `unit`: people, trials, "
                "studies or items.",
            )
    elif source.kind is SourceKind.REVIEW and not number.base.whole_review:
        for part in ("trials", "people"):
            size = source.numbers.get(part)
            if size and size is not number and size.value == getattr(number.base, part):
                yield site.problem(
                    key,
                    (*path, "base", part),
                    CODE,
                    f"“{name}” has the {part} of the whole review.",
                    f"Give the {part} that this number comes from; or write `whole_review: true`.",
                )


def _marks(site: Site, key: str, path: Path, prose: Prose) -> Iterator[Problem]:
    for part in prose.parts:
        if isinstance(part, NumberMark) and (number := _based(site, part.key)):
            if (key, path) not in site.told_of_studies:
                yield site.problem(
                    key,
                    path,
                    CODE,
                    "The size of an effect does not belong here: this is the short answer.",
                    f"{_in_words(site, part.key)}, and give the number where studies are told.",
                    snippet=part.source,
                )
            elif number.scale is Scale.SMD:
                yield site.problem(
                    key,
                    path,
                    CODE,
                    "This number means nothing to readers.",
                    f"{_in_words(site, part.key)}.",
                    snippet=part.source,
                )
        elif (
            isinstance(part, SizeMark)
            and part.key in site.numbers  # the rule on references tells of the others
            and part.key not in site.sizes
        ):
            yield site.problem(key, path, CODE, *_no_size(site, part.key), snippet=part.source)
    if len(site.bases_of(prose)) > 1:
        yield site.problem(
            key,
            path,
            CODE,
            "Numbers of different bases stand in one text, and nobody can tell which is whose.",
            "Make two texts of it, one for each base.",
        )


def _in_words(site: Site, key: str) -> str:
    """How to tell a result without its number."""
    return f"Say it in words, as [[size:{key}]]" if key in site.sizes else "Say it in words"


def _no_size(site: Site, key: str) -> tuple[str, str]:
    """Why a number has no word for its size, and what to do."""
    number = _based(site, key)
    if number and number.base and number.base.is_unclear:
        return (
            f"“{key}” may be no difference at all: its range includes it.",
            "Say that there was no clear difference.",
        )
    return (
        f"There is no word for the size of “{key}”.",
        "It needs a `scale` and a `base` in its source. Without a scale, say it in words.",
    )


def _based(site: Site, key: str) -> Number | None:
    id, _, name = key.partition(".")
    source = site.sources.get(id)
    number = source.numbers.get(name) if source else None
    return number if number and number.base else None


def _picture(site: Site, key: str, path: Path, picture: Picture) -> Iterator[Problem]:
    if any(row.number not in site.numbers for row in picture.rows):
        return  # the rule on references tells it
    bases = {site.bases.get(row.number) for row in picture.rows}
    if None in bases:
        yield site.problem(
            key,
            path,
            CODE,
            "A row of this picture shows a number without a base.",
            "Add `base` to the number in its source.",
        )
    elif len(bases) > 1:
        yield site.problem(
            key,
            path,
            CODE,
            "The rows of this picture have different bases, so they cannot be compared.",
            "Show only numbers of one comparison.",
        )
