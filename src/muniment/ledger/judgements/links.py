"""What must and what must not be one record, after all that people said about it; the later decision wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, product


@dataclass(slots=True)
class Links:
    """Groups of claims and pairs kept apart, taken in from the latest decision to the earliest.

    No pair that is kept apart ever lies in one group: an earlier decision that says so gives way.
    """

    _groups: dict[str, frozenset[str]] = field(default_factory=dict)
    _apart: set[tuple[str, str]] = field(default_factory=set)

    def join(self, claims: Iterable[str]) -> None:
        """These are one record, as far as no later decision keeps them apart."""
        for one, other in combinations(sorted(set(claims)), 2):
            ours, theirs = self._group(one), self._group(other)
            if ours is not theirs and not any(_pair(*both) in self._apart for both in product(ours, theirs)):
                joined = ours | theirs
                self._groups.update(dict.fromkeys(joined, joined))

    def part(self, these: Iterable[str], those: Iterable[str]) -> None:
        """None of these is one record with any of those, unless a later decision joined them."""
        for one, other in product(set(these), set(those)):
            if other not in self._group(one):
                self._apart.add(_pair(one, other))

    def together(self) -> tuple[tuple[str, ...], ...]:
        """The groups of two or more, sorted."""
        return tuple(sorted(tuple(sorted(group)) for group in set(self._groups.values())))

    def apart(self) -> tuple[tuple[str, str], ...]:
        """The pairs kept apart, sorted."""
        return tuple(sorted(self._apart))

    def _group(self, claim: str) -> frozenset[str]:
        return self._groups.get(claim, frozenset((claim,)))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
