"""What a time expression says that is no calendar date: a time of day, a lapse, a recurrence, a vague "now".

The fourth kind, a calendar date, has its nodes in `date_nodes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from muniment.text.date_nodes import Node

DayPart: TypeAlias = Literal["morning", "midday", "afternoon", "evening", "night", ""]
LapseUnit: TypeAlias = Literal[
    "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century", ""
]
Direction: TypeAlias = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `hour` and `minute` on the 24-hour clock (hour -1: only the part of the day is told).

    `of` is the day where the words name it ("Monday morning", "8:30 a.m. on May 3"), else None.
    """

    hour: int
    minute: int = 0
    part: DayPart = ""
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Lapse:
    """Three weeks, the two-year war, recent months: how long. `count` is None where no number is told; a lapse of no
    known unit ("for some time") has the unit ""."""

    unit: LapseUnit
    count: float | None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Every quarter, each July, a share a year: again and again. `on` is the date that comes round, where it is one."""

    unit: LapseUnit
    on: Node | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, recently, in the future: where it lies, but no date."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period that the text speaks of ("the quarter", "the latest period"), or that of another year: `years` away
    ("a year earlier": -1), or of `year` ("the 2019 period")."""

    years: int = 0
    year: int = 0


TimeNode: TypeAlias = Node | Clock | Lapse | Recurring | Vague | SamePeriod
TimeRead: TypeAlias = tuple[TimeNode, int] | None
