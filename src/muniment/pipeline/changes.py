"""What changed in a case since an instant, and which document, reading, import or judgement is the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from muniment.ledger.judgements.anchor import Finder
from muniment.pipeline.compare import Cause, Change, State, compare
from muniment.pipeline.judge import names_in
from muniment.pipeline.reconciling import Known, known, records
from muniment.schema.claim import Claim
from muniment.schema.judgement import (
    Anchor,
    Judgement,
    OfCell,
    OfClaim,
    OfClaims,
    OfJudgement,
    OfNames,
    OfSides,
    Subject,
)

if TYPE_CHECKING:
    from muniment.ledger.store.view import View


def changes(then: View, now: View, registers: Iterable[str]) -> Iterator[Change]:
    """The changes between two views of one case, register by register, with their causes."""
    before, after = known(then), known(now)
    causes = _Causes(then, now)
    for register in registers:
        found = compare(_state(before, register), _state(after, register))
        if found:
            read_then, read_now = tuple(then.claims(register)), tuple(now.claims(register))
            evidence = _Evidence(causes, read_then, read_now)
            yield from (replace(change, causes=evidence.of(change)) for change in found)


def _state(known: Known, register: str) -> State:
    return State(records(known, register), known.judged[register].claims)


class _Causes:
    """What was added to a case between two views of it."""

    def __init__(self, then: View, now: View) -> None:
        known, runs = then.names(), now.runs()
        self._new = now.names().keys() - known.keys()
        self._imported = now.imported_ids() - then.imported_ids()
        self._runs = {
            document: " ".join(runs[reading.run])
            for document in now.names()
            if (reading := now.current(document)) is not None and reading != then.current(document)
        }
        before = {judgement.id for judgement in then.judgements()}
        by_id = {judgement.id: judgement for judgement in now.judgements()}
        self.judged = [(one, _meant(one, by_id)) for one in by_id.values() if one.id not in before]

    def of_claim(self, claim: Claim) -> Iterator[Cause]:
        """What brought a claim, or took it away."""
        if claim.id in self._imported:
            yield Cause("import", claim.document)
        elif claim.document in self._new:
            yield Cause("document", claim.document)
        elif claim.document in self._runs:
            yield Cause("reading", claim.document, self._runs[claim.document])


class _Evidence:
    """The claims of one register as they were read, then and now, and which of them each new judgement is about."""

    def __init__(self, causes: _Causes, then: Sequence[Claim], now: Sequence[Claim]) -> None:
        claims = (*then, *now)
        finder = Finder(claims)
        self._causes = causes
        self._claims = {claim.id: claim for claim in claims}
        self._then = {claim.id for claim in then}
        self._judged = [
            (Cause("judgement", judgement.id, judgement.verdict), frozenset(_claims_of(subject, finder, claims)))
            for judgement, subject in causes.judged
        ]

    def of(self, change: Change) -> tuple[Cause, ...]:
        """The causes of one change: documents by kind and id, then judgements in the order made."""
        moved = {*change.joined, *change.left}
        if change.cells:
            moved.update(id for id in change.record.claims if id not in self._then)
        found = {cause for id in moved if id in self._claims for cause in self._causes.of_claim(self._claims[id])}
        ids = moved.union(change.record.claims)
        judged = (cause for cause, claims in self._judged if claims & ids)
        return (*sorted(found, key=lambda cause: (cause.kind, cause.id)), *judged)


def _meant(judgement: Judgement, by_id: Mapping[str, Judgement]) -> Subject:
    """The subject of a judgement; of a retraction, that of what it takes back in the end."""
    while isinstance(judgement.subject, OfJudgement) and judgement.subject.judgement in by_id:
        judgement = by_id[judgement.subject.judgement]
    return judgement.subject


def _claims_of(subject: Subject, finder: Finder, claims: Sequence[Claim]) -> Iterator[str]:
    """Ids of the claims that a subject is about, also as an earlier or later reading calls them."""
    match subject:
        case OfClaim(anchor) | OfCell(anchor, _, _):
            yield from _called(finder, [anchor])
        case OfClaims(anchors):
            yield from _called(finder, anchors)
        case OfSides(these, those):
            yield from _called(finder, [*these, *those])
        case OfNames(names):
            for claim in claims:
                said = names_in(claim)
                if any(name.name in said and name.document in ("", claim.document) for name in names):
                    yield claim.id


def _called(finder: Finder, anchors: Iterable[Anchor]) -> Iterator[str]:
    for anchor in anchors:
        yield from finder.find(anchor)
        yield from finder.find(replace(anchor, claim=""))
