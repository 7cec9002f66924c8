"""One kind of tie each: between which registers, by what it is looked up, and what must hold.

Every rule asks for two things that do not depend on each other: the same parties, and the same occasion, by its days or
because both are told in one breath. One of them alone ties nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from muniment.ledger.identity.wording import phrase_key
from muniment.ledger.reconcile.comparers.words import topics
from muniment.ledger.ties.near import APART, TOGETHER, may_follow, nearness, same_occasion
from muniment.ledger.ties.sides import Side, Sides, affiliation
from muniment.schema.claim import Claim
from muniment.schema.record import Record
from muniment.schema.tie import TieKind

_HAPPENED: Final = frozenset({"asserted", "planned"})
_CONCLUDED: Final = frozenset({"discussed", "proposed", "agreed", "signed", "resumed"})
_BINDING: Final = frozenset({"agreed", "signed", "resumed", "implemented"})
_OF_NO_WEIGHT: Final = frozenset({"new", "joint", "more", "military", "deal"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules know: claims by id, and the sides behind names."""

    claims: Mapping[str, Claim]
    sides: Sides


class Rule(Protocol):
    """Ties `lower` records to `upper` ones. `asks` and `offers` give the keys under which a pair is looked up."""

    kind: TieKind
    lower: str
    upper: str

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The keys of a lower record."""
        ...

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The keys of an upper record."""
        ...

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """Why the two are tied; empty where they are not."""
        ...


class ConcludedAt:
    """An agreement and the visit, meeting or call at which it was discussed or signed."""

    kind: TieKind = "concluded at"
    lower, upper = "agreements", "meetings"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The parties of what was agreed."""
        if record.modality in _HAPPENED and record.cells.get("stage") in _CONCLUDED:
            yield from facts.sides.each(record, "parties")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The sides of guest and host."""
        if record.modality in _HAPPENED:
            yield from facts.sides.behind(record, "guest")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """Guest and host stand for two different parties, on the same occasion."""
        parties = set(facts.sides.each(record, "parties"))
        guest, host = (facts.sides.behind(other, cell) for cell in ("guest", "host"))
        came, received = parties & set(guest), parties & set(host)
        if not came or not received or came | received == came & received:
            return ()
        return _occasion(record, other, facts, _between(guest, came), _between(host, received - came or received))


class Under:
    """A transfer and the agreement that it follows."""

    kind: TieKind = "under"
    lower, upper = "transfers", "agreements"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The sides of the supplier."""
        yield from facts.sides.behind(record, "supplier")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The parties of what was agreed."""
        if record.cells.get("stage") in _BINDING and record.modality in _HAPPENED:
            yield from facts.sides.each(record, "parties")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """Supplier and recipient are its parties, its subject names the item, and the item came no earlier."""
        parties = set(facts.sides.each(other, "parties"))
        supplier, recipient = (facts.sides.behind(record, cell) for cell in ("supplier", "recipient"))
        if not parties & set(supplier) or not parties & set(recipient) or not may_follow(record.date, other.date):
            return ()
        shared = _words(record, "item") & _words(other, "subject")
        near, told = nearness(record, other, facts.claims)
        if not shared and near != TOGETHER:
            return ()
        named = f"both name {', '.join(sorted(shared))}" if shared else ""
        return _said(_between(supplier, parties), _between(recipient, parties), named, told)


class Parent:
    """A transfer and the affiliation that says whose its supplier is."""

    kind: TieKind = "supplier's parent"
    lower, upper = "transfers", "affiliations"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The supplier."""
        yield facts.sides.of(record, "supplier")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The subsidiary."""
        if record.cells.get("relation") in {"subsidiary", "part of"} and record.modality == "asserted":
            yield facts.sides.of(record, "subject")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """The names are of one entity: that is all there is to know."""
        return (affiliation(other),)


class PutToTheVote:
    """A resolution or other measure and the vote on it."""

    kind: TieKind = "put to the vote in"
    lower, upper = "measures", "votes"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The body that acts."""
        yield facts.sides.of(record, "imposer")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The body that voted."""
        yield facts.sides.of(record, "body")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """The question names the target, on the same occasion."""
        shared = _words(record, "target") & _words(other, "question")
        if not shared:
            return ()
        return _occasion(record, other, facts, f"the question names {', '.join(sorted(shared))}")


class CountedIn:
    """How one voter voted, and the count of that vote."""

    kind: TieKind = "counted in"
    lower = upper = "votes"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The body that voted."""
        if record.cells.get("voter"):
            yield from _bodies(record, facts)

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The body that voted."""
        if record.cells.get("voter") is None and record.cells.get("for") is not None:
            yield from _bodies(record, facts)

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """The questions share words, on the same occasion."""
        shared = _words(record, "question") & _words(other, "question")
        if not shared:
            return ()
        return _occasion(record, other, facts, f"both questions name {', '.join(sorted(shared))}")


class TollOf:
    """A count of people harmed and the one incident that harmed them."""

    kind: TieKind = "toll of"
    lower, upper = "tallies", "incidents"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The place."""
        yield facts.sides.of(record, "place")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The place."""
        if record.modality in {"asserted", "possible"}:
            yield facts.sides.of(record, "place")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """The number is the incident's own, or both are told in the same words; on the same occasion."""
        numbers = {reading.value for reading in other.readings.get(str(record.cells.get("measure")), ())}
        equal = record.cells.get("value") in numbers
        near, _ = nearness(record, other, facts.claims)
        if not equal and near != TOGETHER:
            return ()
        return _occasion(record, other, facts, f"both count {record.cells['value']}" if equal else "one place")


class During:
    """A meeting with somebody and the visit in which it fell."""

    kind: TieKind = "during"
    lower = upper = "meetings"

    def asks(self, record: Record, facts: Facts) -> Iterator[str]:
        """The guest."""
        if record.cells.get("kind") in {"meeting", "attendance"} and record.modality in _HAPPENED:
            yield facts.sides.of(record, "guest")

    def offers(self, record: Record, facts: Facts) -> Iterator[str]:
        """The guest."""
        if record.cells.get("kind") == "visit" and record.modality in _HAPPENED:
            yield facts.sides.of(record, "guest")

    def reasons(self, record: Record, other: Record, facts: Facts) -> tuple[str, ...]:
        """Whom the guest met belongs to the country visited, on the same occasion."""
        met, visited = facts.sides.behind(record, "host"), facts.sides.of(other, "host")
        if visited not in met:
            return ()
        return _occasion(record, other, facts, f"{record.cells.get('guest')} was the guest", _between(met, {visited}))


RULES: Final[tuple[Rule, ...]] = (ConcludedAt(), Under(), Parent(), PutToTheVote(), CountedIn(), TollOf(), During())


def _occasion(record: Record, other: Record, facts: Facts, *reasons: str) -> tuple[str, ...]:
    """The reasons with that of one occasion, or none: days that fit, or no days and one breath."""
    near, told = nearness(record, other, facts.claims)
    if same_occasion(record.date, other.date):
        return _said(f"both dated {_shorter(record.date, other.date)}", *reasons, told)
    if near == APART or (record.date and other.date):
        return ()
    return _said(told, *reasons)


def _bodies(record: Record, facts: Facts) -> Iterator[str]:
    """The body that voted, and the end of its name: the "Security Council" of another report may be that of the UN."""
    yield facts.sides.of(record, "body")
    yield f"body {phrase_key(' '.join(str(record.cells.get('body', '')).split()[-2:]))}"


def _shorter(one: str, other: str) -> str:
    """The date that says more; of equals the first."""
    return one if one == other or len(one) >= len(other) else other


def _between(behind: Mapping[Side, str], sides: set[Side]) -> str:
    """How the first of `sides` is known to stand behind a name."""
    return next((how for side, how in behind.items() if side in sides), "")


def _said(*reasons: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for reason in reasons if reason))


def _words(record: Record, cell: str) -> frozenset[str]:
    value = record.cells.get(cell, "")
    return topics(value) - _OF_NO_WEIGHT if isinstance(value, str) else frozenset()
