"""Choosing one of several candidates for a cell by weights fitted to annotated stories.

A conditional logit model (McFadden 1974): the chance of a candidate is the exponential of the sum of its features'
weights over that sum for all candidates. The weights are data (`*.json` beside this module), fitted by
`training/rankers.py`; a feature without a weight counts nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a cell could have, the words it would be read from, and what is known of it there."""

    value: str
    span: Span
    features: Mapping[str, float] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest candidate, its chance (0 to 1), and the features that spoke most for it, heaviest first."""

    candidate: Candidate
    chance: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature, and the chance from which on a choice is taken for an answer."""

    weights: Mapping[str, float]
    threshold: float

    def chances(self, candidates: Sequence[Candidate]) -> list[float]:
        """The chance of each candidate, in their order; they sum to one."""
        scores = [self._score(candidate) for candidate in candidates]
        highest = max(scores, default=0.0)
        raised = [math.exp(score - highest) for score in scores]
        total = sum(raised)
        return [each / total for each in raised]

    def choose(self, candidates: Sequence[Candidate]) -> Choice | None:
        """The likeliest candidate, the first of equals; None where there is none or its chance is too small."""
        if not candidates:
            return None
        chances = self.chances(candidates)
        best = max(range(len(candidates)), key=chances.__getitem__)
        if chances[best] < self.threshold:
            return None
        return Choice(candidates[best], chances[best], self._reasons(candidates[best]))

    def _score(self, candidate: Candidate) -> float:
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in candidate.features.items())

    def _reasons(self, candidate: Candidate, most: int = 3) -> tuple[str, ...]:
        parts = ((self.weights.get(name, 0.0) * value, name) for name, value in candidate.features.items())
        return tuple(name for part, name in sorted(parts, key=lambda each: (-each[0], each[1]))[:most] if part > 0)


@cache
def ranker(cell: str) -> Ranker:
    """The fitted ranker of a cell: "about" or "affiliation"."""
    data = json.loads(resources.files(__package__).joinpath(f"{cell}.json").read_text(encoding="utf-8"))
    return Ranker({str(name): float(weight) for name, weight in data["weights"].items()}, float(data["threshold"]))
