"""CLEAR dependencies to Universal Dependencies.

Pipelines trained on OntoNotes, as spaCy's `en_core_web_*`, say trees in the labels of ClearNLP (Choi and Palmer, 2012,
"Guidelines for the CLEAR Style Constituent to Dependency Conversion"). What differs, and what is done:

| CLEAR | Universal Dependencies |
|---|---|
| dobj, nsubjpass, csubjpass, auxpass | obj, nsubj:pass, csubj:pass, aux:pass |
| prep governs its pobj | the noun governs the preposition (case): obl below verbs and adjectives, nmod below nouns |
| agent governs its pobj ("by") | obl:agent, case |
| prep governs a clause (pcomp) | the clause is advcl or acl, the preposition its mark |
| "be" governs attr, acomp, or nothing but a prep | the predicate governs "be" (cop) and all that hung on it |
| attr beside "there" | nsubj; "be" keeps the clause |
| attr, acomp, oprd of other verbs | xcomp |
| dative | iobj; with "to" or "for" obl, case |
| "to" before an infinitive (aux) | mark |
| cc hangs on the conjunct before | on the conjunct that follows |
| poss, relcl, neg, prt, npadvmod, intj, ... | nmod:poss, acl:relcl, advmod, compound:prt, ... |

Labels that both share, and those of Universal Dependencies, stay as they are, so a tree that is in Universal
Dependencies already comes out as it went in. What the treebanks have otherwise and is left: names keep `compound` for
their `flat` and `nmod:desc`, and a third conjunct hangs on the second, not on the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_RENAMED: Final = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "dative": "iobj", "poss": "nmod:poss", "relcl": "acl:relcl", "neg": "advmod", "prt": "compound:prt",
    "intj": "discourse", "preconj": "cc:preconj", "predet": "det:predet", "quantmod": "advmod", "attr": "xcomp",
    "acomp": "xcomp", "oprd": "xcomp", "pobj": "obl", "pcomp": "advcl", "prep": "obl", "agent": "obl",
    "npadvmod": "obl:unmarked", "meta": "dep", "": "dep", "num": "nummod", "number": "compound", "rcmod": "acl:relcl",
    "infmod": "acl", "partmod": "acl", "possessive": "case", "hmod": "amod", "hyph": "punct", "complm": "mark",
}  # fmt: skip
_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_VERBS: Final = frozenset({"VERB", "AUX"})


@dataclass(slots=True)
class Node:
    """A word of a tree in the making; `head` is an index into its sentence, -1 for the root."""

    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


def to_universal(nodes: Sequence[Node]) -> None:
    """Turn the tree of one sentence into Universal Dependencies, in place."""
    objects: set[int] = set()  # nouns that took the place of their preposition
    for place in _deepest_first(nodes):
        _raise_object(nodes, place, objects)
    for place in _deepest_first(nodes):
        if nodes[place].lemma == "be" and nodes[place].upos in _VERBS:
            _raise_predicate(nodes, place, objects)
    _coordinate(nodes)
    for node in nodes:
        if node.deprel == "aux" and node.xpos == "TO":
            node.deprel = "mark"
        elif node.deprel == "npadvmod" and node.head >= 0 and nodes[node.head].upos in _NOUNS:
            node.deprel = "nmod:unmarked"
        node.deprel = _RENAMED.get(node.deprel, node.deprel)


def _children(nodes: Sequence[Node], place: int) -> list[int]:
    return [child for child, node in enumerate(nodes) if node.head == place]


def _deepest_first(nodes: Sequence[Node]) -> list[int]:
    def depth(place: int) -> int:
        steps = 0
        while (place := nodes[place].head) >= 0 and steps <= len(nodes):
            steps += 1
        return steps

    return sorted(range(len(nodes)), key=lambda place: (-depth(place), place))


def _raise_object(nodes: Sequence[Node], place: int, objects: set[int]) -> None:
    """Put what a preposition governs in its place."""
    node = nodes[place]
    below = [child for child in _children(nodes, place) if nodes[child].deprel in {"pobj", "pcomp"} or child in objects]
    if not below or (node.deprel not in _PREPOSITIONS and node.upos not in {"ADP", "SCONJ", "PART"}):
        return
    child = next((child for child in below if nodes[child].deprel in {"pobj", "pcomp"}), below[0])
    clause = nodes[child].deprel == "pcomp" and nodes[child].upos in _VERBS
    deprel = _with_preposition(node, nodes[node.head].upos if node.head >= 0 else "", clause)
    _swap(nodes, place, child, deprel, "mark" if clause else "case")
    if deprel in {"obl", "nmod"}:
        objects.add(child)


def _with_preposition(node: Node, governor: str, clause: bool) -> str:
    """Return the relation of a phrase to the governor of its preposition `node`."""
    if node.deprel not in _PREPOSITIONS:
        return node.deprel  # a preposition that is root, conjunct or the like hands its place on
    if clause:
        return "acl" if governor in _NOUNS else "advcl"
    if node.deprel == "agent":
        return "obl:agent"
    return "nmod" if governor in _NOUNS else "obl"


def _raise_predicate(nodes: Sequence[Node], place: int, objects: set[int]) -> None:
    """Put the predicate in the place of its copula."""
    below = _children(nodes, place)
    predicates = [child for child in below if nodes[child].deprel in {"attr", "acomp"}]
    if any(nodes[child].deprel == "expl" and nodes[child].lemma.lower() == "there" for child in below):
        for child in predicates:
            nodes[child].deprel = "nsubj"
        return
    if any(nodes[child].deprel in {"ccomp", "xcomp"} for child in below):
        predicates = predicates[:1]
    elif not predicates:
        predicates = [child for child in below if child in objects and child > place and nodes[child].deprel == "obl"]
    if predicates:
        _swap(nodes, place, predicates[0], nodes[place].deprel, "cop")


def _swap(nodes: Sequence[Node], head: int, child: int, deprel: str, left: str) -> None:
    """Hang `head` on its `child` as `left`; the child takes its place as `deprel` and all else that hung there."""
    for other in _children(nodes, head):
        nodes[other].head = child
    nodes[child].head, nodes[child].deprel = nodes[head].head, deprel
    nodes[head].head, nodes[head].deprel = child, left


def _coordinate(nodes: Sequence[Node]) -> None:
    """Hang each conjunction that stands behind its head on the conjunct that follows."""
    for place, node in enumerate(nodes):
        if node.deprel == "cc" and 0 <= node.head < place:
            behind = [child for child in _children(nodes, node.head) if nodes[child].deprel == "conj" and child > place]
            node.head = min(behind, default=node.head)
