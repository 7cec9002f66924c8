"""Why a record is what it is: whom its names mean, why its claims are one fact, and what it is tied to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from muniment.ledger.identity import Identity
from muniment.schema.claim import Claim
from muniment.schema.entity import Entity, Feature
from muniment.schema.record import Reading, Record, Relation
from muniment.schema.tie import BACK, Tie
from muniment.vocabulary.registers import register

_NAMES: Final = frozenset({"name", "list"})  # types of cells that name somebody or something
_SAME_WORDS: Final = "same words"  # what ties "the ministry" to "ministry" needs no telling


@dataclass(frozen=True, slots=True)
class Called:
    """A name as a claim spells it, the entity that it means, and why: `features` tie it to the spelling `to`."""

    name: str
    entity: str
    to: str
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one claim's value of a cell stands to what its record shows; `said` is False where the claim has none."""

    cell: str
    said: bool
    relation: Relation = "same"
    reason: str = ""

    @property
    def firm(self) -> bool:
        """The claim says it, and says just this."""
        return self.said and self.relation == "same" and not self.reason


@dataclass(frozen=True, slots=True)
class Joined:
    """Why a claim is part of a record: how it stands to it in the cells that decide, or that a person said so."""

    claim: str
    agreements: tuple[Agreement, ...]
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Tied:
    """A record of another register that stands to this one as `kind` says ("concluded at", "occasion of")."""

    kind: str
    record: Record
    reasons: tuple[str, ...]


def called(claims: Iterable[Claim], identity: Identity) -> tuple[Called, ...]:
    """The spellings in the claims that are not their entity's own name, each once, in the order of the claims."""
    found: dict[tuple[str, str], Called] = {}
    for claim in claims:
        for cell, name in names_of(claim):
            try:
                entity = identity.entity(identity.key(name, claim.document, cell))
            except KeyError:  # a description of its own, of nobody in particular
                continue
            why = _called(name, entity)
            if why is not None:
                found.setdefault((name, entity.id), why)
    return tuple(found.values())


def _called(name: str, entity: Entity) -> Called | None:
    for reason in entity.reasons:
        if reason.alias == name != entity.name and any(feature.name != _SAME_WORDS for feature in reason.features):
            return Called(name, entity.name, reason.to, reason.features)
    return None


def names_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """The names that a claim gives, each with its cell; the source last."""
    for column in register(claim.register).columns:
        if column.type in _NAMES and column.cell in claim.cells:
            value = claim.cells[column.cell].value
            yield from ((column.cell, name) for name in (value if isinstance(value, tuple) else (str(value),)))
    if claim.source:
        yield ("source", claim.source)


def joined(record: Record, together: Iterable[frozenset[str]] = ()) -> tuple[Joined, ...]:
    """Why each claim is about the same fact as the one that most says what the record shows, which is left out.

    `together` are groups of claims that people made.
    """
    found = {claim: agreements(record, claim) for claim in record.claims}
    centre = max(found, key=lambda claim: sum(one.firm for one in found[claim]))
    judged = frozenset[str]().union(*(group for group in together if centre in group))
    return tuple(Joined(claim, own, claim in judged) for claim, own in found.items() if claim != centre)


def agreements(record: Record, claim: str) -> tuple[Agreement, ...]:
    """How a claim stands to its record in the key cells that the record fills."""
    return tuple(
        _agreement(cell, record.readings[cell], claim)
        for cell in register(record.register).key
        if cell in record.readings
    )


def _agreement(cell: str, readings: Iterable[Reading], claim: str) -> Agreement:
    own = next((reading for reading in readings if claim in reading.claims), None)
    return Agreement(cell, False) if own is None else Agreement(cell, True, own.relation, own.reason)


def tied(record: Record, ties: Iterable[Tie], records: Mapping[str, Record]) -> tuple[Tied, ...]:
    """What a record is tied to, from either end."""
    found = []
    for tie in ties:
        if tie.record == record.id:
            found.append(Tied(tie.kind, records[tie.other], tie.reasons))
        elif tie.other == record.id:
            found.append(Tied(BACK[tie.kind], records[tie.record], tie.reasons))
    return tuple(found)
