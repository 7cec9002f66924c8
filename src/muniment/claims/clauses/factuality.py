"""Whether an event is asserted, planned, possible, denied or requested, read off the tree above and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from muniment.claims.clauses.bundles import outermost
from muniment.claims.clauses.headlines import is_announced
from muniment.claims.clauses.predicates import VERBAL, Predicate, lemma_of
from muniment.claims.clauses.tree import Tree
from muniment.schema.claim import Modality
from muniment.vocabulary.load import read_yaml

# The first of these that any cue gives is the modality: "refused to agree to meet" is denied, whatever stands below.
ORDER: tuple[Modality, ...] = ("denied", "requested", "possible", "planned")


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue word → modality, by where the word stands. See vocabulary/modality.yaml."""

    governors: Mapping[str, Modality]
    modifiers: Mapping[str, Modality]
    adverbs: Mapping[str, Modality]
    auxiliaries: Mapping[str, Modality]
    conditions: frozenset[str]
    hearsay: frozenset[str]


@cache
def cues() -> Cues:
    """The cue words, read once."""
    data = read_yaml("modality.yaml")
    tables = {
        part: {str(word): modality for modality, words in data[part].items() for word in words}
        for part in ("governors", "modifiers", "adverbs", "auxiliaries")
    }
    return Cues(**tables, conditions=frozenset(map(str, data["conditions"])), hearsay=frozenset(data["hearsay"]))


def modality_of(tree: Tree, predicate: Predicate) -> Modality:
    """The modality of the event that `predicate` names: the strongest cue on it and on its chain of governors."""
    found = _local(tree, predicate.head) | _shared(tree, predicate.head)
    linked = outermost(tree, predicate.head) if predicate.pos == "noun" else predicate.head
    for above in predicate.chain:
        if _is_told_apart(tree, linked):
            break
        found.update(_governor(tree, above, linked))
        found |= _local(tree, above) | _shared(tree, above)
        linked = above
    for modality in ORDER:
        if modality in found:
            return modality
    return "asserted"


def _local(tree: Tree, index: int) -> set[Modality]:
    """Cues among the children of a token: negation, auxiliaries, adverbs, adjectives, conditions."""
    known = cues()
    found: set[Modality] = set()
    for child in tree.children[index]:
        token = tree.tokens[child]
        word, relation = token.text.lower(), token.deprel
        if relation == "aux" and word in known.auxiliaries:
            found.add(known.auxiliaries[word])
        elif relation in {"advmod", "det", "cc", "cc:preconj", "advmod:emph"} and word in known.adverbs:
            found.add(known.adverbs[word])
        elif relation == "amod" and word in known.modifiers:
            found.add(known.modifiers[word])
        elif relation == "mark" and (word in known.conditions or (word == "until" and _is_present(tree, index))):
            found.add("possible")
        elif relation == "mark" and word in known.governors:  # "is due to visit", "due" read as part of the verb
            found.add(known.governors[word])
        elif relation == "case" and word == "without":
            found.add("denied")
    token = tree.tokens[index]
    if token.upos in VERBAL and token.xpos in {"VB", "VBN"} and _is_to_be_done(tree, index):
        found.add("planned")
    if token.xpos == "VB" and _is_yet_to_be(tree, index):
        found.add("denied")
    if token.xpos == "VB" and (_is_due(tree, index) or is_announced(tree, index)):
        found.add("planned")
    return found


def _is_present(tree: Tree, index: int) -> bool:
    return tree.tokens[index].xpos in {"VBP", "VBZ"}


def _is_told_apart(tree: Tree, index: int) -> bool:
    """True for a clause in the past that tells when the one above it is: "talks resume, a year after they ended"."""
    token = tree.tokens[index]
    mark = tree.kid(index, "mark") if token.deprel.startswith(("advcl", "acl", "ccomp")) else None
    return mark is not None and token.xpos == "VBD" and tree.tokens[mark].text.lower() in {"after", "since", "when"}


def _shared(tree: Tree, index: int) -> set[Modality]:
    """What an auxiliary before the first of two joined verbs says of the second: "would bar trade and seize ships"."""
    token = tree.tokens[index]
    perfect = token.xpos == "VBD" and tree.tokens[token.head].xpos == "VBN"  # taggers confuse the two
    forms = token.xpos in {"VB", "VBN"} or perfect
    if token.deprel != "conj" or not forms or tree.kid(index, "aux", "nsubj") is not None:
        return set()
    words = (tree.tokens[child].text.lower() for child in tree.kids(token.head, "aux") if child < index)
    return {cues().auxiliaries[word] for word in words if word in cues().auxiliaries}


def _is_yet_to_be(tree: Tree, index: int) -> bool:
    """ "have yet to agree": not so far."""
    before = [tree.tokens[each].text.lower() for each in range(max(0, index - 2), index)]
    return before == ["yet", "to"]


def _is_due(tree: Tree, index: int) -> bool:
    """ "was due to arrive", "is set to sign", whatever the tree makes of the adjective."""
    before = [tree.tokens[each].text.lower() for each in range(max(0, index - 2), index)]
    return len(before) == 2 and before[1] == "to" and before[0] in {"due", "set", "slated", "poised", "scheduled"}


def _is_to_be_done(tree: Tree, index: int) -> bool:
    """ "is to visit", "are to be lifted": a form of be as auxiliary or copula before an infinitive with "to"."""
    marks = [child for child in tree.kids(index, "mark") if tree.tokens[child].text.lower() == "to"]
    if not marks:
        return False
    before = marks[0] - 1
    return (
        before >= 0
        and tree.tokens[before].text.lower() in {"is", "are", "was", "were", "'s", "’s", "not"}
        and (tree.tokens[index].deprel in {"root", "conj", "ccomp", "xcomp", "acl:relcl", "parataxis"})
    )


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].text.lower() == "to" for child in tree.kids(index, "mark"))


def _governor(tree: Tree, above: int, below: int) -> set[Modality]:
    """What a governor says of the clause or noun it governs; being merely coordinated with it says nothing."""
    known = cues()
    full = tree.tokens[below].deprel
    relation = "obj" if full == "nsubj:pass" else full.partition(":")[0]
    token = tree.tokens[above]
    if relation == "advcl" and _is_infinitive(tree, below):
        relation = "xcomp"  # "appealed to Oslo to lift the ban": the parser calls the request's content an adjunct
    lemma = lemma_of(tree, above)
    if relation == "advcl" and (mark := tree.kid(below, "mark")) is not None:
        charged = known.governors.get(f"{lemma}_{tree.tokens[mark].text.lower()}")  # "accused of selling arms"
        return {charged} if charged else set()
    if relation in {"conj", "advcl", "parataxis"}:
        return set()
    if relation == "xcomp" and lemma not in known.governors:
        # "called on the council to act": the cue has its addressee between it and the clause.
        asked = {known.governors.get(f"{lemma}_{tree.case(kid)}") for kid in tree.kids(above, "obl")}
        return {modality for modality in asked if modality}
    if relation == "xcomp" and lemma in known.hearsay and tree.kid(above, "aux:pass", "nsubj:pass") is not None:
        return {"possible"}
    if token.upos in VERBAL and relation in {"nsubj", "obl"}:
        # "called for a ceasefire": the preposition is part of the cue; without one, an oblique says nothing.
        lemma = f"{lemma}_{tree.case(below)}" if relation == "obl" else ""
    modality = known.governors.get(lemma)
    return {modality} if modality else set()
