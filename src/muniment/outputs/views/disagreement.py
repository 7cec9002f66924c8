"""How the other readings of a cell stand to the one that is shown: a table marks only what disagrees."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from math import inf
from typing import Final

from muniment.outputs.views.values import plain
from muniment.schema.claim import Claim, Value
from muniment.schema.record import Reading, Record
from muniment.text import edtf
from muniment.vocabulary.registers import Register

Range = tuple[float, float]


class Relation(Enum):
    """CONFLICTS cannot both be so; SUPERSEDED was so at an earlier count; AGREES is the same, less or more exactly,
    or belongs to another statement (what was planned beside what happened)."""

    AGREES = "agrees"
    SUPERSEDED = "superseded"
    CONFLICTS = "conflicts"


LATER_COUNT: Final = "latest count"
BOUND: Final = "bound"
# "about 160" and "164" are one count to a reader; the tenth is a convention of this display and decides nothing else.
ABOUT: Final = 0.1
_FOLLOWS_ANOTHER: Final = ("goes with ", "before others")


def relation(register: Register, record: Record, cell: str, reading: Reading, claims: Mapping[str, Claim]) -> Relation:
    """How a reading of a cell stands to the value that the record shows; `claims` are looked up by id,
    for the bound that a count was given with; those not at hand count as exact."""
    rule, other = record.rules.get(cell, ""), reading.value
    if any(words in rule for words in _FOLLOWS_ANOTHER):
        return Relation.AGREES
    shown = record.date if cell == "date" else record.cells.get(cell)
    if shown in (None, "", other):
        return Relation.AGREES
    if rule == LATER_COUNT:
        return Relation.SUPERSEDED
    type = "date" if cell == "date" else register.column(cell).type
    if type == "number":
        bounds = (claims[id].cells.get(BOUND) for id in reading.claims if id in claims)
        theirs = next((cell.value for cell in bounds if cell is not None), None)
        agree = _meet(_range(shown, record.cells.get(BOUND)), _range(other, theirs))
    else:
        agree = _compatible(type, shown or "", other)
    return Relation.AGREES if agree else Relation.CONFLICTS


def disagreeing(register: Register, record: Record, claims: Mapping[str, Claim]) -> list[str]:
    """The cells (and the date) of which two readings cannot both be so."""
    return [
        cell
        for cell, readings in record.readings.items()
        if cell != "modality"
        and any(relation(register, record, cell, reading, claims) is Relation.CONFLICTS for reading in readings)
    ]


def _compatible(type: str, one: Value, other: Value) -> bool:
    """Dates that share a day; names and texts of which one only says more than the other."""
    if type in ("date", "period"):
        return edtf.overlap(str(one), str(other))
    if type in ("name", "text", "list"):
        first, second = (set(plain(value).casefold().replace(",", " ").split()) for value in (one, other))
        return first <= second or second <= first
    return False


def _range(value: Value | None, bound: Value | None) -> Range:
    """The counts that a value with its bound allows."""
    number = float(value) if isinstance(value, int | float) else inf
    match bound:
        case "at least" | "more than":
            return (number, inf)
        case "up to" | "less than":
            return (0.0, number)
        case "about":
            return (number * (1 - ABOUT), number * (1 + ABOUT))
    return (number, number)


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
