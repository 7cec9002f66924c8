"""What a number is of: a currency, a share, a unit of measure, an age, or nothing but things counted."""

from __future__ import annotations

from dataclasses import dataclass

from muniment.text import amount_words as words
from muniment.text.amount_parts import Number
from muniment.text.tokens import HYPHENS, Tokens, is_number


@dataclass(frozen=True, slots=True)
class UnitRead:
    """The tokens `[start, after)` of number and unit together; `factor` turns the number into the value."""

    start: int
    after: int
    kind: str
    unit: str = ""
    factor: int | float = 1


def read_unit(t: Tokens, first: Number, last: Number) -> UnitRead | None:
    """The unit of a number, or of a range from `first` to `last`. None where the number names something after all."""
    currency = first.currency or last.currency
    if currency:
        return UnitRead(first.start, last.after, "money", currency)
    if first.kind in ("ordinal", "fraction"):
        return UnitRead(first.start, last.after, first.kind, "%" if first.kind == "percent" else "")
    i = last.after
    share = _percent(t, i)
    if share:
        return UnitRead(first.start, share, "percent", "%", 0.01)
    money = _money(t, i)
    if money:
        return UnitRead(first.start, money[1], "money", money[0], money[2])
    measure = _measure(t, i)
    if measure:
        return UnitRead(first.start, measure[1], "measure", measure[0])
    if _age(t, first, i):
        return UnitRead(first.start, i, "measure", "age")
    return UnitRead(first.start, i, "count")


def _percent(t: Tokens, i: int) -> int:
    """The index after "%", "percent", "per cent", "percentage points", "-percent"; 0 where there is none."""
    j = i + 1 if t.low(i) in HYPHENS and t.joined(i + 1) else i
    low = t.low(j)
    if low in ("%", "percent", "pct") or (low == "pc" and t.joined(j)):
        return j + 2 if t.low(j + 1) in ("point", "points") else j + 1
    if low == "per" and t.low(j + 1) == "cent":
        return j + 2
    if low == "percentage" and t.low(j + 1) in ("point", "points"):
        return j + 2
    return 0


def _money(t: Tokens, i: int) -> tuple[str, int, int | float] | None:
    """A currency's name after the number: code, index after it, factor (cents are hundredths)."""
    j = i + 1 if t.low(i) in HYPHENS and t.joined(i + 1) else i
    for k in range(j, j + 5):
        low = t.low(k)
        code = words.CURRENCIES.get(low) or words.CURRENCIES.get(low.removesuffix("s"))
        if code and (k == j or _national(t, j, k)):
            return _named_currency(t, j, k, code)
        if low in words.CODES and low != "rs" and t.word(k).isupper() and k == j:
            return words.CODES[low], k + 1, 1
        if k == j and low in ("€", "£", "$", "₽"):
            return words.SIGNS[low], k + 1, 1
    return None


def _national(t: Tokens, j: int, k: int) -> bool:
    """True where only a national adjective stands between number and currency."""
    stem = t.low(k) if t.low(k) in words.CURRENCIES else t.low(k).removesuffix("s")
    if t.follow(j, ("u", ".", "s", ".")):
        return k == j + 4
    return (t.low(k - 1), stem) in words.NATIONAL and k - j <= (
        2 if t.low(k - 1) in ("kong", "zealand", "lankan", "korean") else 1
    )


def _named_currency(t: Tokens, j: int, k: int, code: str) -> tuple[str, int, int | float] | None:
    low = t.low(k)
    stem = low if low in words.CURRENCIES else low.removesuffix("s")
    if stem in ("mark", "real", "som", "won", "rand", "pound", "cent") and not _meant(t, j, k, stem):
        return None
    code = words.NATIONAL.get((t.low(k - 1), stem), code) if k > j else code
    return code, k + 1, 0.01 if stem == "cent" else 1


def _meant(t: Tokens, j: int, k: int, stem: str) -> bool:
    """Names of money that are other words too: "40 won seats", "20-pound shell"."""
    if k > j:
        return True
    if stem == "pound":
        return t.low(j - 1) not in HYPHENS and t.low(k).endswith("s") and t.low(k + 1) != "of"
    if stem == "won":
        return words.SCALES.get(t.low(k - 1), 0) >= 1000 and not t.low(k + 1).isalpha()
    if stem == "cent":
        return t.low(k).endswith("s")
    return stem == "mark" and t.low(k) == "marks"


def _measure(t: Tokens, i: int) -> tuple[str, int] | None:
    """A unit of measure after the number, hyphenated or not; "square" and "cubic" stay with it."""
    hyphen = t.low(i) in HYPHENS and t.joined(i) and t.joined(i + 1)
    j = i + 1 if hyphen else i
    low = t.low(j)
    if low in ("square", "sq", "cubic", "metric", "nautical") and t.low(j + 1) in words.UNITS:
        prefix = "" if low == "metric" else "square " if low == "sq" else f"{low} "
        return prefix + words.UNITS[t.low(j + 1)], j + 2
    unit = "second" if hyphen and low == "second" else words.UNITS.get(low)
    if unit is None or (low in ("t", "m", "g", "kt", "ha", "min") and not t.joined(j)):
        return None
    if unit in ("year", "month", "day") and _old(t, j + 1):
        return "age", _old(t, j + 1)
    return unit, j + 1


def _old(t: Tokens, i: int) -> int:
    """The index after "-old", "old", "of age", "-olds"; 0 where there is none."""
    j = i + 1 if t.low(i) in HYPHENS else i
    if t.low(j) in ("old", "olds"):
        return j + 1
    return j + 2 if t.low(j) == "of" and t.low(j + 1) == "age" else 0


def _age(t: Tokens, first: Number, i: int) -> bool:
    """ "aged 45", "Aung Min, 45, said": a bare number below 120 between commas after a name."""
    before = t.low(first.start - 1)
    if before == "aged" or (before == "age" and t.low(first.start - 2) != "of"):
        return True
    if before != "," or t.low(i) not in (",", ".") or not isinstance(first.value, int) or not 0 < first.value < 120:
        return False
    name, figure = t.word(first.start - 2), is_number(t.low(first.core))
    return figure and name[:1].isupper() and t.low(i) == ","
