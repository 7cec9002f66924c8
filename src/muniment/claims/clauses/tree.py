"""Walking a dependency tree (Universal Dependencies) by token index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from muniment.claims.shelf import Placed
from muniment.language.analysis import Analysis, Token
from muniment.schema.span import Span

if TYPE_CHECKING:
    from muniment.claims.clauses.predicates import Predicate

# Branches that add to what a phrase says but are not its name: relative clauses, appositions, other conjuncts.
LOOSE = frozenset(
    """acl acl:relcl advcl advcl:relcl appos parataxis conj cc punct dep discourse ccomp case mark cop cc:preconj advmod
    orphan nsubj aux list reparandum vocative""".split()
)


class Tree:
    """Children, phrases and neighbours over an Analysis; tokens go by their index in `analysis.tokens`."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.text
        self.tokens: tuple[Token, ...] = analysis.tokens
        self.sentences = analysis.sentences
        self.children: list[list[int]] = [[] for _ in analysis.tokens]
        self.sentence_of: list[int] = [0] * len(analysis.tokens)
        # What clauses/predicates.py has read off the tree: verbs by token and depth of borrowing, event nouns by token.
        self.verbs: dict[tuple[int, int], Predicate] = {}
        self.nouns: dict[int, Predicate] = {}
        self._ends = [token.end for token in analysis.tokens]
        # Children with their relation, whole and without its subtype: the tree is asked for them all the time.
        self._below: list[list[tuple[int, str, str]]] = [[] for _ in analysis.tokens]
        for index, token in enumerate(analysis.tokens):
            if token.head >= 0:
                self.children[token.head].append(index)
                self._below[token.head].append((index, token.deprel, token.deprel.partition(":")[0]))
        for number, sentence in enumerate(analysis.sentences):
            for index in range(sentence.first, sentence.last):
                self.sentence_of[index] = number

    def kids(self, index: int, *relations: str) -> list[int]:
        """Children of a token whose relation is one of `relations`; "nmod" also finds "nmod:poss" and the like."""
        below = self._below[index]
        return [child for child, relation, base in below if relation in relations or base in relations]

    def kid(self, index: int, *relations: str) -> int | None:
        """The first such child, or None."""
        for child, relation, base in self._below[index]:
            if relation in relations or base in relations:
                return child
        return None

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Indices of the token and all below it, in text order; branches whose relation is in `without` are cut.

        A possessive mark stands behind its noun and holds a phrase together ("Sudan's army"): it is never cut.
        """
        found = [index]
        for here in found:
            for child, relation, _ in self._below[here]:
                if relation not in without or (relation == "case" and child > here):
                    found.append(child)
        return sorted(found)

    def block(self, index: int, without: frozenset[str] = LOOSE) -> list[int]:
        """The unbroken run of tokens around `index` that remains of its subtree after cutting `without`."""
        kept = set(self.subtree(index, without))
        first = last = index
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return list(range(first, last + 1))

    def span(self, indices: Iterable[int]) -> Span:
        """The characters from the first to the last of the tokens. Raises ValueError where there are none."""
        listed = list(indices)
        return Span(min(self.tokens[i].start for i in listed), max(self.tokens[i].end for i in listed))

    def case(self, index: int) -> str:
        """The preposition that introduces a phrase ("to", "according to"), lower-cased; "" where there is none."""
        words = []
        for child in self.kids(index, "case"):
            words.append(self.tokens[child].text.lower())
            words.extend(self.tokens[fixed].text.lower() for fixed in self.kids(child, "fixed"))
        return " ".join(words)

    def conjuncts(self, index: int) -> list[int]:
        """The token and those coordinated with it, in text order."""
        found, todo = [index], [index]
        while todo:
            for child in self.kids(todo.pop(), "conj"):
                found.append(child)
                todo.append(child)
        return sorted(found)

    def climb(self, index: int) -> Iterator[int]:
        """Governors of a token from the nearest to the root of its sentence."""
        seen = 0
        while (head := self.tokens[index].head) >= 0 and seen < len(self.tokens):
            yield head
            index, seen = head, seen + 1

    def at(self, start: int, end: int) -> list[int]:
        """Indices of the tokens that lie in characters `[start, end)`, found by bisection."""
        index = bisect_right(self._ends, start)
        found = []
        while index < len(self.tokens) and self.tokens[index].start < end:
            found.append(index)
            index += 1
        return found

    def within(self, place: Placed) -> list[int]:
        """Indices of the tokens that lie in a span, a mention or whatever else has a start and an end."""
        return self.at(place.start, place.end)

    def top(self, indices: Iterable[int]) -> int:
        """The token among `indices` whose head lies outside them: the head of the phrase (the first, if several)."""
        listed = list(indices)
        inside = set(listed)
        for index in listed:
            if self.tokens[index].head not in inside:
                return index
        return listed[0]
