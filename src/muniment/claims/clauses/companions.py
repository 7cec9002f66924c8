"""Verbs that tell one event together."""

from __future__ import annotations

from muniment.claims.clauses.predicates import VERBAL
from muniment.claims.clauses.tree import Tree


def companions(tree: Tree, index: int) -> list[int]:
    """Verbs that tell the same event as the one at `index`, nearest first: "shelled the town on Monday, killing five",
    "was killed and two were wounded in Basra". What time and place one of them has holds for the others."""
    token = tree.tokens[index]
    found: list[int] = []
    if token.upos not in VERBAL:
        above = token.head
        return [above] if above >= 0 and tree.tokens[above].upos in VERBAL and token.deprel != "conj" else []
    if token.head >= 0 and tree.tokens[token.head].upos in VERBAL and _same_event(tree, index):
        found.append(token.head)
    for child in tree.kids(index, "advcl", "conj"):
        if tree.tokens[child].upos in VERBAL and _same_event(tree, child):
            found.append(child)
    return found


def is_apart(tree: Tree, index: int) -> bool:
    """True for the head of a clause that tells what was done before, after or nevertheless: what it says of time and
    place is not that of the verb above it."""
    mark = tree.kid(index, "mark")
    return tree.tokens[index].deprel == "advcl" and mark is not None and tree.tokens[mark].text.lower() in _APART


_APART = frozenset("after before since until although though because if unless whereas".split())


def _same_event(tree: Tree, lower: int) -> bool:
    token = tree.tokens[lower]
    if token.deprel == "conj":
        return True
    participle = token.deprel == "advcl" and token.xpos == "VBG" and tree.kid(lower, "nsubj", "mark") is None
    when = token.deprel == "advcl" and any(
        tree.tokens[child].text.lower() in {"when", "as"} for child in tree.kids(lower, "advmod", "mark")
    )
    purpose = token.deprel in {"advcl", "xcomp"} and token.xpos == "VB" and tree.tokens[token.head].lemma in COMING
    return participle or when or purpose


# What is done on arriving is done then and there: "flew to Oslo on Monday to meet the minister".
COMING = frozenset("visit travel come arrive go fly return head sail drive".split())
