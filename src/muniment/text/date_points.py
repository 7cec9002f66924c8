"""One date: a day, month, year, weekday, or a unit counted from publication. No ranges: see `date_parse`.

Every reader takes tokens and the index of its first token, and returns the node with the index after its last
token, or None. None of them looks further than a dozen tokens ahead, so that parsing is linear.
"""

from __future__ import annotations

import calendar
from typing import Final, TypeAlias

from muniment.text import date_words as words
from muniment.text.date_nodes import (
    Ago,
    Anchored,
    Calendar,
    Months,
    Node,
    Season,
    Shift,
    Span,
    Stretch,
    Unit,
    Weekday,
    Year,
    Years,
)  # fmt: skip
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens

Read: TypeAlias = tuple[Node, int] | None

_STEPS: Final = {"earlier": -1, "previously": -1, "beforehand": -1, "later": 1, "afterwards": 1}
_NEIGHBOURS: Final = {"previous": -1, "preceding": -1, "following": 1, "ensuing": 1, "same": 0}
_MAX_COUNT = 2000
_LATEST_SHORT_YEAR = 40  # '40 is 2040, '41 is 1941


def named(t: Tokens, i: int) -> bool:
    """True where the token is written as a name: a capital first ("May", "MAY"), not "may"."""
    word = t.word(i)
    return bool(word) and word[0].isupper() and (word[1:].islower() or word.isupper())


def day_number(t: Tokens, i: int) -> tuple[int, int]:
    """A day of a month at `i` ("9", "9th"), and the index after it; (0, i) where there is none."""
    day = t.number(i, 1, 31)
    if day < 0 or len(t.word(i)) > 2:
        return 0, i
    after = i + 1
    if t.joined(after) and t.low(after) in words.ORDINAL_ENDS:
        after += 1
    elif t.joined(after) and (t.low(after).isalpha() or t.low(after) == "%"):
        return 0, i
    if t.joined(after) and t.low(after) in (".", ",", ":") and t.joined(after + 1) and t.number(after + 1) >= 0:
        return 0, i
    return day, after


def year_number(t: Tokens, i: int, low: int = 1000, high: int = 2199) -> int:
    """The four-digit year at `i`, 0 where the token is none or part of a longer number."""
    if len(t.word(i)) != 4:
        return 0
    year = t.number(i, low, high)
    if year < 0:
        return 0
    after = i + 1
    if t.joined(after):
        sign = t.low(after)
        if sign[0].isalpha() or sign in ("%", "$", "€", "°"):
            return 0
        if sign in (",", ".", ":", "/") and t.joined(after + 1) and t.number(after + 1) >= 0:
            return 0
    if t.joined(i) and i and (t.low(i - 1)[0].isalnum() or t.low(i - 1) in "$€£¥₹#.:/+,~"):
        opens = t.low(i - 1) == "," and t.number(i - 2) < 0
        return year if opens or t.low(i - 1) == "~" else 0
    return year


def month_at(t: Tokens, i: int) -> tuple[int, int]:
    """A month's name at `i` (1 to 12) and the index after it and its full stop; (0, i) where there is none."""
    month = words.MONTHS.get(t.low(i), 0)
    if not month or not named(t, i):
        return 0, i
    short = len(t.low(i)) <= 4 and t.low(i) not in ("may", "june", "july")
    after = i + 2 if short and t.low(i + 1) == "." and t.joined(i + 1) else i + 1
    return month, after


def numeric(t: Tokens, i: int) -> Read:
    """2022-09-09, 2022/9/9, 2022-09, and day and month first only where one cannot be the other."""
    sign = t.low(i + 1)
    if sign not in ("-", "/", ".") or not all(t.joined(i + k) for k in (1, 2)):
        return None
    if t.joined(i) and not t.low(i - 1).startswith(("(", "[", '"', "'", "“", "‘")):
        return None
    whole = t.low(i + 3) == sign and t.joined(i + 3) and t.joined(i + 4)
    if len(t.word(i)) == 4:
        year, month = t.number(i, 1000, 2199), t.number(i + 2, 1, 12)
        day = t.number(i + 4, 1, 31) if whole else 0
        if sign == "-" and not whole and len(t.word(i + 2)) == 2 and year > 0 and month > 0 and not t.joined(i + 3):
            return (Calendar(month, 0, year), i + 3) if month > year % 100 or t.word(i + 2)[0] == "0" else None
        if whole and year > 0 and month > 0 and exists(year, month, day):
            return Calendar(month, day, year), i + 5
        return None
    year, one, two = t.number(i + 4, 1000, 2199), t.number(i, 1, 31), t.number(i + 2, 1, 31)
    if not whole or len(t.word(i + 4)) != 4 or year < 0 or min(one, two) < 1 or len(t.word(i)) > 2:
        return None
    day, month = (one, two) if one > 12 or one == two else (two, one)
    return (Calendar(month, day, year), i + 5) if month <= 12 and (day > 12 or day == month) else None


def exists(year: int, month: int, day: int) -> bool:
    """True where the month of that year (0: a leap year) has the day."""
    return 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def of_year(t: Tokens, i: int) -> tuple[int, Shift | None, int]:
    """A year told after a month or day: ", 2022", "2022", "of 2022", "last year", "of this year", ", next year"."""
    j = i + 1 if t.low(i) in (",", "of") else i
    year = year_number(t, j)
    if year and (t.low(i) != "," or year >= 1500):
        return year, None, j + 1
    if t.low(j) in APOSTROPHES and t.joined(j + 1) and len(t.word(j + 1)) == 2 and t.number(j + 1) >= 0:
        short = t.number(j + 1)
        return (2000 if short <= _LATEST_SHORT_YEAR else 1900) + short, None, j + 2
    if t.low(j + 1) == "year" and t.low(j) in ("last", "this", "next"):
        offset = {"last": -1, "this": 0, "next": 1}[t.low(j)]
        return 0, Shift("year", offset), j + 2
    return 0, None, i


def month_first(t: Tokens, i: int) -> Read:
    """September, September 9, Sept. 9th, 2022, September 2022, March of last year."""
    month, j = month_at(t, i)
    if not month:
        return None
    j += t.low(j) == "the" and day_number(t, j + 1)[0] > 0
    day, k = day_number(t, j)
    if day and exists(0, month, day) and not _counted(t, i, k):
        year, of, end = of_year(t, k)
        if year and not exists(year, month, day):
            return None
        return Calendar(month, day, year, of), end
    year, of, end = of_year(t, j)
    if year or of:
        return Calendar(month, 0, year, of), end
    return Calendar(month), j


def _counted(t: Tokens, i: int, after: int) -> bool:
    """True where the number after a month counts what follows: "in March 12 people", "In May 20 were killed"."""
    nxt = t.low(after)
    return (t.low(i - 1) == "in" and nxt != "," and not year_number(t, after)) or nxt in words.COUNTED


def day_first(t: Tokens, i: int) -> Read:
    """9 September, 9th of September 2022, 9 Sept. last year."""
    day, j = day_number(t, i)
    if not day or (t.joined(i) and t.low(i - 1) not in "(\"'“‘—–-["):
        return None
    j += t.low(j) == "of"
    if t.low(j) == "-" and t.joined(j) and t.joined(j + 1):
        j += 1
    month, k = month_at(t, j)
    if not month or not exists(0, month, day):
        return None
    k += t.low(k) == "-" and year_number(t, k + 1) > 0 and t.joined(k)
    year, of, end = of_year(t, k)
    if year and not exists(year, month, day):
        return None
    return Calendar(month, day, year, of), end


def weekday(t: Tokens, i: int) -> Read:
    """Thursday, Thursday night, Thursday (July 14), Thursday, July 14, 2022, Thursday last week."""
    low = t.low(i)
    if low not in words.WEEKDAYS or not named(t, i):
        return None
    j = i + 1
    if low in words.SHORT_WEEKDAYS or low in ("tues", "weds", "thurs"):
        j += t.low(j) == "." and t.joined(j)
    if t.low(j) in words.AFTER_WEEKDAY and named(t, j):
        return None
    if t.low(i - 1) in words.BEFORE_WEEKDAY and named(t, i - 1):
        return None
    j += t.low(j) in words.DAYTIMES
    dated = _date_of_weekday(t, j)
    if dated:
        return dated
    if low in words.SHORT_WEEKDAYS:
        return None
    k = j + 1 if t.low(j) in ("of", ",") else j
    if t.low(k) in ("last", "this", "next") and t.low(k + 1) == "week":
        return Weekday(words.WEEKDAYS[low], "", {"last": -1, "this": 0, "next": 1}[t.low(k)]), k + 2
    return Weekday(words.WEEKDAYS[low]), j


def _date_of_weekday(t: Tokens, j: int) -> Read:
    k = j + 1 if t.low(j) in (",", "(") else j
    k += t.low(k) == "the"
    read = month_first(t, k) or day_first(t, k) or (numeric(t, k) if t.number(k) >= 0 else None)
    if not read or not isinstance(read[0], Calendar) or not read[0].day:
        return None
    end = read[1]
    if t.low(j) == "(":
        return (read[0], end + 1) if t.low(end) == ")" else None
    return read


def decade(t: Tokens, i: int) -> Read:
    """1990s, 1990's, the '90s, 19th century."""
    if len(t.word(i)) == 4:
        first = t.number(i, 1000, 2090)
        j = i + 2 if t.low(i + 1) in APOSTROPHES and t.joined(i + 1) else i + 1
        if first > 0 and first % 10 == 0 and t.low(j) == "s" and t.joined(j):
            return Years(first, first + (99 if first % 100 == 0 and first < 2000 else 9)), j + 1
        return None
    tens = t.number(i, 10, 90)
    if tens > 0 and tens % 10 == 0 and t.joined(i + 1) and t.low(i + 1) == "s":
        if i and t.low(i - 1) in APOSTROPHES and t.joined(i):
            return Years(1900 + tens, 1909 + tens), i + 2
        return None
    nth = t.number(i, 1, 21)
    if nth > 0 and t.low(i + 1) in words.ORDINAL_ENDS and t.joined(i + 1) and t.low(i + 2) == "century":
        return Years(100 * (nth - 1), 100 * nth - 1) if nth > 1 else Years(1, 99), i + 3
    return None


def season(t: Tokens, i: int) -> Read:
    """Summer 2020, the spring of 2021, autumn last year; a lone season only after last, this or next."""
    number = words.SEASONS.get(t.low(i), 0)
    if not number:
        return None
    year, of, end = of_year(t, i + 1)
    if t.low(i + 1) == ",":
        return None
    return (Season(number, year, of), end) if year or of else None


def whole_unit(t: Tokens, i: int) -> tuple[Unit | None, int]:
    """A unit at `i` and the index after it; "week" of "week's" too."""
    unit = words.UNITS.get(t.low(i))
    return unit, i + 1 if unit else i


def count(t: Tokens, i: int) -> tuple[int, int]:
    """A small number in digits or words at `i`; -1 for "several", "a few"; (0, i) where there is none."""
    low = t.low(i)
    if low in ("a", "the") and t.low(i + 1) in words.VAGUE:
        return count(t, i + 1)
    if low == "couple":
        return 2, i + 2 if t.low(i + 1) == "of" else i + 1
    if low in words.VAGUE:
        return -1, i + 2 if t.low(i + 1) in ("more", "dozen", "hundred") else i + 1
    number = t.number(i, 1, _MAX_COUNT)
    if number > 0:
        return (0, i) if t.joined(i + 1) and t.low(i + 1) in ",.:%" and t.number(i + 2) >= 0 else (number, i + 1)
    number = words.COUNTS.get(low, 0)
    if number >= 20 and t.low(i + 1) in HYPHENS and 1 <= words.COUNTS.get(t.low(i + 2), 0) <= 9:
        return number + words.COUNTS[t.low(i + 2)], i + 3
    return (number, i + 1) if number else (0, i)


def counted(t: Tokens, i: int) -> Read:
    """Three weeks ago, two years earlier, a month from now."""
    number, j = count(t, i)
    unit, k = whole_unit(t, j)
    if not number or unit is None or unit == "weekend":
        return None
    if unit == "hour" and t.low(j).startswith("minute"):
        number = 1 if number > 0 else number
    if t.low(k) == "ago":
        return (Ago(unit, -number), k + 1) if number > 0 else (Anchored(), k + 1)
    if t.follow(k, ("from", "now")) or t.follow(k, ("from", "today")):
        return (Ago(unit, number), k + 2) if number > 0 else (Anchored(), k + 2)
    if unit != "hour" and t.low(k) in _STEPS:
        return Anchored(unit, number * _STEPS[t.low(k)] if number > 0 else None), k + 1
    return None


def pointed(t: Tokens, i: int) -> Read:
    """Last week, this morning, next Monday, the past three years, last March, the previous day."""
    low = t.low(i)
    which = words.WHICH.get(low)
    if which is None:
        return _anchored(t, i)
    sign = {"last": -1, "next": 1}.get(which, 0)
    nxt = t.low(i + 1)
    if nxt in words.WEEKDAYS and nxt not in words.SHORT_WEEKDAYS and named(t, i + 1):
        return _pointed_weekday(t, i)
    month, j = month_at(t, i + 1)
    if month and low not in ("past", "coming", "current", "upcoming"):
        day, _ = day_number(t, j)
        return (Calendar(month, which=which), j) if not day else None
    if nxt in words.SEASONS and low in ("last", "this", "next", "past"):
        return Season(words.SEASONS[nxt], which=which), i + 2
    if nxt in words.DAYTIMES and low in ("this", "last"):
        return (Shift("day", sign), i + 2) if low == "this" or nxt in ("night", "evening") else None
    number, j = count(t, i + 1)
    unit, k = whole_unit(t, j)
    if t.low(j) in ("minute", "minutes"):
        return None
    if number and unit and sign:
        return (Stretch(unit, sign * number), k) if number > 0 else (Anchored(), k)
    unit, k = whole_unit(t, i + 1)
    return _pointed_unit(t, i, unit, k, sign) if unit else None


def _pointed_weekday(t: Tokens, i: int) -> Read:
    read = weekday(t, i + 1)
    if not read or not isinstance(read[0], Weekday):
        return read
    return Weekday(read[0].weekday, words.WHICH[t.low(i)], read[0].week), read[1]


def _pointed_unit(t: Tokens, i: int, unit: Unit, after: int, sign: int) -> Read:
    low, plural = t.low(i), t.low(after - 1).endswith("s")
    definite = t.low(i - 1) in ("the", "its", "his", "her", "their")
    if plural or unit == "hour":
        return (Anchored(), after) if definite and low != "this" else None
    if low in ("past", "coming"):
        return Stretch(unit, sign), after
    if unit == "day" or (low == "next" and t.low(i - 1) == "the"):
        return (Anchored(), after) if low == "next" or (low == "last" and t.low(i - 1) != "the") else None
    if low == "last" and t.low(i - 1) == "the":
        return Stretch(unit, -1), after
    return Shift(unit, sign), after


def _anchored(t: Tokens, i: int) -> Read:
    low, nxt = t.low(i), t.low(i + 1)
    if low in ("previous", "following", "same", "preceding", "ensuing", "intervening"):
        if nxt in words.UNITS and nxt not in ("hour", "minute", "minutes", "hours", "quarter"):
            return Anchored(words.UNITS[nxt], None if nxt.endswith("s") else _NEIGHBOURS.get(low)), i + 2
        if nxt in words.WEEKDAYS and low in _NEIGHBOURS:
            return Anchored("day", _NEIGHBOURS[low], words.WEEKDAYS[nxt]), i + 2
        if nxt in words.WEEKDAYS or nxt in words.DAYTIMES or month_at(t, i + 1)[0]:
            return Anchored(), i + 2
    if low == "recent" and nxt in ("days", "weeks", "months", "years", "decades"):
        return Anchored(), i + 2
    if low == "that" and nxt in ("day", "night", "week", "month", "year") and t.low(i - 1) != "so":
        return Anchored(words.UNITS.get(nxt, "day"), 0), i + 2
    return None


def today(t: Tokens, i: int) -> Read:
    """Today, tonight, yesterday, tomorrow, with the part of the day; not "Russia Today"; overnight of a past night."""
    if t.low(i) == "overnight":
        told = t.low(i + 1) in words.AFTER_OVERNIGHT  # "overnight losses" tells no date of its own
        return (Span("between", Shift("day", -1), Shift("day", 0)), i + 1) if told else None
    if t.low(i) not in words.TODAY or (named(t, i) and i and named(t, i - 1) and t.low(i - 1).isalpha()):
        return None
    j = i + 1
    j += t.low(j) in words.DAYTIMES
    return Shift("day", words.TODAY[t.low(i)]), j


def months_of(t: Tokens, i: int) -> Read:
    """The first quarter of 2022, the second half of this year, the first nine months of 2021, Q3 2022, H1."""
    if t.low(i) in ("q", "h") and t.joined(i + 1) and len(t.word(i + 1)) == 1:
        nth, size, j = t.number(i + 1), 3 if t.low(i) == "q" else 6, i + 2
        return _stretch_of(t, (nth - 1) * size + 1, nth * size, j) if 1 <= nth <= 12 // size else None
    nth, j = words.ORDINALS.get(t.low(i), 0), i + 1
    if not nth and t.number(i, 1, 4) > 0 and t.joined(i + 1) and t.low(i + 1) in words.ORDINAL_ENDS:
        nth, j = t.number(i), i + 2
    if not nth and t.low(i) == "last":
        nth = -1
    if t.low(j) in ("quarter", "half") and nth > 0:
        size = 3 if t.low(j) == "quarter" else 6
        return _stretch_of(t, (nth - 1) * size + 1, nth * size, j + 1) if nth <= 12 // size else None
    number, k = count(t, j)
    if t.low(k) == "months" and 2 <= number <= 11 and nth in (1, -1):
        return _stretch_of(t, 1, number, k + 1) if nth == 1 else _stretch_of(t, 13 - number, 12, k + 1)
    return None


def _stretch_of(t: Tokens, first: int, last: int, i: int) -> Read:
    j = i + 1 if t.low(i) in ("of", "in") else i
    j += t.low(j) == "the" and year_number(t, j + 1) > 0
    if t.low(j) == "fiscal":
        return None
    year, of, end = of_year(t, j)
    node = Year(year) if year else of
    if node and t.low(j) not in (",", "in"):
        return Months(first, last, node), end
    asked = t.low(i - 1) == "quarter" and t.low(i - 3) == "the" and t.low(i - 4) in ("in", "for", "during", "of")
    return (Months(first, last), i) if asked else None
