"""What a date expression says, before anyone knows when the document was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
Which: TypeAlias = Literal["", "last", "this", "next"]
Part: TypeAlias = Literal["start", "early", "mid", "late", "end"]
Edge: TypeAlias = Literal["since", "after", "until", "before", "between"]


@dataclass(frozen=True, slots=True)
class Year:
    """2021."""

    year: int


@dataclass(frozen=True, slots=True)
class Years:
    """The 1990s, the 19th century: first and last year."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month, or a day of a month, perhaps with its year: an absolute one, or "of last year" as `of`."""

    month: int
    day: int = 0
    year: int = 0
    of: Shift | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Weekday:
    """Monday is 0. `week` is set for "Monday last week" (-1), "Friday next week" (1), "Monday this week" (0)."""

    weekday: int
    which: Which = ""
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """Season 21 (spring) to 24 (winter), as EDTF numbers them."""

    season: int
    year: int = 0
    of: Shift | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Months:
    """Months `first` to `last` of a year: quarters, halves, "the first nine months of 2021"."""

    first: int
    last: int
    of: Year | Shift | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The calendar unit that lies `offset` units from publication: today (day, 0), last week (week, -1)."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class Ago:
    """Three weeks ago, two days from now: `count` units away; `count` is signed."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past three years, the next two weeks: from or up to publication; `count` is signed."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class PartOf:
    """Early 2020, mid-June, the end of this year."""

    part: Part
    of: Node


@dataclass(frozen=True, slots=True)
class Span:
    """Since, until, before, after, between. `of` holds one node, or two for "between"."""

    edge: Edge
    first: Node | None = None
    last: Node | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """Hangs on a date told elsewhere: `offset` units from it ("two years earlier": -2, "that day": 0), on its next or
    last `weekday`, or on no date ("in recent weeks": `offset` is None)."""

    unit: Unit | Literal[""] = ""
    offset: int | None = None
    weekday: int | None = None


Node: TypeAlias = Year | Years | Calendar | Weekday | Season | Months | Shift | Ago | Stretch | PartOf | Span | Anchored
