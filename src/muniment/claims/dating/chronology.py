"""Chronologies: "-- November 1986" over a paragraph, "2004: ..." before a line. What stands below a date and tells none
of its own happened then. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.span import Span
from muniment.text.dates import resolve

_LINE: Final = re.compile(r"^[^\S\n]*(?:[-–—•*▪·]+[^\S\n]*)?(?=\S)", re.MULTILINE)
_OVER: Final = re.compile(r"[^\S\n]*[:.–—-]*[^\S\n]*(?:\n|\Z)")
_BEFORE: Final = re.compile(r"[^\S\n]*(?::|[–—]|-{1,2}(?=\s))[^\S\n]*\S")
# One date alone on a line is that of the document.
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A date and the characters of the text that it stands for."""

    date: str
    span: Span
    scope: Span


def date_by_chronology(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; in a chronology those without a date have that of their heading."""
    found = _entries(reading)
    return [proposal if proposal.date else _below(proposal, found) for proposal in proposals]


def _below(proposal: Proposal, entries: list[Entry]) -> Proposal:
    for entry in entries:
        if entry.scope.start <= proposal.evidence.start < entry.scope.end:
            return replace(proposal, date=entry.date, date_span=entry.span)
    return proposal


def _entries(reading: Reading) -> list[Entry]:
    text, published = reading.text, reading.document.published
    starts = {line.end() for line in _LINE.finditer(text)}
    over: list[Entry] = []
    before: list[Entry] = []
    for date in reading.dates:
        value = resolve(date, published) if date.start in starts and date.kind in {"absolute", "relative"} else ""
        if not value:
            continue
        span = Span(date.start, date.end)
        if _OVER.match(text, date.end):
            over = [replace(each, scope=Span(each.scope.start, min(each.scope.end, date.start))) for each in over]
            over.append(Entry(value, span, Span(date.end, len(text))))
        elif _BEFORE.match(text, date.end):
            end = text.find("\n", date.end)
            before.append(Entry(value, span, Span(date.end, end if end >= 0 else len(text))))
    return [each for group in (before, over) if len(group) >= _LEAST for each in group]
