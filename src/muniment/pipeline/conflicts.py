"""What disagrees, worst first. Pure.

The order: readings between which independent speakers stand (each side has one that the other has not), then those of
different documents, then those of one document; last, where they are asked for, values that a later count or stage
superseded. Of equals, those that more speakers stand behind on the weaker side come first, then registers and records
in their own order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from muniment.pipeline.derived import Derived
from muniment.schema.claim import Value
from muniment.schema.record import Reading, Record

Depth: TypeAlias = Literal["speakers", "documents", "document", "superseded"]
DEPTHS: Final[tuple[Depth, ...]] = ("speakers", "documents", "document", "superseded")
# A cell that goes with another one differs where that one does: once is enough to say it.
FOLLOWS_ANOTHER: Final = "goes with "


@dataclass(frozen=True, slots=True)
class Side:
    """One value, the claims that give it, and who says it: the sources, publishers with their day, else documents."""

    value: Value
    claims: tuple[str, ...]
    said_by: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One cell of one record with values that cannot all be so; the shown one is the first side.

    `depth` says what stands between the sides: independent speakers, documents, or nothing ("document": one document
    gives both); "superseded" is no conflict: the other values were so once.
    """

    record: Record
    cell: str
    depth: Depth
    sides: tuple[Side, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of all sides, in the record's order."""
        given = {claim for side in self.sides for claim in side.claims}
        return tuple(claim for claim in self.record.claims if claim in given)


def conflicts(derived: Derived, register: str | None = None, *, superseded: bool = False) -> tuple[Conflict, ...]:
    """The conflicts of one register or all, worst first; with values that were `superseded` where asked."""
    relations = ("conflicts", "superseded") if superseded else ("conflicts",)
    found = [
        (DEPTHS.index(conflict.depth), -weight, at, conflict)
        for at, record in enumerate(derived.records(register))
        for weight, conflict in _of(record, derived, relations)
    ]
    return tuple(conflict for *_, conflict in sorted(found, key=lambda one: one[:3]))


def _of(record: Record, derived: Derived, relations: Sequence[str]) -> Iterator[tuple[int, Conflict]]:
    """The conflicts of a record, each with how many speak for its weaker side."""
    for cell, readings in record.readings.items():
        against = [reading for reading in readings if reading.relation in relations]
        if not against or record.rules.get(cell, "").startswith(FOLLOWS_ANOTHER):
            continue
        shown = [reading for reading in readings if reading.value == shown_value(record, cell)]
        rivals = [reading for reading in against if reading.relation == "conflicts"]
        depth, weight = _depth(shown, rivals, derived) if rivals else ("superseded", 0)
        sides = tuple(_side(reading, derived) for reading in (*shown, *rivals, *_rest(against, rivals)))
        if len(sides) > 1:
            yield weight, Conflict(record, cell, depth, sides)


def shown_value(record: Record, cell: str) -> Value:
    """What a record shows in a cell, "" where it shows nothing."""
    beside = {"date": record.date, "modality": record.modality}
    return beside[cell] if cell in beside else record.cells.get(cell, "")


def _rest(readings: Sequence[Reading], taken: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading not in taken]


def _depth(shown: Sequence[Reading], rivals: Sequence[Reading], derived: Derived) -> tuple[Depth, int]:
    """What stands between the shown value and the deepest of its rivals, and the fewer of the two sides' speakers."""
    ours = [claim for reading in shown for claim in reading.claims]
    found = [_between(ours, reading.claims, derived) for reading in rivals]
    return min(found, key=lambda one: (DEPTHS.index(one[0]), -one[1]))


def _between(ours: Sequence[str], theirs: Sequence[str], derived: Derived) -> tuple[Depth, int]:
    voices, others = ({derived.voice(claim) for claim in side} for side in (ours, theirs))
    weight = min(len(voices), len(others))
    if voices - others and others - voices:
        return "speakers", weight
    documents, elsewhere = ({derived.claims[claim].document for claim in side} for side in (ours, theirs))
    return ("documents" if documents != elsewhere else "document"), weight


def _side(reading: Reading, derived: Derived) -> Side:
    said_by = tuple(dict.fromkeys(derived.said_by(claim) for claim in reading.claims))
    return Side(reading.value, reading.claims, said_by, reading.reason)
