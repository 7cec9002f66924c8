"""Which two "the two countries", "both sides" and "the pair" are: those alone of their kind just before; and which of
two is "the latter"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from muniment.claims.naming.entity import Entity
from muniment.vocabulary.reference import reference

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

_REACH: Final = 3  # sentences back
_NUMBERS: Final = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}
_DEFINITE: Final = frozenset({"the", "these", "those", "both"})
_VAGUE: Final = frozenset({"side", "party", "government", "power"})
_EITHER: Final = frozenset({"former", "latter"})
_ALONE: Final = frozenset({"pair", "duo", "trio", "two"})


class Pairs:
    """Resolves such phrases of one document. `heads` are the tokens that head its names, in text order."""

    def __init__(self, names: Names, heads: list[int]) -> None:
        self.names = names
        self._heads = heads

    def find(self, index: int) -> tuple[Entity, ...]:
        """The two or three that the phrase headed at a token counts, in text order; empty where that is open."""
        tree = self.names.tree
        lemma = tree.tokens[index].lemma.lower()
        below = {tree.tokens[at].text.lower() for at in tree.kids(index, "det", "nummod", "det:predet")}
        if lemma in _ALONE and "the" in below and not tree.kids(index, "nmod"):
            return self._of_types(index, ("person",), _NUMBERS[lemma])
        number = next((_NUMBERS[word] for word in sorted(below) if word in _NUMBERS), 0)
        if not number or not below & _DEFINITE or tree.kids(index, "nmod", "acl", "amod", "compound", "conj"):
            return ()
        types = tuple(kind for kind, nouns in reference().pairs.items() if lemma in nouns)
        return self._of_types(index, types, number)

    def either(self, index: int) -> Entity | None:
        """Which "the former" or "the latter" is, of two names joined by "and" or "or" before it, in its sentence or the
        one before; None for other words."""
        tree = self.names.tree
        word = tree.tokens[index].text.lower()
        if word not in _EITHER or not any(tree.tokens[at].text.lower() == "the" for at in tree.kids(index, "det")):
            return None
        here = tree.sentence_of[index]
        for head in reversed(self._heads):
            near = head < index and here - tree.sentence_of[head] <= 1
            joined = tree.conjuncts(head) if near else []
            if len(joined) == 2 and max(joined) < index and set(joined) <= set(self._heads):
                found = self.names.entity(joined[0] if word == "former" else joined[1])
                return None if found is None else Entity(found.value, found.type, tree.span([index]), index, "pair")
        return None

    def _of_types(self, index: int, types: tuple[str, ...], number: int) -> tuple[Entity, ...]:
        # "Both sides" are hardly those who speak of them: there may be no third beside the two.
        alone = self.names.tree.tokens[index].lemma.lower() in _VAGUE
        found = (self._of_type(index, kind, number, alone) for kind in types)
        return next((each for each in found if each), ())

    def _of_type(self, index: int, kind: str, number: int, alone: bool) -> tuple[Entity, ...]:
        """Those of a type in this sentence and the fewest before it (with `alone`, in all within reach) that name as
        many; none where they name more."""
        tree = self.names.tree
        here = tree.sentence_of[index]
        known: dict[str, Entity] = {}
        for back in range(min(_REACH, here) + 1):
            for head in self._heads:
                if tree.sentence_of[head] != here - back or head >= index:
                    continue
                entity = self.names.entity(head)
                if entity is not None and (entity.type == kind or (kind == "country" and entity.how == "demonym")):
                    known.setdefault(entity.value, entity)
            if len(known) >= number and not alone:
                break
        return tuple(sorted(known.values(), key=lambda each: each.head)) if len(known) == number else ()
