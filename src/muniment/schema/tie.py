"""What joins two records of different registers, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

TieKind: TypeAlias = Literal[
    "concluded at", "under", "supplier's parent", "put to the vote in", "counted in", "toll of", "during"
]

# How a tie reads from its other end.
BACK: Final[dict[TieKind, str]] = {
    "concluded at": "occasion of",
    "under": "carried out by",
    "supplier's parent": "parent of the supplier of",
    "put to the vote in": "vote on",
    "counted in": "count of",
    "toll of": "with the toll",
    "during": "included",
}


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Record `record` stands to record `other` as `kind` says: an agreement "concluded at" a meeting, a transfer
    "under" an agreement, a transfer's "supplier's parent" an affiliation, a measure "put to the vote in" a vote, a
    named vote "counted in" the count, a tally the "toll of" an incident, a meeting "during" a visit. `reasons` are
    for people, the strongest first.
    """

    record: str
    kind: TieKind
    other: str
    reasons: tuple[str, ...]
