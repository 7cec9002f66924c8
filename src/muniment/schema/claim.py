"""What one place in one document says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.schema.span import Span

Value: TypeAlias = str | int | float | tuple[str, ...]
Modality: TypeAlias = Literal["asserted", "planned", "possible", "denied", "requested"]
MODALITIES: Final[tuple[Modality, ...]] = ("asserted", "planned", "possible", "denied", "requested")


@dataclass(frozen=True, slots=True)
class Cell:
    """A named value of a claim: the normalised value, and the words it was read from.

    `span` is None only for claims made elsewhere and imported without offsets for their cells, and for cells that a
    person corrected.
    """

    value: Value
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One row that one place in one document gives.

    `evidence` is the shortest clause or sentence that says it. `source` is whom the document credits, empty
    for the document's own voice; a chain is written outermost first, joined by " > ", in `source_chain`.
    `date` is when the event happened (EDTF), "" when the text does not say. `frame` names the proposer: a
    frame id ("transfers.deliver"), or "import". `confidence` is the share of such claims that are right on
    the development gold, None when it was never measured. `note` says who corrected which cells, "" where nobody did.
    """

    id: str
    document: str
    register: str
    evidence: Span
    cells: Mapping[str, Cell]
    source: str = ""
    source_span: Span | None = None
    modality: Modality = "asserted"
    date: str = ""
    date_span: Span | None = None
    frame: str = ""
    confidence: float | None = None
    note: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(sorted(self.cells.items()))))


def claim_id(
    document: str, register: str, evidence: Span, cells: Mapping[str, Value], source: str, modality: str, date: str
) -> str:
    """Sixteen hex digits that depend on what is claimed and where, not on when it was extracted or by whom."""
    body = [document, register, evidence.start, evidence.end, sorted(cells.items()), source, modality, date]
    packed = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that grounding did not admit, and why. Counted and shown by `explain`, never silent."""

    register: str
    frame: str
    reason: str
    span: Span | None = None
