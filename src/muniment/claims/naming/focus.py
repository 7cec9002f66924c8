"""What a text speaks of at a point: the entities named shortly before it, by how prominent they are there.

Each mention adds weight by its grammatical role and the weight halves with every sentence passed, after Lappin & Leass,
"An algorithm for pronominal anaphora resolution" (Computational Linguistics 20:4, 1994). Their weights were set by hand
for computer manuals; those below were chosen on the training part of UD English-GUM (benchmarks/coreference.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from muniment.claims.naming.agreement import gender, is_person, is_plural
from muniment.claims.naming.entity import Entity

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

_REACH: Final = 4  # sentences back
_HALF: Final = 0.5
_ROLES: Final = {"nsubj": 4.0, "root": 3.0, "obj": 3.0, "obl": 2.5, "iobj": 2.5, "nmod:poss": 2.5, "conj": 2.0}
_OTHER: Final = 1.5  # what stands inside another phrase
# Parts of a phrase whose head stands for the whole.
_PARTS: Final = ("compound", "flat", "appos", "amod", "fixed", "nmod:desc", "list", "goeswith")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An entity where the text names it: `head` its token, `gender` "he", "she" or ""."""

    entity: Entity
    head: int
    plural: bool
    person: bool
    gender: str


class Focus:
    """Ranks the entities before a point of one document."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[int, Mentioned | None] = {}
        self._signs: dict[int, tuple[bool, bool, str]] = {}

    def forget(self) -> None:
        """Drops what has been found so far."""
        self._known.clear()

    def ranked(self, index: int, fit: Callable[[Mentioned], float]) -> list[tuple[float, Mentioned]]:
        """The entities before token `index`, heaviest first with their weights; each by its last mention.

        `fit` says how well a mention fits: 0 not at all, 1 as well as any, more where it is likelier.
        """
        here = self.names.tree.sentence_of[index]
        weights: dict[tuple[str, str], dict[int, float]] = {}
        last: dict[tuple[str, str], Mentioned] = {}
        for found in self.before(index):
            fitting = fit(found)
            if not fitting:
                continue
            key = found.entity.type, found.entity.value
            number = self.names.tree.sentence_of[found.head]
            known = weights.setdefault(key, {})
            known[number] = max(known.get(number, 0.0), fitting * self._weight(found.head))
            last[key] = found
        total = {
            key: sum(weight * _HALF ** (here - number) for number, weight in known.items())
            for key, known in weights.items()
        }
        return sorted(((total[key], last[key]) for key in total), key=lambda each: (-each[0], -each[1].head))

    def before(self, index: int) -> Iterator[Mentioned]:
        """What is mentioned in the sentence before the token and in the few before it, in text order."""
        tree = self.names.tree
        first = tree.sentences[max(0, tree.sentence_of[index] - _REACH)].first
        heads = self._heads
        for head in heads[bisect_left(heads, first) : bisect_left(heads, index)]:
            found = self._known[head] if head in self._known else self._learn(head)
            if found is not None:
                yield found

    def mentioned(self, head: int) -> Mentioned | None:
        """What the phrase headed at a token names; None for parts of phrases."""
        if head not in self._known:
            return self._learn(head) if self._may_head(head) else None
        return self._known[head]

    def _learn(self, head: int) -> Mentioned | None:
        self._known[head] = self._mentioned(head)
        return self._known[head]

    @cached_property
    def _heads(self) -> list[int]:
        return [head for head in range(len(self.names.tree.tokens)) if self._may_head(head)]

    def _may_head(self, head: int) -> bool:
        token, names = self.names.tree.tokens[head], self.names
        if token.upos not in {"NOUN", "PROPN", "PRON"} or names.head_of(head) != head:
            return False
        return not token.deprel.startswith(_PARTS) or names.mention_at(head) is not None

    def _mentioned(self, head: int) -> Mentioned | None:
        tree, names = self.names.tree, self.names
        token = tree.tokens[head]
        entity = names.entity(head)
        if entity is None or (entity.head != head and entity.how == "named"):
            return None
        if token.deprel.startswith("appos"):
            whose = names.entity(token.head) if entity.how != "phrase" else None
            if whose is None or whose.value == entity.value:
                return None
        if entity.how == "phrase":
            entity = self._bearer(head) or entity
        if head not in self._signs:
            self._signs[head] = is_plural(tree, head), is_person(tree, head), gender(tree, head)
        return Mentioned(entity, head, *self._signs[head])

    def _bearer(self, head: int) -> Entity | None:
        """The person whose name follows a title that the parser did not join to it."""
        tree = self.names.tree
        if not is_person(tree, head):
            return None
        last = tree.block(head)[-1]
        for index in (last, last + 1):
            mention = self.names.mention_at(index)
            if mention is not None and mention.type == "person":
                return self.names.entity(self.names.head_of(index))
        return None

    def _weight(self, head: int) -> float:
        tokens = self.names.tree.tokens
        relation = tokens[head].deprel
        if relation == "appos" and tokens[head].head >= 0:
            relation = tokens[tokens[head].head].deprel
        return _ROLES.get(relation) or _ROLES.get(relation.partition(":")[0], _OTHER)
