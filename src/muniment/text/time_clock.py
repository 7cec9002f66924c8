"""Times of day: "10 p.m. Wednesday", "8:30 a.m. EST", "noon", "Monday morning", "last night".

Readers like those of `date_points`: tokens and an index in, the node and the index after its last token out, or None.
"""

from __future__ import annotations

from typing import Final

from muniment.text import date_points as points
from muniment.text import date_words, time_words
from muniment.text.date_nodes import Calendar, Node, Shift, Weekday
from muniment.text.date_parts import point
from muniment.text.time_nodes import Clock, TimeRead
from muniment.text.tokens import HYPHENS, Tokens

_SHIFTS: Final = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}


def clock(t: Tokens, i: int) -> TimeRead:
    """A time by the clock, with its day where that follows; or a part of a day."""
    read = _hour(t, i)
    if read is None:
        return _part_of_day(t, i)
    hour, minute, j = read
    j += t.low(j) in time_words.ZONES
    day, end = _day(t, j + (t.low(j) in ("on", ",")))
    return (Clock(hour, minute, "", day), end) if day else (Clock(hour, minute), j)


def _hour(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """Hour, minute and the index after them."""
    low = t.low(i)
    if low in ("noon", "midnight"):
        return (12 if low == "noon" else 24), 0, i + 1
    hour = t.number(i, 0, 24)
    if hour < 0 or len(t.word(i)) > 2 or (t.joined(i) and t.low(i - 1) in (":", ".", ",", "$", "-")):
        return None
    minute, j = _minute(t, i + 1)
    half, k = _half_of_day(t, j)
    if half and 1 <= hour <= 12:
        return hour % 12 + (12 if half == "p" else 0), max(minute, 0), k
    if minute < 0:
        return None
    named = t.low(j) in ("hours", "hrs")
    return (hour, minute, j + named) if named or t.low(j) in time_words.ZONES or t.low(i + 1) == ":" else None


def _minute(t: Tokens, i: int) -> tuple[int, int]:
    """The minute of ":30", and the index after it; (-1, i) where there is none."""
    told = t.low(i) in (":", ".") and t.joined(i) and t.joined(i + 1) and len(t.word(i + 1)) == 2
    minute = t.number(i + 1, 0, 59) if told else -1
    return (minute, i + 2) if minute >= 0 else (-1, i)


def _half_of_day(t: Tokens, i: int) -> tuple[str, int]:
    """ "a" or "p" of a.m. and p.m., and the index after them."""
    low = t.low(i)
    if low in ("am", "pm"):
        return low[0], i + 1
    if low in ("a", "p") and t.low(i + 1) == "." and t.low(i + 2) == "m":
        return low, i + 4 if t.low(i + 3) == "." else i + 3
    return "", i


def _day(t: Tokens, i: int) -> tuple[Node | None, int]:
    """The day that follows a time of day."""
    read = point(t, i, False)
    return read if read and isinstance(read[0], Calendar | Weekday | Shift) else (None, i)


def _part_of_day(t: Tokens, i: int) -> TimeRead:
    low = t.low(i)
    if low in ("mid", "late", "early"):
        j = i + 1 + (t.low(i + 1) in HYPHENS)
        if t.low(j) not in ("morning", "afternoon", "evening"):
            return None
        day, end = _day(t, j + 1)
        return Clock(-1, 0, time_words.DAY_PARTS[t.low(j)], day), end if day else j + 1
    if low == "overnight":
        return Clock(-1, 0, "night"), i + 1
    if low == "tonight":
        return Clock(-1, 0, "night", Shift("day", 0)), i + 1
    part = time_words.DAY_PARTS.get(t.low(i + 1), "")
    if not part or (low == "last" and part not in ("night", "evening")):
        return None
    if low in date_words.WEEKDAYS and points.named(t, i):
        return Clock(-1, 0, part, Weekday(date_words.WEEKDAYS[low])), i + 2
    if low in _SHIFTS:
        return Clock(-1, 0, part, Shift("day", _SHIFTS[low])), i + 2
    return (Clock(-1, 0, part), i + 2) if low in ("the", "that") else None
