"""On which side of the publication an event lies, as verbs and the words around a date tell it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from muniment.claims.clauses.predicates import VERBAL, Predicate
from muniment.claims.reading import Reading
from muniment.schema.claim import Modality
from muniment.text.dates import DateExpression

Tense: TypeAlias = Literal["past", "future", ""]


def tense_of(reading: Reading, predicate: Predicate, modality: Modality) -> Tense:
    """On which side of the publication a bare "Thursday" or "April 14" lies: ahead for what is planned or asked for,
    and for what is only possible unless it is told as done ("was expected to arrive", not "may have arrived")."""
    tree = reading.tree
    verb = _verb_of(reading, predicate)
    told = verb >= 0 and tree.tokens[verb].xpos == "VBD"  # "pledged tanks in January": the pledge was in January
    if (modality == "planned" and not told) or (modality == "requested" and verb >= 0):
        return "future"
    if verb < 0:
        return "past"
    bare = tree.tokens[verb].xpos == "VB" and all(
        tree.tokens[child].lemma.lower() != "have" for child in tree.kids(verb, "aux")
    )
    if bare and (modality == "possible" or _is_ahead(reading, verb)):
        return "future"
    return "past"


def _verb_of(reading: Reading, predicate: Predicate) -> int:
    """The verb that tells the predicate: itself, or the one that lends an event noun its arguments; -1 for none."""
    for index in (predicate.head, predicate.light, *predicate.chain[:1]):
        if index >= 0 and reading.tree.tokens[index].upos in VERBAL:
            return index
    return -1


def _is_ahead(reading: Reading, verb: int) -> bool:
    """True for a bare verb under "will", "would", "was to" or a word of plans: "was due to arrive on Wednesday"."""
    tree = reading.tree
    if any(tree.tokens[child].lemma.lower() in WILL for child in tree.kids(verb, "aux", "cop", "advmod")):
        return True
    token = tree.tokens[verb]
    if token.deprel == "conj" and token.head >= 0 and tree.tokens[token.head].xpos == "VB":
        return _is_ahead(reading, token.head)
    return token.deprel == "xcomp" and token.head >= 0 and tree.tokens[token.head].lemma.lower() in PLANS


WILL = frozenset({"will", "would", "shall", "'ll", "be", "due"})
PLANS = frozenset("due expect schedule plan set slate intend bind aim".split())


def is_to_come(reading: Reading, expression: DateExpression) -> bool:
    """True for a date under a verb that looks ahead, or beside a noun that does: "would meet on Friday", "ahead of
    Sunday's vote", "talks scheduled for May 7"."""
    tree = reading.tree
    indices = tree.within(expression)
    if not indices:
        return False
    case_of_date = tree.case(tree.top(indices))
    for index in (tree.top(indices), *tree.climb(tree.top(indices))):
        token = tree.tokens[index]
        case = tree.case(index)
        if token.upos in VERBAL and index not in indices:
            return _looks_ahead(reading, index) or (case_of_date == "for" and token.lemma.lower() in APPOINTED)
        if case in {"since", "after", "following"}:
            return False
        if case in LEADING or any(tree.tokens[kid].lemma.lower() in DUE for kid in tree.kids(index, "amod")):
            return True
    return False


def is_headline(reading: Reading, head: int) -> bool:
    """True in the document's first sentence where it has no full stop: the present tense there tells of the day."""
    tree = reading.tree
    if tree.sentence_of[head] != 0:
        return False
    return tree.tokens[tree.sentences[0].last - 1].upos != "PUNCT"


def _looks_ahead(reading: Reading, verb: int) -> bool:
    token = reading.tree.tokens[verb]
    if token.xpos == "VB":
        return _is_ahead(reading, verb)
    if token.xpos in {"VBZ", "VBP"}:  # "meets the premier on Sunday"; headlines tell the past so
        return token.deprel == "root" and not is_headline(reading, verb) and not says(reading, verb)
    return token.deprel in {"acl", "root"} and token.xpos == "VBN" and token.lemma.lower() in SCHEDULED


SCHEDULED = frozenset({"schedule", "slate", "plan", "expect", "due"})
APPOINTED = SCHEDULED | {"set", "fix", "postpone", "delay"}
LEADING = frozenset({"ahead of"})
DUE = frozenset({"upcoming", "forthcoming", "scheduled", "planned", "coming", "impending", "looming"})


def says(reading: Reading, verb: int) -> bool:
    tree = reading.tree
    return tree.tokens[verb].deprel == "parataxis" or tree.kid(verb, "ccomp", "parataxis") is not None
