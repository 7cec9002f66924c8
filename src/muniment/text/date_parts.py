"""One date with what narrows it: "early 2020", "mid-June", "the end of this year", "later on Thursday"."""

from __future__ import annotations

from typing import Final

from muniment.text import date_points as points
from muniment.text import date_words as words
from muniment.text.date_nodes import Anchored, Calendar, PartOf, Shift, Span, Stretch, Year, Years
from muniment.text.date_points import Read
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens

OPENERS: Final = frozenset(words.PARTS) | {"earlier", "later", "near", "year", "the"}
_LAPSES: Final = frozenset({"over", "in", "during", "for", "within", "of", "throughout"})


def part(t: Tokens, i: int, year: bool) -> Read:
    """A date with "early", "the end of", "later" and the like before it, or a plain one."""
    low = t.low(i)
    if low in ("the", "near"):
        after = i + 1 + (t.follow(i, ("near", "the")))
        read = _part_of(t, after) or points.months_of(t, after)
        if read is None and low == "the":
            read = _definite(t, i)
        return read
    if low in OPENERS:
        read = _year_end(t, i) if low == "year" else _part_of(t, i)
        return read or (points.pointed(t, i) if low in words.WHICH else None)
    return point(t, i, year)


def _definite(t: Tokens, i: int) -> Read:
    """The 1990s, the past decade, the summer of 2020, the weekend, the following day."""
    j = i + 1
    low = t.low(j)
    if low == "weekend" and t.low(i - 1) in ("at", "over", "during", "on"):
        return Shift("weekend", 0), j + 1
    if low == "year" and points.year_number(t, j + 1):
        return Year(points.year_number(t, j + 1)), j + 2
    if low in words.DECADES and t.low(i - 1) not in ("his", "her", "their"):
        return Years(1900 + words.DECADES[low], 1909 + words.DECADES[low]), j + 1
    if low in APOSTROPHES:
        return points.decade(t, j + 1)
    if t.number(j) >= 0:
        read = points.decade(t, j)
        if read is None:
            return points.day_first(t, j)
        return read
    return points.pointed(t, j) or points.season(t, j)


def _year_end(t: Tokens, i: int) -> Read:
    """Year-end, year's end; "year 2021"."""
    j = i + 1
    year = points.year_number(t, j)
    if year:
        return Year(year), j + 1
    if t.low(j) in APOSTROPHES and t.low(j + 1) == "s" and t.low(j + 2) == "end":
        return PartOf("end", Shift("year", 0)), j + 3
    if t.low(j) in HYPHENS and t.low(j + 1) == "end" and t.low(j + 2) not in HYPHENS:
        year = points.year_number(t, j + 2)
        return PartOf("end", Year(year) if year else Shift("year", 0)), j + 2 + bool(year)
    return None


def _part_of(t: Tokens, i: int) -> Read:
    low = t.low(i)
    if low in ("earlier", "later"):
        return _earlier(t, i + 1)
    part = words.PARTS.get(low)
    if part is None:
        return None
    j = i + 1
    if low in ("early", "mid", "late"):
        j += t.low(j) in HYPHENS
        j += t.low(j) == "to" and t.low(j + 1) in HYPHENS and 2  # mid-to-late 1990s
        j += t.low(j) in ("late", "mid") and t.low(i) != t.low(j)
        j += t.low(j) in ("in", "on") and low != "mid"
        j += t.low(j) == "the"
    elif t.low(j) in ("of", "in") or (low == "end" and t.low(j) in HYPHENS):
        j += 1
        j += t.low(j) == "the" and not (t.low(j + 1) in words.WHICH and t.low(j + 1) != "current")
    else:
        return None
    if t.low(j) in ("year", "month", "week", "decade", "century") and t.low(j - 1) == "the":
        return PartOf(part, Shift(points.whole_unit(t, j)[0] or "year", 0)), j + 1
    read = point(t, j, True)
    if read is None or isinstance(read[0], Anchored | Span | Stretch):
        return None
    if isinstance(read[0], Year) and t.low(j - 1) == "the":
        return None  # "the end of the 1991 war": the year is the war's
    if part == "late" and read[0] == Shift("day", 0) and t.low(j) == "this":
        return None
    return PartOf(part, read[0]), read[1]


def _earlier(t: Tokens, i: int) -> Read:
    """Earlier this month, later on Thursday, later in the year: the same unit, not narrowed down."""
    if t.follow(i, ("that",)) or t.follow(i, ("in", "that")):
        return points.pointed(t, i + (t.low(i) == "in"))
    if t.low(i) == "in" and t.low(i + 1) == "the" and t.low(i + 2) in ("day", "week", "month", "year", "decade"):
        return Shift(points.whole_unit(t, i + 2)[0] or "year", 0), i + 3
    j = i + (t.low(i) in ("on", "in"))
    read = point(t, j, t.low(i) == "in")
    return None if read is None or isinstance(read[0], Span) else read


def point(t: Tokens, i: int, year: bool) -> Read:
    """One date. `year` says that the words before it make a lone year or month credible."""
    low = t.low(i)
    if low and "0" <= low[0] <= "9":
        return _digits(t, i, year)
    if low in words.MONTHS:
        return _month(t, i, year)
    if low in words.WEEKDAYS:
        return points.weekday(t, i)
    if low in words.TODAY:
        return points.today(t, i)
    if low in words.SEASONS:
        return points.season(t, i)
    if low in words.COUNTS or low in words.VAGUE:
        return points.counted(t, i) or points.pointed(t, i)
    if low in ("first", "second", "third", "fourth", "final", "opening", "q", "h"):
        return points.months_of(t, i)
    if low == "last":
        return points.months_of(t, i) or _lapse(t, i)
    return _lapse(t, i)


def _lapse(t: Tokens, i: int) -> Read:
    read = points.pointed(t, i)
    if read and isinstance(read[0], Stretch) and t.low(i - 1) not in ("the", "its", "this", "his", "their", "her"):
        return read if t.low(i - 1) in _LAPSES or t.number(i + 1) >= 0 else None
    return read


def _digits(t: Tokens, i: int, year: bool) -> Read:
    read = points.numeric(t, i) or points.decade(t, i) or points.day_first(t, i) or points.counted(t, i)
    if read:
        return read
    days = _leading_days(t, i)
    if days:
        return days
    if t.number(i + 1) < 0 and t.joined(i + 1) and t.low(i + 1) in words.ORDINAL_ENDS:
        return points.months_of(t, i)
    value = points.year_number(t, i)
    return (Year(value), i + 1) if value and year else None


def _leading_days(t: Tokens, i: int) -> Read:
    """9-11 September 2022."""
    day, j = points.day_number(t, i)
    if not day or t.low(j) not in HYPHENS or (t.joined(i) and t.low(i - 1) != "("):
        return None
    end, k = points.day_number(t, j + 1)
    month, m = points.month_at(t, k)
    if end <= day or not month or not points.exists(0, month, end):
        return None
    year, of, after = points.of_year(t, m)
    if year and not points.exists(year, month, end):
        return None
    return Span("between", Calendar(month, day, year, of), Calendar(month, end, year, of)), after


def _month(t: Tokens, i: int, year: bool) -> Read:
    read = points.month_first(t, i)
    if read is None:
        return None
    node, j = read
    if not isinstance(node, Calendar) or node.day or node.year or node.of:
        return read
    low, before = t.low(i), t.low(i - 1)
    if len(low) < 4 and low != "may":
        return None
    asked = words.BEFORE_MAY if low == "may" else words.BEFORE_MONTH
    if low in words.DOUBTFUL_MONTHS and before not in asked and before not in HYPHENS and not (year and low != "may"):
        dashed = t.low(j) in HYPHENS and points.month_at(t, j + 1)[0] > 0
        return read if dashed else None
    if points.named(t, i + 1) and t.low(i + 1).isalpha() and low in words.DOUBTFUL_MONTHS and before not in asked:
        return None
    return read
