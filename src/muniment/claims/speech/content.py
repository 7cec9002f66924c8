"""Where the concepts of a document stand in and around one statement's words: features for the choice of its topic."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from muniment.claims.reading import Reading
from muniment.claims.speech.concepts import Concept, Mentioned
from muniment.claims.speech.statements import Statement

_ROLES: Final = {"nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "iobj": "object", "obl": "oblique"}
_CASES: Final = frozenset({"on", "for", "with", "to", "in", "of", "against", "about", "by", "from", "at", "over"})
_INNER: Final = {"nmod": "of", "nmod:poss": "whose"}
_SHORT: Final = 8
# Roles that mean something else where the reported words open with a stance verb ("condemned X", "called on X").
_OF_STANCE: Final = frozenset(
    {"subject", "object", "oblique", "oblique on", "oblique for", "oblique of", "top", "inside", "outside", "in object"}
    | {"of object", "lower object", "lower subject"}
)


class Content:
    """One statement's words."""

    def __init__(self, reading: Reading, statement: Statement) -> None:
        self.tree = reading.tree
        self.stance = statement.rule.startswith("stance")
        self.tokens = self.tree.within(statement.content)
        self.within = frozenset(self.tokens)
        self.top = self.tree.top(self.tokens) if self.tokens else -1
        self.number = self.tree.sentence_of[self.tokens[0]] if self.tokens else 0
        self.first_name = next((i for i in self.tokens if reading.names.mention_at(i) is not None), -1)

    def features(self, concept: Concept, inside: list[Mentioned]) -> dict[str, float]:
        """What is known of a concept here, by name of feature."""
        found = dict(self._features(inside) if inside else self._outside(concept))
        if self.stance:
            found |= {f"{role} of stance": value for role, value in found.items() if role in _OF_STANCE}
        return found

    def _features(self, inside: list[Mentioned]) -> Iterator[tuple[str, float]]:
        first = inside[0]
        yield "inside", 1.0
        yield "inside often", math.log(len(inside))
        yield "inside late", (first.head - self.tokens[0]) / len(self.tokens)
        for role in sorted({self._role(each) for each in inside}):
            yield role, 1.0
        if all(each.pronoun for each in inside):
            yield "as pronoun", 1.0
        if any(self.tree.tokens[kid].text.lower() in {"this", "these"} for kid in self.tree.kids(first.head, "det")):
            yield "this", 1.0
        if first.head == self.first_name:
            yield "first name", 1.0
        if self.first_name < 0:
            yield "inside nameless", 1.0

    def _outside(self, concept: Concept) -> Iterator[tuple[str, float]]:
        yield "outside short" if len(self.tokens) < _SHORT else "outside", 1.0
        if self.first_name < 0:
            yield "outside nameless", 1.0
        for distance, name in enumerate(("same sentence", "sentence before", "two before")):
            if self._last(concept, distance) >= 0:
                yield name, 1.0
        before = self._last(concept, 1)
        if before >= 0 and self.tree.tokens[before].deprel.startswith("nsubj"):
            yield "subject before", 1.0
        if concept.mentions[0].head >= self.tree.sentences[self.number].last:
            yield "only later", 1.0

    def _last(self, concept: Concept, back: int) -> int:
        """The head of a concept's last mention in the sentence so many before this one, -1 where there is none."""
        if back > self.number:
            return -1
        sentence = self.tree.sentences[self.number - back]
        head = concept.last_before(sentence.last)
        return head if head >= sentence.first else -1

    def _role(self, mentioned: Mentioned) -> str:
        """Where a mention stands: "top", "subject", "oblique on", "lower object", "of subject", "deep" and so on."""
        tree, head = self.tree, mentioned.head
        if head == self.top:
            return "top"
        token = tree.tokens[head]
        relation = tree.tokens[token.head].deprel if token.deprel == "conj" and token.head >= 0 else token.deprel
        role = _ROLES.get(relation) or _ROLES.get(relation.partition(":")[0], "")
        if role == "oblique" and tree.case(head) in _CASES:
            role = f"oblique {tree.case(head)}"
        if role:
            return role if token.head == self.top else f"lower {role}"
        inner = _INNER.get(relation, "in")
        for index in tree.climb(head):
            if index == self.top:
                return f"{inner} top"
            if index not in self.within:
                break
            if tree.tokens[index].deprel in _ROLES:
                return f"{inner} {_ROLES[tree.tokens[index].deprel]}"
        return "deep"
