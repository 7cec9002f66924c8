"""From what a date expression says to EDTF, given the publication date."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from muniment.text import edtf
from muniment.text.date_nodes import (
    Ago,
    Anchored,
    Calendar,
    Months,
    Node,
    Part,
    PartOf,
    Season,
    Shift,
    Span,
    Stretch,
    Unit,
    Weekday,
    Year,
    Years,
)  # fmt: skip

Tense: TypeAlias = Literal["past", "future", ""]

# A dispatch dated the 3rd may tell what happened on the 4th, local time, in the past tense.
ZONE_SLACK: Final = timedelta(days=1)
# Where in a year, month or decade the parts lie; they carry "~". After the gold's notes and habits: mid-June is about
# the 15th, the end of the year about December, while "early" and "late" say no more than about that year ("2008~")
# or that month.
_IN_YEAR: Final[dict[Part, int]] = {"start": 1, "mid": 6, "end": 12}
_IN_MONTH: Final[dict[Part, int]] = {"start": 1, "mid": 15, "end": 31}
_IN_DECADE: Final[dict[Part, int]] = {"start": 0, "early": 2, "mid": 5, "late": 8, "end": 9}
_HALF_YEAR: Final = 6
_SEASON_MONTHS: Final = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date as far as known: `month` or `day` is 0 where it is not."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def date(self) -> date | None:
        """The day, None where only month or year is known."""
        return date(self.year, self.month, self.day) if self.day else None


@lru_cache(maxsize=4096)  # a document asks for each of its dates once a predicate
def resolve(node: Node, published: str, tense: Tense) -> str:
    """EDTF of `node`, "" where it cannot be told. See `dates.resolve`."""
    try:
        value = _resolve(node, _published(published), tense)
    except (OverflowError, ValueError):  # days before year 1 or after 9999
        return ""
    return value if value and edtf.validate(value) else ""


def _published(text: str) -> Published | None:
    exact = text.strip().rstrip("?~%")
    bounds = edtf.interval(exact)
    match edtf.precision(exact):
        case "day" if bounds:
            return Published(bounds[0].year, bounds[0].month, bounds[0].day)
        case "month" if bounds:
            return Published(bounds[0].year, bounds[0].month)
        case "year" if bounds and bounds[0].year == bounds[1].year:
            return Published(bounds[0].year)
        case _:
            return None


def _resolve(node: Node, ref: Published | None, tense: Tense) -> str:
    match node:
        case Year(year=year):
            return f"{year:04}"
        case Years(first=first, last=last):
            return f"{first:04}/{last:04}"
        case Calendar():
            return _calendar(node, ref, tense)
        case Weekday():
            return _weekday(node, ref, tense)
        case Season():
            return _season(node, ref, tense)
        case Months(first=first_month, last=last_month, of=of):
            told = _resolve(of, ref, tense) if of else _months_year(first_month, ref, tense)
            return f"{told}-{first_month:02}/{told}-{last_month:02}" if len(told) == 4 else ""
        case Shift(unit=unit, offset=offset):
            return _shift(unit, offset, ref, tense)
        case Ago(unit=unit, count=count):
            return _ago(unit, count, ref)
        case Stretch(unit=unit, count=count):
            return _stretch(unit, count, ref)
        case PartOf(part=part, of=of):
            return _part(part, of, _resolve(of, ref, tense))
        case Span():
            return _span(node, ref, tense)
        case Anchored():
            return ""


def _months_year(first: int, ref: Published | None, tense: Tense) -> str:
    """The year of months told without one ("the third quarter"): the latest begun, or the next to come. Those begun
    less than half a year ago may still be told ahead ("expects to report a third-quarter loss")."""
    if ref is None or not ref.month:
        return ""
    if tense == "future":
        return f"{ref.year if first > ref.month - _HALF_YEAR else ref.year + 1:04}"
    return f"{ref.year if first <= ref.month else ref.year - 1:04}"


def _calendar(node: Calendar, ref: Published | None, tense: Tense) -> str:
    year = node.year
    if not year and node.of:
        found = _resolve(node.of, ref, tense)
        year = int(found) if len(found) == 4 else 0
    elif not year and ref:
        year = _year_of(node, ref, tense)
    if not year:
        return ""
    if not node.day:
        return f"{year:04}-{node.month:02}"
    return f"{year:04}-{node.month:02}-{node.day:02}"


def _year_of(node: Calendar, ref: Published, tense: Tense) -> int:
    """The year of a month or day told without one; 0 where the publication date is too coarse to say."""
    if not ref.month:
        return 0
    if node.which == "this":
        return ref.year
    if node.which:
        step = 1 if node.which == "next" else -1
        beyond = node.month > ref.month if step > 0 else node.month < ref.month
        return ref.year if beyond else ref.year + step
    if not node.day or not ref.day or node.month != ref.month:
        return _nearest_year(node.month, ref, tense)
    if tense == "":
        return ref.year
    gap = (node.day - ref.day) * (1 if tense == "past" else -1)
    return ref.year if gap <= ZONE_SLACK.days else ref.year + (-1 if tense == "past" else 1)


def _nearest_year(month: int, ref: Published, tense: Tense) -> int:
    if tense == "past":
        return ref.year if month <= ref.month else ref.year - 1
    if tense == "future":
        return ref.year if month >= ref.month else ref.year + 1
    away = month - ref.month
    return ref.year + (1 if away < -6 else -1 if away > 6 else 0)


def _weekday(node: Weekday, ref: Published | None, tense: Tense) -> str:
    day = ref.date if ref else None
    if day is None:
        return ""
    if node.week is not None:
        return (_monday(day) + timedelta(days=7 * node.week + node.weekday)).isoformat()
    back = (day.weekday() - node.weekday) % 7
    match node.which:
        case "last":
            return (day - timedelta(days=back or 7)).isoformat()
        case "next":
            return (day + timedelta(days=(7 - back) if back else 7)).isoformat()
        case "this":
            return (_monday(day) + timedelta(days=node.weekday)).isoformat()
        case _ if tense == "future":
            return (day + timedelta(days=-back % 7)).isoformat()
        case _:
            return (day - timedelta(days=back)).isoformat()


def _season(node: Season, ref: Published | None, tense: Tense) -> str:
    year = node.year
    if not year and node.of:
        found = _resolve(node.of, ref, tense)
        year = int(found) if len(found) == 4 else 0
    elif not year and ref and ref.month:
        begins = _SEASON_MONTHS[node.season]
        started = begins <= ref.month
        forward = node.which == "next" or (not node.which and tense == "future")
        if node.which == "this":
            year = ref.year
        elif forward:
            year = ref.year if not started else ref.year + 1
        else:
            running = node.which == "last" and 0 <= ref.month - begins < 3
            year = ref.year if started and not running else ref.year - 1
    return f"{year:04}-{node.season}" if year else ""


def _shift(unit: Unit, offset: int, ref: Published | None, tense: Tense) -> str:
    if ref is None:
        return ""
    day = ref.date
    match unit:
        case "year":
            return f"{ref.year + offset:04}"
        case "decade":
            first = ref.year // 10 * 10 + 10 * offset
            return f"{first:04}/{first + 9:04}"
        case "century":
            first = ref.year // 100 * 100 + 100 * offset
            return f"{first:04}/{first + 99:04}"
        case "month" if ref.month:
            return _month(ref.year, ref.month + offset)
        case "quarter" if ref.month:
            quarter = (ref.month - 1) // 3 + offset
            return f"{_month(ref.year, quarter * 3 + 1)}/{_month(ref.year, quarter * 3 + 3)}"
        case "day" | "hour" if day:
            return (day + timedelta(days=offset)).isoformat()
        case "week" if day:
            return _week(day, offset, tense)
        case "weekend" if day:
            return _weekend(day, offset, tense)
        case _:
            return ""


def _week(day: date, offset: int, tense: Tense) -> str:
    monday = _monday(day) + timedelta(weeks=offset)
    first, last = monday, monday + timedelta(days=6)
    if offset == 0 and tense == "past":
        last = day
    elif offset == 0 and tense == "future":
        first = day
    return f"{first}/{last}" if first != last else first.isoformat()


def _weekend(day: date, offset: int, tense: Tense) -> str:
    """Saturday and Sunday. The bare weekend is the latest begun one, or the next to come in the future tense."""
    saturday = _monday(day) + timedelta(days=5)
    if (offset == 0 and tense != "future" and day < saturday) or (offset == -1 and day >= saturday):
        offset = -1
    saturday += timedelta(weeks=offset)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def _ago(unit: Unit, count: int, ref: Published | None) -> str:
    if ref is None:
        return ""
    day = ref.date
    match unit:
        case "day" if day:
            return (day + timedelta(days=count)).isoformat()
        case "hour" if day and abs(count) <= 12:
            return day.isoformat()
        case "hour" if day and abs(count) % 24 == 0:
            return (day + timedelta(days=count // 24)).isoformat()
        case "week" if day:
            return f"{day + timedelta(weeks=count)}~"
        case "month" if ref.month:
            return f"{_month(ref.year, ref.month + count)}~"
        case "year" if abs(count) == 1 and ref.month:
            return f"{_month(ref.year + count, ref.month)}~"
        case "year":
            return f"{ref.year + count:04}~"
        case "decade":
            return f"{ref.year + 10 * count:04}~"
        case _:
            return ""


def _stretch(unit: Unit, count: int, ref: Published | None) -> str:
    """From `count` units before publication up to it, or the other way round. A year's stretch is told in years."""
    if ref is None:
        return ""
    day = ref.date
    match unit:
        case "year" | "decade":
            away, here = f"{ref.year + count * (10 if unit == 'decade' else 1):04}", f"{ref.year:04}"
        case "month" | "quarter" if ref.month:
            months = count * (3 if unit == "quarter" else 1)
            away, here = _month(ref.year, ref.month + months), _month(ref.year, ref.month)
        case "week" | "day" if day:
            away = (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
            here = day.isoformat()
        case "hour" if day:
            days = max(1, -(-abs(count) // 24)) * (1 if count > 0 else -1)
            away, here = (day + timedelta(days=days)).isoformat(), day.isoformat()
        case _:
            return ""
    return f"{away}/{here}" if count < 0 else f"{here}/{away}"


def _part(part: Part, of: Node, whole: str) -> str:
    match edtf.precision(whole):
        case "year":
            return f"{whole[:4]}-{_IN_YEAR[part]:02}~" if part in _IN_YEAR else f"{whole[:4]}~"
        case "month":
            if part not in _IN_MONTH:
                return whole
            year, month = int(whole[:4]), int(whole[5:7])
            return f"{whole[:7]}-{min(_IN_MONTH[part], calendar.monthrange(year, month)[1]):02}~"
        case "season":
            return f"{whole.rstrip('~')}~"
        case "interval" if isinstance(of, Years) and of.last - of.first == 9:
            return f"{of.first + _IN_DECADE[part]:04}~"
        case "interval" if isinstance(of, Years):
            return f"{of.first + 10 * _IN_DECADE[part]:04}~"
        case _:
            return whole


def _span(node: Span, ref: Published | None, tense: Tense) -> str:
    match node.edge:
        case "since":
            first = _resolve(node.first, ref, "past") if node.first else ""
            return f"{edtf.ends(first)[0]}/.." if first else ""
        case "after":
            first = _resolve(node.first, ref, tense) if node.first else ""
            return f"{edtf.ends(first)[1]}/.." if first else ""
        case "until":
            # A term told in a clause about the past may lie ahead: the nearest such day is meant.
            ahead: Tense = "" if tense == "past" else tense
            last = _resolve(node.last, ref, ahead) if node.last else ""
            if isinstance(node.last, PartOf) and node.last.part == "end":
                last = last.rstrip("~")  # up to the end: nothing is approximate about the last day
            return f"../{edtf.ends(last)[1]}" if last else ""
        case "before":
            last = _resolve(node.last, ref, tense) if node.last else ""
            return f"../{edtf.ends(last)[0]}" if last else ""
        case "between":
            return _between(node, ref, tense)


def _between(node: Span, ref: Published | None, tense: Tense) -> str:
    if node.first is None or node.last is None:
        return ""
    last = _resolve(node.last, ref, tense)
    first = _resolve(node.first, ref, tense)
    begun = edtf.interval(first) if first else None
    if begun and ref and ref.date and begun[0] <= ref.date and isinstance(node.last, Calendar) and tense == "past":
        ahead = _resolve(node.last, Published(begun[0].year, begun[0].month, begun[0].day), "future")
        last = ahead if last < first else last  # begun and not over: "the Nov. 6-17 conference"
    if not first or not last:
        return ""
    value = f"{edtf.ends(first)[0]}/{edtf.ends(last)[1]}"
    if edtf.validate(value):
        return value
    return _turned(node, first, last, ref)


def _turned(node: Span, first: str, last: str, ref: Published | None) -> str:
    """Ends told without a year and turned round ("from October to March"): one of them moves by a year or a week."""
    bounds, ended = edtf.interval(first), edtf.interval(last)
    if ref is None or bounds is None or ended is None:
        return ""
    if isinstance(node.first, Weekday) and isinstance(node.last, Weekday):
        value = f"{bounds[0] - timedelta(weeks=1)}/{last}"
    elif isinstance(node.first, Calendar) and not node.first.year and node.first.of is None:
        value = f"{_earlier(first)}/{last}"
    else:
        return ""
    return value if edtf.validate(value) else ""


def _earlier(value: str) -> str:
    return f"{int(value[:4]) - 1:04}{value[4:]}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(year: int, month: int) -> str:
    """Month `month` of `year` where it may be below 1 or above 12."""
    years, index = divmod(year * 12 + month - 1, 12)
    if not 1 <= years <= MAXYEAR:
        raise ValueError(f"year {years} has no month")
    return f"{years:04}-{index + 1:02}"
