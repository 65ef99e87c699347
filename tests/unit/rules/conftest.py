"""What tests of rules share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small_guide import SmallGuide


@pytest.fixture
def guide(tmp_path: Path) -> SmallGuide:
    """The small guide, in which nothing is wrong."""
    return SmallGuide.copied_to(tmp_path)
