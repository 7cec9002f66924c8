"""Verbs that carry the stance themselves: "condemned the attack", "called on X to Y", "refused to talk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.clauses.predicates import Predicate, lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.reading import Reading
from muniment.claims.speech.cue import is_hypothetical, is_negated, is_unheard, speakers
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.words import words

# What stands under the verb but is no part of the verb phrase that tells the stance.
_OUTSIDE: Final = frozenset(
    {"nsubj", "nsubj:pass", "csubj", "obl:agent", "conj", "cc", "parataxis", "aux", "aux:pass", "punct", "mark", "dep"}
    | {"discourse", "list", "expl", "advcl:relcl"}
)

_NAMING: Final = frozenset({"name", "identify", "quote"})


def stance(reading: Reading, verb: int) -> Iterator[Draft]:
    """The draft for a stance verb, if what must stand with it stands there."""
    tree = reading.tree
    lemma = lemma_of(tree, verb)
    if lemma not in words().stances:
        return
    if is_hypothetical(tree, verb):
        return
    predicate = predicate_at(tree, verb)
    kind = _complement(tree, predicate, lemma)
    if not kind or (kind == "infinitive" and _is_unnamed(tree, verb)):
        return
    who = speakers(reading, predicate)
    if not who or is_unheard(reading, verb, who):
        return
    if lemma in words().say and is_negated(tree, verb):
        return
    phrase = _phrase(tree, verb)
    if len(phrase) < 2 and not predicate.passive:
        return
    evidence = tree.span([*phrase, *_near(tree, verb, who)])
    yield Draft(who, verb, tree.span(phrase), evidence, f"stance.{kind}", stance=True)


def _complement(tree: Tree, predicate: Predicate, lemma: str) -> str:
    """What stands with the verb that makes it a stance: "object", "infinitive", "clause", "preposition" or ""."""
    known = words()
    verb = predicate.head
    clauses = [tree.tokens[child].deprel for child in tree.children[verb]]
    if any(predicate.get(each) for each in known.stance_preposition.get(lemma, ())) and tree.kid(verb, "obj") is None:
        return "preposition"
    if lemma in known.stance_clause and "ccomp" in clauses:
        return "clause"
    if lemma in known.stance_infinitive and ("xcomp" in clauses or _has_infinitive(tree, verb)):
        return "infinitive"
    if lemma in known.stance_object and "ccomp" not in clauses and _has_object(tree, predicate, lemma, clauses):
        return "object"
    return ""


def _is_unnamed(tree: Tree, verb: int) -> bool:
    """ "Who refused to be named": the reporter's word on the source, nobody's stance."""
    return any(tree.tokens[clause].lemma.lower() in _NAMING for clause in tree.kids(verb, "xcomp"))


def _has_infinitive(tree: Tree, verb: int) -> bool:
    """ "pledged in the statement to abandon": an infinitive that the parser hung on a word between."""
    for child in tree.kids(verb, "obl", "obj"):
        for clause in tree.kids(child, "acl"):
            if clause > child > verb and tree.tokens[clause].xpos == "VB":
                return True
    return False


def _has_object(tree: Tree, predicate: Predicate, lemma: str, clauses: list[str]) -> bool:
    """An object that makes the verb a stance; a bare participle ("backed by X") is none."""
    known = words()
    if predicate.passive:
        finite = (
            tree.kid(predicate.head, "aux:pass", "nsubj:pass") is not None
            or tree.tokens[predicate.head].deprel == "conj"
        )
        return finite and lemma not in known.stance_active
    heads = [*predicate.get("object"), *predicate.get("indirect")]
    if lemma == "dismiss" and predicate.get("as"):
        return False  # "dismissed her as minister" ends a post, not an argument
    named = any(tree.kid(head, "appos", "acl") is not None for head in heads)
    if lemma in known.stance_told and "xcomp" not in clauses and not named:
        return False
    needed = known.stance_only.get(lemma)
    return bool(heads) and (needed is None or any(tree.tokens[head].lemma.lower() in needed for head in heads))


def _phrase(tree: Tree, verb: int) -> list[int]:
    """The verb and what follows it of its phrase, in one run."""
    below = [verb]
    for child in tree.children[verb]:
        if child > verb and tree.tokens[child].deprel not in _OUTSIDE:
            below.extend(index for index in tree.subtree(child) if index > verb)
    last = max(below)
    return list(range(verb, last + 1))


def _near(tree: Tree, verb: int, who: tuple[int, ...]) -> list[int]:
    """The speakers' own words where they stand in the verb's sentence."""
    number = tree.sentence_of[verb]
    return [index for head in who if tree.sentence_of[head] == number for index in tree.block(head)]
