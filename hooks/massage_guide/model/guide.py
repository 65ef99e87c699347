"""Facts about the guide itself."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..text.prose import Prose
from .fields import Day, Line, PageAddress, Paragraphs, Record, Title, Whole


def _reaches_somebody(value: str) -> str:
    if not re.fullmatch(r"https://[^\s/]+\.\S+|[^\s@:/]+@[^\s@]+\.[^\s@.]+", value):
        raise PydanticCustomError("contact_form", "neither an e-mail address nor a web address")
    return value


Contact = Annotated[str, AfterValidator(_reaches_somebody)]


class Author(Record):
    """Somebody who wrote the text. Only a real, named person who agreed to be named."""

    name: Title
    """Full name."""
    role: Line
    """Profession, training, and for whom they work."""


class Reviewer(Record):
    """A clinician who has reviewed the text. Only a real, named person who agreed to be named."""

    name: Title
    """Full name."""
    role: Line
    """Profession and registration."""
    reviewed: Day
    """Day of the review."""


class SheetsReplaced(Record):
    """A change after which older copies of sheets should not be handed out any more."""

    day: Day
    """Day from which the new sheets are there."""
    pages: tuple[PageAddress, ...] = ()
    """The pages whose sheets changed, such as safety or types/thai; left out where all did."""
    why: Prose
    """What older copies lack or get wrong. It stands on the pages that their codes lead to."""


class SignsAs(StrEnum):
    """For what somebody signs: both are needed."""

    CLINICIAN = "clinician"
    SAFEGUARDING_LEAD = "safeguarding lead"


SignedRecord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+ [0-9a-f]{8}$")]


class Signature(Record):
    """What somebody has signed on the sheet of `massage-guide sign-off`."""

    name: Title
    """Full name of a real person who agreed to be named."""
    role: Line
    """Profession, registration, and for whom they work."""
    signs_as: SignsAs
    """clinician or safeguarding lead."""
    signed: Day
    """Day of the signature."""
    records: Annotated[tuple[SignedRecord, ...], Field(min_length=1)]
    """The records signed, each with its code, as the sheet prints them: card/emergency 0a1b2c3d."""


class Guide(Record):
    """Facts about the guide itself."""

    notes: str | None = None
    """For editors only."""
    title: Title
    """Name of the guide."""
    tagline: Prose
    """What it is, in one sentence."""
    description: Line
    """For search engines, at most 160 characters or so."""
    audience: Paragraphs
    """For whom it is."""
    aims: Paragraphs
    """What it is for."""
    not_for: Paragraphs
    """What it is not for."""
    intended_use: Prose
    """What its lists, tools and search do, and what they do not. It stands beside each of them."""
    funding: Paragraphs
    """Who pays for it."""
    licence: Paragraphs
    """How text and code may be used."""
    grading: Paragraphs
    """How claims are graded."""
    review_policy: Paragraphs
    """How the text is kept true."""
    privacy: Paragraphs
    """What happens to readers' data."""
    accessibility: Paragraphs
    """How everybody can use the guide, and how far that was tested."""
    citing: Paragraphs
    """How to name the guide as a source."""
    tools: tuple[PageAddress, ...] = ()
    (
        "Pages on which readers answer something for their visit sheet, in order; left out if "
        "there is none."
    )
    contact: Contact | None = None
    (
        "Address for reports of a mistake or a harm: an e-mail address, or that of a page. Without "
        "it nothing is published."
    )
    content_date: Day
    """Day of the newest change of the content. The build takes it for its date."""
    grace_days: Annotated[Whole, Field(ge=0, le=365)]
    """Days after `check_again` until an overdue text is shown without its advice."""
    authors: Annotated[tuple[Author, ...], Field(min_length=1)] = ()
    """Who wrote the text; left out until somebody is named."""
    reviewer: Reviewer | None = None
    """The clinician who reviewed the text; left out until there is one."""

    sheets_replaced: tuple[SheetsReplaced, ...] = ()
    """When sheets of paper were replaced, and why; left out until that happened."""
    signed: tuple[Signature, ...] = ()
    """Who has signed which records that protect people; a changed record needs a new signature."""

    def replaced(self, page: str) -> SheetsReplaced | None:
        """The last time that the sheet of a page was replaced, if ever."""
        found = [it for it in self.sheets_replaced if not it.pages or page in it.pages]
        return max(found, key=lambda it: it.day, default=None)

    @property
    def contact_link(self) -> str | None:
        """The contact as a link opens it, or None."""
        if not self.contact:
            return None
        return self.contact if self.contact.startswith("https://") else f"mailto:{self.contact}"
