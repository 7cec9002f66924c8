"""The words that carry a claim: the shortest clause that still says it."""

from __future__ import annotations

from collections.abc import Iterable

from muniment.claims.clauses.predicates import VERBAL, Predicate
from muniment.claims.clauses.tree import Tree
from muniment.schema.span import Span

# What hangs on a clause but is another clause of its own.
OTHER_CLAUSES = frozenset("conj advcl advcl:relcl parataxis cc ccomp mark punct discourse vocative".split())


def evidence_of(tree: Tree, predicate: Predicate, spans: Iterable[Span]) -> Span:
    """The clause of the predicate, widened to cover those of `spans` that lie in its sentence.

    A clause that is told in one piece is quoted in one piece ("a car bomb killed 12 people on Monday", not "killed
    12 people"); subordinate and coordinated clauses are left out unless a cell was read from them.
    """
    sentence = tree.sentences[tree.sentence_of[predicate.head]]
    inside = [span for span in spans if sentence.start <= span.start and span.end <= sentence.end]
    clause = tree.span(tree.block(_clause_head(tree, predicate), OTHER_CLAUSES))
    covered = [clause, *inside]
    return Span(min(span.start for span in covered), max(span.end for span in covered))


def _clause_head(tree: Tree, predicate: Predicate) -> int:
    """The verb that tells the predicate: itself, or the light verb of an event noun; else the noun."""
    if predicate.light >= 0 and tree.tokens[predicate.light].upos in VERBAL:
        return predicate.light
    return predicate.head
