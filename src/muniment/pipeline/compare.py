"""What changed between two states of a register: records that came, changed, went or became part of another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from muniment.ledger.judgements.anchor import Finder
from muniment.schema.claim import Claim, Value
from muniment.schema.judgement import Anchor
from muniment.schema.record import Record

Kind: TypeAlias = Literal["new", "changed", "gone", "merged"]
CauseKind: TypeAlias = Literal["document", "reading", "import", "judgement"]
_BESIDE: Final = ("date", "modality")


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that was added since. `id` is that of a document (document: it is new; reading: it was read anew, by
    the run that `note` names; import: claims about it were imported) or of a judgement (`note` is its verdict)."""

    kind: CauseKind
    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One shown cell (or "date", "modality") before and after; None where it was or is empty."""

    cell: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one record.

    `record` is the record as it is now, or as it last was where it is gone or merged; `into` is then the id of the
    record that its claims are part of. `before` is the id that a changed record had. A changed record without `cells`
    shows what it showed, with other support: claims `joined` or `left` it (ids).
    """

    kind: Kind
    record: Record
    before: str = ""
    into: str = ""
    cells: tuple[CellChange, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The records of a register at one moment, and the claims that they are made of."""

    records: tuple[Record, ...]
    claims: tuple[Claim, ...]


def compare(then: State, now: State) -> tuple[Change, ...]:
    """The changes between two states of one register, without their causes.

    A record is the same record where it kept its id, or else where most of its claims went; a claim that was read anew
    under another id is the same claim (see `Finder.find`). In the order of the records now, then of those that went.
    """
    again = _again(then.claims, now.claims)
    heirs = _heirs(then.records, now.records, again)
    before = {heir: record for record in then.records for heir, keeps in [heirs[record.id]] if keeps}
    found = [_arrival(record, before.get(record.id), again) for record in now.records]
    for record in then.records:
        heir, keeps = heirs[record.id]
        if not keeps:
            found.append(Change("merged" if heir else "gone", record, record.id, into=heir, left=record.claims))
    return tuple(change for change in found if change is not None)


def _again(then: Iterable[Claim], now: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Claim ids then to what those claims are called now."""
    finder = Finder(now)
    return {claim.id: finder.find(Anchor.of(claim)) for claim in then}


def _heirs(
    then: Sequence[Record], now: Sequence[Record], again: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, bool]]:
    """For each record then: the record that its claims are in now ("" for none), and whether it is that record still.

    Of several that went to one place, the one with its id stays itself, else the one that brought most claims.
    """
    holder = {claim: record.id for record in now for claim in record.claims}
    known = {record.id for record in now}
    shares: dict[str, tuple[str, int]] = {}
    for record in then:
        count: dict[str, int] = {}
        for claim in record.claims:
            for heir in {holder[id] for id in again.get(claim, ()) if id in holder}:
                count[heir] = count.get(heir, 0) + 1
        best = max(count, key=lambda heir: (count[heir], heir), default="")
        own = record.id if record.id in known else best
        shares[record.id] = (own, count.get(own, 0))
    ranked = sorted(then, key=lambda record: (shares[record.id][0] == record.id, shares[record.id][1]), reverse=True)
    first: dict[str, str] = {}
    for record in ranked:
        first.setdefault(shares[record.id][0], record.id)
    return {id: (heir, bool(heir) and first[heir] == id) for id, (heir, _) in shares.items()}


def _arrival(record: Record, before: Record | None, again: Mapping[str, tuple[str, ...]]) -> Change | None:
    """How a record came to be what it is; None where nothing changed."""
    if before is None:
        return Change("new", record, joined=record.claims)
    kept = {id for claim in before.claims for id in again.get(claim, ())}
    joined = tuple(claim for claim in record.claims if claim not in kept)
    left = tuple(claim for claim in before.claims if not set(again.get(claim, ())) & set(record.claims))
    cells = tuple(cell_changes(before, record))
    if not (cells or joined or left):
        return None
    return Change("changed", record, before.id, cells=cells, joined=joined, left=left)


def cell_changes(before: Record, after: Record) -> Iterable[CellChange]:
    """The shown cells that differ, in order of their names, date and modality last."""
    for name in sorted(before.cells.keys() | after.cells.keys()):
        if before.cells.get(name) != after.cells.get(name):
            yield CellChange(name, before.cells.get(name), after.cells.get(name))
    for name in _BESIDE:
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            yield CellChange(name, one or None, other or None)
