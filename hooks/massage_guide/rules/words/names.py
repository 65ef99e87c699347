"""The {names} that words of words.yml hold, whoever fills them in: templates, Python or scripts.

A test compares this table with every place that fills words in, both ways. Words that are not
listed hold no names.
"""

from __future__ import annotations

from typing import Final

_FILLED: dict[str, dict[str, str]] = {
    "about": {"author": "name role", "contact": "contact"},
    "ask_first": {"added": "name", "removed": "name"},
    "base": {"versus": "versus"},
    "base_counts": {
        "cohorts": "count",
        "one_cohorts": "count",
        "one_people": "count",
        "one_trials": "count",
        "people": "count",
        "trials": "count",
    },
    "calculator": {
        "price_range": "range",
        "usual_price": "price minutes dated",
        "weeks_hint": "weeks plan",
    },
    "calculator_errors": {
        "ambiguous": "name typed one other",
        "ignored": "names",
        "missing": "name example",
        "not_a_number": "name example",
        "not_whole": "name example",
        "out_of_range": "name low high",
        "too_fine": "name example",
    },
    "calculator_result": {
        "course": "visits frequency weeks",
        "fees": "visits fee",
        "hour": "hour",
        "run": "first last plan fee",
        "run_of_one": "first plan fee",
        "tax_saved": "rate base",
        "tips": "visits tip",
        "travel": "visits travel",
        "visits": "count",
        "weeks": "count",
        "with_tax": "price tax fee",
        "you_pay": "total",
    },
    "clinics": {
        "code": "title",
        "message": "title",
        "replaced": "date",
        "paragraph": "title main_message address date status",
    },
    "cost": {"at_price": "price", "minutes": "minutes"},
    "dates": {
        "all_checked": "date",
        "checked": "date",
        "day": "month day year",
        "due": "date",
        "left_out": "date",
        "overdue": "date",
        "reviewed": "name role date",
    },
    "glossary": {"also_called": "names"},
    "handouts": {"code": "address", "page": "number count"},
    "help": {
        "call": "places number",
        "crisis": "numbers",
        "for_whom": "who says",
        "in_place": "place says",
        "in_place_for": "place who says",
        "line": "numbers",
        "line_in_spanish": "numbers",
        "number_in": "number places",
        "places": "others last",
    },
    "layers": {
        "claims": "count",
        "one_claims": "count",
        "one_questions": "count",
        "one_sources": "count",
        "one_words": "count",
        "questions": "count",
        "sources": "count",
        "words": "count",
    },
    "other_side": {"none_found": "date"},
    "picture": {"row": "number count"},
    "pressure": {"range": "lightest firmest"},
    "questions": {"not_covered": "topic"},
    "search": {
        "claim": "verdict",
        "corrected": "words",
        "as_typed": "words",
        "nothing": "words",
        "others": "count",
        "results": "count",
        "urgent": "urgency",
    },
    "seen": {"copy": "place", "partly": "place", "record": "place"},
    "sheet": {"estimated": "total visits each"},
    "sources": {
        "short_reference": "number",
        "more": "source",
        "reference": "number source",
    },
    "therapists": {
        "checked_of": "name",
        "count": "checked total",
        "leave": "names",
        "note_on": "name point",
        "saw_of": "name",
        "seen": "count",
        "sure": "name",
        "take_out": "name",
        "unnamed": "number",
    },
    "types": {"also_called": "names"},
}

FILLED: Final = {
    (group, name): frozenset(names.split())
    for group, words in _FILLED.items()
    for name, names in words.items()
}
"""The names that the words of a group must hold, and the only ones: by group and name."""
