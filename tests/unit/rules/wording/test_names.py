"""Each treatment is known by all its names, with the evidence of its own."""

from __future__ import annotations

import pytest

from massage_guide.model.fields import Certainty
from massage_guide.model.options import Option
from massage_guide.rules.wording.names import names_of, treatments
from tests.support.small_guide import SmallGuide

MASSAGE = "content/options/massage.yml"


def with_option(guide: SmallGuide, title: str, new: str, lasting: str) -> SmallGuide:
    """The guide with one option more, of such certainties for new and for lasting pain."""
    guide.copy(MASSAGE, "content/options/other.yml", "id: massage", "id: other")
    guide.change("content/options/other.yml", "title: Massage", f"title: {title}")
    guide.change("content/options/other.yml", "certainty: low", f"certainty: {new}")
    return guide.change(
        "content/options/other.yml",
        "We found none.\n      basis: unsourced",
        f"We found none.\n      basis: unsourced\n  certainty: {lasting}",
    )


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Rest", ["rest"]),
        ("Rest and sleep", ["rest", "sleep"]),
        ("Pain pills  (for a few days)", ["pain pills"]),
    ],
)
def test_a_title_is_a_name_or_two(small_guide: SmallGuide, title: str, names: list[str]) -> None:
    option = small_guide.site.options["massage"].model_copy(update={"title": title})
    assert list(names_of(option)) == names


def test_other_names_are_names_too(small_guide: SmallGuide) -> None:
    option: Option = small_guide.site.options["massage"]
    other = option.model_copy(update={"also_called": ("Hot Packs",)})
    assert list(names_of(other)) == ["massage", "hot packs"]


@pytest.mark.parametrize(
    ("new", "lasting", "own"),
    [
        ("low", "moderate", Certainty.MODERATE),
        ("very low", "low", Certainty.LOW),
        ("high", "low", Certainty.HIGH),
    ],
)
def test_a_treatment_is_as_sure_as_the_best_evidence_for_it(
    small_guide: SmallGuide, new: str, lasting: str, own: Certainty
) -> None:
    site = with_option(small_guide, "Heat", new, lasting).site
    assert treatments(site)["heat"] is own


@pytest.mark.parametrize("title", ["Massage", "Massage and warm baths"])
def test_what_the_guide_is_about_has_no_evidence_of_its_own(
    small_guide: SmallGuide, title: str
) -> None:
    assert treatments(with_option(small_guide, title, "high", "high").site)["massage"] is None
