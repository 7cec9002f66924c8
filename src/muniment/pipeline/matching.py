"""When two cell values say the same: the comparisons of the published measure.

Kept apart from the ledger's reconciliation on purpose. The ledger may learn to see that two names are one
person; the yardstick must not move with it, or figures of two releases could not be compared. A change here
changes every published figure and is a release note.
"""

from __future__ import annotations

import datetime
import html
import re
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from muniment.schema.claim import Value

Comparison: TypeAlias = Callable[[Value, Value], bool]

# Shares below are the measure's, agreed with the annotators: half of the words, of the days, of the parties.
HALF: Final = 0.5
NAME_SHARE: Final = 0.6
NUMBER_SHARE: Final = 0.005
OPEN_END_DAYS: Final = 3650

_EMPTY_WORDS: Final = (
    "the a an of in on at to for from by with and or its his her their our this that these those mr mrs ms gen "
    "sen president minister general senior"
)
_EMPTY: Final = frozenset(_EMPTY_WORDS.split())
_SAME_NAME: Final[Mapping[str, str]] = MappingProxyType(
    {
        other: name
        for name, others in {
            "united states": "us usa america washington american",
            "united kingdom": "uk britain london british",
            "united nations": "un",
            "european union": "eu",
            "myanmar": "burma naypyitaw naypyidaw",
            "russia": "moscow russian kremlin",
            "china": "beijing chinese prc",
            "israel": "israeli",
            "iraq": "iraqi baghdad",
            "iran": "iranian tehran",
            "palestinians": "palestinian",
            "france": "french paris",
            "germany": "german",
            "japan": "japanese tokyo",
        }.items()
        for other in others.split()
    }
)
_SEASON_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}
_DAY: Final = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def words(value: Value) -> list[str]:
    """Lower-case words; a possessive loses its ending, "U.N." is "un"."""
    plain = html.unescape(str(value)).lower().replace("’", "'")
    for dotted, short in (("u.s.", "us"), ("u.n.", "un"), ("u.k.", "uk")):
        plain = plain.replace(dotted, short)
    return [word.removesuffix("'s") for word in re.findall(r"[\w\-']+", plain)]


def names_agree(one: Value, other: Value) -> bool:
    """Equal, one the shorter form of the other ("Su Kyi" of "Aung San Suu Kyi"), or mostly the same words."""
    first, second = _name(one), _name(other)
    if first == second:
        return True
    left, right = set(first.split()), set(second.split())
    if not left or not right:
        return False
    small, big = (left, right) if len(left) <= len(right) else (right, left)
    shorter_form = small <= big and (len(small) >= 2 or len(big) <= 3)
    return shorter_form or len(left & right) / len(left | right) >= NAME_SHARE


def texts_agree(one: Value, other: Value) -> bool:
    """At least half of the meaning-bearing words of both together are shared; plural endings do not count."""
    left, right = Counter(_content(one) or words(one)), Counter(_content(other) or words(other))
    shared = sum((left & right).values())
    return shared > 0 and 2 * shared / (left.total() + right.total()) >= HALF


def numbers_agree(one: Value, other: Value) -> bool:
    """Equal up to half a per cent."""
    first, second = _number(one), _number(other)
    if first is None or second is None:
        return False
    return abs(first - second) <= 1e-6 + NUMBER_SHARE * max(abs(first), abs(second))


def dates_agree(one: Value, other: Value) -> bool:
    """Equal, or intervals that share at least half of the days that they span together."""
    if str(one) == str(other):
        return True
    first, second = _interval(str(one)), _interval(str(other))
    if first is None or second is None:
        return False
    shared = min(first[1], second[1]) - max(first[0], second[0]) + 1
    spanned = max(first[1], second[1]) - min(first[0], second[0]) + 1
    return shared > 0 and shared / spanned >= HALF


def terms_agree(one: Value, other: Value) -> bool:
    """The same term of a fixed list, whatever its case and punctuation."""
    return words(one) == words(other)


def lists_agree(one: Value, other: Value) -> bool:
    """At least half of the longer list's names are found in the other."""
    first, second = _names(one), _names(other)
    hits = sum(any(names_agree(name, known) for known in second) for name in first)
    return 2 * hits >= max(len(first), len(second))


def cells_agree(register: str, cell: str, one: Value, other: Value) -> bool:
    """Whether two values of this cell count as the same in the published measure."""
    if cell == "parties" or isinstance(one, list | tuple) or isinstance(other, list | tuple):
        return lists_agree(one, other)
    compare = _EXCEPTIONS.get((register, cell)) or _COMPARISONS.get(cell, texts_agree)
    return compare(one, other)


_COMPARISONS: Final[Mapping[str, Comparison]] = MappingProxyType(
    {
        cell: compare
        for compare, cells in (
            (names_agree, "supplier recipient subject object actor target place guest host imposer voter body speaker"),
            (names_agree, "affiliation entity compiler source via"),
            (numbers_agree, "quantity_ordered quantity_delivered value count killed displaced wounded arrested"),
            (numbers_agree, "ordinal for against abstain"),
            (dates_agree, "order_date delivery_date since as_of period date start end"),
            (terms_agree, "status relation kind stage bound form choice unit currency means"),
        )
        for cell in cells.split()
    }
)
_EXCEPTIONS: Final[Mapping[tuple[str, str], Comparison]] = MappingProxyType(
    {
        ("tallies", "measure"): terms_agree,
        ("agreements", "subject"): texts_agree,
        ("figures", "measure"): texts_agree,
    }
)


def _name(value: Value) -> str:
    bare = " ".join(word for word in words(value) if word not in _EMPTY)
    return _SAME_NAME.get(bare, bare)


def _names(value: Value) -> tuple[Value, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _content(value: Value) -> list[str]:
    return [word.rstrip("s") if len(word) > 3 else word for word in words(value) if word not in _EMPTY]


def _number(value: Value) -> float | None:
    try:
        return float(value) if isinstance(value, int | float) else float(str(value).replace(",", "").rstrip("%"))
    except ValueError:
        return None


def _interval(edtf: str) -> tuple[int, int] | None:
    """First and last day, as ordinals; an open end reaches ten years."""
    ends = edtf.split("/")
    first, last = _edge(ends[0], last=False), _edge(ends[-1], last=True)
    if first is None and last is None:
        return None
    if first is None:
        first = (last or 0) - OPEN_END_DAYS
    if last is None:
        last = first + OPEN_END_DAYS
    return (first, last) if first <= last else (last, first)


def _edge(edtf: str, *, last: bool) -> int | None:
    """The first or last day that an EDTF date, month, season or year covers; None where it names none."""
    match = _DAY.match(edtf.strip().rstrip("~?%"))
    if match is None or int(match[1]) < 1:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    months = 3 if month and int(month) in _SEASON_MONTH else 1
    start = _SEASON_MONTH.get(int(month), int(month)) if month else 1
    try:
        if day:
            return datetime.date(year, start, int(day)).toordinal()
        if not last:
            return datetime.date(year, start, 1).toordinal()
        after = year * 12 + start - 1 + (months if month else 12)
        return datetime.date(after // 12, after % 12 + 1, 1).toordinal() - 1
    except ValueError:
        return None
