"""Whether two facts can be one, by the ways that their register states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from muniment.ledger.reconcile.comparers.base import Outcome, Term
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.ledger.reconcile.facts import ONCE, Fact
from muniment.vocabulary.registers import Comparison

# A fact asks for its like under at most so many keys a way; of words in a long subject, the first in order.
_MOST_KEYS: Final = 48


@dataclass(frozen=True, slots=True)
class Match:
    """Two facts that can be one: of how many cells the first says less, and of how many the second."""

    vague_one: int
    vague_other: int

    @property
    def sure(self) -> bool:
        """True where neither says less than the other."""
        return not (self.vague_one or self.vague_other)


class Matcher:
    """Compares facts, and remembers how values compared."""

    def __init__(self) -> None:
        self._outcomes: dict[tuple[str, str, str], str] = {}

    def match(self, one: Fact, other: Fact) -> Match | None:
        """How the two can be one; None where nothing says so."""
        if not self._may(one, other):
            return None
        found = [match for way in one.merge.ways if (match := self._way(one, other, way)) is not None]
        return min(found, key=lambda match: match.vague_one + match.vague_other, default=None)

    def agree(self, one: Fact, other: Fact) -> bool:
        """True where the two match, or nothing that both say keeps them from being one when others join them."""
        if not self._may(one, other):
            return False
        cells = one.merge.agree.items()
        return all(self._agree(one, other, *at) for at in cells) or self.match(one, other) is not None

    def _may(self, one: Fact, other: Fact) -> bool:
        if one.merge is not other.merge or (one.documents & other.documents and self._told_twice(one, other)):
            return False
        return all(self._said(one, other, cell, by) != "differs" for cell, by in one.merge.apart.items())

    def _told_twice(self, one: Fact, other: Fact) -> bool:
        """True where one document gives two values of what it would give once."""
        return any(one.terms[cell, ONCE] != other.terms[cell, ONCE] for cell in one.merge.once)

    def _agree(self, one: Fact, other: Fact, cell: str, by: Comparison) -> bool:
        outcome = self._said(one, other, cell, by)
        if outcome is None:  # nothing said, or nothing that this comparer speaks of
            return cell in one.unsaid or cell in other.unsaid
        return outcome == "same" or (outcome != "differs" and "refines" in by.loose)

    def _way(self, one: Fact, other: Fact, way: Mapping[str, Comparison]) -> Match | None:
        vague_one = vague_other = 0
        for cell, by in way.items():
            outcome = self._said(one, other, cell, by)
            if outcome is None:
                here = "unsaid-here" in by.loose and one.rank == other.rank and bool(one.documents & other.documents)
                if "unsaid" not in by.loose and not here:
                    return None
                mine, theirs = one.terms[cell, by.by], other.terms[cell, by.by]
                vague_one += mine is None and theirs is not None
                vague_other += theirs is None and mine is not None
            elif not self._agree(one, other, cell, by):
                return None
            vague_one += outcome == "refined"
            vague_other += outcome == "refines"
        return Match(vague_one, vague_other)

    def _said(self, one: Fact, other: Fact, cell: str, by: Comparison) -> str | None:
        """How the two stand in one cell; None where one of them says nothing of it."""
        mine, theirs = one.terms[cell, by.by], other.terms[cell, by.by]
        return None if mine is None or theirs is None else self._outcome(by.by, mine, theirs)

    def _outcome(self, by: str, mine: Term, theirs: Term) -> str:
        if mine.key == theirs.key:
            return "same"
        asked = (by, mine.key, theirs.key)
        found = self._outcomes.get(asked)
        if found is None:
            outcome: Outcome = COMPARERS[by].compare(mine, theirs)
            found = self._outcomes[asked] = outcome.kind
        return found


def keys_of(fact: Fact) -> Iterator[tuple[str, ...]]:
    """Keys of the blocks in which a fact meets those that it can be one with: two that match share one of them."""
    for number, way in enumerate(fact.merge.ways):
        parts: list[tuple[str, ...]] = []
        for cell, by in way.items():
            term = fact.terms[cell, by.by]
            if "unsaid" in by.loose:
                continue
            if "unsaid-here" in by.loose:
                here = tuple(f"in {document}" for document in sorted(fact.documents))
                parts.append((*(() if term is None else term.tokens), *here))
            else:
                parts.append(("",) if term is None else term.tokens)
        for at, tokens in enumerate(product(*parts)):
            if at == _MOST_KEYS:
                break
            yield (fact.merge.kind, str(number), *tokens)
