"""How well confidence holds: of the claims that are said to be right in nine of ten cases, are nine of ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from muniment.pipeline.score import Score

# Most claims are sure: the upper end is parted finer.
EDGES: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence is in `[low, high)`, in the last bin up to 1: what it says on average, and the share
    that is right."""

    low: float
    high: float
    claims: int
    says: float
    right: float


def curve(judged: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The calibration curve of (confidence, whether right); bins without a claim are left out."""
    known = list(judged)
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(says, right) for says, right in known if low <= says and (says < high or high == EDGES[-1])]
        if inside:
            count = len(inside)
            bins.append(
                Bin(low, high, count, sum(s for s, _ in inside) / count, sum(right for _, right in inside) / count)
            )
    return bins


def error(bins: Iterable[Bin]) -> float:
    """The expected calibration error: how far what is said lies from what is right, each claim with the same weight.

    Naeini, Cooper and Hauskrecht 2015, over EDGES. 0 where there is no claim.
    """
    known = list(bins)
    total = sum(each.claims for each in known)
    return sum(abs(each.says - each.right) * each.claims for each in known) / total if total else 0.0


def judged_claims(outcome: Score) -> Iterator[tuple[float, bool]]:
    """The confidence of each scored claim that has one, and whether it is right; borderline ones are left out."""
    for claims, right in (([made for _, made in outcome.found], True), (outcome.wrong, False)):
        yield from ((claim["confidence"], right) for claim in claims if claim.get("confidence") is not None)
