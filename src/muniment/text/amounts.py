"""Numbers in news text that count or measure something, with how exact the words say they are.

`find_amounts` gives each number once, with the words that bound it: "at least 40" is 40 and at least, never
plain 40. Years, dates, times of day, telephone numbers and the numbers inside names ("Su-30", "Resolution
1973") give nothing. Values follow the gold's notes: "dozens" is at least 12, "hundreds" at least 100, 40 % is 0.4.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from muniment.text import amount_words as words
from muniment.text.amount_numbers import read_number
from muniment.text.amount_parts import Number
from muniment.text.amount_units import read_unit
from muniment.text.date_parse import parse
from muniment.text.tokens import HYPHENS, Tokens, cut, is_number

Bound: TypeAlias = Literal["exact", "about", "at least", "more than", "up to", "less than"]
Kind: TypeAlias = Literal["count", "money", "percent", "ordinal", "measure", "fraction"]

# +95 1 555 123, 1-800-555-1234
_TELEPHONE: Final = re.compile(
    r"(?<!\w)\+[0-9](?:[ ()-]?[0-9]){6,14}(?![0-9])|(?<![\w-])[0-9]{1,4}(?:-[0-9]{2,4}){2,3}(?![\w-])"
)
_TRAILERS: Final[dict[tuple[str, ...], Bound]] = {
    ("or", "more"): "at least", ("or", "so"): "about", ("or", "fewer"): "up to", ("or", "less"): "up to",
    ("-", "odd"): "about", ("-", "plus"): "at least", ("and", "counting"): "at least", ("plus",): "at least",
    ("-", "some"): "about", ("+",): "at least", ("-", "strong"): "exact",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """Characters `[start, end)`: the qualifying words, the number, its scale and its unit or currency.

    `[core_start, core_end)` is the number alone ("40" of "at least 40 %"). `value` is an int when whole; a percentage
    is a share (0.4). `high` is the upper end of a range, else None. `unit` is "%" , a currency's ISO 4217 code, the
    unit of a measure, or "". An age ("aged 45", "45-year-old") is a measure in "age".
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: int | float
    bound: Bound = "exact"
    unit: str = ""
    kind: Kind = "count"
    high: int | float | None = None


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """The amounts of `text[start:end]`, in order, without overlaps; offsets into `text`. Linear in the length."""
    tokens = cut(text, start, end)
    return amounts_in(tokens, dated(tokens))


def dated(tokens: Tokens) -> list[int]:
    """One entry a token and one more: not 0 where the token is part of a date or of a telephone number."""
    taken = [0] * (len(tokens) + 1)
    for first, after, _ in parse(tokens):
        taken[first:after] = [after] * (after - first)
    if tokens.starts:
        for match in _TELEPHONE.finditer(tokens.text, tokens.starts[0], tokens.ends[-1]):
            first, after = bisect_left(tokens.starts, match.start()), bisect_left(tokens.starts, match.end())
            taken[first:after] = [after] * (after - first)
    return taken


def amounts_in(tokens: Tokens, dates: list[int]) -> list[Amount]:
    """As `find_amounts`, over tokens already cut, with `dates` from `dated`."""
    found: list[Amount] = []
    i = 0
    while i < len(tokens):
        if dates[i] or not _may_open(tokens, i):
            i += 1
            continue
        read = _amount(tokens, i, dates)
        if read is None:
            i += 1
        else:
            found.append(read[0])
            i = max(read[1], i + 1)
    return found


def _may_open(t: Tokens, i: int) -> bool:
    low = t.lowers[i]
    return is_number(low) or low in _OPENERS


_OPENERS: Final[frozenset[str]] = (
    frozenset(words.ONES) | frozenset(words.TENS) | frozenset(words.VAGUE) | frozenset(words.ORDINALS)
    | frozenset(words.QUALIFIER_STARTS) | frozenset(words.SIGNS) | frozenset(words.CODES)
    | frozenset({"a", "an", "half", "several", "few", "many", "tens", "between", "us", "hk", "nt", "nz", "au", "c",
                 "s", "~", ">", "<", "hundred", "dozen", "three", "couple", "pair", "both", "aged", "age", "u"})
)  # fmt: skip


def _amount(t: Tokens, i: int, dates: list[int]) -> tuple[Amount, int] | None:
    bound, j = _qualifiers(t, i)
    if dates[j] or (j > i and "\n" in t.words[i:j]):
        return None
    ranged = t.low(j) == "between"
    first = read_number(t, j + ranged)
    if first is None or (bound and first.kind == "ordinal" and bound != "about"):
        return None
    if any(dates[first.start : first.after]):
        return None
    return _finish(t, i, bound, first, ranged)


def _finish(t: Tokens, i: int, bound: str, first: Number, ranged: bool) -> tuple[Amount, int] | None:
    low, high, last = first.value, None, first
    if first.kind in ("count", "money"):
        second = _second(t, first, ranged)
        if second is not None:
            low, high, last = _rescaled(first, second), second.value, second
        elif ranged:
            return None
    unit = read_unit(t, first, last)
    if unit is None:
        return None
    value, top = low * unit.factor, None if high is None else high * unit.factor
    after, shown = unit.after, bound or first.bound
    trailer, k = _trailer(t, after)
    if trailer:
        after, shown = k, trailer if shown == "exact" else shown
    amount = Amount(
        start=t.starts[i] if bound or ranged else t.starts[unit.start],
        end=t.ends[after - 1],
        core_start=t.starts[first.core],
        core_end=t.ends[last.after - 1],
        value=_plain(value),
        bound=cast(Bound, shown),
        unit=unit.unit,
        kind=cast(Kind, unit.kind),
        high=None if top is None else _plain(top),
    )
    return amount, after


def _qualifiers(t: Tokens, i: int) -> tuple[str, int]:
    """The bound that the words from `i` on state, and the index of the number; ("", i) where they state none.

    Of two in a row the first that is no mere "about" counts: "at least some 40" is at least.
    """
    bound, j = "", i
    for _ in range(3):
        if t.low(j) in ("~", ">", "<") and t.joined(j + 1):
            found, k = {"~": "about", ">": "more than", "<": "less than"}[t.low(j)], j + 1
        else:
            found, k = _qualifier(t, j)
        if not found:
            break
        bound, j = found if bound in ("", "about") else bound, k
    if bound == "about" and j == i + 1 and t.low(i) == "some" and t.low(j) == "of":
        return "", i
    return bound, j


def _qualifier(t: Tokens, j: int) -> tuple[str, int]:
    for size in range(words.QUALIFIER_STARTS.get(t.low(j), 0), 0, -1):
        phrase = tuple(t.lowers[j : j + size])
        bound = words.QUALIFIERS.get(phrase)
        if bound:
            return bound, j + len(phrase)
    return "", j


def _second(t: Tokens, first: Number, ranged: bool) -> Number | None:
    """The upper end of a range: "30-40", "30 to 40", "between 30 and 40", "two or three"; only when it is higher."""
    sign = t.low(first.after)
    if ranged:
        if sign != "and":
            return None
    elif sign in HYPHENS:
        if not (t.joined(first.after + 1) or sign in "–—") or sign == "—":
            return None
    elif sign == "or":
        if first.value >= 100 or first.scaled:
            return None
    elif sign != "to" or t.low(first.start - 1) == "from" or t.low(first.start - 2) == "from":
        return None
    second = read_number(t, first.after + 1, tail=True)
    if second is None or second.kind not in ("count", "money") or second.bound != "exact":
        return None
    if sign in HYPHENS and t.low(second.after) in HYPHENS and t.joined(second.after):
        return None
    if sign == "or" and second.value > 2 * first.value + 2:
        return None
    return second if second.value > _rescaled(first, second) else None


def _rescaled(first: Number, second: Number) -> int | float:
    """2 of "2 to 3 million" is two million."""
    if second.scaled and not first.scaled and first.value < second.value / second.scaled:
        return first.value * second.scaled
    return first.value


def _trailer(t: Tokens, i: int) -> tuple[Bound | None, int]:
    for size in (2, 1):
        bound = _TRAILERS.get(tuple(t.lowers[i : i + size]))
        if bound and (t.low(i) not in ("-", "+") or t.joined(i)) and (t.low(i) != "plus" or t.joined(i)):
            return bound, i + size
    return None, i


def _plain(value: float) -> int | float:
    """An int when whole; floats lose the noise of binary fractions (0.16, not 0.16000000000000003)."""
    if isinstance(value, int):
        return value
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded
