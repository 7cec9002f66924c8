"""Facts to groups: what matches is joined, what is vague only where exactly one group fits.

Blocks are hashed keys, so that the work grows with the facts, not with their pairs. The result depends on what the
facts say, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from muniment.ledger.reconcile.facts import Fact
from muniment.ledger.reconcile.match import Match, Matcher, keys_of

# In a larger block each fact is compared with so many that stand next to it by what they say.
_WINDOW: Final = 60


class Groups:
    """Facts in groups that grow; no group ever holds two facts that cannot be one."""

    def __init__(self, facts: Sequence[Fact], apart: frozenset[frozenset[str]] = frozenset()) -> None:
        self._facts = facts
        self._matcher = Matcher()
        self._home = list(range(len(facts)))
        self._members: dict[int, list[int]] = {at: [at] for at in self._home}
        self._apart = _forbidden(facts, apart)
        self._willed: dict[int, list[int]] = {}
        self._edges = self._found()

    def result(self) -> list[list[Fact]]:
        """The groups, each in the order of its facts."""
        for rank in sorted({fact.rank for fact in self._facts}):
            self._join_sure(rank)
            self._join_vague(rank, crossed=False)
            self._join_vague(rank, crossed=True)
        return [[self._facts[at] for at in sorted(members)] for _, members in sorted(self._members.items())]

    def join(self, together: Iterable[Sequence[int]]) -> None:
        """Joins facts that a person said are one, whatever they say."""
        for group in together:
            for at in group:
                self._willed[at] = sorted({*group, *self._willed.get(at, ())})
                self._unite(self._home[group[0]], self._home[at])

    def _found(self) -> dict[int, dict[int, Match]]:
        """Every match of two facts of one block, from either side."""
        blocks: dict[tuple[str, ...], list[int]] = {}
        for at, fact in enumerate(self._facts):
            for key in dict.fromkeys(keys_of(fact)):
                blocks.setdefault(key, []).append(at)
        edges: dict[int, dict[int, Match]] = {}
        tried: set[tuple[int, int]] = set()
        for block in blocks.values():
            for place, at in enumerate(block):
                for other in block[place + 1 : place + 1 + _WINDOW]:
                    if (at, other) in tried:
                        continue
                    tried.add((at, other))
                    match = self._match(at, other)
                    if match is not None and not (self._facts[at].lacking and self._facts[other].lacking):
                        edges.setdefault(at, {})[other] = match
                        edges.setdefault(other, {})[at] = Match(match.vague_other, match.vague_one)
        return edges

    def _match(self, at: int, other: int) -> Match | None:
        return None if other in self._apart.get(at, ()) else self._matcher.match(self._facts[at], self._facts[other])

    def _join_sure(self, rank: int) -> None:
        for at, matches in sorted(self._edges.items()):
            for other, match in sorted(matches.items()):
                newest = max(self._facts[at].rank, self._facts[other].rank)
                if match.sure and newest == rank and at < other:
                    one, two = self._home[at], self._home[other]
                    if one != two and self._free(one, two, rank) and self._fit(one, two):
                        self._unite(one, two)

    def _free(self, one: int, two: int, rank: int) -> bool:
        """What is not asserted never joins two groups that stood without it."""
        return any(all(self._facts[at].rank == rank for at in self._members[home]) for home in (one, two))

    def _join_vague(self, rank: int, *, crossed: bool) -> None:
        """Joins each group that says less with the one group that it can mean, until nothing changes; `crossed`: also
        two groups of which each says less in some cell, where each can only mean the other.
        """
        changed = True
        while changed:
            changed = False
            for home in sorted(self._members):
                if home in self._members and all(self._facts[at].rank == rank for at in self._members[home]):
                    target = self._meant(home, rank, crossed=crossed)
                    if target is not None:
                        self._unite(home, target)
                        changed = True

    def _meant(self, home: int, rank: int, *, crossed: bool) -> int | None:
        """The group that the facts of `home` can mean: of several that from which it differs in the fewest cells, or
        that which all others refine, or any where all of them can be one. None where they are several.
        """
        meanings = self._meanings(home, rank, crossed=crossed)
        fits = sorted(two for two in meanings if self._fit(home, two))
        fits = [two for two in fits if meanings[two] == min(meanings[fit] for fit in fits)]
        if len(fits) > 1 and not all(self._fit(one, two) for one in fits for two in fits if one < two):
            fits = [one for one in fits if all(one == two or self._vaguer(one, two) for two in fits)]
            if len(fits) > 1:
                return None
        if not fits:
            return None
        back = set(self._meanings(fits[0], rank, crossed=crossed)) if self._vaguer(fits[0], home) else {home}
        return fits[0] if all(other == home or self._fit(home, other) for other in back) else None

    def _meanings(self, home: int, rank: int, *, crossed: bool) -> dict[int, int]:
        """The groups to which some fact of `home` is the vaguer, and in how many cells at least; for what is not
        asserted also what stands asserted, whichever says less.
        """
        found: dict[int, int] = {}
        for at in self._members[home]:
            for other, match in self._edges.get(at, {}).items():
                two, own = self._home[other], self._facts[other].rank
                asked = (match.vague_one or own < rank) and (crossed or not (match.vague_one and match.vague_other))
                if asked and two != home and own <= rank:
                    cells = match.vague_one + match.vague_other
                    found[two] = min(cells, found.get(two, cells))
        return found

    def _vaguer(self, one: int, two: int) -> bool:
        return any(
            match.vague_one > 0 and self._home[other] == two
            for at in self._members[one]
            for other, match in self._edges.get(at, {}).items()
        )

    def _fit(self, one: int, two: int) -> bool:
        return all(self._agree(at, other) for at in self._members[one] for other in self._members[two])

    def _agree(self, at: int, other: int) -> bool:
        """True where the two can be one. Of facts that people joined it is enough to agree with one."""
        if other in self._apart.get(at, ()):
            return False
        sides = ([self._facts[it] for it in self._willed.get(place, [place])] for place in (at, other))
        return any(self._matcher.agree(mine, theirs) for mine, theirs in product(*sides))

    def _unite(self, one: int, two: int) -> None:
        if one == two:
            return
        kept, gone = min(one, two), max(one, two)
        moved = self._members.pop(gone)
        for at in moved:
            self._home[at] = kept
        self._members[kept] += moved


def _forbidden(facts: Sequence[Fact], apart: Iterable[frozenset[str]]) -> Mapping[int, set[int]]:
    """For each fact those that a person said it is not, by place."""
    place = {claim.id: at for at, fact in enumerate(facts) for claim in fact.claims}
    found: dict[int, set[int]] = {}
    for pair in apart:
        places = [place[id] for id in sorted(pair) if id in place]
        if len(places) == 2 and places[0] != places[1]:
            found.setdefault(places[0], set()).add(places[1])
            found.setdefault(places[1], set()).add(places[0])
    return found
