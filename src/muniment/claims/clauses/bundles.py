"""Nouns that only count or bundle the events that stand behind them with "of": "a round of talks"."""

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
