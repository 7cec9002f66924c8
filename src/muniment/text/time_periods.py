"""Periods told without their date: "the third quarter", "a year earlier", "the week"; and "now", "recently", "soon".

Readers like those of `date_points`: tokens and an index in, the node and the index after its last token out, or None.
"""

from __future__ import annotations

from typing import Final

from muniment.text import date_points as points
from muniment.text import date_words, time_words
from muniment.text.date_nodes import Anchored, Calendar, Months, Season, Shift, Year
from muniment.text.time_lapses import quantity
from muniment.text.time_nodes import Lapse, SamePeriod, TimeRead, Vague
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens

_LONGEST_VAGUE: Final = max(len(phrase) for phrase in time_words.VAGUE)
_ARTICLES: Final = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "this", "that", "these"})
_YEARS: Final = {"last": -1, "this": 0, "the": 0, "next": 1}
_CENTURIES: Final = {"eighteen": 1800, "nineteen": 1900}


def vague(t: Tokens, i: int) -> TimeRead:
    """Now, currently, recently, in the near future, several years ago."""
    for size in range(_LONGEST_VAGUE, 0, -1):
        phrase = tuple(t.lowers[i : i + size])
        direction = time_words.VAGUE.get(phrase)
        name = len(phrase) == 1 and points.named(t, i) and points.named(t, i + 1)
        if direction and not name and t.low(i - 1) != "as":
            return Vague(direction), i + len(phrase)
    number, j = quantity(t, i)
    if number is None and t.low(j) in time_words.UNITS and t.low(j + 1) == "ago":
        return Vague("past"), j + 2
    return None


def quarter(t: Tokens, i: int) -> TimeRead:
    """The third quarter, third-quarter profit, the 2019 second quarter, the last half of 2020, the first two quarters,
    next year's first quarter."""
    if t.low(i) in ("last", "this", "next") and t.low(i + 1) == "year" and t.low(i + 2) in APOSTROPHES:
        read = _months(t, i + 4)
        return (Months(*read[:2], Shift("year", _YEARS[t.low(i)])), read[2]) if read else None
    j = i + (t.low(i) in _ARTICLES)
    year = points.year_number(t, j)
    read = _months(t, j + bool(year))
    if read is None:
        return None
    first, last, after = read
    if year:
        return Months(first, last, Year(year)), after
    k = after + (t.low(after) in ("of", ","))
    k += t.low(k) == "fiscal" or t.follow(k, ("the", "year"))
    year = points.year_number(t, k)
    if year:
        return Months(first, last, Year(year)), k + 1
    if t.low(k) in _YEARS and t.low(k + 1) == "year":
        return Months(first, last, Shift("year", _YEARS[t.low(k)])), k + 2
    return Months(first, last), after


def _months(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """First and last month of "fiscal third quarter", and the index after the words."""
    j = i + (t.low(i) == "fiscal")
    nth = -1 if t.low(j) == "last" else date_words.ORDINALS.get(t.low(j), 0)
    two = t.low(j + 1) == "two"
    j += 1 + two
    j += t.low(j) in HYPHENS
    size = {"quarter": 3, "quarters": 3, "half": 6}.get(t.low(j), 0) * (2 if two else 1)
    if not nth or not size or (nth < 0 and size == 3):
        return None
    first = 13 - size if nth < 0 or nth * size > 12 else (nth - 1) * size + 1
    return first, first + size - 1, j + 1


def period(t: Tokens, i: int) -> TimeRead:
    """A year ago, the year-earlier quarter, the 2019 period, the latest period, the quarter."""
    j = i + (t.low(i) in _ARTICLES)
    same = t.low(j) in ("comparable", "same", "corresponding")
    j += same
    if t.low(j) == "year":
        k = j + 1 + (t.low(j + 1) in HYPHENS)
        told = t.low(k) in ("ago", "earlier", "before")
        return (SamePeriod(-1), k + 1 + (t.low(k + 1) in ("quarter", "period"))) if told else None
    year = points.year_number(t, j)
    if year and t.low(j + 1) in ("quarter", "period"):
        return SamePeriod(0, year), j + 2
    if t.low(j) in ("latest", "recent") and t.low(j + 1) in ("quarter", "period"):
        return SamePeriod(), j + 2
    if t.low(i) in ("the", "that") and t.low(i + 1) == "quarter" and t.low(i + 2) not in ("of", "final", "finals"):
        return SamePeriod(), i + 2
    return _same(t, j) if same and t.low(j) in ("quarter", "period") else None


def _same(t: Tokens, i: int) -> TimeRead:
    """The rest of "the same quarter of 2019", "the same period last year"."""
    k = i + 1 + (t.low(i + 1) in ("of", ",", "in"))
    if t.follow(k, ("last", "year")):
        return SamePeriod(-1), k + 2
    year = points.year_number(t, k)
    return (SamePeriod(0, year), k + 1) if year else None


def definite(t: Tokens, i: int) -> TimeRead:
    """For the week, in the full year, over the summer, the fiscal year ended May 31: around the day of publication."""
    if t.low(i) != "the":
        return None
    j = i + 1 + (t.low(i + 1) in ("full", "whole", "entire", "fiscal", "early", "late"))
    unit, after = t.low(j), t.low(j + 1)
    if unit == "year" and after in ("ended", "ending"):
        return Lapse("year", 1), j + 1
    if t.low(i - 1) not in time_words.BEFORE_DEFINITE or after in time_words.AFTER_INDEFINITE:
        return None
    if unit in date_words.SEASONS:
        return Season(date_words.SEASONS[unit]), j + 1
    known = unit in ("week", "month", "year", "day", "weekend")
    return (Shift(date_words.UNITS[unit], 0), j + 1) if known else None


def year_end(t: Tokens, i: int) -> TimeRead:
    """Year-end, year end: the last day of the year."""
    j = i + 1 + (t.low(i + 1) in HYPHENS)
    if t.low(i) != "year" or t.low(j) != "end":
        return None
    year = points.year_number(t, j + 1)
    return Calendar(12, 31, year), j + 1 + bool(year)


def spoken_year(t: Tokens, i: int) -> TimeRead:
    """Nineteen ninety-one, the year two thousand: as years are written down from speech."""
    if t.follow(i, ("the", "year", "two", "thousand")):
        return Year(2000), i + 4
    century = _CENTURIES.get(t.low(i), 0)
    number, after = points.count(t, i + 1) if century else (0, i)
    return (Year(century + number), after) if number >= 10 and not t.number(i + 1) >= 0 else None


def plain_year(t: Tokens, i: int) -> TimeRead:
    """A year of our time that nothing before or after makes a count or a part of a name: "both 1990 and 1991"."""
    year = points.year_number(t, i, 1900, 2050)
    before, after = t.word(i - 1), t.low(i + 1)
    if not year or not before.islower() or before in time_words.BEFORE_NUMBER or after in date_words.COUNTED:
        return None
    return (Year(year), i + 1) if after not in HYPHENS else None


def then(t: Tokens, i: int) -> TimeRead:
    """Until then, since then: the day told last."""
    if t.low(i) == "then" and t.low(i - 1) in ("until", "till", "by", "since"):
        return Anchored("day", 0), i + 1
    return None
