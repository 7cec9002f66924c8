"""A person's decision about claims, names or an earlier decision: who, when and why. Append-only; it always wins.

A decision holds on to words, not to rows: an anchor says which words of which document were judged, so that a claim
read again by a newer model, a little wider or under another id, is still the one that was judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.schema.claim import Cell, Claim, Value
from muniment.schema.span import Span

Verdict: TypeAlias = Literal["accept", "reject", "correct", "merge", "split", "same", "different", "retract"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that were judged: a claim as the person saw it.

    `claim` is its id then; `document` the id (SHA-256 of the text) in whose text `evidence` and the cells' spans lie;
    `date` the claim's own (EDTF).
    """

    claim: str
    document: str
    register: str
    evidence: Span
    cells: Mapping[str, Cell]
    date: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(sorted(self.cells.items()))))

    @classmethod
    def of(cls, claim: Claim) -> Anchor:
        """The anchor of a claim."""
        return cls(claim.id, claim.document, claim.register, claim.evidence, claim.cells, claim.date)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, in the document of an id, or ("") wherever it is written."""

    name: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class OfClaim:
    """Subject of accept and reject: whether the words say this."""

    claim: Anchor


@dataclass(frozen=True, slots=True)
class OfCell:
    """Subject of correct: what the words say in one cell, or in "date", "modality" or "source"; None: nothing."""

    claim: Anchor
    cell: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class OfClaims:
    """Subject of merge: claims that are about one fact, two or more."""

    claims: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class OfSides:
    """Subject of split: none of `these` is about a fact that any of `those` is about."""

    these: tuple[Anchor, ...]
    those: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class OfNames:
    """Subject of same and different: names of one entity, or each of another; two or more."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class OfJudgement:
    """Subject of retract: the id of an earlier judgement, which then counts as never made."""

    judgement: str


Subject: TypeAlias = OfClaim | OfCell | OfClaims | OfSides | OfNames | OfJudgement

SUBJECTS: Final[Mapping[Verdict, type[Subject]]] = MappingProxyType(
    {
        "accept": OfClaim,
        "reject": OfClaim,
        "correct": OfCell,
        "merge": OfClaims,
        "split": OfSides,
        "same": OfNames,
        "different": OfNames,
        "retract": OfJudgement,
    }
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `by` is the person, `made` an ISO 8601 instant, `why` their words; `id` is given by the store.

    Raises ValueError where the subject is none that the verdict can have (see SUBJECTS).
    """

    id: str
    verdict: Verdict
    subject: Subject
    by: str = ""
    made: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if type(self.subject) is not SUBJECTS.get(self.verdict):
            raise ValueError(f"{self.verdict!r} cannot be said of {type(self.subject).__name__}")
