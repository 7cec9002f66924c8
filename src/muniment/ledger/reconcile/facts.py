"""Claims that say the same of every cell that counts for joining: facts, the grain of which records are made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from muniment.ledger.reconcile.comparers.base import AnyComparer, Context, Term, text_of, value_of
from muniment.ledger.reconcile.comparers.goods import is_unspecific
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.ledger.reconcile.comparers.times import is_span
from muniment.schema.claim import MODALITIES, Claim
from muniment.vocabulary.registers import Merge, Register

At: TypeAlias = tuple[str, str]  # a cell and the name of its comparer
ONCE: Final = "equal"


@dataclass(slots=True, eq=False)
class Fact:
    """Claims that nothing tells apart. `signature` is what they all say, `unsaid` the cells of
    its ways that they leave out; `lacking` where a needed one is missing; `rank` that of their modality. `single` is
    the id of a claim that stands by itself because people decided about it, "" for others.
    """

    merge: Merge
    signature: tuple[str, ...]
    single: str
    terms: Mapping[At, Term | None]
    unsaid: frozenset[str]
    lacking: bool
    rank: int
    claims: list[Claim] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def id(self, register: str) -> str:
        """Sixteen hex digits that depend on what is said, so that neither more claims that say it nor people's
        decisions about one of them change it."""
        return _hashed(register, "fact", *self.signature)

    def own_id(self, register: str) -> str:
        """The id where another record has that of `id`: the two were split."""
        return _hashed(register, "claim", self.single, *self.signature)


def _hashed(*parts: str) -> str:
    packed = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode("ascii")).hexdigest()[:16]


def facts_of(claims: Iterable[Claim], register: Register, context: Context, single: frozenset[str]) -> list[Fact]:
    """The facts of one register, in an order that depends on what they say. Claims whose ids are in `single` stand by
    themselves."""
    found: dict[tuple[str, ...], Fact] = {}
    asked = {merge.kind: _asked(merge) for merge in register.merge}
    for claim in claims:
        merge = kind_of(claim, register)
        terms = {at: comparer.term(claim, at[0], context) for at, comparer in asked[merge.kind]}
        unsaid = frozenset(cell for cell, _ in terms if value_of(claim, cell) is None)
        lacking = any(value_of(claim, cell) is None for cell in register.key_needs)
        alone = claim.id if lacking else claim.document if unsaid & _told_here(merge) else ""
        by_itself = claim.id if claim.id in single else ""
        said = (f"{cell}={'' if term is None else term.key}" for (cell, _), term in terms.items())
        signature = (merge.kind, claim.modality, *said, *sorted(unsaid), alone)
        fact = found.get((*signature, by_itself))
        if fact is None:
            fact = Fact(merge, signature, by_itself, terms, unsaid, lacking, MODALITIES.index(claim.modality))
            found[*signature, by_itself] = fact
        fact.claims.append(claim)
        fact.documents.add(claim.document)
    return [found[signature] for signature in sorted(found)]


def _told_here(merge: Merge) -> frozenset[str]:
    """The cells that one telling may leave out where another in the same document has them."""
    return frozenset(cell for way in merge.ways for cell, by in way.items() if "unsaid-here" in by.loose)


def kind_of(claim: Claim, register: Register) -> Merge:
    """The kind of fact that a claim speaks of: the first whose conditions it meets, else the last."""
    for merge in register.merge:
        if any(all(_holds(claim, cell, words) for cell, words in when.items()) for when in merge.when):
            return merge
    return register.merge[-1]


def _holds(claim: Claim, cell: str, wanted: str) -> bool:
    said = text_of(claim, cell)
    match wanted:
        case "said":
            return bool(said)
        case "span":
            return is_span(said)
        case "unspecific":
            return is_unspecific(said)
    return said == wanted


def _asked(merge: Merge) -> Sequence[tuple[At, AnyComparer]]:
    cells = {(cell, by.by) for asked in (*merge.ways, merge.apart, merge.agree) for cell, by in asked.items()}
    cells |= {(cell, ONCE) for cell in merge.once}
    return [((cell, by), COMPARERS[by]) for cell, by in sorted(cells)]
