"""The words of the rule on wording, from a file alone."""

from __future__ import annotations

from pathlib import Path

from massage_guide.model.wording import Wording
from massage_guide.yaml_source.reader import read, read_bytes


def vocabulary(path: Path) -> Wording:
    """The words in a file."""
    return Wording.model_validate(read(read_bytes(path, path.name), path.name).data)
