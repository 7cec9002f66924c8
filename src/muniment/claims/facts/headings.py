"""Lines that open with whom they are about: "KENYA. Ten howitzers, ordered in 2019", "• Chile - two frigates"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from muniment.claims.reading import Reading
from muniment.schema.mention import Mention

_LABEL: Final = re.compile(
    r"^[ \t]*(?:[-•*·–—][ \t]*|\d{1,2}[.)][ \t]+)?"
    r"(?:(?P<label>[^\W\d_][^\n:;,.!?()–—-]{1,48}?)[ \t]*"
    r"(?:\([^()\n]{1,40}\)[ \t]*|, [^\n:,.]{1,24}(?=:))?(?::|\s[–—-]|[–—]{1,2}|\s--)"  # "(army)", ", last Thursday"
    r"|(?P<capitals>[A-Z][A-Z ]{2,30})\.)[ \t]+(?=\S)",
    re.MULTILINE,
)
_KINDS: Final = frozenset({"country", "organisation", "nationality"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A label at the head of a line, who it names, and the characters `[start, end)` of the line behind it."""

    mention: Mention
    start: int
    end: int


def headings(reading: Reading) -> Iterator[Heading]:
    """The lines of a document whose label is a country or an organisation and nothing else, in text order."""
    for found in _LABEL.finditer(reading.text):
        heading = _heading(reading, found)
        if heading is not None:
            yield heading


def heading_at(reading: Reading, offset: int) -> Mention | None:
    """Whom the line around a character offset is headed with, None where it has no such label."""
    found = _LABEL.match(reading.text, reading.text.rfind("\n", 0, offset) + 1)
    heading = None if found is None or found.end() > offset else _heading(reading, found)
    return None if heading is None else heading.mention


def _heading(reading: Reading, found: re.Match[str]) -> Heading | None:
    start, end = found.span("label" if found["label"] else "capitals")
    for mention in reading.mentions:
        if mention.type in _KINDS and start <= mention.start and mention.end <= end:
            rest = reading.text[start : mention.start] + reading.text[mention.end : end]
            if rest.strip().lower() not in {"", "the"}:
                return None
            line = reading.text.find("\n", found.end())
            return Heading(mention, found.end(), len(reading.text) if line < 0 else line)
    return None
