"""Where reported words begin and end, and whether they are quoted.

Content loses its outer quotation marks, commas and the conjunction before it; a mark inside stays, so that the words
remain
one run of the document. Nothing here looks at the tree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from muniment.claims.shelf import between
from muniment.schema.span import Span

QUOTE_MARKS: Final = '"“”„‟«»`'
OPENING: Final = frozenset({'"', "“", "„", "«", "``"})
_SINGLE: Final = "'‘’"
_LEADING: Final = re.compile(r"(?:[\s,;:.\u2013\u2014)\]-]+|that\b(?=\s)|(?:and|but)\s+that\b)+", re.IGNORECASE)
_TRAILING: Final = " \t\r\n\u00a0,;:\u2013\u2014-(["
_WORD: Final = re.compile(r"\w")


class Quotes:
    """The quotations of a document by offset; spans exclude the marks."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = [Span(start, end) for start, end in spans if end > start]
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> Span | None:
        """The quotation that covers a character."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.spans[place].start <= offset < self.spans[place].end:
            return self.spans[place]
        return None

    def within(self, span: Span) -> list[Span]:
        """The quotations that share a character with a span, in text order."""
        return list(between(self.spans, span.start, span.end))


def settle(text: str, quotes: Quotes, content: Span) -> tuple[Span, str] | None:
    """The content with clean edges and its form: direct, indirect or mixed. None where no word is left.

    A quotation that the content enters is taken whole: `"A. B," he said` reports A and B though the tree joins the verb
    to B only.
    """
    inside = quotes.within(content)
    start, end = content.start, content.end
    if inside:
        start, end = min(start, inside[0].start), max(end, inside[-1].end)
    bare = _trim(text, start, end)
    if bare is None:
        return None
    inside = quotes.within(bare)
    if not inside:
        return bare, "indirect"
    if len(inside) == 1 and not _words_outside(text, bare, inside[0]):
        tidy = _trim(text, max(bare.start, inside[0].start), min(bare.end, inside[0].end))
        return None if tidy is None else (tidy, "direct")
    return _with_marks(text, bare, inside), "mixed"


def settle_nested(text: str, quotes: Quotes, content: Span, home: Span) -> tuple[Span, str] | None:
    """The same for words that somebody reports inside a quotation (`home`): they stay inside it and are indirect
    there."""
    if not content.overlaps(home):
        return None
    bare = _trim(text, max(content.start, home.start), min(content.end, home.end))
    return None if bare is None else (bare, "indirect")


def _words_outside(text: str, span: Span, quote: Span) -> bool:
    return bool(_WORD.search(text[span.start : max(span.start, quote.start)])) or bool(
        _WORD.search(text[min(span.end, quote.end) : span.end])
    )


def _with_marks(text: str, bare: Span, inside: Sequence[Span]) -> Span:
    """Takes in the quotation marks of quotations that begin or end the content."""
    start, end = bare.start, bare.end
    if inside[0].start >= start - 1 and inside[0].start <= start and start > 0 and _is_mark(text[start - 1]):
        start -= 1
    if inside[-1].end >= end:
        end = max(end, inside[-1].end)
        if end < len(text) and _is_mark(text[end]):
            end += 1
    return Span(start, end)


def _is_mark(sign: str) -> bool:
    return sign in QUOTE_MARKS or sign in _SINGLE


def _trim(text: str, start: int, end: int) -> Span | None:
    """Cuts spaces, commas, colons, lone quote marks and "that" off the edges; a final full stop goes too."""
    moved = True
    while moved and start < end:
        moved = False
        lead = _LEADING.match(text, start, end)
        if lead is not None and lead.end() > start:
            start, moved = lead.end(), True
        if start < end and text[start] in QUOTE_MARKS and not _closes_later(text, start, end):
            start, moved = start + 1, True
        if start < end and text[start] in QUOTE_MARKS + _SINGLE and _is_pair(text, start, end):
            start, end, moved = start + 1, end - 1, True
    while start < end and (text[end - 1] in _TRAILING or _loose_end(text, start, end)):
        end -= 1
    return Span(start, end) if start < end and _WORD.search(text, start, end) else None


def _closes_later(text: str, start: int, end: int) -> bool:
    return any(sign in QUOTE_MARKS for sign in text[start + 1 : end])


def _is_pair(text: str, start: int, end: int) -> bool:
    """The first and last characters are quote marks and none stands between: they embrace the whole."""
    last = text[end - 1]
    if last not in QUOTE_MARKS + _SINGLE or end - start < 3:
        return False
    if text[start] in _SINGLE:
        return last in _SINGLE and not any(sign in _SINGLE for sign in text[start + 1 : end - 1])
    return last in QUOTE_MARKS and not any(sign in QUOTE_MARKS for sign in text[start + 1 : end - 1])


def _loose_end(text: str, start: int, end: int) -> bool:
    """A final full stop, or a quote mark that no other in the content answers."""
    sign = text[end - 1]
    if sign == ".":
        return text[end - 2 : end - 1] != "." and not re.search(r"(?:^|\W)(?:[A-Za-z]\.)+$", text[start:end])
    return sign in QUOTE_MARKS and sum(mark in QUOTE_MARKS for mark in text[start:end]) % 2 == 1
