"""Every small change of a module that its tests should notice.

Left alone is what no test of behavior can see, whatever the module: docstrings, `__all__`,
assertions, annotations (but not what a call in one demands, such as `Field(ge=1)`), what only
forbids or saves something (`frozen`, `slots`, `maxsize`), and sentences for people, which a test
could only repeat.
"""

from __future__ import annotations

import ast
import copy
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import patterns

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NEGATED_BY_SWAP = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
_OTHER_NAME = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "partition": "rpartition",
    "rpartition": "partition",
    "find": "rfind",
    "rfind": "find",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
}
_TRIMMED = ("strip", "lstrip", "rstrip", "lower", "casefold")
_IDLE_KEYWORDS = ("frozen", "slots", "maxsize")
AROUND = 24
"""How many characters beside a change are shown."""
_DROPPED = (ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)


@dataclass(frozen=True)
class Mutant:
    """One change; `apply` makes it in the tree that it was found in."""

    line: int
    change: str
    apply: Callable[[], None]


@dataclass(frozen=True)
class _Slot:
    """A node and where it hangs."""

    node: ast.AST
    put: Callable[[ast.AST], None]


def mutants(tree: ast.Module) -> Iterator[Mutant]:
    """All changes of a module, from its top to its end."""
    pattern_ids = set(map(id, _patterns(tree)))
    for slot in _slots(tree):
        node = slot.node
        kinds = [_changed_pattern(node)] if id(node) in pattern_ids else [_changed(node)]
        for after in (after for kind in kinds for after in kind):
            place = after if hasattr(after, "lineno") else getattr(node, "iter", node)
            yield Mutant(
                place.lineno,
                _difference(_code(node), _code(after)),
                functools.partial(
                    slot.put, ast.fix_missing_locations(ast.copy_location(after, place))
                ),
            )


def _code(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _difference(before: str, after: str) -> str:
    """What was changed, with some of what stands around it."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    was, now = (_cut(text[start : len(text) - end]) for text in (before, after))
    left, right = before[:start][-AROUND:], before[len(before) - end :][:AROUND]
    return f"{left}⟦{was} → {now}⟧{right}"


def _common(one: str, other: str) -> int:
    """How many characters two texts start with in common."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _cut(text: str) -> str:
    return text if len(text) <= 3 * AROUND else f"{text[: 2 * AROUND]} … {text[-AROUND:]}"


# --- where something can be changed ---------------------------------------------------------------


def _slots(node: ast.AST) -> Iterator[_Slot]:
    """Every node below a node but those left alone, each before those below it."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            for call in _outermost_calls(value):
                yield from _slots(call)
        elif isinstance(value, list):
            for index, child in enumerate(value):
                if isinstance(child, ast.AST) and not _is_idle(child, node, name):
                    yield _Slot(child, functools.partial(value.__setitem__, index))
                    yield from _slots(child)
        elif isinstance(value, ast.AST) and not _is_idle(value, node, name):
            yield _Slot(value, functools.partial(setattr, node, name))
            yield from _slots(value)


def _outermost_calls(node: ast.AST | None) -> Iterator[ast.Call]:
    if isinstance(node, ast.Call):
        yield node
    elif node is not None:
        for child in ast.iter_child_nodes(node):
            yield from _outermost_calls(child)


def _is_idle(node: ast.AST, parent: ast.AST, field: str) -> bool:
    """Whether no test of behavior can see a change of this node."""
    match node:
        case ast.Assert():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.keyword(arg=name) if name in _IDLE_KEYWORDS:
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Name(id="TypeVar")):
            return True
        case ast.Constant(value=str() as text):
            # A key goes with its value, a word with its list.
            is_word = field == "keys" or (field == "elts" and _is_list(parent))
            whole = _text_of(parent) if isinstance(parent, ast.JoinedStr) else text
            return is_word or _is_sentence(whole)
    return False


def _text_of(node: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values
    )


def _is_sentence(text: str) -> bool:
    """Whether this is said to people: some words, most often with a stop."""
    words = text.split()
    return len(words) > 1 and (text.rstrip()[-1] in ".!?" or len(words) > 4)


def _patterns(tree: ast.AST) -> Iterator[ast.AST]:
    """The text of all regular expressions, and of what is put into them by name."""
    found: list[ast.AST] = []
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[first, *_]):
                found.append(first)
            case ast.keyword(arg="pattern", value=first):
                found.append(first)
    names = {name.id for node in found for name in ast.walk(node) if isinstance(name, ast.Name)}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in names:
                found.append(value)
    for node in found:
        yield from (
            part
            for part in ast.walk(node)
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        )


# --- what it is changed into ----------------------------------------------------------------------


def _changed_pattern(node: ast.AST) -> Iterator[ast.AST]:
    assert isinstance(node, ast.Constant)
    for text in dict.fromkeys(patterns.changed(node.value)):
        yield ast.Constant(text)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as text):
            signs = len(text) > 1 and not any(map(str.isalnum, text))
            yield ast.Constant(text[1:] if signs else f"X{text}")
        case ast.Compare():
            for index, operator in enumerate(node.ops):
                yield _with(node, ops=_replaced(node.ops, index, _SWAPPED[type(operator)]()))
        case ast.BoolOp():
            yield _with(node, op=_SWAPPED[type(node.op)]())
            for index in range(len(node.values)):
                rest = _without(node.values, index)
                yield rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.BinOp() if type(node.op) in _SWAPPED:
            yield _with(node, op=_SWAPPED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.If() | ast.While() | ast.IfExp() if not _is_negated_elsewhere(node.test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension():
            for index in range(len(node.ifs)):
                yield _with(node, ifs=_without(node.ifs, index))
        case ast.Return(value=value) if value and not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.Call():
            yield from _changed_call(node)
        case ast.Dict():
            for index, value in enumerate(node.values):
                rest = ast.Dict(_without(node.keys, index), _without(node.values, index))
                yield ast.copy_location(rest, value)
        case ast.List(ctx=ast.Load()) | ast.Set() | ast.Tuple(ctx=ast.Load()) if _is_list(node):
            for index, item in enumerate(node.elts):
                yield ast.copy_location(_with(node, elts=_without(node.elts, index)), item)
        case _ if isinstance(node, _DROPPED):
            yield ast.Pass()


def _changed_call(node: ast.Call) -> Iterator[ast.AST]:
    """Another function of the same form; an argument left out; text as it was before trimming."""
    match node.func:
        case ast.Name(id=name) if name in _OTHER_NAME:
            yield _with(node, func=ast.Name(_OTHER_NAME[name], ast.Load()))
        case ast.Attribute(value=value, attr=name) if name in _OTHER_NAME:
            yield _with(node, func=ast.Attribute(value, _OTHER_NAME[name], ast.Load()))
        case ast.Attribute(value=value, attr=name) if name in _TRIMMED:
            yield value
    for index, keyword in enumerate(node.keywords):
        if keyword.arg and not isinstance(keyword.value, ast.Constant):
            yield _with(node, keywords=_without(node.keywords, index))


def _is_list(node: ast.AST) -> bool:
    """Whether this is a list of things of a kind, however it is written: one more or less does."""
    if isinstance(node, ast.Tuple):
        return len(node.elts) > 2 and len(set(map(type, node.elts))) == 1
    return isinstance(node, ast.List | ast.Set)


def _is_negated_elsewhere(test: ast.expr) -> bool:
    """Whether the opposite of a condition comes from a change inside it."""
    match test:
        case ast.Compare(ops=[operator]):
            return isinstance(operator, _NEGATED_BY_SWAP)
        case ast.UnaryOp(op=ast.Not()):
            return True
    return False


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """A copy of a node with other fields."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _without(items: list, index: int) -> list:
    return items[:index] + items[index + 1 :]


def _replaced(items: list, index: int, item: ast.AST) -> list:
    return [*items[:index], item, *items[index + 1 :]]
