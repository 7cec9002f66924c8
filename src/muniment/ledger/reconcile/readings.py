"""What values a cell has across the claims of one record, and who supports each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from muniment.ledger.identity.wording import phrase_key
from muniment.ledger.reconcile.comparers.base import DATE, MODALITY, Naming, value_of
from muniment.ledger.reconcile.comparers.words import spelled
from muniment.schema.claim import Claim, Value
from muniment.vocabulary.registers import Register


@dataclass(frozen=True, slots=True)
class Supported:
    """One value with the claims that give it, in order, and how each of them spells it; `heard` are the spellings of
    all claims that give it, also of those that do not count here.
    """

    claims: tuple[Claim, ...]
    spellings: tuple[Value, ...]
    heard: tuple[Value, ...]

    @property
    def value(self) -> Value:
        """Its commonest spelling, else the first; the full name where that is an acronym and anybody gives the name."""
        common = _commonest(self.spellings)
        if not _is_acronym(common):
            return common
        full = [said for said in self.heard if not _is_acronym(said)]
        return _commonest(full) if full else common

    def among(self, ids: frozenset[str]) -> Supported | None:
        """The same value with only those supporters; None where none is left."""
        kept = [(claim, said) for claim, said in zip(self.claims, self.spellings, strict=True) if claim.id in ids]
        if not kept:
            return None
        return Supported(tuple(claim for claim, _ in kept), tuple(said for _, said in kept), self.heard)


def _commonest(spellings: Sequence[Value]) -> Value:
    return max(Counter(spellings).items(), key=lambda item: item[1])[0]  # of equals the first met


def _is_acronym(value: Value) -> bool:
    """True for a name of capitals: "IOM", "U.N."."""
    return isinstance(value, str) and value.replace(".", "").isalpha() and value.isupper() and len(value) > 1


def readings_of(claims: Sequence[Claim], register: Register, key: Naming) -> dict[str, tuple[Supported, ...]]:
    """The readings of every cell that some claim gives; date and modality among them. In order of first claim."""
    types = {column.cell: column.type for column in register.columns}
    found = {}
    for cell, type in (*types.items(), (DATE, "date"), (MODALITY, "enum")):
        groups: dict[str, list[tuple[Claim, Value]]] = {}
        for claim in claims:
            value = value_of(claim, cell)
            if value is not None:
                groups.setdefault(_folded(value, type, claim, cell, key), []).append((claim, value))
        if groups:
            pairs = (zip(*group, strict=True) for group in groups.values())
            found[cell] = tuple(Supported(tuple(given), tuple(said), tuple(said)) for given, said in pairs)
    return found


def _folded(value: Value, type: str, claim: Claim, cell: str, key: Naming) -> str:
    """Two values with one key are one reading."""
    if isinstance(value, tuple):
        return " | ".join(sorted({key(item, claim.document, cell) for item in value}))
    if isinstance(value, int | float):
        return repr(float(value))
    if type == "name":
        return key(value, claim.document, cell)
    return spelled(phrase_key(value)) if type == "text" else value
