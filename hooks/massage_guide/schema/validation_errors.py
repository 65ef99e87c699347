"""pydantic's errors in words that an editor understands, at their position in the file."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Callable, Iterator
from enum import EnumType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..model import keys
from ..model.fields import Record
from ..problems.problem import Code, Problem
from ..problems.suggest import did_you_mean
from ..yaml_source.document import Document, Path, Place
from ..yaml_source.syntax_errors import CURLY


def to_problems(
    document: Document, model: type[BaseModel], error: ValidationError
) -> Iterator[Problem]:
    """A problem for each fault that `model` found in the document."""
    faults = error.errors(include_url=False)
    misspelt = {
        _intended(model, fault["loc"]) for fault in faults if fault["type"] == "extra_forbidden"
    }
    for fault in faults:
        if fault["type"] == "missing" and fault["loc"] in misspelt:
            continue  # the misspelt key is the fault, and is reported itself
        if fault["type"] == "too_short" and any(
            _is_below(other["loc"], fault["loc"]) for other in faults
        ):
            continue  # pydantic does not count items that are themselves at fault
        path, lost = _real_path(document, fault["loc"])
        yield _to_problem(document, model, fault, path, lost)


def _is_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _intended(model: type[BaseModel], loc: Path) -> Path:
    """The key that an unknown key was probably meant to be."""
    holder = _model_at(model, loc[:-1])
    near = difflib.get_close_matches(
        str(loc[-1]), list(holder.model_fields) if holder else [], 1, 0.6
    )
    return (*loc[:-1], near[0]) if near else loc


def _real_path(document: Document, loc: Path) -> tuple[Path, str]:
    """The part of `loc` that exists in the file, and the key that is missing, if any."""
    path: Path = ()
    for step in loc:
        if (*path, step) not in document.values:
            return path, str(step)
        path = (*path, step)
    return path, ""


def _to_problem(
    document: Document, model: type[BaseModel], fault: ErrorDetails, path: Path, lost: str
) -> Problem:
    kind, context = fault["type"], fault.get("ctx", {})
    # First what has no value to point at: a missing key is reported where it belongs, an unknown
    # one at the key. Everything else has a value, and `at` names a field inside it.
    if kind == "missing":
        place, where = _gap(document, model, path, lost)
        return document.problem(
            Code.MISSING_KEY,
            place,
            f"“{lost}” is missing here.",
            _with_help(f"Add a line “{lost}: …” {where}.", model, (*path, lost)),
        )
    if kind == "extra_forbidden":
        return _unknown_key(document, model, path)
    code, message, hint = _words(fault, _field(model, path))
    if kind == "missing_source":
        return document.problem(code, _end(document, (*path, "text")), message, hint)
    if kind == "not_graded":
        return document.problem(
            code, _gap(document, model, path, context["lost"])[0], message, hint
        )
    if "at" in context:
        path = (*path, context["at"])
    at_key = isinstance(fault["input"], dict | list) and bool(path) and isinstance(path[-1], str)
    return document.problem(
        code,
        document.place(path, key=at_key),
        message,
        _with_help(hint, model, path),
        snippet=str(context.get("mark", "")),
    )


def _gap(document: Document, model: type[BaseModel], path: Path, lost: str) -> tuple[Place, str]:
    """Where a key is missing: at the key to come after it, or the end of the one before."""
    holder = _model_at(model, path)
    names = keys(holder) if holder and issubclass(holder, Record) else []
    later = names[names.index(lost) + 1 :] if lost in names else []
    if after := next(((*path, name) for name in later if (*path, name) in document.keys), None):
        return document.place(after, key=True), "above this one"
    if there := [key for key in document.keys if key[:-1] == path]:
        return _end(document, max(there, key=document.keys.__getitem__)), "below this one"
    return document.place(path, key=bool(path) and isinstance(path[-1], str)), "here"


def _end(document: Document, path: Path) -> Place:
    """The last line of the value at `path`."""
    place = document.place(path)
    number = min(place.end_line - (place.end_column == 1), len(document.lines))
    while number > place.line and not document.lines[number - 1].strip():
        number -= 1
    line = document.lines[number - 1]
    return Place(number, len(line) - len(line.lstrip()) + 1, number, len(line) + 1)


def _unknown_key(document: Document, model: type[BaseModel], path: Path) -> Problem:
    key = str(path[-1])
    holder = _model_at(model, path[:-1])
    intended = str(_intended(model, path)[-1])
    known = ", ".join(holder.model_fields) if holder else ""
    hint = f"Did you mean “{intended}”?" if intended != key else f"Known here: {known}."
    return document.problem(
        Code.UNKNOWN_KEY, document.place(path, key=True), f"“{key}” is not a known key.", hint
    )


# pydantic's error type: code, sentence, hint. {braces} are filled from the error's context.
_WORDS: dict[str, tuple[Code, str, str]] = {
    "string_type": (
        Code.WRONG_TYPE,
        "This must be text.",
        "Write it in one piece, without “- ” or keys.",
    ),
    "tuple_type": (
        Code.WRONG_TYPE,
        "This must be a list.",
        "Start each item on a line of its own with “- ”.",
    ),
    "dict_type": (
        Code.WRONG_TYPE,
        "This must be a group of “key: value” lines.",
        "Write one key a line, moved in.",
    ),
    "model_type": (
        Code.WRONG_TYPE,
        "This must be a group of “key: value” lines.",
        "Write one key a line, moved in.",
    ),
    "bool_parsing": (
        Code.WRONG_CHOICE,
        "This must be true or false.",
        "Write true, or leave the line out.",
    ),
    "bool_type": (
        Code.WRONG_CHOICE,
        "This must be true or false.",
        "Write true, or leave the line out.",
    ),
    "too_short": (Code.WRONG_LENGTH, "This list is too short: it needs {min_length} or more.", ""),
    "string_too_short": (
        Code.WRONG_LENGTH,
        "This text is too short: it needs {min_length} characters or more.",
        "",
    ),
    "string_too_long": (
        Code.WRONG_LENGTH,
        "This text is too long: {max_length} characters are the most.",
        "",
    ),
    "contact_form": (
        Code.WRONG_FORM,
        "This is neither an e-mail address nor the address of a page.",
        "Write it like reports@your-clinic.org, or like https://your-clinic.org/contact.",
    ),
    "date_form": (
        Code.BAD_DATE,
        "This is not a date.",
        "Write year, month and day like 2026-03-14.",
    ),
    "date_from_datetime_parsing": (
        Code.BAD_DATE,
        "There is no such day.",
        "Write year, month and day like 2026-03-14.",
    ),
    "date_parsing": (
        Code.BAD_DATE,
        "There is no such day.",
        "Write year, month and day like 2026-03-14.",
    ),
    "number_form": (
        Code.BAD_NUMBER,
        "This is not a plain number.",
        "Write digits only, like 1200 or 49.50.",
    ),
    "int_parsing": (Code.BAD_NUMBER, "This must be a whole number.", "Write digits only, like 12."),
    "int_from_float": (
        Code.BAD_NUMBER,
        "This must be a whole number.",
        "Write digits only, like 12.",
    ),
    "decimal_parsing": (
        Code.BAD_NUMBER,
        "This is not a plain number.",
        "Write digits only, like 1200 or 49.50.",
    ),
    "decimal_max_places": (Code.BAD_NUMBER, "Money has two decimals at the most.", ""),
    "greater_than_equal": (Code.BAD_NUMBER, "This is too small: {ge} is the least.", ""),
    "greater_than": (Code.BAD_NUMBER, "This is too small: it must be more than {gt}.", ""),
    "less_than_equal": (Code.BAD_NUMBER, "This is too large: {le} is the most.", ""),
    "url_parsing": (
        Code.WRONG_FORM,
        "This is not a web address.",
        "It starts with https:// and has no spaces.",
    ),
    "url_scheme": (
        Code.WRONG_FORM,
        "This is not a web address.",
        "It starts with https:// and has no spaces.",
    ),
    "bad_mark": (
        Code.BAD_MARK,
        "{reason}",
        (
            "Marks are [[n:ID.FIELD]], [[size:ID.FIELD]], [[link:ADDRESS]], "
            "[[link:ADDRESS|words]], [[call:NUMBER]], [[text:NUMBER]], [[visit:ADDRESS]] and "
            "*stress*."
        ),
    ),
    "only_links": (
        Code.WRONG_FORM,
        "There is more here than links.",
        "Text belongs into a passage, with its sources.",
    ),
    "only_words": (
        Code.WRONG_FORM,
        "There is a number or a link here, and only words are allowed.",
        "Say it in words, such as “a small gain”. The number belongs into the text below.",
    ),
    "closed_advice": (
        Code.INCONSISTENT,
        "With this line the section would be closed, and readers must act on what it says.",
        "Delete `finding`, or choose the style text or list.",
    ),
    "grade_unused": (
        Code.INCONSISTENT,
        "This grade is printed nowhere: it stands in the closed line of a section.",
        "Add a `finding`, or delete `graded_in`.",
    ),
    "missing_source": (
        Code.INCONSISTENT,
        "This text does not say where it comes from.",
        (
            "Add a line “sources: [ID]” below it, or “basis: unsourced” where you found no source; "
            "where none is needed, “basis: none-needed”."
        ),
    ),
    "source_and_basis": (
        Code.INCONSISTENT,
        "This text names its sources, and says that it has none.",
        "Take out one of the two: `sources` or `basis`.",
    ),
    "no_base": (
        Code.MISSING_KEY,
        "This number does not say what it rests on: {missing} is missing.",
        "Add it here. What nobody saw is listed under `unseen`.",
    ),
    "other_side": (
        Code.INCONSISTENT,
        "The other side is told by halves.",
        "Write `text` and `sources`; or, where nothing was found, `none_found` with the day alone.",
    ),
    "no_other_side": (
        Code.INCONSISTENT,
        "“{verdict}” is told from one side only.",
        "Add `other_side`: the study that points the other way, or the day when none was found.",
    ),
    "sure_and_uncertain": (
        Code.INCONSISTENT,
        "Nobody is sure of what is uncertain: “{certainty}” does not fit.",
        "Write low or very low; or choose another verdict.",
    ),
    "no_sentence": (Code.MISSING_KEY, "{error}.", "Add it in this file."),
    "half_range": (
        Code.INCONSISTENT,
        "A range has two ends, and only one is here.",
        "Add the other.",
    ),
    "bands": (Code.INCONSISTENT, "These bands do not follow each other: {error}.", ""),
    "graded_twice": (
        Code.INCONSISTENT,
        "This is graded twice: {error}.",
        "Take them out, or take out `parts`.",
    ),
    "not_graded": (
        Code.MISSING_KEY,
        "This claim is not graded: it lacks {missing}.",
        "Add it here. A claim with two halves has `parts` in its place, each with its own grade.",
    ),
    "start": (Code.INCONSISTENT, "The start is out of range: {error}.", ""),
    "limit": (Code.INCONSISTENT, "The calculator cannot count that far: {error}.", ""),
    "range": (Code.INCONSISTENT, "This range is upside down: {error}.", "Swap the two."),
}


def _words(fault: ErrorDetails, field: FieldInfo | None) -> tuple[Code, str, str]:
    kind, context, value = fault["type"], dict(fault.get("ctx", {})), fault["input"]
    if kind in ("enum", "literal_error"):
        return _choice_words(str(value), context["expected"])
    if kind == "string_pattern_mismatch":
        hint = _curly(value) + _form_hint(context["pattern"])
        return Code.WRONG_FORM, f"“{value}” does not have the right form.", hint
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1:
        return (
            Code.WRONG_TYPE,
            f"“{next(iter(value))}:” is read as a key, but this must be text.",
            "Put text that contains “: ” in quotes.",
        )
    if kind == "string_type" and isinstance(value, list) and isinstance(value[0], list):
        return (
            Code.WRONG_TYPE,
            "This is read as a list, but it must be text.",
            "Put text that starts with [[ in quotes.",
        )
    if kind.startswith("url"):
        kind = "url_parsing"
    code, message, hint = _WORDS.get(kind, (Code.WRONG_TYPE, fault["msg"] + ".", ""))
    return code, message.format(**{"error": fault["msg"], **context}), _curly(value) + hint


def _curly(value: Any) -> str:
    """What to do about quotes that a word processor has bent."""
    bent = isinstance(value, str) and value.startswith(CURLY)
    return "Curly quotes do not count: write straight ones, or none. " if bent else ""


def _choice_words(value: str, expected: str) -> tuple[Code, str, str]:
    choices = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    meant = did_you_mean(value.lower(), choices, likeness=0.6)
    hint = _curly(value) + (f"{meant} " if meant else "")
    return (
        Code.WRONG_CHOICE,
        f"“{value[:60]}” is not one of the choices.",
        f"{hint}Choices: {', '.join(choices)}.",
    )


_FORMS = {
    "A\\d\\d": "Rows of the article are written like A07.",
    "\\.[a-z0-9-]+$": "Write ID.FIELD, like us-price.typical.",
    "a-z0-9": "Use small letters, digits and single hyphens, like deep-tissue.",
    "10\\.": "A DOI starts with 10. and has no https:// before it.",
    "%|points": (
        "Write %, points, times, weeks, days, minutes, people, trials, studies or items, or three "
        "capital letters for a currency, like USD."
    ),
    "A-Z]{3}": "A currency is three capital letters, like USD.",
    "-[A-Z]{2}": "Write language and country like en-US.",
    "PMC": "PubMed Central's numbers start with PMC, like PMC1234567.",
    "\\d{5,9}": "PubMed's numbers are digits only, like 21727288.",
    "^\\d{3}$": "Emergency numbers have three digits, like 911.",
}


def _form_hint(pattern: str) -> str:
    return next((hint for part, hint in _FORMS.items() if part in pattern), "")


def _with_help(hint: str, model: type[BaseModel], path: Path) -> str:
    """The hint, and what the key is for; but a list of choices says that itself."""
    field = _field(model, path)
    about = field.description if field and "Choices: " not in hint else None
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return " ".join(filter(None, [hint, f"({name}: {about})" if about else ""]))


# --- finding the model behind a path --------------------------------------------------------------


def _field(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """The field that the last key in `path` names."""
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    holder = _model_at(model, path[:-1]) if path else None
    return holder.model_fields.get(str(path[-1])) if holder else None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    annotation: Any = model
    for step in path:
        if typing.get_origin(annotation) is dict:
            annotation = typing.get_args(annotation)[1]  # the step is a name that the editor chose
            continue
        held = _first(annotation, lambda a: isinstance(a, type) and issubclass(a, BaseModel))
        if isinstance(step, str) and held and step in held.model_fields:
            annotation = held.model_fields[step].annotation
        elif isinstance(step, str) and held:
            return None
    found: type[BaseModel] | None = _first(
        annotation, lambda a: isinstance(a, type) and issubclass(a, BaseModel)
    )
    return found


def _first(annotation: Any, wanted: Callable[[Any], bool]) -> Any:
    """The first type inside `annotation` (lists, options, dictionaries) that is wanted."""
    if not isinstance(annotation, EnumType) and wanted(annotation):
        return annotation
    return next(
        (found for inner in typing.get_args(annotation) if (found := _first(inner, wanted))), None
    )
