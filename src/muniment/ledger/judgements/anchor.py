"""How a judgement finds its claims again after they were read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from muniment.ledger.identity import name_key
from muniment.schema.claim import Cell, Claim, Value
from muniment.schema.judgement import Anchor
from muniment.schema.span import Span
from muniment.vocabulary.registers import register

_DATE: Final = "date"  # a key of some registers that is no cell of the claim
_WHEN: Final = ("date", "period")  # types of the cells that one model fills and the next leaves empty


class Finder:
    """Claims by what anchors know of them."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._ids: dict[str, Claim] = {}
        self._places: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Takes in one more claim."""
        self._ids[claim.id] = claim
        self._places.setdefault((claim.document, claim.register), []).append(claim)

    def find(self, anchor: Anchor) -> tuple[str, ...]:
        """Ids of the claims that are the one judged, in the order in which they were given; empty where it is gone.

        The claim of that id where it is there. Else the claims of the same register whose evidence shares words with
        the anchor's and whose key cells are filled alike (the same words, or the same value; a time may be missing on
        one side); of several, those that differ from it in the fewest cells.
        """
        if anchor.claim in self._ids:
            return (anchor.claim,)
        near = self._places.get((anchor.document, anchor.register), ())
        again = [claim for claim in near if _is_again(claim, anchor)]
        differences = [_differences(claim, anchor) for claim in again]
        fewest = min(differences, default=0)
        return tuple(claim.id for claim, own in zip(again, differences, strict=True) if own == fewest)


def _is_again(claim: Claim, anchor: Anchor) -> bool:
    if not _overlap(claim.evidence, anchor.evidence):
        return False
    known = register(anchor.register)
    for name in known.key:
        timed = name == _DATE or known.column(name).type in _WHEN
        if timed and not (name in claim.cells and name in anchor.cells):
            continue
        if not _agree(claim.cells, anchor.cells, name):
            return False
    return True


def _differences(claim: Claim, anchor: Anchor) -> int:
    names = claim.cells.keys() | anchor.cells.keys()
    return sum(not _agree(claim.cells, anchor.cells, name) for name in names) + (claim.date != anchor.date)


def _agree(ours: Mapping[str, Cell], theirs: Mapping[str, Cell], name: str) -> bool:
    """Whether both leave the cell empty, or both fill it with the same words or the same value."""
    one, other = ours.get(name), theirs.get(name)
    if one is None or other is None:
        return one is other
    same_words = one.span is not None and other.span is not None and _overlap(one.span, other.span)
    return same_words or _folded(one.value) == _folded(other.value)


def _folded(value: Value) -> object:
    if isinstance(value, tuple):
        return frozenset(map(name_key, value))
    return name_key(value) if isinstance(value, str) else value


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
