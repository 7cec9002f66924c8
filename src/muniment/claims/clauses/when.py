"""Which date belongs to a predicate."""

from __future__ import annotations

from typing import Literal, TypeAlias

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import VERBAL, Predicate, lemma_of
from muniment.claims.reading import Reading
from muniment.schema.claim import Modality
from muniment.schema.span import Span
from muniment.text.dates import DateExpression, resolve

# Relations that lead out of an event into another one: a date beyond them is not the event's own.
BARRIERS = frozenset({"ccomp", "acl:relcl", "parataxis", "conj", "advcl", "csubj"})


Tense: TypeAlias = Literal["past", "future", ""]


def tense_of(reading: Reading, predicate: Predicate, modality: Modality) -> Tense:
    """On which side of the publication a bare "Thursday" or "April 14" lies: ahead for what is planned or asked for,
    and for what is only possible unless it is told as done ("was expected to arrive", not "may have arrived")."""
    if modality in {"planned", "requested"}:
        return "future"
    tree = reading.tree
    bare = tree.tokens[predicate.head].xpos == "VB" and all(
        tree.tokens[child].lemma.lower() != "have" for child in tree.kids(predicate.head, "aux")
    )
    return "future" if modality == "possible" and bare else "past"


def date_of(
    reading: Reading, predicate: Predicate, modality: Modality, own_only: bool = False
) -> tuple[str, Span | None]:
    """The EDTF date of a predicate and the words that give it; ("", None) where the text gives none.

    The date expression nearest to the predicate is taken among those that hang on it (or on the verb that lends it
    its arguments) without another clause between; failing that, one that hangs on a verb that tells the same event;
    failing that, the only date of the sentence, unless it says when something was said. With `own_only`, an event noun
    does not take the date of a verb that is neither its doing nor its occurring ("condemned on Tuesday the raid").
    """
    tense = tense_of(reading, predicate, modality)
    relative = _when_clause(reading, predicate.head, tense)
    if relative is not None:
        return relative
    homes = {predicate.head}
    apart = (own_only and _is_spoken_of(reading, predicate)) or _is_background(reading, predicate)
    if predicate.pos != "verb" and predicate.chain and not apart:
        homes.add(predicate.chain[0])
    token = reading.tree.tokens[predicate.head]
    if token.deprel == "acl:relcl" and token.head >= 0:
        homes.add(token.head)  # "the 2002 bombings, which killed 202 people"
    own = _nearest(reading, predicate.head, homes, tense)
    if own is None and apart:
        return "", None
    if own is None:
        for verb in companions(reading.tree, predicate.head):
            own = own or _nearest(reading, verb, {verb}, tense)
    return own or _lone(reading, predicate.head, tense) or ("", None)


def _is_background(reading: Reading, predicate: Predicate) -> bool:
    """True for an event noun that another event merely follows or answers ("broke off talks on Friday over her visit"):
    the date is that of the other event."""
    if predicate.pos == "verb" or predicate.light >= 0:
        return False
    return reading.tree.case(predicate.head) in BACKGROUND


BACKGROUND = frozenset("after over following before since despite amid about until".split()) | {
    "because of",
    "due to",
    "ahead of",
}


def _is_spoken_of(reading: Reading, predicate: Predicate) -> bool:
    """True for an event noun under a verb of speech or feeling, or under a noun that is."""
    if predicate.pos == "verb" or not predicate.chain:
        return False
    tree = reading.tree
    token = tree.tokens[predicate.head]
    above = predicate.light if predicate.light >= 0 else predicate.chain[0]
    governs = token.deprel.partition(":")[0] in {"obj", "obl", "nmod"}
    return governs and lemma_of(tree, above) in SPEAKING


SPEAKING = frozenset(
    """condemn denounce condemnation deplore regret mourn discuss recall remember commemorate mark probe
    investigate investigation inquiry blast criticise criticize criticism report deny claim blame accuse
    protest anger outrage
    reaction responsibility anniversary behind suspect charge trial try convict role link""".split()
)


def _when_clause(reading: Reading, head: int, tense: Tense) -> tuple[str, Span] | None:
    """The date that a relative clause describes: "in January, when nine miners were killed"."""
    tree = reading.tree
    token = tree.tokens[head]
    if token.head < 0 or token.deprel not in {"acl:relcl", "advcl:relcl"}:
        return None
    governor = tree.tokens[token.head]
    for expression in reading.dates:
        if expression.start <= governor.start < expression.end:
            return _resolved(reading, expression, tense)
    return None


def _lone(reading: Reading, head: int, tense: Tense) -> tuple[str, Span] | None:
    """The sentence's date where it has only one and that one does not hang on a verb of speech."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    inside = [date for date in reading.dates if sentence.start <= date.start < sentence.end]
    if len(inside) != 1:
        return None
    indices = tree.at(inside[0].start, inside[0].end)
    above = tree.climb(tree.top(indices)) if indices else ()
    verb = next((index for index in above if tree.tokens[index].upos in VERBAL), -1)
    if verb < 0 or not _may_be_its(reading, head, tree.top(indices)):
        return None
    if verb < 0 or tree.tokens[verb].deprel == "parataxis" or tree.kid(verb, "ccomp", "parataxis") is not None:
        return None
    return _resolved(reading, inside[0], tense)


def _may_be_its(reading: Reading, head: int, date: int) -> bool:
    """False where the date is that of another noun: "sent troops after the bombings of 12 October"."""
    above = reading.tree.tokens[date].head
    return above == head or reading.tree.tokens[above].upos != "NOUN"


def _resolved(reading: Reading, expression: DateExpression, tense: Tense) -> tuple[str, Span] | None:
    value = resolve(expression, reading.document.published, tense)
    return (value, Span(expression.start, expression.end)) if value else None


def _nearest(reading: Reading, head: int, homes: set[int], tense: Tense) -> tuple[str, Span] | None:
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    here = tree.tokens[head].start
    best: tuple[int, tuple[str, Span]] | None = None
    for expression in reading.dates:
        if not sentence.start <= expression.start < sentence.end or not _hangs_on(reading, expression, homes):
            continue
        found = _resolved(reading, expression, tense)
        distance = abs(expression.start - here)
        if found is not None and (best is None or distance < best[0]):
            best = (distance, found)
    return None if best is None else best[1]


def _hangs_on(reading: Reading, expression: DateExpression, homes: set[int]) -> bool:
    tree = reading.tree
    indices = tree.at(expression.start, expression.end)
    if not indices:
        return False
    index = tree.top(indices)
    for _ in range(len(tree.tokens)):
        if index in homes:
            return True
        token = tree.tokens[index]
        if token.head < 0 or token.deprel in BARRIERS or (token.upos in VERBAL and index not in indices):
            return False
        index = token.head
    return False
