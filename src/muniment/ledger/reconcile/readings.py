"""What values a cell has across the claims of one record, and who supports each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from muniment.ledger.reconcile.keys import DATE, Canonical, folded
from muniment.schema.claim import Claim, Value
from muniment.schema.record import Reading
from muniment.vocabulary.registers import Register

MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Supported:
    """One value with the claims that give it, in order. `value` is its commonest spelling, else its first."""

    value: Value
    claims: tuple[Claim, ...]

    def among(self, ids: frozenset[str]) -> Supported | None:
        """The same value with only those supporters; None where none is left."""
        kept = tuple(claim for claim in self.claims if claim.id in ids)
        return Supported(self.value, kept) if kept else None

    def reading(self) -> Reading:
        """As a record keeps it."""
        return Reading(self.value, tuple(claim.id for claim in self.claims))


def value_of(claim: Claim, cell: str) -> Value | None:
    """What a claim says of a cell; date and modality count as cells. None where it says nothing."""
    if cell == DATE:
        return claim.date or None
    if cell == MODALITY:
        return claim.modality
    said = claim.cells.get(cell)
    return None if said is None else said.value


def readings_of(claims: Sequence[Claim], register: Register, canonical: Canonical) -> dict[str, tuple[Supported, ...]]:
    """The readings of every cell that some claim gives; date and modality among them. In order of first claim."""
    types = {column.cell: column.type for column in register.columns}
    found = {}
    for cell, type in (*types.items(), (DATE, "date"), (MODALITY, "enum")):
        groups: dict[str, list[tuple[Value, Claim]]] = {}
        for claim in claims:
            value = value_of(claim, cell)
            if value is not None:
                groups.setdefault(folded(value, type, canonical), []).append((value, claim))
        if groups:
            found[cell] = tuple(_supported(group) for group in groups.values())
    return found


def _supported(group: Sequence[tuple[Value, Claim]]) -> Supported:
    spellings = Counter(value for value, _ in group)
    value, _ = max(spellings.items(), key=lambda item: item[1])  # of equals the first met
    return Supported(value, tuple(claim for _, claim in group))
