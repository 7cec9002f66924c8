"""How often claims like this one are right: what `Claim.confidence` says.

A logistic model over signs that a reader of the claim can see for himself: which frame proposed it, which cells it
fills, how their words stand to the evidence. The weights lie in `confidence.json`, fitted on annotated reporting by
`python -m training.confidence`; docs/reference/confidence.md shows how well they hold on stories that had no part.
The ridge that keeps them small pools a frame that was seldom seen with its register (partial pooling).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from muniment.errors import VocabularyError
from muniment.schema.claim import Claim
from muniment.vocabulary.registers import NAMES, register

_FILE: Final = "confidence.json"
# Characters of evidence beyond which a claim was read from a whole sentence of many clauses.
_LONG: Final = 240
_SHORT: Final = 40
# Characters of reported words: a word or two is seldom a statement, a sentence always.
_CONTENT: Final = (15, 40)
# Characters before or after the evidence within which a cell still counts as told beside it.
_NEAR: Final = 200


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds: what every claim starts from, and what each sign adds. A sign without a weight adds nothing."""

    base: float
    weights: Mapping[str, float]

    def odds(self, signs: Iterator[str]) -> float:
        """The log-odds that a claim with these signs is right."""
        return self.base + sum(self.weights.get(sign, 0.0) for sign in signs)


def confidence(claim: Claim) -> float | None:
    """The chance, between 0 and 1 and to two places, that a careful researcher would enter this claim so.

    None for a register that was never measured, such as a user's own.
    """
    if claim.register not in NAMES:
        return None
    return round(1 / (1 + math.exp(-shipped().odds(signs(claim)))), 2)


def signs(claim: Claim) -> Iterator[str]:
    """What can be told of a claim by itself, each sign once."""
    table = claim.register
    yield f"register {table}"
    yield f"frame {claim.frame}"
    yield f"modality {claim.modality}"
    yield f"{table} dated" if claim.date else f"{table} undated"
    yield f"{table} sourced" if claim.source else f"{table} in its own voice"
    length = claim.evidence.end - claim.evidence.start
    if not _SHORT <= length <= _LONG:
        yield f"{table} evidence {'long' if length > _LONG else 'short'}"
    for column in register(table).columns:
        yield from _of_cell(claim, column.cell, column.type)


def _of_cell(claim: Claim, name: str, kind: str) -> Iterator[str]:
    cell = claim.cells.get(name)
    if cell is None:
        yield f"{claim.register}.{name} empty"
        return
    where = f"{claim.register}.{name}"
    if kind == "enum":
        yield f"{where} {cell.value}"
    elif kind == "name" and not any(sign.isupper() for sign in str(cell.value)):
        yield f"{where} unnamed"
    elif name == "content" and len(str(cell.value)) < _CONTENT[1]:
        yield f"{where} {'tiny' if len(str(cell.value)) < _CONTENT[0] else 'short'}"
    elif isinstance(cell.value, tuple):
        yield f"{where} {min(len(cell.value), 3)}"
    elif kind == "text" and len(str(cell.value).split()) > 8:
        yield f"{where} long"
    if cell.span is not None and not cell.span.overlaps(claim.evidence):
        apart = max(cell.span.start - claim.evidence.end, claim.evidence.start - cell.span.end)
        yield f"{where} {'beside' if apart <= _NEAR else 'far'}"


def reasons(claim: Claim, most: int = 3) -> list[tuple[str, float]]:
    """The signs that move a claim's confidence most, with the log-odds that each adds; the largest first."""
    weights = shipped().weights
    moved = [(sign, weights[sign]) for sign in signs(claim) if weights.get(sign)]
    return sorted(moved, key=lambda each: -abs(each[1]))[:most]


@cache
def shipped() -> Model:
    """The model that is shipped. Raises VocabularyError where its file is damaged."""
    try:
        data = json.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
        return Model(float(data["base"]), {str(sign): float(weight) for sign, weight in data["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(f"claims/{_FILE}: {error!r}", "Install the package again.") from error
