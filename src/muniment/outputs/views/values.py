"""How one value looks: numbers with thousands marked, amounts with their bound, dates as EDTF.

Unknown stays unknown: nothing here fills a gap. SIPRI's brackets mark a reported year whose accuracy is
uncertain, two dots what no report gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from muniment.schema.claim import Value

UNKNOWN: Final = ".."
_BOUND_WORDS: Final = {"exact": "", "about": "about "}


def number(value: int | float | Decimal) -> str:
    """12345.5 as 12,345.5; whole numbers without a fraction; no exponent, no rounding."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return f"{int(exact):,}" if exact == exact.to_integral_value() else f"{exact.normalize():,f}"


def plain(value: Value) -> str:
    """A value without context."""
    if isinstance(value, int | float):
        return number(value)
    return value if isinstance(value, str) else ", ".join(value)


def amount(value: Value, bound: str = "", unit: str = "") -> str:
    """A count or sum as the report gives it: "at least 40", "about 16 %", "807,000,000 USD"."""
    before = _BOUND_WORDS.get(bound, f"{bound} " if bound else "")
    if isinstance(value, int | float) and unit == "%":
        return f"{before}{number(Decimal(repr(value)) * 100)}%"
    return f"{before}{plain(value)} {unit}".strip()


def date(edtf: str) -> str:
    """A date as EDTF; the ends of an interval stand apart, so that a narrow column can break between them."""
    return edtf.replace("/", " / ")


def sipri_date(edtf: str) -> str:
    """An approximate or uncertain date in brackets, as the trade registers write it."""
    if edtf.endswith(("~", "?", "%")) and "/" not in edtf:
        return f"({edtf[:-1]})"
    return date(edtf)


def value_of(cells: Mapping[str, Value], cell: str) -> str:
    """The cell's value as a word, "" where it has none."""
    return plain(cells[cell]) if cell in cells else ""


def quoted(words: str) -> str:
    """Words between quotation marks: single ones where the words hold double ones themselves."""
    return f"‘{words}’" if any(mark in words for mark in '“”"') else f"“{words}”"
