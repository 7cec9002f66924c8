"""EDTF (ISO 8601-2:2019, levels 0 and 1): is it one, which days does it cover, how do two compare.

Dates here are strings, as in claims and exports. The grammar follows the Library of Congress's
specification (https://www.loc.gov/standards/datetime/), without times of day, which no register keeps.
"" stands for an unknown date and is no EDTF date.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final, Literal, TypeAlias

Days: TypeAlias = tuple[date, date]
Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval", ""]

_DATE: Final = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|-?[0-9]XXX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<sign>[?~%]?)"
)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def validate(edtf: str) -> bool:
    """True where `edtf` is a date or interval of level 0 or 1 whose days exist and stand in order."""
    if "/" not in edtf:
        return _bounds(edtf) is not None
    ends = edtf.split("/")
    if len(ends) != 2 or not any(_closed(end) for end in ends):
        return False
    return all(not _closed(end) or _bounds(end) is not None for end in ends) and interval(edtf) is not None


def interval(edtf: str) -> Days | None:
    """First and last day that `edtf` covers, both included; None where it is no EDTF date.

    An open or unknown end is `date.min` or `date.max`. Qualifiers (? ~ %) do not widen the days: how wide
    "about" is, is for who compares. A season is three months as in the northern hemisphere; winter starts in
    December of its year. Years before 1 or after 9999 are cut to what `datetime.date` holds.
    """
    if "/" not in edtf:
        return _bounds(edtf)
    ends = edtf.split("/")
    if len(ends) != 2 or not any(_closed(end) for end in ends):
        return None
    first = _bounds(ends[0]) if _closed(ends[0]) else (date.min, date.min)
    last = _bounds(ends[1]) if _closed(ends[1]) else (date.max, date.max)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def approximate(edtf: str) -> bool:
    """True where either end carries "about" or "uncertain" (~ ? %)."""
    return any(sign in edtf for sign in "~?%")


def precision(edtf: str) -> Precision:
    """The finest unit that `edtf` states; "interval" for anything with a slash, "" for no date."""
    if "/" in edtf:
        return "interval" if validate(edtf) else ""
    match = _DATE.fullmatch(edtf)
    if not match or _bounds(edtf) is None:
        return ""
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        return "decade" if year.endswith("X") and not year.endswith("XX") else "century"
    if month is None or month == "XX":
        return "year"
    if int(month) > 12:
        return "season"
    return "month" if day is None or day == "XX" else "day"


def same(one: str, other: str) -> bool:
    """True where both cover exactly the same days ("2021" and "2021-01/2021-12"), qualifiers aside."""
    first = interval(one)
    return first is not None and first == interval(other)


def within(inner: str, outer: str) -> bool:
    """True where every day of `inner` lies in `outer`: `inner` is as precise or more so."""
    small, large = interval(inner), interval(outer)
    return small is not None and large is not None and large[0] <= small[0] and small[1] <= large[1]


def overlap(one: str, other: str) -> bool:
    """True where the two share at least one day: they can be about one event."""
    first, second = interval(one), interval(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def sort_key(edtf: str) -> tuple[int, int, str]:
    """Orders by first day, then last day; what is no date comes last. Stable across runs."""
    days = interval(edtf)
    if days is None:
        return (date.max.toordinal() + 1, 0, edtf)
    return (days[0].toordinal(), days[1].toordinal(), edtf)


def day(edtf: str) -> date | None:
    """The one day that `edtf` names, None where it is coarser, approximate or no date."""
    days = interval(edtf)
    return days[0] if days and days[0] == days[1] and not approximate(edtf) else None


def ends(edtf: str) -> tuple[str, str]:
    """The two ends as written: ("2010", "..") of "2010/..", (d, d) of a plain date d, ("", "") of ""."""
    first, slash, last = edtf.partition("/")
    return (first, last) if slash else (edtf, edtf)


def _closed(end: str) -> bool:
    return end not in ("", "..")


def _bounds(edtf: str) -> Days | None:
    match = _DATE.fullmatch(edtf)
    if not match:
        return None
    years = _years(match["year"])
    month, last_day = match["month"], match["day"]
    if month is None or (month == "XX" and last_day in (None, "XX")):
        return date(years[0], 1, 1), date(years[1], 12, 31)
    if month == "XX":
        return None
    number = int(month)
    if last_day is None and number in _SEASONS:
        return _season(years, number)
    if not 1 <= number <= 12:
        return None
    longest = max(calendar.monthrange(year, number)[1] for year in {years[0], years[1]})
    if last_day is None or last_day == "XX":
        return date(years[0], number, 1), date(years[1], number, calendar.monthrange(years[1], number)[1])
    if years[0] != years[1] or not 1 <= int(last_day) <= longest:
        return None
    return date(years[0], number, int(last_day)), date(years[0], number, int(last_day))


def _season(years: tuple[int, int], season: int) -> Days:
    first, last = _SEASONS[season]
    end_year = min(years[1] + (1 if last < first else 0), 9999)
    return date(years[0], first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])


def _years(year: str) -> tuple[int, int]:
    """Lowest and highest year of a field with unspecified digits, cut to 1..9999."""
    if year.startswith("-"):
        return 1, 1
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return max(low, 1), max(high, 1)
