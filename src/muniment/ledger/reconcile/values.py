"""How two values of one cell stand by what they say alone."""

from __future__ import annotations

from math import inf
from typing import Final

from muniment.ledger.reconcile.comparers.base import DATE, Context, Outcome, text_of
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.ledger.reconcile.comparers.words import content
from muniment.ledger.reconcile.readings import Supported
from muniment.schema.claim import Value
from muniment.schema.record import Relation
from muniment.text import edtf
from muniment.vocabulary.registers import Register

# "About 160" and "164" are one count to a reader.
ABOUT: Final = 0.1
_BY_TYPE: Final = {"name": "party", "list": "parties"}
_BY_CELL: Final = {
    ("transfers", "item"): "item",
    ("tallies", "population"): "population",
    ("affiliations", "post"): "post",
    ("meetings", "guest"): "guest",
    ("incidents", "kind"): "act",
}


def compared(
    reading: Supported, best: Supported, cell: str, register: Register, context: Context
) -> tuple[Relation, str]:
    """How two values of one cell stand by what they say alone."""
    column = None if cell == DATE else register.column(cell)
    type = "date" if column is None else column.type
    if type in ("date", "period"):
        return _of_dates(str(reading.value), str(best.value))
    if column is not None and type == "number":
        meet = _meet(_range(reading, column.bound), _range(best, column.bound))
        return ("same", "the bounds meet") if meet else ("conflicts", "another count")
    by = _BY_CELL.get((register.name, cell)) or ("place" if cell == "place" else _BY_TYPE.get(type))
    if by is None:
        return _of_words(reading.value, best.value, type)
    comparer = COMPARERS[by]
    mine, theirs = (comparer.term(each.claims[0], cell, context) for each in (reading, best))
    found: Outcome = comparer.compare(mine, theirs)
    if found.kind == "differs":
        return "conflicts", "another one"
    return found.kind, found.reason


def _of_dates(said: str, shown: str) -> tuple[Relation, str]:
    if edtf.same(said, shown):
        return "same", "the same days"
    if edtf.within(said, shown):
        return "refines", "the date is more precise"
    if edtf.within(shown, said):
        return "refined", "the date is less precise"
    return ("same", "the days meet") if edtf.overlap(said, shown) else ("conflicts", "other days")


def _of_words(said: Value, shown: Value, type: str) -> tuple[Relation, str]:
    """Enums exclude one another; texts tell different things, or one tells more."""
    if type == "enum":
        return "conflicts", f"{said} against {shown}"
    first, second = content(str(said)), content(str(shown))
    if first == second:
        return "same", "the same words"
    if first <= second or second <= first:
        return ("refined", "says less") if first <= second else ("refines", "says more")
    return "beside", "tells something else"


def _range(reading: Supported, bound: str) -> tuple[float, float]:
    """The counts that a value with its bound, in the cell of that name, allows."""
    number = float(reading.value) if isinstance(reading.value, int | float) else inf
    match next((text_of(claim, bound) for claim in reading.claims if bound in claim.cells), ""):
        case "at least" | "more than":
            return (number, inf)
        case "up to" | "less than":
            return (0.0, number)
        case "about":
            return (number * (1 - ABOUT), number * (1 + ABOUT))
    return (number, number)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
