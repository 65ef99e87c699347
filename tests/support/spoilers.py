"""Mutations of content as slips of hand make them.

Each file is changed in one place, always the same for a seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

# What a change turns up: bytes in, bytes out; `None` where the file offers no place for it.
Change = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True)
class Mutation:
    """One way to spoil a file."""

    name: str
    change: Change
    always_wrong: bool = False
    """Whether every such change must be refused, wherever it falls."""


def _line(change: Callable[[list[bytes], int, random.Random], None]) -> Change:
    """A change of one line."""

    def changed(raw: bytes, luck: random.Random) -> bytes:
        lines = raw.split(b"\n")
        change(lines, luck.randrange(len(lines)), luck)
        return b"\n".join(lines)

    return changed


def _at(insert: bytes, *, replace: int = 0) -> Change:
    """Bytes put in the place of some others, at any character."""

    def changed(raw: bytes, luck: random.Random) -> bytes:
        text = raw.decode()
        place = luck.randrange(len(text))
        return text[:place].encode() + insert + text[place + replace :].encode()

    return changed


def _lines_with_a_key(lines: list[bytes]) -> list[int]:
    return [
        index
        for index, line in enumerate(lines)
        if b": " in line and not line.lstrip().startswith(b"#")
    ]


def _value(new: bytes) -> Change:
    """Another value after a key."""

    def changed(raw: bytes, luck: random.Random) -> bytes:
        lines = raw.split(b"\n")
        if places := _lines_with_a_key(lines):
            index = luck.choice(places)
            lines[index] = lines[index].partition(b": ")[0] + b": " + new
        return b"\n".join(lines)

    return changed


def _mixed_up(raw: bytes, luck: random.Random) -> bytes:
    """The value of a key after another one."""
    lines = raw.split(b"\n")
    if places := _lines_with_a_key(lines):
        here, there = luck.choice(places), luck.choice(places)
        lines[here] = lines[here].partition(b": ")[0] + b": " + lines[there].partition(b": ")[2]
    return b"\n".join(lines)


def _key(new: bytes) -> Change:
    """Another key at the outermost level, whatever stands after it."""

    def changed(raw: bytes, luck: random.Random) -> bytes:
        lines = raw.split(b"\n")
        places = [index for index, line in enumerate(lines) if line[:1].isalpha() and b":" in line]
        index = luck.choice(places)
        lines[index] = new + lines[index][lines[index].index(b":") :]
        return b"\n".join(lines)

    return changed


def _drop(lines: list[bytes], index: int, _: random.Random) -> None:
    del lines[index]


def _twice(lines: list[bytes], index: int, _: random.Random) -> None:
    lines.insert(index, lines[index])


def _swap(lines: list[bytes], index: int, _: random.Random) -> None:
    other = (index + 1) % len(lines)
    lines[index], lines[other] = lines[other], lines[index]


def _deeper(lines: list[bytes], index: int, luck: random.Random) -> None:
    lines[index] = b" " * luck.randint(1, 4) + lines[index]


def _shallower(lines: list[bytes], index: int, _: random.Random) -> None:
    lines[index] = lines[index].removeprefix(b" ")


def _cut(raw: bytes, luck: random.Random) -> bytes:
    return raw[: luck.randrange(len(raw))]


# What can befall any text file.
_OF_ANY_FILE = (
    Mutation("a line is dropped", _line(_drop)),
    Mutation("a line stands twice", _line(_twice)),
    Mutation("two lines change places", _line(_swap)),
    Mutation("a line is moved in", _line(_deeper)),
    Mutation("the end is lost", _cut),
    Mutation("a character is lost", _at(b"", replace=1)),
    Mutation("a quote is put in", _at(b'"')),
    Mutation("a Tab", _at(b"\t"), always_wrong=True),
    Mutation("a character that nobody sees", _at("\u200b".encode()), always_wrong=True),
    Mutation("a right-to-left mark", _at("\u202e".encode()), always_wrong=True),
    Mutation("a null", _at(b"\0"), always_wrong=True),
    Mutation("an old encoding", _at(b"caf\xe9"), always_wrong=True),
    Mutation("saved as UTF-16", lambda raw, _: raw.decode().encode("utf-16"), always_wrong=True),
    Mutation("emptied", lambda raw, _: b"", always_wrong=True),
)

MUTATIONS = (
    *_OF_ANY_FILE,
    Mutation("a line is moved out", _line(_shallower)),
    Mutation("a colon is put in", _at(b": ")),
    Mutation("a mark is opened", _at(b"[[")),
    Mutation("the value of another key", _mixed_up),
    Mutation("a curly quote is put in", _at("“".encode())),
    Mutation("a hash is put in", _at(b" #")),
    Mutation("a mark that is never closed", _value(b"See [[link:safety|the signs")),
    Mutation("a link in a link", _value(b"See [[link:safety|[[link:cost]]]].")),
    Mutation("a row of stars", _value(b"*" * 31)),
    Mutation("an unknown mark", _value(b"See [[nowhere:at all]].")),
    Mutation("a number mark without a number", _value(b"Of [[n:no-such.number]] people.")),
    Mutation("a script", _value(b"<script>alert(1)</script>")),
    Mutation("a template", _value(b"'{{ 7 * 7 }} {% raw %}'")),
    Mutation("another type", _value(b"[1, 2]")),
    Mutation("a number without end", _value(b".inf")),
    Mutation("a huge number", _value(b"9" * 400)),
    Mutation("a huge text", _value(b"long " * 4000)),
    Mutation("a date of no calendar", _value(b"2026-02-30")),
    Mutation("nothing", _value(b"")),
    Mutation("an unknown key", _key(b"no_such_key"), always_wrong=True),
    Mutation("a second document", lambda raw, _: raw + b"\n---\n" + raw, always_wrong=True),
    Mutation("the file twice", lambda raw, _: raw + b"\n" + raw, always_wrong=True),
    Mutation(
        "brackets that never close",
        lambda raw, _: raw + b"\nx: " + b"[" * 20_000,
        always_wrong=True,
    ),
    Mutation(
        "a bomb of anchors", lambda raw, _: b"a: &a [x, x]\nb: [*a, *a]\n" + raw, always_wrong=True
    ),
)
"""For a file of the content."""

PAGE_MUTATIONS = (
    *_OF_ANY_FILE,
    Mutation("braces are opened", _at(b"{{")),
    Mutation("braces are closed", _at(b"}}")),
    Mutation("a block is opened", _at(b"{% if ")),
    Mutation("a comment is opened", _at(b"{#")),
    Mutation(
        "an unknown macro", lambda raw, _: raw + b"\n{{ no_such_macro() }}\n", always_wrong=True
    ),
    Mutation(
        "an unknown option",
        lambda raw, _: raw + b"\n{{ verdict_badge(no_such=1) }}\n",
        always_wrong=True,
    ),
    Mutation(
        "an entry that is not there",
        lambda raw, _: raw + b'\n{{ sections("nothing", ["at-all"]) }}\n',
        always_wrong=True,
    ),
    Mutation(
        "an option of the wrong kind",
        lambda raw, _: raw + b"\n{{ sections(7, 7) }}\n",
        always_wrong=True,
    ),
)
"""For a hand-written page."""
