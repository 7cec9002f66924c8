"""What belongs together though the tree has it apart: nouns that only count or bundle the events behind them with "of"
("a round of talks"), numbers that stand for a thing named before ("12 tanks from Chad, 40 from Peru"), halves of a
compound."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree

BUNDLES: Final = frozenset(
    """round series number string wave spate handful couple flurry rash succession dozen pair lot slew bout set
    batch""".split()
)


def outermost(tree: Tree, index: int) -> int:
    """The token that hangs on an event noun's governor: the first of its conjuncts, the noun that bundles it."""
    while tree.tokens[index].deprel == "conj" or is_bundled(tree, index):
        index = tree.tokens[index].head
    return index


def is_bundled(tree: Tree, index: int) -> bool:
    """True for "talks" in "a round of talks"."""
    token = tree.tokens[index]
    return token.deprel == "nmod" and tree.case(index) == "of" and tree.tokens[token.head].lemma.lower() in BUNDLES


# How a number hangs on the thing that it counts again.
_GAPPED: Final = frozenset({"appos", "conj", "list", "dep", "orphan", "parataxis"})


def is_gapped(tree: Tree, index: int) -> bool:
    """True for a number that stands for a thing named before it: "40" of "12 tanks from Chad, 40 from Peru"."""
    token = tree.tokens[index]
    return token.upos == "NUM" and token.deprel in _GAPPED and token.head >= 0


def counts_another(tree: Tree, index: int) -> bool:
    """True for a phrase that such a number right before it claims for itself: "Peru" of "40 from Peru"."""
    first = min(tree.subtree(index))
    return first > 0 and is_gapped(tree, first - 1)


def gapped_subject(tree: Tree, index: int) -> int | None:
    """The bare number that stands for the subject of a shortened clause: "12 were killed and 30 wounded"."""
    before = [child for child in tree.children[index] if child < index and tree.tokens[child].upos == "NUM"]
    return before[-1] if before and tree.tokens[before[-1]].deprel in _SHORTENED else None


_SHORTENED: Final = frozenset({"nummod", "dep", "obl", "obl:unmarked", "nsubj", "nsubj:pass", "orphan", "advmod"})


def torn_off(tree: Tree, index: int) -> int | None:
    """The first half of a compound that the tree hangs beside its second: "arms" of "the union's arms embargo"."""
    token, before = tree.tokens[index], tree.tokens[index - 1] if index else None
    if before is None or before.upos != "NOUN" or token.head < 0:
        return None
    return index - 1 if before.head == token.head and before.deprel == token.deprel else None


def over(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun above a clause, and the verb of which that noun is the object: "blocked attempts to ..."."""
    token = tree.tokens[noun]
    governed = token.head >= 0 and token.deprel in {"obj", "nsubj:pass"}
    return (noun, token.head) if governed and tree.tokens[token.head].upos in {"VERB", "AUX"} else (noun,)
