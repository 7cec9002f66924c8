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


def overview(case: Case, as_of: str | None = None) -> tuple[Line, ...]:
    """A line for each register, in their usual order; `as_of` as in `Case.records`."""
    claims = Counter(claim.register for claim in case.claims(as_of=as_of))
    records = Counter(record.register for record in case.records(as_of=as_of))
    return tuple(Line(name, records[name], claims[name], register.about) for name, register in registers().items())
