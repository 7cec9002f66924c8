"""Dates in a frame of words: "since 2010", "between May and July", "from Monday to Friday", "2015-19"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from muniment.text import date_points as points
from muniment.text import date_words as words
from muniment.text.date_nodes import Anchored, Calendar, Edge, Node, PartOf, Season, Shift, Span, Weekday, Year
from muniment.text.date_parts import part
from muniment.text.date_points import Read
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens

_EDGES: Final[dict[str, Edge]] = {
    "since": "since", "after": "after", "until": "until", "till": "until", "by": "until", "before": "before",
    "following": "after",
}  # fmt: skip
OPENERS: Final = frozenset(_EDGES) | {"prior", "between", "from"}


def frame(t: Tokens, i: int) -> Read:
    low = t.low(i)
    if low in ("between", "from"):
        return _between(t, i)
    j = i + 1
    if low == "prior":
        if t.low(j) != "to":
            return None
        low, j = "before", j + 1
    j += t.low(j) in ("early", "late") and t.low(j + 1) == "as"
    j += low in ("since", "until", "till", "by", "before", "after") and t.low(j) == "about"
    if not _opens_date(t, j):
        return None
    read = part(t, j, True)
    if read is None or isinstance(read[0], Anchored):
        return None
    if low != "since" and not _closes(t, read):
        return None
    edge = _EDGES[low]
    if edge in ("since", "after"):
        return Span(edge, first=read[0]), read[1]
    return Span(edge, last=read[0]), read[1]


def ranged(t: Tokens, i: int, read: tuple[Node, int]) -> Read:
    """Widens a date to a range where a dash or "to" and a second date follow."""
    node, j = read
    sign = t.low(j)
    dash = sign in HYPHENS
    if isinstance(node, Calendar) and node.day and (dash or sign in ("to", "and", "through")):
        days = _same_month_days(t, read, j + 1)
        near = isinstance(days, tuple) and isinstance(days[0], Span) and isinstance(days[0].last, Calendar)
        if days and near and (sign != "and" or _consecutive(days[0])):
            return days
    if isinstance(node, Year) and dash:
        return _years(t, node, j) or read
    if (not dash and sign not in ("to", "through", "until")) or not isinstance(
        node, Calendar | Weekday | Year | Season
    ):
        return read
    if dash and not (t.joined(j) or not isinstance(node, Weekday)):
        return read
    last = part(t, j + 1, True)
    if last is None or type(last[0]) is not type(node) or (sign == "to" and not _may_run_to(node, last[0])):
        return read
    return _joined_span(node, last[0]), last[1]


def _opens_date(t: Tokens, j: int) -> bool:
    """After "by" and "before", May is more often a person than a month."""
    if t.low(j) == "may" and t.low(j - 1) not in ("since", "until", "till"):
        return t.number(j + 1) >= 0
    return t.low(j) != "the" or t.low(j + 1) in words.PARTS or t.low(j + 1) in words.WHICH or _decade_ahead(t, j)


def _decade_ahead(t: Tokens, j: int) -> bool:
    return t.number(j + 1) >= 0 or t.low(j + 1) in APOSTROPHES


def _closes(t: Tokens, read: tuple[Node, int]) -> bool:
    """False where the date only describes a noun: "after Monday's talks", "before 2010 elections"."""
    node, j = read
    if t.low(j) in APOSTROPHES and t.joined(j):
        return False
    if isinstance(node, Year):
        return t.low(j) not in words.COUNTED
    return not (isinstance(node, Shift) and node.unit == "day" and t.low(j) == "s")


def _between(t: Tokens, i: int) -> Read:
    low = t.low(i)
    first = part(t, i + 1, True)
    if first is None:
        return _days_of_month(t, i + 1)
    j = first[1]
    if low == "from" and (t.low(j) in ("onward", "onwards") or t.follow(j, ("on", ","))):
        return Span("since", first=first[0]), j + 1
    if t.low(j) not in (("and",) if low == "between" else ("to", "until", "till", "through", "and")) and (
        t.low(j) not in HYPHENS
    ):
        return None
    last = part(t, j + 1, True)
    if last is None:
        return _same_month_days(t, first, j + 1)
    return _joined_span(first[0], last[0]), last[1]


def _days_of_month(t: Tokens, i: int) -> Read:
    """Between 3 and 5 May 2021."""
    day, j = points.day_number(t, i)
    if not day or t.low(j) not in ("and", "to", "-", "–"):
        return None
    last = points.day_first(t, j + 1)
    if last and isinstance(last[0], Calendar) and last[0].day > day:
        return Span("between", replace(last[0], day=day), last[0]), last[1]
    return None


def _same_month_days(t: Tokens, first: tuple[Node, int], i: int) -> Read:
    """The rest of "from May 3 to 5, 2021"."""
    node = first[0]
    day, j = points.day_number(t, i)
    if not isinstance(node, Calendar) or not node.day or day <= node.day or t.low(j) in words.COUNTED:
        return None
    if not points.exists(node.year, node.month, day):
        return None
    year, of, end = points.of_year(t, j) if not node.year else (node.year, node.of, j)
    if year and not (points.exists(year, node.month, node.day) and points.exists(year, node.month, day)):
        return None
    return Span("between", replace(node, year=year, of=of), replace(node, day=day, year=year, of=of)), end


def _joined_span(first: Node, last: Node) -> Span:
    """Two ends; the first borrows the year of the second ("from March to May 2021")."""
    borrowed = first.of if isinstance(first, PartOf) else first
    lender = last.of if isinstance(last, PartOf) else last
    if (
        isinstance(borrowed, Calendar)
        and isinstance(lender, Calendar)
        and not borrowed.year
        and borrowed.of is None
        and (borrowed.month, borrowed.day) <= (lender.month, lender.day or 31)
        and (not lender.year or points.exists(lender.year, borrowed.month, borrowed.day or 1))
    ):
        borrowed = replace(borrowed, year=lender.year, of=lender.of)
        first = replace(first, of=borrowed) if isinstance(first, PartOf) else borrowed
    return Span("between", first, last)


def _consecutive(node: Node) -> bool:
    match node:
        case Span(first=Calendar(day=one), last=Calendar(day=two)):
            return two == one + 1
        case _:
            return False


def _may_run_to(node: Node, last: Node) -> bool:
    """ "May 3 to June 5" and "Monday to Friday" are ranges; "2010 to 2014" too; "moved from ..." is read before."""
    if isinstance(node, Calendar) and isinstance(last, Calendar):
        return bool(node.day) == bool(last.day)
    return isinstance(node, Weekday | Year)


def _years(t: Tokens, node: Year, j: int) -> Read:
    """2015-19, 2015–2019; not 2015-2014, not 1997-1-3."""
    digits = t.word(j + 1)
    last = points.year_number(t, j + 1) if len(digits) == 4 else 0
    if not last and len(digits) == 4 and t.joined(j + 1):
        last = t.number(j + 1, 1000, 2199)
    if len(digits) == 2 and t.number(j + 1) >= 0 and t.joined(j) and t.joined(j + 1):
        last = node.year // 100 * 100 + t.number(j + 1)
    follows = t.low(j + 2)
    if t.joined(j + 2) and (follows in HYPHENS or follows[0].isalnum() or follows == "%"):
        return None
    return (Span("between", node, Year(last)), j + 2) if last > node.year else None
