"""How the other readings of a cell stand to the one that is shown: a table marks only what disagrees."""

from __future__ import annotations

from enum import Enum
from typing import Final

from muniment.pipeline.conflicts import FOLLOWS_ANOTHER
from muniment.schema.record import Reading, Record


class Relation(Enum):
    """CONFLICTS cannot both be so; SUPERSEDED was so at an earlier count or stage; AGREES is the same, less or more
    exactly, or belongs to another statement."""

    AGREES = "agrees"
    SUPERSEDED = "superseded"
    CONFLICTS = "conflicts"


_SHOWN: Final = {"superseded": Relation.SUPERSEDED, "conflicts": Relation.CONFLICTS}


def relation(record: Record, cell: str, reading: Reading) -> Relation:
    """How a reading of a cell stands to the value that the record shows."""
    if cell == "modality" or record.rules.get(cell, "").startswith(FOLLOWS_ANOTHER):
        return Relation.AGREES
    return _SHOWN.get(reading.relation, Relation.AGREES)


def disagreeing(record: Record) -> list[str]:
    """The cells (and the date) of which two readings cannot both be so."""
    return [
        cell
        for cell, readings in record.readings.items()
        if any(relation(record, cell, reading) is Relation.CONFLICTS for reading in readings)
    ]
