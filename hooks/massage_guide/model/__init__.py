"""The one schema of the content, a module for each folder or file of it.

Everything that repeats it is generated from here.

The text under each field is the help that editors read.
"""

from __future__ import annotations

from .article import Article
from .benefits import Benefit
from .claims import Claim, Graded
from .countries import Country
from .evidence import EvidenceWords
from .fields import Dated, Entry, Record
from .glossary import Term
from .grading import Grading
from .guide import Guide
from .links import OutsideLinks
from .options import Option
from .prices import Prices
from .quality import Quality
from .questions import Question
from .redirects import Redirects
from .safety import Safety
from .search import Search
from .sources import Source
from .spanish import Spanish
from .therapist_checklist import Checklist
from .topics import Topic
from .types import MassageType
from .urgent import Urgent
from .values import Values
from .wording import Wording
from .words import Words

COLLECTIONS: dict[str, type[Entry]] = {
    "sources": Source,
    "claims": Claim,
    "benefits": Benefit,
    "types": MassageType,
    "topics": Topic,
    "options": Option,
    "questions": Question,
    "glossary": Term,
    "countries": Country,
}
"""Folders of `content/`, one file an entry."""

KINDS: dict[str, str] = {
    "source": "sources",
    "claim": "claims",
    "benefit": "benefits",
    "type": "types",
    "topic": "topics",
    "option": "options",
    "question": "questions",
    "word": "glossary",
    "country": "countries",
}
"""What one entry of a folder is called."""

SINGLES: dict[str, type[Record]] = {
    "guide": Guide,
    "words": Words,
    "article": Article,
    "prices": Prices,
    "safety": Safety,
    "therapist-checklist": Checklist,
    "values": Values,
    "redirects": Redirects,
    "links": OutsideLinks,
    "search": Search,
    "urgent": Urgent,
    "spanish": Spanish,
    "quality": Quality,
    "evidence": EvidenceWords,
    "grading": Grading,
    "wording": Wording,
}
"""Single files of `content/`."""


def keys(model: type[Record]) -> list[str]:
    """The keys of a record in the order in which files have them: its id first, its dates last."""
    first, last = list(Entry.model_fields), list(Dated.model_fields)
    own = [name for name in model.model_fields if name not in (*first, *last)]
    if issubclass(model, Graded):  # inherited, and so before the title
        own.insert(own.index("inventory"), own.pop(own.index("graded_in")))
    return [name for name in (*first, *own, *last) if name in model.model_fields]
