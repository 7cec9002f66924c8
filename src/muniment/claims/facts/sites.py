"""Where a place phrase lies that begins with a common noun: "the province of Khost", "the Lamu district". Pure."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading

# Nouns for a stretch of land or a settlement; the name beside one says which.
SITES: Final = frozenset(
    """province district town city village state region area camp strip island county neighbourhood neighborhood suburb
    port capital territory prefecture governorate township valley settlement municipality hamlet outskirts enclave
    peninsula republic department commune quarter square street province oblast canton archipelago highland coast
    border frontier crossing stronghold ward parish locality subdistrict division sector zone desert mountain
    heartland slum market university airport airbase""".split()
)
_MOST_STEPS: Final = 3


def site(reading: Reading, head: int, depth: int = 0) -> Entity | None:
    """The place named with a common noun for one, by the name alone; of an unnamed one ("a southern Chadian town") the
    country. None where the words do not say."""
    tree = reading.tree
    if tree.tokens[head].lemma.lower() not in SITES or depth > _MOST_STEPS:
        return None
    for child in _named_with(tree, head):
        found = entity_for(reading, child, False)
        if found is not None and found.type in {"place", "country"}:
            return found
        if (inner := site(reading, child, depth + 1)) is not None:
            return inner
    return None


def _named_with(tree: Tree, head: int) -> list[int]:
    """Tokens that may name the place, surest first: "of X", "X province", "the town, X", "a town in X"."""
    of = [child for child in tree.kids(head, "nmod") if tree.case(child) == "of"]
    beside = tree.kids(head, "appos", "nmod:desc", "flat", "compound", "nmod:poss")
    inside = [child for child in tree.kids(head, "nmod") if tree.case(child) in {"in", "near", "on"}]
    return [*of, *beside, *inside, *tree.kids(head, "amod")]
