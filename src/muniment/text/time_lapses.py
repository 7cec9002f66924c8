"""How long and how often: "three weeks", "a two-year war", "recent months"; "every quarter", "each July", "$5 a year".

Readers like those of `date_points`: tokens and an index in, the node and the index after its last token out, or None.
"""

from __future__ import annotations

from typing import Final

from muniment.text import date_points as points
from muniment.text import date_words, time_words
from muniment.text.date_nodes import Calendar, Node, Season, Weekday
from muniment.text.time_nodes import Lapse, Recurring, TimeRead
from muniment.text.tokens import HYPHENS, Tokens

_ARTICLES: Final = frozenset({"the", "its", "their", "his", "her", "this", "these"})


def quantity(t: Tokens, i: int) -> tuple[float | None, int]:
    """How many: 3, three, 2 1/2, two and a half, a hundred; None for "several"; (0, i) where nothing counts."""
    low = t.low(i)
    if low in ("a", "an") and t.low(i + 1) in ("few", "hundred", "half", "couple", "dozen"):
        return quantity(t, i + 1)
    if low == "couple":
        return 2, i + 1 + (t.low(i + 1) == "of")
    if low in time_words.VAGUE_COUNTS:
        return None, i + 1 + (t.low(i + 1) in ("more", "such"))
    if low == "half" and t.low(i + 1) in ("a", "an"):
        return 0.5, i + 2
    if low in ("a", "an", "one"):
        return _fraction(t, 1, i + 1)
    number: float
    number, after = points.count(t, i)
    if number <= 0:
        number, after = time_words.NUMBERS.get(low, 0), i + 1
    return _fraction(t, number, after) if number > 0 else (0, i)


def _fraction(t: Tokens, number: float, i: int) -> tuple[float, int]:
    """The half after a whole number: 2 1/2, 2-1/2, 1.5, two and a half."""
    j = i + (t.low(i) in HYPHENS)
    if t.low(j + 1) == "/" and t.number(j, 1, 9) > 0 and t.number(j + 2, 2, 9) > 0:
        return number + t.number(j) / t.number(j + 2), j + 3
    if t.low(i) == "." and t.joined(i) and t.joined(i + 1) and t.number(i + 1, 0, 9) >= 0:
        return number + t.number(i + 1) / 10, i + 2
    if t.follow(i, ("and", "a", "half")):
        return number + 0.5, i + 3
    return (number * 100, i + 1) if t.low(i) == "hundred" else (number, i)


def lapse(t: Tokens, i: int) -> TimeRead:
    """A number of units, with what stands before and between: "the past six months", "two full weeks"."""
    j = i + (t.low(i) in _ARTICLES)
    told = t.low(j) in time_words.BEFORE_COUNT
    j += told
    number, k = quantity(t, j)
    k += t.low(k) in HYPHENS and t.joined(k)
    k += t.low(k) in time_words.BETWEEN_COUNT_AND_UNIT
    unit = time_words.UNITS.get(t.low(k))
    if unit is None:
        return _bare(t, i)
    if number == 0:
        number = None if told and t.low(k).endswith("s") else 0
    if number == 0 or not _is_lapse(t, i, j, k):
        return _bare(t, i)
    old = t.low(k + 1) in HYPHENS and t.low(k + 2) == "old"  # "the eight-month-old truce"
    return Lapse(unit, number), k + 3 if old else k + 1


def _is_lapse(t: Tokens, i: int, j: int, k: int) -> bool:
    """False for dates ("a week ago"), ages, fractions, ordinals, and for "a year" that says how often."""
    unit, after = t.low(k), t.low(k + 1)
    beyond = t.low(k + 2) if after in HYPHENS else after
    if beyond in ("ago", "earlier") and (after in HYPHENS or after == "ago" or unit == "year"):
        return False
    if t.follow(k + 1, ("from", "now")) or (beyond == "old" and unit in ("year", "years")):
        return False
    if unit == "quarters" and after == "of" and t.low(j) == "three":
        return False
    if unit in ("second", "seconds", "quarter") and t.low(j) in ("a", "an", "one"):
        return False
    if t.joined(i) and i and t.low(i - 1) in (".", ",", "$", "/") and t.number(i) >= 0:
        return False
    if t.low(j) in ("a", "an"):
        return t.low(i - 1) in time_words.BEFORE_LAPSE or t.low(j + 1) not in time_words.UNITS
    return t.low(j) not in ("some", "many") or unit.endswith("s")


def _bare(t: Tokens, i: int) -> TimeRead:
    """Within weeks, months of talks; over the years, the weeks ahead, for some time."""
    low, before, after = t.low(i), t.low(i - 1), t.low(i + 1)
    if low == "the" and after in time_words.BARE_LAPSES:
        told = before in ("over", "through") or t.low(i + 2) == "ahead"
        return (Lapse(time_words.UNITS[after], None), i + 2) if told else None
    if low == "some" and after == "time" and before in ("for", "in"):
        return Lapse("", None), i + 2
    if low not in time_words.BARE_LAPSES:
        return None
    passing = before in time_words.BEFORE_BARE_LAPSE and after != "old"
    counted = after in ("of", "ago") and before not in ("the", "first", "last", "these")
    return (Lapse(time_words.UNITS[low], None), i + 1) if passing or counted else None


def recurring(t: Tokens, i: int) -> TimeRead:
    """Every quarter, each July, every Tuesday; $5 a year, per month."""
    low, j = t.low(i), i + 1
    day, after = _comes_round(t, j) if low in ("every", "each") else (None, j)
    if day:
        return Recurring("", day), after
    unit = time_words.UNITS.get(t.low(j))
    if unit is None or unit == "second" or t.low(j).endswith("s"):
        return None
    if low in ("every", "each") and t.low(j + 1) != "of":
        return Recurring(unit), j + 1
    if low == "per":
        return Recurring(unit), j + 1
    if low not in ("a", "an") or unit == "quarter" or t.low(j + 1) in ("ago", "earlier", "later", "-"):
        return None
    before = t.low(i - 1)
    of_each = before not in time_words.BEFORE_LAPSE and (before.isalnum() or before == "%")
    return (Recurring(unit), j + 1) if of_each else None


def _comes_round(t: Tokens, i: int) -> tuple[Node | None, int]:
    """A month, weekday or season at `i`, and the index after it."""
    month, after = points.month_at(t, i)
    if month:
        return Calendar(month), after
    low = t.low(i)
    if low in date_words.WEEKDAYS and points.named(t, i):
        return Weekday(date_words.WEEKDAYS[low]), i + 1
    return (Season(date_words.SEASONS[low]), i + 1) if low in date_words.SEASONS else (None, i)
