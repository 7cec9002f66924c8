"""Finds date expressions among tokens: where one may start, which words frame it, where it ends.

A small grammar read from left to right, longest reading first:

```text
expression = frame | part | point
frame      = ("since" | "after" | "before" | "until" | "by") part | "between" part "and" part
           | "from" part "to" part | part ("-" | "to" | "through") part
part       = ("early" | "mid-" | "late" | "the end of" ...) point | ("earlier" | "later") point | point
point      = see date_points
```

A bare year or a month whose name is also a word counts only where the word before it asks for a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.text import date_frames, date_parts
from muniment.text import date_points as points
from muniment.text import date_words as words
from muniment.text.date_frames import frame, ranged
from muniment.text.date_nodes import Calendar, Node, Span, Year, Years
from muniment.text.date_parts import part
from muniment.text.date_points import Read
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens

TRIGGERS: Final = (
    frozenset(words.MONTHS) | frozenset(words.WEEKDAYS) | frozenset(words.SEASONS) | frozenset(words.WHICH)
    | frozenset(words.TODAY) | frozenset(words.COUNTS) | frozenset(words.ORDINALS) | words.VAGUE
    | date_frames.OPENERS | date_parts.OPENERS
    | {"previous", "following", "same", "preceding", "ensuing", "that", "recent", "q", "h", "weekend"}
)  # fmt: skip


def parse(t: Tokens, framed: bool = True) -> Iterator[tuple[int, int, Node]]:
    """Yields (first token, token after the last, node) for each date expression, in order, without overlaps.

    Without `framed`, every date stands for itself: "from 3 May to 9 June 2020" is two.
    """
    i, listed = 0, -1
    while i < len(t):
        low = t.lowers[i]
        if low in TRIGGERS or "0" <= low[0] <= "9":
            read = _expression(t, i, listed) if framed else part(t, i, lone_year_fits(t, i, listed))
            if read:
                yield i, read[1], read[0]
                i = read[1]
                listed = i if isinstance(read[0], Year | Span | Years) or has_year(read[0]) else -1
                continue
        i += 1


def has_year(node: object) -> bool:
    """True for a month with its year: a bare year may follow it in a list."""
    return isinstance(node, Calendar) and bool(node.year) and not node.day


def _expression(t: Tokens, i: int, listed: int) -> Read:
    if t.low(i) in date_frames.OPENERS:
        read = frame(t, i)
        if read or t.low(i) not in ("following",):
            return read
    read = part(t, i, lone_year_fits(t, i, listed))
    return ranged(t, i, read) if read else None


def lone_year_fits(t: Tokens, i: int, listed: int) -> bool:
    """True where the words around a bare year say that it is one: "in 2010", "the 2010 vote", "2010 and 2014"."""
    value = points.year_number(t, i)
    if not value:
        return False
    before, after = t.low(i - 1), t.low(i + 1)
    if (i - 1 == listed and before in (",", "and", "or", "&", "/")) or (i - 2 == listed and before in ("and", "or")):
        return after not in words.COUNTED
    if t.low(i - 2).isalpha() and t.word(i - 1)[:1].isupper() and before not in ("in", "since", "the"):
        return False  # "Resolution 1973"
    if not 1500 <= value <= 2100 or before not in words.BEFORE_YEAR:
        return 1900 <= value <= 2100 and (_opens_sentence(before, after) or _range_ahead(t, i))
    if before == "s" and t.low(i - 2) not in APOSTROPHES:
        return False
    if before == "(":
        return value >= 1700 and after in (")", "-", "–", ",", ";")
    certain = before in ("in", "since", "until", "year") and value >= 1900
    return certain or after not in words.COUNTED


def _opens_sentence(before: str, after: str) -> bool:
    return before in ("", ".", "\n", "”", '"') and after in words.AFTER_YEAR


def _range_ahead(t: Tokens, i: int) -> bool:
    """2015-19, 2015–2019, of nothing that is counted."""
    digits = t.word(i + 2)
    if t.low(i + 1) not in HYPHENS or not t.joined(i + 1) or not t.joined(i + 2) or t.low(i + 3) in words.COUNTED:
        return False
    if len(digits) == 4:
        return t.number(i, 1900, 2100) < t.number(i + 2, 1900, 2100)
    return len(digits) == 2 and t.number(i) % 100 < t.number(i + 2) and t.low(i + 3) not in HYPHENS
