"""Groups of claims to records, in one total order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from muniment.ledger.identity import fold
from muniment.ledger.reconcile.choose import GOES_WITH, choose
from muniment.ledger.reconcile.keys import DATE, Canonical, Key, key_of, record_id
from muniment.ledger.reconcile.readings import MODALITY, Supported, readings_of
from muniment.schema.claim import MODALITIES, Claim, Modality, Value
from muniment.schema.record import Record
from muniment.vocabulary.registers import Register


def reconcile(
    claims: Iterable[Claim],
    register: Register,
    canonical: Canonical = fold,
    names: Mapping[str, str] | None = None,
    published: Mapping[str, str] | None = None,
) -> tuple[Record, ...]:
    """The records that the claims of one register add up to; claims of other registers are passed over.

    Claims with equal keys form one record; a claim that lacks a cell of `key_needs` stands alone. `canonical` gives
    spellings of one name one key. `names` (document id to name) puts claims in the order that people see; it decides
    nothing else but ties. `published` (document id to EDTF day) dates a running total that no words date. The result
    depends on what is given, not on its order.
    """
    known = cache(canonical)
    called = names or {}
    ordered = sorted(
        (claim for claim in claims if claim.register == register.name),
        key=lambda claim: (called.get(claim.document, claim.document), claim.evidence, claim.id, claim.document),
    )
    groups: dict[tuple[Key | None, str], list[Claim]] = {}
    for claim in ordered:
        key = key_of(claim, register, known)
        groups.setdefault((key, claim.id if key is None else ""), []).append(claim)
    built = [
        (_sort_key(group, register), _record(key, group, register, known, published or {}))
        for (key, _), group in groups.items()
    ]
    return tuple(record for _, record in sorted(built, key=lambda pair: (pair[0], pair[1].id)))


def _record(
    key: Key | None, claims: Sequence[Claim], register: Register, canonical: Canonical, published: Mapping[str, str]
) -> Record:
    readings = readings_of(claims, register, canonical)
    modality = gate(claims)
    counted = frozenset(claim.id for claim in claims if claim.modality == modality)
    shown, rules = _shown(readings, register, modality, counted, published)
    date = shown.pop(DATE, None)
    shown.pop(MODALITY)
    ids = tuple(claim.id for claim in claims)
    return Record(
        id=record_id(register.name, key, ids),
        register=register.name,
        cells={cell: reading.value for cell, reading in shown.items()},
        claims=ids,
        readings={cell: tuple(one.reading() for one in found) for cell, found in readings.items()},
        rules=rules,
        date=str(date.value) if date else "",
        modality=modality,
    )


def gate(claims: Iterable[Claim]) -> Modality:
    """The modality whose claims alone fill the shown cells: what is asserted goes before what is not.

    A planned delivery never adds to what was delivered: beside an asserted claim it stays a reading.
    """
    present = {claim.modality for claim in claims}
    return next(modality for modality in MODALITIES if modality in present)


def _shown(
    readings: Mapping[str, Sequence[Supported]],
    register: Register,
    modality: Modality,
    counted: frozenset[str],
    published: Mapping[str, str],
) -> tuple[dict[str, Supported], dict[str, str]]:
    """The shown reading of each cell, chosen among the claims that count, and the rule for each."""
    types = {column.cell: column.type for column in register.columns} | {DATE: "date", MODALITY: "enum"}
    shown: dict[str, Supported] = {}
    rules: dict[str, str] = {}
    for cell in sorted(readings, key=lambda cell: (register.name, cell) in GOES_WITH):
        lead = shown.get(GOES_WITH.get((register.name, cell), ""))
        allowed = counted if lead is None else frozenset(claim.id for claim in lead.claims)
        kept = [left for reading in readings[cell] if (left := reading.among(allowed)) is not None]
        if not kept:
            continue
        shown[cell], rules[cell] = choose(kept, register.name, cell, types[cell], published)
        if len(kept) == 1 < len(readings[cell]):
            rules[cell] = f"{modality} before others" if lead is None else f"goes with {GOES_WITH[register.name, cell]}"
    return shown, rules


def _sort_key(claims: Sequence[Claim], register: Register) -> Key:
    """Records stand in the order of their key cells as spelt by their first claim, dates last."""
    first = claims[0]
    cells = (first.cells.get(name) for name in register.key if name != DATE)
    return (*("" if cell is None else _spelt(cell.value) for cell in cells), first.date)


def _spelt(value: Value) -> str:
    return fold(", ".join(value) if isinstance(value, tuple) else str(value))
