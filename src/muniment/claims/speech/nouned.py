"""Nouns that report: "his warning that X", "repeated the view that X", "allegations by Y that X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.clauses.predicates import lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.reading import Reading
from muniment.claims.speech.cue import FIRST_PERSON
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.words import words

_GIVING: Final = frozenset(
    {"give", "make", "issue", "repeat", "send", "deliver", "share", "offer", "restate", "convey"}
)


def nouned(reading: Reading, noun: int) -> Iterator[Draft]:
    """The draft for a noun with a "that" clause of reported words."""
    tree = reading.tree
    token = tree.tokens[noun]
    if token.upos != "NOUN" or token.lemma.lower() not in words().nouns:
        return
    clause = _clause(tree, noun)
    if clause is None:
        return
    who = _speakers(tree, noun)
    if not who or all(tree.tokens[head].text.lower() in FIRST_PERSON for head in who):
        return
    content = [index for index in tree.subtree(clause) if index > noun]
    near = [index for head in who if tree.sentence_of[head] == tree.sentence_of[noun] for index in tree.block(head)]
    yield Draft(who, noun, tree.span(content), tree.span([*near, noun, *content]), "noun")


def _clause(tree: Tree, noun: int) -> int | None:
    """The clause that says what was stated: introduced by "that", and no relative clause."""
    near = [noun]
    above = tree.tokens[noun].head
    if above >= 0 and tree.tokens[noun].deprel in {"obj", "nsubj:pass"}:
        near.append(above)
    for home in near:
        for child in tree.kids(home, "acl", "ccomp"):
            if child > noun and tree.tokens[child].deprel != "acl:relcl" and _has_that(tree, child):
                return child
    return None


def _has_that(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[mark].text.lower() == "that" for mark in tree.kids(clause, "mark"))


def _speakers(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose statement: the possessor, "by X", "from X", else the subject of the verb that has the noun as object."""
    own = predicate_at(tree, noun)
    for function in ("possessor", "by"):
        if own.get(function):
            return tuple(own.get(function))
    token = tree.tokens[noun]
    if token.deprel in {"obj", "nsubj:pass"} and lemma_of(tree, token.head) in _GIVING:
        return tuple(predicate_at(tree, token.head).get("subject"))
    return ()
