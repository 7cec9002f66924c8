"""Outlets and people that pass words on: "told Reuters", "state television quoted the minister as saying"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.claims.clauses.predicates import lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.cue import attribution
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.edges import Quotes
from muniment.claims.speech.outlets import is_outlet, is_publisher
from muniment.claims.speech.words import words


def told_whom(reading: Reading, verb: int) -> Entity | None:
    """The outlet that was told ("told the Haaretz newspaper"), None for the own publisher and for reporters at
    large."""
    tree = reading.tree
    for child in [*tree.kids(verb, "obj", "iobj", "obl"), *(k for k in tree.kids(verb, "nsubj") if k > verb)]:
        case = tree.case(child)
        if tree.tokens[child].deprel.startswith("obl") and case not in {
            "to",
            "with",
            "in",
            "on",
            "by",
            "through",
            "via",
        }:
            continue
        entity = _outlet(reading, child)
        if entity is not None:
            return entity
        if tree.tokens[child].lemma.lower() == "interview":
            for inner in tree.kids(child, "nmod"):
                entity = _outlet(reading, inner)
                if entity is not None:
                    return entity
    return None


def _outlet(reading: Reading, head: int) -> Entity | None:
    entity = reading.names.entity(head)
    if entity is None or entity.type == "person" or is_publisher(reading, entity):
        return None
    tree = reading.tree
    ours = any(tree.tokens[child].text.lower() in {"this", "our"} for child in tree.kids(head, "det", "nmod:poss"))
    if ours or tree.tokens[head].lemma.lower() in words().audience:
        return None
    return entity if is_outlet(reading, entity) else None


def quoted_as(reading: Reading, quotes: Quotes, verb: int) -> Iterator[Draft]:
    """ "Z quoted X as saying Y", "X was quoted by Z as saying Y", "Y, Z quoted X as saying"."""
    tree = reading.tree
    if lemma_of(tree, verb) not in words().relaying:
        return
    saying = _saying(tree, verb)
    if saying is None:
        return
    predicate = predicate_at(tree, verb)
    who = tuple(predicate.get("object"))
    relays = [*predicate.get("subject"), *predicate.get("by"), *predicate_at(tree, saying).get("by")]
    if not who:
        return
    relay = next((head for head in relays if head not in who), -1)
    own = sorted({*attribution(tree, verb), saying})
    for part in _reported(tree, verb, saying, own):
        yield Draft(who, verb, tree.span(part), tree.span([*own, *part]), "quoted", relay)


def _saying(tree: Tree, verb: int) -> int | None:
    for index in tree.subtree(verb, frozenset({"ccomp", "parataxis"})):
        if index > verb and tree.tokens[index].text.lower() in {"saying", "telling", "stating", "warning", "adding"}:
            return index
    return None


def _reported(tree: Tree, verb: int, saying: int, own: list[int]) -> list[list[int]]:
    sentence = tree.sentences[tree.sentence_of[verb]]
    inside = [*tree.kids(saying, "ccomp"), *tree.kids(verb, "ccomp")]
    region = sorted({index for child in inside for index in tree.subtree(child)} - set(own))
    after = [index for index in region if index > saying]
    if len(after) >= 2:
        return [after]
    before = list(range(sentence.first, min(own)))
    if len(before) >= 3 and tree.tokens[before[-1]].upos == "PUNCT":
        return [before]
    rest = list(range(saying + 1, sentence.last))
    return [rest] if len(rest) >= 3 else []
