"""Number and gender of phrases, as far as their words tell."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.roles import is_title
from muniment.vocabulary.people import population
from muniment.vocabulary.reference import reference

_PLURAL: Final = frozenset({"NNS", "NNPS"})
_BESIDE: Final = ("compound", "flat", "appos", "nmod:desc")


def is_plural(tree: Tree, head: int) -> bool:
    """True for a plural noun, and for names and nouns joined by "and"."""
    return tree.tokens[head].xpos in _PLURAL or joined(tree, head)


def joined(tree: Tree, head: int) -> bool:
    """True where other nouns are joined to the head by "and"."""
    others = [other for other in tree.kids(head, "conj") if tree.tokens[other].upos in {"NOUN", "PROPN", "PRON"}]
    return any(tree.tokens[mark].text.lower() == "and" for other in others for mark in tree.kids(other, "cc"))


def is_person(tree: Tree, head: int) -> bool:
    """True for a common noun of one person ("the suspect", "a man")."""
    lemma = tree.tokens[head].lemma.lower()
    if tree.tokens[head].upos != "NOUN" or tree.tokens[head].xpos in _PLURAL:
        return False
    return lemma in reference().gender or is_title(lemma) or population(lemma) is not None


def gender(tree: Tree, head: int) -> str:
    """ "he" or "she" where the head or a title, form of address or apposition beside it says so, else ""."""
    token = tree.tokens[head]
    near = [head, *tree.kids(head, *_BESIDE)]
    if token.deprel in _BESIDE and token.head >= 0:
        near.append(token.head)
    told = {reference().gender.get(tree.tokens[index].lemma.lower().rstrip("."), "") for index in near}
    told.discard("")
    return told.pop() if len(told) == 1 else ""
