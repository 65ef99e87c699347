"""What a number rests on is said with it, in words."""

from __future__ import annotations

from typing import Any

import pytest

from massage_guide.model.fields import Certainty
from massage_guide.model.sources import Base, Unseen
from massage_guide.render.page_state import PageState
from massage_guide.render.renderer import Renderer
from massage_guide.site.numbers import base_words
from massage_guide.site.site import Site
from massage_guide.text.prose import Prose
from tests.support.small_guide import SmallGuide

BASED = Prose.parse("Of all, [[n:trial-2011.better]] and [[n:trial-2011.usual]] felt better.")
SAID = "(compared with usual care; 1 trial, 1,401 people; after ten weeks)"


@pytest.mark.parametrize(
    ("base", "words"),
    [
        (
            {"versus": "no care", "trials": 35, "people": 2746, "when": "at three months"},
            "compared with no care; 35 trials, 2,746 people; at three months",
        ),
        ({"trials": 1, "people": 1}, "1 trial, 1 person"),
        (
            {"cohorts": 47, "people": 9224, "certainty": Certainty.VERY_LOW},
            "47 studies without a comparison group, 9,224 people; very low certainty",
        ),
        ({"cohorts": 1, "people": 2}, "1 study without a comparison group, 2 people"),
        ({"among": "21 lists", "note": "quoted"}, "21 lists; quoted"),
        ({"unseen": (Unseen.PEOPLE, Unseen.WHEN)}, "number of people not known to us"),
        (
            {"unseen": (Unseen.PEOPLE, Unseen.TRIALS)},
            "numbers of trials and people not known to us",
        ),
    ],
)
def test_a_base_is_said_in_words(site: Site, base: dict[str, Any], words: str) -> None:
    assert base_words(Base(**base), site.words) == words


def test_a_page_prints_it_after_the_text_once(small_guide: SmallGuide) -> None:
    renderer = Renderer(small_guide.site)
    made = renderer.prose(BASED, PageState("x.md"))
    assert made.endswith(f'felt better. <span class="base">{SAID}</span>')
    assert made.count("1 trial") == 1


def test_a_sheet_and_a_data_file_print_it_too(small_guide: SmallGuide) -> None:
    assert Renderer(small_guide.site).plain(BASED).endswith(f"felt better. {SAID}")


def test_a_rule_reads_the_text_alone(small_guide: SmallGuide) -> None:
    assert small_guide.site.plain(BASED) == "Of all, 1 in 3 and 4% felt better."


def test_a_count_rests_on_nothing(small_guide: SmallGuide) -> None:
    assert small_guide.site.bases_of(Prose.parse("All [[n:trial-2011.people]] of them.")) == []
