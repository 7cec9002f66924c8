"""Walking a dependency tree (Universal Dependencies) by token index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from muniment.language.analysis import Analysis, Token
from muniment.schema.span import Span

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
        for index, token in enumerate(analysis.tokens):
            if token.head >= 0:
                self.children[token.head].append(index)
        for number, sentence in enumerate(analysis.sentences):
            for index in range(sentence.first, sentence.last):
                self.sentence_of[index] = number

    def kids(self, index: int, *relations: str) -> list[int]:
        """Children of a token whose relation is one of `relations`; "nmod" also finds "nmod:poss" and the like."""
        tokens = self.tokens
        return [child for child in self.children[index] if _is(tokens[child].deprel, relations)]

    def kid(self, index: int, *relations: str) -> int | None:
        """The first such child, or None."""
        for child in self.children[index]:
            if _is(self.tokens[child].deprel, relations):
                return child
        return None

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Indices of the token and all below it, in text order; branches whose relation is in `without` are cut."""
        found, todo = [], [index]
        while todo:
            here = todo.pop()
            found.append(here)
            todo.extend(child for child in self.children[here] if not self._is_cut(child, here, without))
        return sorted(found)

    def _is_cut(self, child: int, head: int, without: frozenset[str]) -> bool:
        """A possessive mark stands behind its noun and holds a phrase together ("Sudan's army"): it is never cut."""
        relation = self.tokens[child].deprel
        return relation in without and not (relation == "case" and child > head)

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
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.tokens) and self.tokens[low].start < end:
            found.append(low)
            low += 1
        return found

    def top(self, indices: Iterable[int]) -> int:
        """The token among `indices` whose head lies outside them: the head of the phrase (the first, if several)."""
        listed = list(indices)
        inside = set(listed)
        for index in listed:
            if self.tokens[index].head not in inside:
                return index
        return listed[0]


def _is(relation: str, wanted: tuple[str, ...]) -> bool:
    return relation in wanted or relation.partition(":")[0] in wanted
