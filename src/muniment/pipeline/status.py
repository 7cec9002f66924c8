"""What became of what: one row a document or refused input, and the numbers of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

DocumentStatus: TypeAlias = Literal["read", "stored", "failed", "refused"]
OutcomeStatus: TypeAlias = Literal["read", "known", "stored", "failed", "refused"]


@dataclass(frozen=True, slots=True)
class Spent:
    """What reading cost at a language model elsewhere: requests that it answered, and the tokens that its server
    counted, sent to it and received (0 where it says nothing)."""

    requests: int = 0
    sent: int = 0
    received: int = 0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.requests + other.requests, self.sent + other.sent, self.received + other.received)


NOTHING_SPENT: Final = Spent()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call did with one input.

    read: kept, claims extracted. known: nothing to do; `note` says so where it is known under another name. stored:
    kept, not extracted; `note` says why. failed: kept, extraction broke; `note` is the error. refused: not kept;
    `note` is the reason and what to do. `document` is the document's id, "" for refused ones.
    """

    name: str
    origin: str
    status: OutcomeStatus
    note: str = ""
    document: str = ""
    claims: int = 0
    refusals: int = 0
    spent: Spent = NOTHING_SPENT


@dataclass(frozen=True, slots=True)
class Status:
    """Where one document, or one refused input, stands in a case. `run` is the extractor and its version."""

    name: str
    document: str
    status: DocumentStatus
    note: str = ""
    claims: int = 0
    refusals: int = 0
    sentences: int = 0
    run: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """A case in numbers. `claims` are the current ones, extracted and imported; `imported` those made elsewhere;
    `refused` counts inputs that became no document, `refusals` proposals that grounding did not admit."""

    documents: int
    read: int
    stored: int
    failed: int
    refused: int
    claims: int
    imported: int
    refusals: int
    judgements: int
