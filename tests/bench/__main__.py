"""`make bench`: runs every measurement, or the ones that are named, and prints what they found.

A measurement is a module of this package with a function `measure()` that yields lines of text.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.bench


def names() -> list[str]:
    """Every measurement there is, found by listing the folder."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules(tests.bench.__path__)
        if module.name != "__main__"
    )


def main(wanted: list[str]) -> None:
    """Print each measurement as it comes."""
    if unknown := set(wanted) - set(names()):
        sys.exit(
            f"No such measurement: {', '.join(sorted(unknown))}. There are: {', '.join(names())}."
        )
    for name in wanted or names():
        module = importlib.import_module(f"tests.bench.{name}")
        print(f"\n{module.__doc__.strip()}\n")
        for line in module.measure():
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
