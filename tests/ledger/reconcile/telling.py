"""Short ways to tell facts in tests, and to see which tellings became one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Final

from muniment.ledger.identity import identify
from muniment.ledger.reconcile import Origin, reconcile, wholes
from muniment.schema.claim import Claim, Modality, Value
from muniment.schema.record import Reading, Record
from muniment.vocabulary.registers import register
from tests.ledger.making import claim

PUBLISHED: Final = {"a": "2015-06-01", "b": "2017-03-10", "c": "2020-08-20", "d": "2023-11-02"}
_PLACE: Final = count()


def told(
    name: str, document: str, date: str = "", *, modality: Modality = "asserted", source: str = "", **cells: Value
) -> Claim:
    """A claim of the register `name`, somewhere in a document."""
    said = {cell.rstrip("_"): value for cell, value in cells.items()}
    at = next(_PLACE) * 20
    return claim(said, name, document=document, at=at, modality=modality, date=date, source=source)


def telling(name: str) -> Callable[..., Claim]:
    """`told` of one register."""

    def tell(document: str, date: str = "", **more: object) -> Claim:
        return told(name, document, date, **more)  # type: ignore[arg-type]

    return tell


def records(claims: Iterable[Claim], origins: Mapping[str, Origin] | None = None) -> list[Record]:
    """The records of claims of one register; affiliations among the claims tell what is part of what."""
    held = list(claims)
    key = identify(held).key
    above = wholes((one for one in held if one.register == "affiliations"), key)
    names = dict.fromkeys(one.register for one in held if one.register != "affiliations") or {"affiliations": None}
    return [
        record
        for name in names
        for record in reconcile(held, register(name), key, None, PUBLISHED, wholes=above, origins=origins)
    ]


def one(*claims: Claim) -> Record:
    """The only record of the claims."""
    (record,) = records(claims)
    return record


def joined(*claims: Claim) -> set[frozenset[int]]:
    """Which claims are together, by their places among the arguments."""
    at = {each.id: place for place, each in enumerate(claims)}
    return {frozenset(at[id] for id in record.claims) for record in records(claims)}


def groups(*places: Iterable[int]) -> set[frozenset[int]]:
    """What `joined` should give."""
    return {frozenset(group) for group in places}


def reading(record: Record, cell: str, value: Value) -> Reading:
    """The reading of a cell that has a value."""
    return next(each for each in record.readings[cell] if each.value == value)
