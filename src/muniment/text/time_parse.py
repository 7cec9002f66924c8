"""Finds every time expression among tokens: dates, times of day, lapses, recurrences, vague references.

The dates are those of `date_parse`, one by one: "from May to July" is two of them here, and "since 2010" is 2010.
Where two readers take the same words, the longer reading stands; of two as long, the one that is listed first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.text import date_parse, date_parts, time_lapses, time_periods, time_words
from muniment.text.date_nodes import Ago, Anchored, PartOf, Shift, Span, Stretch, Weekday, Year, Years
from muniment.text.time_clock import clock
from muniment.text.time_nodes import Lapse, TimeNode, TimeRead
from muniment.text.tokens import Tokens

_TRIGGERS: Final = (
    date_parse.TRIGGERS | frozenset(time_words.UNITS) | frozenset(time_words.NUMBERS) | time_words.VAGUE_COUNTS
    | frozenset(time_words.DAY_PARTS) | frozenset(phrase[0] for phrase in time_words.VAGUE)
    | frozenset("a an the its their his her our this that these per every each half comparable same then".split())
)  # fmt: skip
_READERS: Final = (
    clock, time_periods.quarter, time_periods.period, time_lapses.recurring, time_lapses.lapse, time_periods.vague,
    time_periods.definite, time_periods.year_end, time_periods.spoken_year, time_periods.plain_year, time_periods.then,
)  # fmt: skip


def parse(t: Tokens) -> Iterator[tuple[int, int, TimeNode]]:
    """Yields (first token, token after the last, node) for each time expression, in order, without overlaps."""
    i, listed = 0, -1
    while i < len(t):
        low = t.lowers[i]
        read = _expression(t, i, listed) if low in _TRIGGERS or "0" <= low[0] <= "9" else None
        if read is None:
            i += 1
            continue
        node, after = read
        yield i, after, node
        i = after
        listed = i if isinstance(node, Year | Years) or date_parse.has_year(node) else -1


def _expression(t: Tokens, i: int, listed: int) -> TimeRead:
    best = _date(t, i, listed)
    for reader in _READERS:
        read = reader(t, i)
        if read and (best is None or read[1] > best[1] or (read[1] == best[1] and _says_less(best[0]))):
            best = read
    return best


def _says_less(node: TimeNode) -> bool:
    """True for a reading as a date that any other reading of the same words beats: "this evening" is no whole day."""
    return isinstance(node, Anchored | Shift | Weekday | Ago | PartOf | Span)


def _date(t: Tokens, i: int, listed: int) -> TimeRead:
    """A date; the past three years are a lapse here, the past year is the last one."""
    read = date_parts.part(t, i, date_parse.lone_year_fits(t, i, listed))
    if read is None or (isinstance(read[0], Anchored) and time_lapses.lapse(t, i)):
        return None  # "three days later": TIMEX3 takes the three days
    node, after = read
    if not isinstance(node, Stretch):
        return read
    return (Shift("year", -1) if node.unit == "year" and node.count == -1 else Lapse(node.unit, abs(node.count))), after
