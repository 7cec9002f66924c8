"""Whose figure a number is."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.predicates import Predicate, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.claim import Cell
from muniment.schema.span import Span

NAMES: Final = frozenset({"country", "organisation", "person", "place"})
OWNERS: Final = frozenset({"country", "organisation", "place"})


def owner(reading: Reading, noun: int, predicate: Predicate) -> Cell | None:
    """Whose figure it is: the owner of the measure at `noun` (-1 for none), else the name that the clause is about."""
    owned = ((_OWN, predicate_at(reading.tree, noun)),) if noun >= 0 else ()
    for functions, predication in (*owned, (_CLAUSE, predicate)):
        for function in functions:
            for head in predication.get(function):
                entity = entity_for(reading, head)
                if entity is None or entity.type not in NAMES or _speaks(reading.tree, head):
                    continue
                if not _names_a_currency(reading, entity.span):
                    return Cell(entity.value, entity.span)
    return None


_OWN: Final = ("possessor", "modifier", "of", "in", "compound", "between", "to", "from", "by")
_CLAUSE: Final = ("subject", "possessor", "for", "to", "with", "from", "in")


def _names_a_currency(reading: Reading, name: Span) -> bool:
    """True for the country in "5 million U.S. dollars"."""
    near = between(reading.amounts, name.start, name.end)
    return any(amount.start <= name.start and name.end <= amount.end for amount in near)


# Sentences back to which what a number belongs to may have been named.
_BACK: Final = 2


def nearest_name(reading: Reading, top: int) -> Cell | None:
    """The name last mentioned before the amount in its sentence, else the first after it there, else the last one
    in the sentences before."""
    tree = reading.tree
    if (land := _described(reading, top)) is not None:
        return land
    number = tree.sentence_of[top]
    sentence, before = tree.sentences[number], tree.sentences[max(0, number - _BACK)]
    around = (*range(top, sentence.first - 1, -1), *range(top + 1, sentence.last))
    for index in (*around, *range(sentence.first - 1, before.first - 1, -1)):
        mention = reading.names.mention_at(index)
        if mention is None or _speaks(tree, index):
            continue
        entity = entity_for(reading, reading.names.head_of(index))
        if entity is not None and entity.type in OWNERS and not _names_a_currency(reading, entity.span):
            return Cell(entity.value, entity.span)
    return None


def _described(reading: Reading, top: int) -> Cell | None:
    """The name that a relative clause is about: "Chad, where a fifth of the people are nomads"."""
    tree = reading.tree
    for step in (top, *tree.climb(top)):
        token = tree.tokens[step]
        if token.deprel == "acl:relcl" and token.head >= 0:
            entity = entity_for(reading, token.head)
            return Cell(entity.value, entity.span) if entity is not None and entity.type in OWNERS else None
    return None


def _speaks(tree: Tree, index: int) -> bool:
    """True for whom a number is credited to: it is not about him."""
    token = tree.tokens[index]
    if tree.case(index) == "according to":
        return True
    return token.deprel == "nsubj" and token.head >= 0 and tree.kid(token.head, "ccomp", "parataxis") is not None
