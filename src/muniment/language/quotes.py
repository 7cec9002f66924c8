"""Direct speech: the spans between quote marks.

Double marks first: curly ones say themselves whether they open, straight ones by the space beside them. A quote that
stays open to the end of its paragraph goes on where the next paragraph opens with a mark again, as newspapers print
long quotes; each paragraph gives one span. Single marks count where no double quote is around them and they are no
apostrophes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

_PARAGRAPH: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_DOUBLE: Final = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]|``|''")
_OPEN: Final = frozenset({"\u201c", "\u201e", "\u201f", "\u00ab", "``"})
_CLOSE: Final = frozenset({"\u201d", "\u00bb", "''"})
_SINGLE_OPEN: Final = re.compile(r"(?<![\w.,;:!?)'\u2019])['\u2018](?=[^\W\d_]|[\[(\u201c\"])")
_SINGLE_CLOSE: Final = re.compile(r"(?<=[\w.,;:!?)\u2026-])['\u2019](?!\w)")
# "rock 'n' roll", "'em", "'90s" and their like open nothing.
_CLIPPED: Final = re.compile(r"['\u2018\u2019](?:em|n|til|tis|twas|cause|round|bout)\b", re.IGNORECASE)
# Characters; an apostrophe that looks like an opening mark must not make us read a long text once for each of them.
_LONGEST_SINGLE: Final = 1500

Span = tuple[int, int]


def quotes(text: str) -> list[Span]:
    """Return the spans of `text` between quote marks, marks excluded; sorted, none overlapping, none blank."""
    found: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        double = list(_double(text, start, end))
        found.extend(double)
        found.extend(span for span in _single(text, start, end) if not _touches(span, double))
    return sorted((a, b) for a, b in found if text[a:b].strip())


def _double(text: str, start: int, end: int) -> Iterator[Span]:
    begin = -1
    for mark in _DOUBLE.finditer(text, start, end):
        opens = _opens(text, mark, start, end, inside=begin >= 0)
        if begin >= 0 and not opens:
            yield begin, mark.start()
            begin = -1
        elif begin < 0 and opens:
            begin = mark.end()
    if begin >= 0:
        # Open to the end: the quote goes on in the next paragraph, or its closing mark was forgotten.
        yield begin, end


def _opens(text: str, mark: re.Match[str], start: int, end: int, inside: bool) -> bool:
    sign = mark.group()
    if sign in _OPEN and not (inside and sign in "\u201f\u201c" and _closes_german(text, mark, end)):
        return True
    if sign in _CLOSE:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    left_open = before.isspace() or before in "([{-\u2013\u2014/'\u2018"
    right_open = not after.isspace()
    if left_open and right_open and not inside:
        return True
    # A space on both sides, or on none, tells nothing: marks take turns.
    return not inside and not (right_open is False and not left_open)


def _closes_german(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    return not after.isalnum()


def _single(text: str, start: int, end: int) -> Iterator[Span]:
    place = barren = start
    while (opening := _SINGLE_OPEN.search(text, place, end)) is not None:
        place = opening.end()
        if _CLIPPED.match(text, opening.start()):
            continue
        limit = min(end, place + _LONGEST_SINGLE)
        closing = _closing(text, max(place, barren), limit)
        if closing is not None:
            yield opening.end(), closing
            place = closing + 1
        else:
            barren = limit  # nothing closes before it; the next opening need not look there again


def _closing(text: str, start: int, end: int) -> int | None:
    """Return where the single quote opened before `start` closes; plural possessives are the last choice."""
    possessive = None
    for mark in _SINGLE_CLOSE.finditer(text, start, end):
        following = text[mark.end()] if mark.end() < end else " "
        if text[mark.start() - 1] in "sS" and following == " ":
            possessive = mark.start() if possessive is None else possessive
            continue
        return mark.start()
    return possessive


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Say whether `span` meets one of `others`, which are sorted and apart."""
    place = bisect_left(others, span[0], key=lambda other: other[1])
    return place < len(others) and others[place][0] < span[1]
