"""Full calendar dates with their year, as newspapers and metadata write them, to EDTF.

Nothing is guessed: a date without a year, 03/04/2022 (March or April?) and 31 February are no dates here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = {
    name[:length]: number
    for number, name in enumerate(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        1,
    )
    for length in (3, len(name))
} | {"sept": 9}
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR: Final = r"(?:1[6-9]|2[01])\d\d"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"

_WRITTEN: Final = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}}){_ORDINAL}[ -](?P<m1>{_MONTH}),?[ -](?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}){_ORDINAL},? (?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<sep>[-/.])(?P<m3>\d{{1,2}})(?P=sep)(?P<d3>\d{{1,2}})"
    rf"|(?P<a>\d{{1,2}})(?P<cut>[-/.])(?P<b>\d{{1,2}})(?P=cut)(?P<y4>{_YEAR}))(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR: Final = re.compile(rf"(?P<m>{_MONTH}),? (?P<y>{_YEAR})", re.IGNORECASE)
_ISO: Final = re.compile(rf"(?P<y>{_YEAR})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?")
_COMPACT: Final = re.compile(rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)")
_AROUND: Final = re.compile(  # what may stand beside a date in a metadata field: weekday, time, zone
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|T?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
    r"|am|pm|a\.m\.|p\.m\.|hrs|at|on|T|Z|UTC|GMT|[ECMP][SD]T|BST|IST|CES?T|EES?T|MSK|[+-]\d{2}:?\d{2}|[\s,;|()@-])*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a string: its EDTF value and where its words stand there, half open."""

    value: str
    start: int
    end: int


def find_dates(words: str) -> Iterator[WrittenDate]:
    """Yields every unambiguous day with its year in `words`, in order. Linear in the length of `words`."""
    for match in _WRITTEN.finditer(words):
        value = _day_of(match)
        if value:
            yield WrittenDate(value, match.start(), match.end())


def to_edtf(words: str) -> str:
    """The EDTF day, month or year that `words` state and nothing else but weekday and time; "" where they do not.

    >>> to_edtf("Sun, 27 Mar 2022 10:00:00 GMT"), to_edtf("March 2022"), to_edtf("03/04/2022")
    ('2022-03-27', '2022-03', '')
    """
    words = words.strip()
    if len(words) > 80:
        return ""
    for form in (_ISO, _COMPACT, _MONTH_YEAR):
        if match := form.fullmatch(words):
            return _whole(match)
    found = list(find_dates(words))
    if len(found) != 1 or not _AROUND.fullmatch(words[: found[0].start]):
        return ""
    return found[0].value if _AROUND.fullmatch(words[found[0].end :]) else ""


def _whole(match: re.Match[str]) -> str:
    parts = match.groupdict()
    year, month, day = int(parts["y"]), parts.get("m"), parts.get("d")
    if month is None:
        return f"{year:04d}"
    number = int(month) if month.isdigit() else _month(month)
    if day is None:
        return f"{year:04d}-{number:02d}" if 1 <= number <= 12 else ""
    return _calendar(year, number, int(day))


def _day_of(match: re.Match[str]) -> str:
    part = match.groupdict()
    if part["y1"]:
        return _calendar(int(part["y1"]), _month(part["m1"]), int(part["d1"]))
    if part["y2"]:
        return _calendar(int(part["y2"]), _month(part["m2"]), int(part["d2"]))
    if part["y3"]:
        return _calendar(int(part["y3"]), int(part["m3"]), int(part["d3"]))
    one, two, year = int(part["a"]), int(part["b"]), int(part["y4"])
    if one <= 12 and two <= 12 and one != two:
        return ""  # day first or month first: not ours to guess
    return _calendar(year, two, one) if one > 12 else _calendar(year, one, two)


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _calendar(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
