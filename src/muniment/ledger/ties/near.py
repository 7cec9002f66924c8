"""Whether two records are told beside each other, and whether their days fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from muniment.schema.claim import Claim
from muniment.schema.record import Record
from muniment.text import edtf

_BESIDE: Final = 200  # characters between two pieces of evidence that are read in one breath: a sentence, at most
_ONE_OCCASION: Final = 31  # days within which a date names one occasion

TOGETHER, BESIDE, APART = 2, 1, 0


def nearness(one: Record, other: Record, claims: Mapping[str, Claim]) -> tuple[int, str]:
    """How near the words of two records stand at their nearest (TOGETHER, BESIDE, APART), and that as a reason."""
    best = APART
    for first in (claims[id] for id in one.claims if id in claims):
        for second in (claims[id] for id in other.claims if id in claims):
            if first.document == second.document:
                best = max(best, _between(first, second))
    return best, {TOGETHER: "told in the same words", BESIDE: "told beside each other"}.get(best, "")


def _between(first: Claim, second: Claim) -> int:
    gap = max(first.evidence.start, second.evidence.start) - min(first.evidence.end, second.evidence.end)
    return TOGETHER if gap < 0 else BESIDE if gap <= _BESIDE else APART


def same_occasion(one: str, other: str) -> bool:
    """True where two EDTF dates share a day and each is narrow enough to name an occasion."""
    return bool(one and other) and edtf.overlap(one, other) and _narrow(one) and _narrow(other)


def may_follow(later: str, earlier: str) -> bool:
    """True unless the dates say that `later` was over before `earlier` began. Unknown dates do not say so."""
    after, before = edtf.interval(later), edtf.interval(earlier)
    return after is None or before is None or after[1] >= before[0]


def _narrow(date: str) -> bool:
    days = edtf.interval(date)
    return days is not None and days[1].toordinal() - days[0].toordinal() < _ONE_OCCASION
