"""Full calendar dates with their year, as newspapers and metadata write them, to EDTF.

Nothing is guessed: a date without a year, 03/04/2022 (March or April?) and 31 February are no dates here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from muniment.text import edtf
from muniment.text.dates import find_days

_LONGEST: Final = 80
# What newspapers and their metadata can be dated by.
_FIRST_YEAR: Final = 1600
_PLAIN: Final = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_MONTH_YEAR: Final = re.compile(r"([A-Za-z]{3,9}\.?),? (\d{4})", re.ASCII)
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
    for start, end, value in find_days(words):
        if int(value[:4]) >= _FIRST_YEAR:
            yield WrittenDate(value, start, end)


def to_edtf(words: str) -> str:
    """The EDTF day, month or year that `words` state and nothing else but weekday and time; "" where they do not.

    >>> to_edtf("Sun, 27 Mar 2022 10:00:00 GMT"), to_edtf("March 2022"), to_edtf("03/04/2022")
    ('2022-03-27', '2022-03', '')
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return ""
    plain = _COMPACT.sub(r"\1-\2-\3", words) if _COMPACT.fullmatch(words) else words
    if match := _PLAIN.fullmatch(plain):
        return plain if int(match[1]) >= _FIRST_YEAR and edtf.validate(plain) else ""
    if match := _MONTH_YEAR.fullmatch(words):
        words = f"1 {match[1]} {match[2]}"
    words = words.title()  # metadata may write "march"; only names of months are read
    found = list(find_dates(words))
    if len(found) != 1 or not _AROUND.fullmatch(words[: found[0].start]):
        return ""
    if not _AROUND.fullmatch(words[found[0].end :]):
        return ""
    return found[0].value[:7] if match else found[0].value
