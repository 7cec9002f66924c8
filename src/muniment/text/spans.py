"""Spans of text: trimming, snapping, and finding words again where white space was folded.

Offsets count code points, half open. Nothing here changes a text: every result points into the one it was given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from muniment.schema.span import Span

_LOOSE: Final = frozenset(" \t\n\r\f\v\u00a0\u2009\u200b\u202f\u3000,;:–—-…")
_OPENERS: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»"}
_CLOSERS: Final = {closer: opener for opener, closer in _OPENERS.items()}


def trim(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without white space and loose punctuation at its ends; None where nothing else is left.

    Offsets outside the text are drawn into it. Full stops, quotation marks and brackets stay.
    """
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return Span(start, end) if start < end else None


def trim_space(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without white space at its ends; None where nothing else is left."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def trim_name(text: str, start: int, end: int) -> Span | None:
    """As `trim`, and without quotation marks, unpaired brackets, and a possessive ending."""
    span = trim(text, start, end)
    while span is not None:
        first, last = span.start, span.end
        words = text[first:last]
        if words.endswith(("'s", "’s")) and len(words) > 2:
            last -= 2
        elif words[-1] in "\"'“”‘’.!?)]" and not _paired(words, -1) and not _abbreviated(words):
            last -= 1
        elif words[0] in "\"'“”‘’([" and not _paired(words, 0):
            first += 1
        else:
            return span
        span = trim(text, first, last)
    return None


def _paired(words: str, index: int) -> bool:
    sign = words[index]
    if index == 0:
        return sign in "([" and _OPENERS[sign] in words
    return sign in ")]" and _CLOSERS[sign] in words


def _abbreviated(words: str) -> bool:
    """True for "U.S.", "Inc.", "J." at the end: a stop that belongs to the word."""
    if not words.endswith("."):
        return False
    last = words.split()[-1]
    return "." in last[:-1] or (len(last) == 2 and last[0].isupper()) or last.lower() in ("inc.", "ltd.", "co.", "jr.")


def snap(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> Span | None:
    """The span of whole tokens that `[start, end)` touches; None where it touches none.

    `starts` and `ends` are the tokens' offsets in order, without overlaps.
    """
    first = bisect_left(ends, start + 1)
    after = bisect_left(starts, end)
    return Span(starts[first], ends[after - 1]) if first < after else None


def shrink(sentences: Sequence[Span], span: Span) -> Span:
    """`span` cut to the one sentence that holds most of it (the first of equals); unchanged where none touches it."""
    best, most = span, 0
    for sentence in sentences:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if end - start > most:
            best, most = Span(start, end), end - start
    return best


def balance(text: str, span: Span) -> Span:
    """`span` widened by one sign where a closing bracket or quotation mark that it opens stands right behind it."""
    words = span.of(text)
    if span.end < len(text) and text[span.end] in _CLOSERS:
        closer = text[span.end]
        if words.count(_CLOSERS[closer]) > words.count(closer):
            return Span(span.start, span.end + 1)
    return span


@dataclass(frozen=True, slots=True)
class Folded:
    """A text whose runs of white space are single spaces, with the original offset of every character.

    `offsets` has one entry more than `text`: that of the end.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The original span of the folded characters `[start, end)`. Raises ValueError where that is no span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"not a span of the folded text: [{start}, {end})")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold_space(text: str) -> Folded:
    """`text` with every run of white space as one space, none at its ends. Linear."""
    kept: list[str] = []
    offsets: list[int] = []
    gap = -1
    for offset, sign in enumerate(text):
        if sign.isspace():
            gap = offset if gap < 0 else gap
            continue
        if gap >= 0 and kept:
            kept.append(" ")
            offsets.append(gap)
        gap = -1
        kept.append(sign)
        offsets.append(offset)
    return Folded("".join(kept), (*offsets, len(text)))


def find_words(text: str, words: str, start: int = 0, end: int | None = None) -> Span | None:
    """The first place in `text[start:end]` that says `words`, runs of white space counting as one space."""
    stop = len(text) if end is None else min(end, len(text))
    exact = text.find(words, max(start, 0), stop) if words.strip() else -1
    if exact >= 0:
        return Span(exact, exact + len(words))
    return find_folded(fold_space(text[start:stop]), words, shift=max(start, 0))


def find_folded(folded: Folded, words: str, shift: int = 0) -> Span | None:
    """As `find_words` in a text folded before; `shift` is added to the offsets."""
    wanted = " ".join(words.split())
    at = folded.text.find(wanted) if wanted else -1
    if at < 0:
        return None
    span = folded.original(at, at + len(wanted))
    return Span(span.start + shift, span.end + shift)
