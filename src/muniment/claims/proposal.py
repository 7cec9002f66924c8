"""A claim before it is admitted: what a proposer hands to grounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from muniment.schema.claim import Cell, Modality
from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a Claim needs but its identifier. `frame` names who proposed it.

    `background` marks what a text takes for granted ("President X"): it is credited to nobody, whoever is speaking.
    """

    register: str
    frame: str
    evidence: Span
    cells: Mapping[str, Cell] = field(hash=False)
    modality: Modality = "asserted"
    source: str = ""
    source_span: Span | None = None
    date: str = ""
    date_span: Span | None = None
    background: bool = False
