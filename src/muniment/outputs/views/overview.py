"""The whole case at a glance: how much each register holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from muniment.vocabulary.registers import registers

if TYPE_CHECKING:
    from muniment.pipeline.case import Case


@dataclass(frozen=True, slots=True)
class Line:
    """One register: its records and the claims that they stand on."""

    register: str
    records: int
    claims: int
    about: str


def overview(case: Case) -> tuple[Line, ...]:
    """A line for each of the ten registers, in their usual order."""
    claims = Counter(claim.register for claim in case.claims())
    records = Counter(record.register for record in case.records())
    return tuple(Line(name, records[name], claims[name], register.about) for name, register in registers().items())
