"""What to ask a person next: what is uncertain, in a stated order, each once, without what was judged already. Pure.

```text
conflict   a record whose readings cannot all be so, worst first (see conflicts.py)
single     a weak record that one voice alone carries: least confident claims first, then those with fewest key cells
merge      a record whose claims were joined although one says less, or says it otherwise: fewest equal key cells first
names      two spellings near the threshold, joined or just not: nearest first
```

A record is asked about under the first heading that fits. It is settled as a conflict or a single when each claim
concerned was accepted, rejected or corrected; as a merge when a person joined or parted its claims; names are settled
when somebody said that the two are the same or different.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from muniment.ledger.identity import name_key
from muniment.ledger.identity.clusters import THRESHOLD
from muniment.pipeline.conflicts import Conflict, conflicts
from muniment.pipeline.derived import Derived
from muniment.pipeline.reasons import Joined, joined, names_of
from muniment.schema.entity import Reason
from muniment.schema.judgement import OfNames
from muniment.schema.record import Record
from muniment.vocabulary.registers import register

Kind: TypeAlias = Literal["conflict", "single", "merge", "names"]
KINDS: Final[tuple[Kind, ...]] = ("conflict", "single", "merge", "names")
NEAR: Final = 0.3  # how far from the threshold a pair of spellings may be to be asked about; wider finds noise
_WORDED: Final = frozenset({"name", "list", "text"})
CANDIDATES: Final = 9  # records offered for a merge: one digit chooses


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person can settle.

    Of a record: `record`, and the `claims` concerned. Of names: the pair as `reason` has it, whether they stand as one
    (`same`), and for each the first claim that names it. `conflicts` are those of the record, worst first; `joined`
    says why its claims are one.
    """

    kind: Kind
    claims: tuple[str, ...]
    record: Record | None = None
    conflicts: tuple[Conflict, ...] = ()
    joined: tuple[Joined, ...] = ()
    reason: Reason | None = None
    same: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same question: the record, or the names."""
        if self.record is not None:
            return (self.record.id,)
        return () if self.reason is None else tuple(sorted((self.reason.alias, self.reason.to)))


def questions(derived: Derived, register: str | None = None, kinds: Iterable[Kind] = KINDS) -> tuple[Question, ...]:
    """Everything worth asking, in order; about one register or all, and of some `kinds` only where given."""
    asked = {"conflict": _conflicts, "single": _singles, "merge": _merges, "names": _names}
    wanted = set(kinds)
    found: dict[tuple[str, ...], Question] = {}
    for kind in KINDS:
        if kind in wanted:
            for question in asked[kind](derived, register):
                found.setdefault(question.key, question)
    return tuple(found.values())


def _conflicts(derived: Derived, register: str | None) -> Iterator[Question]:
    by_record: dict[str, list[Conflict]] = {}
    for conflict in conflicts(derived, register):
        by_record.setdefault(conflict.record.id, []).append(conflict)
    for found in by_record.values():
        record = found[0].record
        concerned = {claim for conflict in found for claim in conflict.claims}
        claims = tuple(claim for claim in record.claims if claim in concerned)
        if not all(claim in derived.decisions for claim in claims):
            yield Question("conflict", claims, record, conflicts=tuple(found))


def _singles(derived: Derived, register: str | None) -> Iterator[Question]:
    open_ones = [
        record
        for record in derived.records(register)
        if record.provisional and record.grade == "weak" and not all(id in derived.decisions for id in record.claims)
    ]
    for record in sorted(open_ones, key=lambda record: (_confidence(record, derived), _filled(record))):
        yield Question("single", record.claims, record)


def _confidence(record: Record, derived: Derived) -> float:
    """That of the most confident claim; what was never measured comes last."""
    measured = [claim.confidence for id in record.claims if (claim := derived.claims[id]).confidence is not None]
    return max(measured, default=1.0)


def _filled(record: Record) -> int:
    return sum(cell in record.cells for cell in register(record.register).key)


def _merges(derived: Derived, register: str | None) -> Iterator[Question]:
    doubtful = []
    for record in derived.records(register):
        if len(record.claims) > 1 and not any(group >= set(record.claims) for group in derived.together):
            why = joined(record, derived.together)
            firm = [[agreement.firm for agreement in one.agreements] for one in why if not one.judged]
            loose = [sum(own) for own in firm if not all(own)]
            if loose:
                firmness = min(loose)
                doubtful.append((firmness, Question("merge", record.claims, record, joined=why)))
    yield from (question for _, question in sorted(doubtful, key=lambda one: one[0]))


def _names(derived: Derived, register: str | None) -> Iterator[Question]:
    """Pairs of spellings, of the names that claims of the register give."""
    first: dict[str, str] = {}
    for claim in derived.claims.values():
        if register in (None, claim.register):
            for _, name in names_of(claim):
                first.setdefault(name, claim.id)
    settled = [
        {name.name for name in judgement.subject.names}
        for judgement in derived.judgements
        if isinstance(judgement.subject, OfNames)
    ]
    pairs = [(reason, True) for entity in derived.identity.entities() for reason in entity.reasons]
    pairs += [(reason, False) for reason in derived.identity.nearly(THRESHOLD - NEAR)]
    near = [
        (abs(_score(reason) - THRESHOLD), reason.alias, reason.to, Question("names", claims, reason=reason, same=same))
        for reason, same in pairs
        if (claims := tuple(first[name] for name in (reason.alias, reason.to) if name in first))
        if len(reason.features) > 1 and _score(reason) <= THRESHOLD + NEAR
        if not any({reason.alias, reason.to} <= names for names in settled)
    ]
    yield from (question for *_, question in sorted(near, key=lambda one: one[:3]))


def _score(reason: Reason) -> float:
    return sum(feature.score for feature in reason.features)


def candidates(record: Record, derived: Derived) -> tuple[Record, ...]:
    """The records that a record may be one with, likeliest first: those of its register with most words in common in
    the key cells that hold names and words, equal values counting double; none without."""
    alike = [
        (-_likeness(record, other), at, other)
        for at, other in enumerate(derived.records(record.register))
        if other.id != record.id
    ]
    return tuple(other for likeness, _, other in sorted(alike, key=lambda one: one[:2]) if likeness)[:CANDIDATES]


def _likeness(one: Record, other: Record) -> int:
    definition, total = register(one.register), 0
    for cell in definition.key:
        if cell != "date" and definition.column(cell).type in _WORDED:
            mine, theirs = (_words(record, cell) for record in (one, other))
            total += bool(mine & theirs) + (mine == theirs and bool(mine))
    return total


def _words(record: Record, cell: str) -> frozenset[str]:
    value = record.cells.get(cell, "")
    return frozenset(name_key(" ".join(value) if isinstance(value, tuple) else str(value)).split())
