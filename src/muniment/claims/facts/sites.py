"""Where a place phrase lies that begins with a common noun: "the province of Khost", "the Lamu district". Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading
from muniment.schema.span import Span
from muniment.vocabulary.countries import country

# Nouns for a stretch of land or a settlement; the name beside one says which.
SITES: Final = frozenset(
    """province district town city village state region area camp strip island county neighbourhood neighborhood suburb
    port capital territory prefecture governorate township valley settlement municipality hamlet outskirts enclave
    peninsula republic department commune quarter square street province oblast canton archipelago highland coast
    border frontier crossing stronghold ward parish locality subdistrict division sector zone desert mountain
    heartland slum market university airport airbase""".split()
)
_MOST_STEPS: Final = 3
# On which side of such a line something was, a nation before it does not say: "the Syrian border".
_EDGES: Final = frozenset({"border", "frontier", "crossing"})
_LANDS: Final = frozenset({"place", "country"})
# Nobody is "in" or "near" a person: a name there that the model took for another kind is a place's.
_IN: Final = frozenset({"in", "near", "outside", "around"})
_DOUBTFUL: Final = frozenset({"person", "thing"})


def place_of(reading: Reading, head: int) -> Entity | None:
    """What the phrase headed at a token stands for, by the name of the place where it is one."""
    entity = entity_for(reading, head, False)
    if entity is not None and entity.type in _LANDS:
        return entity
    if (found := site(reading, head)) is not None:
        return found
    if entity is None or entity.type not in _DOUBTFUL or entity.how != "named" or reading.tree.case(head) not in _IN:
        return entity
    mention = reading.names.mention_at(head)
    own = mention is not None and reading.tree.within(mention)[-1] == head
    return replace(entity, type="place") if own and reading.tree.tokens[head].upos == "PROPN" else entity


def site(reading: Reading, head: int, depth: int = 0) -> Entity | None:
    """The place named with a common noun for one: name and noun ("Lamu district"), else the name alone ("the district
    of Lamu"); of an unnamed one ("a southern Chadian town") the country. None where the words do not say."""
    tree = reading.tree
    if tree.tokens[head].lemma.lower() not in SITES or depth > _MOST_STEPS:
        return None
    larger: Entity | None = None
    for child in _named_with(tree, head):
        found = entity_for(reading, child, False)
        if found is not None and found.type == "country" and tree.tokens[child].deprel in {"compound", "amod"}:
            if tree.tokens[head].lemma.lower() not in _EDGES:
                larger = larger or found  # "the Kenyan side of Mount Elgon" lies in Kenya, but says more
        elif found is not None and found.type in _LANDS:
            return _with_noun(reading, found, child, head)
        elif (inner := site(reading, child, depth + 1)) is not None:
            return inner
    if larger is not None and tree.tokens[head].lemma.lower() == "capital":
        return _seat(larger)
    return larger


def _seat(land: Entity) -> Entity:
    """The city that "the Italian capital" is; the country where the vocabulary knows none."""
    found = country(land.value)
    return replace(land, value=found.capitals[0], type="place") if found is not None and found.capitals else land


def _with_noun(reading: Reading, name: Entity, child: int, head: int) -> Entity:
    tree = reading.tree
    span = Span(name.span.start, max(name.span.end, tree.tokens[head].end))
    joined = child == head - 1 and tree.tokens[child].deprel in {"compound", "flat"} and name.type == "place"
    return replace(name, value=span.of(reading.text), span=span) if joined else name


def _named_with(tree: Tree, head: int) -> list[int]:
    """Tokens that may name the place, surest first: "X province", "the province of X", "the town, X", "a town in X"."""
    own = [child for child in tree.kids(head, "compound", "flat") if child == head - 1]
    of = [child for child in tree.kids(head, "nmod") if tree.case(child) == "of"]
    beside = tree.kids(head, "appos", "nmod:desc", "flat", "compound", "nmod:poss")
    inside = [child for child in tree.kids(head, "nmod") if tree.case(child) in {"in", "near", "on"}]
    return [*own, *of, *beside, *inside, *tree.kids(head, "amod")]
