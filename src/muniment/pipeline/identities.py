"""Whom the names in a record's claims mean, and why the ledger takes them for that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from muniment.schema.claim import Claim
from muniment.schema.entity import Entity, Feature
from muniment.schema.record import Record
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.pipeline.case import Case


@dataclass(frozen=True, slots=True)
class Meant:
    """A name in a cell of some of a record's claims, and the entity that it means.

    `features` say why, each with what was found and its score; empty where the name is the one the entity goes by.
    """

    cell: str
    name: str
    entity: Entity
    claims: tuple[str, ...]
    features: tuple[Feature, ...]


def meant(case: Case, record: Record) -> tuple[Meant, ...]:
    """Every name that the claims of a record give, by cell and name, with whom it means."""
    derived = case.derived()
    identity = derived.identity
    found: dict[tuple[str, str, str], list[str]] = {}
    for claim in map(derived.claims.__getitem__, record.claims):
        for cell, name in _names(claim):
            found.setdefault((cell, name, identity.key(name, claim.document, cell)), []).append(claim.id)
    return tuple(
        Meant(cell, name, entity, tuple(ids), _why(entity, name))
        for (cell, name, key), ids in sorted(found.items())
        for entity in [identity.entity(key)]
    )


def _names(claim: Claim) -> Iterator[tuple[str, str]]:
    for column in register_named(claim.register).columns:
        if column.type in ("name", "list") and column.cell in claim.cells:
            value = claim.cells[column.cell].value
            yield from ((column.cell, str(item)) for item in (value if isinstance(value, tuple) else (value,)))


def _why(entity: Entity, name: str) -> tuple[Feature, ...]:
    return next((reason.features for reason in entity.reasons if reason.alias == name), ())
