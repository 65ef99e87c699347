"""Our guide offers real choices, and does well on public lists of what health information owes."""

from __future__ import annotations

from massage_guide.model.quality import QualityCheck
from massage_guide.render.quality_score import Score, score
from massage_guide.site.site import Site


def test_massage_is_compared_with_other_choices_and_with_doing_nothing(site: Site) -> None:
    assert {"massage", "time"} < set(site.options) and len(site.options) >= 5


def test_whoever_pays_or_reads_elsewhere_finds_a_country(site: Site) -> None:
    assert {"us", "uk", "canada", "australia"} <= set(site.countries)


NOT_YET = {
    QualityCheck.REVIEWER,
    QualityCheck.AUTHORS,
    QualityCheck.CONTACT,
    QualityCheck.SOURCE_DATES,
}
"""People must be named for the first three; some sources have no date."""


def test_nothing_is_missed_that_we_can_do_ourselves(site: Site) -> None:
    missed = {
        item.check
        for item in site.quality.items
        if item.check and score(site, item) is Score.MISSED
    }
    assert missed <= NOT_YET
