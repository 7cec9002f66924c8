"""What time expressions mean in their text: dates by the day of publication, by tense, and by the dates told before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from muniment.text import date_resolve, edtf, time_words
from muniment.text.date_nodes import Anchored, Calendar, Months, Node, Part, PartOf, Shift, Weekday
from muniment.text.date_resolve import Tense
from muniment.text.time_nodes import Clock, Lapse, Recurring, SamePeriod, TimeNode, Vague
from muniment.text.tokens import Tokens

# How far from a date, in tokens, the verb of its clause is looked for.
_STEPS: Final = 25
_STOPS: Final = frozenset({".", "\n", ";", "`", '"', "“", "”"})
_QUARTER: Final = 2  # months from a quarter's first to its last


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date in EDTF, "" where the text does not say which; `part` of it only, where one is told."""

    edtf: str
    part: Part | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time on the day `edtf` ("" where that is not told); see Clock for the rest."""

    edtf: str
    clock: Clock


Meaning: TypeAlias = Date | TimeOfDay | Lapse | Recurring | Vague


class Context:
    """Resolves the time expressions of one text in order; later ones may hang on what earlier ones said."""

    def __init__(self, tokens: Tokens, published: str) -> None:
        self._tokens = tokens
        self._published = published
        self._last = published
        self._quarters: Counter[str] = Counter()
        self._months = False  # months of account ("the nine months") were told since the last quarter

    def meaning(self, first: int, after: int, node: TimeNode) -> Meaning:
        """What the tokens from `first` to before `after`, read as `node`, mean here."""
        match node:
            case Lapse() | Recurring() | Vague():
                self._months = self._months or (isinstance(node, Lapse) and node.unit == "month")
                return node
            case Clock(of=None):
                return TimeOfDay(self._last if edtf.precision(self._last) == "day" else self._published, node)
            case Clock(of=day):
                return TimeOfDay(self._date(first, after, day) if day else "", node)
            case SamePeriod():
                return Date(self._same(node))
            case PartOf(part=part, of=whole):
                return Date(self._date(first, after, whole), part)
            case _:
                return Date(self._date(first, after, node))

    def _date(self, first: int, after: int, node: Node) -> str:
        if isinstance(node, Anchored):
            return anchored(node, self._last)
        tense = "" if isinstance(node, Shift) else tense_around(self._tokens, first, after)
        if isinstance(node, Calendar) and tense == "past":
            tense = ""  # told without a year: the nearest in the calendar
        elif isinstance(node, Weekday) and tense == "":
            tense = "past"
        value = date_resolve.resolve(node, self._published, tense)
        if value and isinstance(node, Months) and node.last - node.first == _QUARTER:
            self._quarters[value] += 1
            self._months = False
        self._last = value or self._last
        return value

    def _same(self, node: SamePeriod) -> str:
        """The quarter or half spoken of, `years` on or of `year`; a whole year where none is spoken of."""
        told = [quarter for quarter in self._quarters if edtf.ends(quarter)[1] <= self._published]
        if told and not (self._months and (node.years or node.year)):
            first, last = edtf.ends(max(told, key=lambda quarter: self._quarters[quarter]))
            year = node.year or max(int(first[:4]) + node.years, 1)
            return f"{year:04}{first[4:]}/{year:04}{last[4:]}"
        if node.year:
            return f"{node.year:04}"
        return date_resolve.resolve(Shift("year" if node.years else "quarter", -1), self._published, "past")


def anchored(node: Anchored, last: str) -> str:
    """`node` counted from the date told last; "" where that is too coarse."""
    if not node.unit or node.offset is None:
        return ""
    day, offset = edtf.day(last), node.offset
    if node.weekday is not None:
        if day is None:
            return ""
        gap = (day.weekday() - node.weekday) % 7
        offset = {-1: -(gap or 7), 0: -gap, 1: 7 - gap}[node.offset]
    return date_resolve.resolve(Shift(node.unit, offset), last, "")


def tense_around(t: Tokens, first: int, after: int) -> Tense:
    """ "future" where the nearest verb before the expression in its sentence, or else the first one after it, looks
    ahead ("will", "plans to"); "" after "by" and the like; "past" otherwise."""
    near: Tense = "" if t.low(first - 1) in time_words.UP_TO else "past"
    for i in range(first - 1, max(first - _STEPS, -1), -1):
        low = t.lowers[i]
        if low in time_words.AHEAD:
            return "future"
        if low in time_words.BEHIND:
            return near
        if low in _STOPS:
            break
    for low in t.lowers[after : after + _STEPS]:
        if low in time_words.AHEAD:
            return "future"
        if low in time_words.BEHIND or low in _STOPS:
            break
    return near
