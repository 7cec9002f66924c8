"""The inline markup in which the corpus is written, and its reader.

`[text|code]` marks a thing; `{S1 ...}`, `{Q1 ...}` and `{C1 ...}` mark a part of the source, the cue and the content
of attribution 1. Parts may hold things and other parts, things hold plain text only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TYPES = {
    "per": "person", "org": "organisation", "loc": "place", "nat": "nationality", "wpn": "weapon", "plt": "platform",
    "veh": "vehicle", "fac": "facility", "evt": "event", "law": "law", "dat": "date", "qty": "quantity", "mon": "money",
}  # fmt: skip
PARTS = {"S": "source", "Q": "cue", "C": "content"}
TOKEN = re.compile(r"\[([^][{}|]+)\|([a-z]+)\]|\{([SQC][0-9]+) |([}])|([^][{}|]+)")

Span = tuple[int, int]


class MarkupError(ValueError):
    """A line breaks the rules of the markup."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans in order, characters of the passage, half-open. Only `content` is never empty."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and what is marked in it; things are (start, end, type), in order, none overlapping."""

    text: str
    things: tuple[tuple[int, int, str], ...]
    attributions: tuple[Attribution, ...]


@dataclass(slots=True)
class _Reading:
    text: str = ""
    things: list[tuple[int, int, str]] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    parts: dict[int, dict[str, list[Span]]] = field(default_factory=dict)

    def close(self) -> None:
        if not self.open:
            raise MarkupError(f"a brace closes nothing after {self.text[-30:]!r}")
        name, start = self.open.pop()
        part = self.parts.setdefault(int(name[1:]), {kind: [] for kind in PARTS.values()})
        part[PARTS[name[0]]].append(self.checked(start))

    def checked(self, start: int) -> Span:
        marked = self.text[start:]
        if not marked or marked != marked.strip():
            raise MarkupError(f"{marked!r} is empty or has a space at its edge")
        return start, len(self.text)


def parse(line: str) -> Passage:
    """Return the passage that `line` writes; raise MarkupError where it breaks a rule."""
    reading = _Reading()
    position = 0
    while position < len(line):
        token = TOKEN.match(line, position)
        if token is None:
            raise MarkupError(f"cannot read {line[position : position + 40]!r}")
        position = token.end()
        _take(reading, token)
    if reading.open:
        raise MarkupError(f"{reading.open[-1][0]} is never closed in {reading.text!r}")
    if reading.text != " ".join(reading.text.split()):
        raise MarkupError(f"stray spaces in {reading.text!r}")
    return Passage(reading.text, tuple(reading.things), _attributions(reading))


def _take(reading: _Reading, token: re.Match[str]) -> None:
    thing, code, part, closing, plain = token.groups()
    start = len(reading.text)
    if part:
        reading.open.append((part, start))
    elif closing:
        reading.close()
    elif plain:
        reading.text += plain
    elif code not in TYPES:
        raise MarkupError(f"{code!r} is no type")
    else:
        reading.text += thing
        reading.things.append((*reading.checked(start), TYPES[code]))


def _attributions(reading: _Reading) -> tuple[Attribution, ...]:
    found = []
    for number, parts in sorted(reading.parts.items()):
        if not parts["content"]:
            raise MarkupError(f"attribution {number} of {reading.text!r} has no content")
        found.append(Attribution(**{kind: tuple(sorted(spans)) for kind, spans in parts.items()}))
    return tuple(sorted(found, key=lambda one: (min(one.source + one.cue + one.content), one.content)))
