"""Which date belongs to a predicate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, TypeAlias

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import VERBAL, Predicate, lemma_of
from muniment.claims.reading import Reading
from muniment.schema.claim import Modality
from muniment.schema.span import Span
from muniment.text import date_nodes
from muniment.text.dates import DateExpression, resolve

# Relations that lead out of an event into another one: a date beyond them is not the event's own.
BARRIERS = frozenset({"ccomp", "acl:relcl", "parataxis", "conj", "advcl", "csubj"})


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


def date_of(
    reading: Reading, predicate: Predicate, modality: Modality, own_only: bool = False
) -> tuple[str, Span | None]:
    """The EDTF date of a predicate and the words that give it; ("", None) where the text gives none.

    The date expression nearest to the predicate is taken among those that hang on it (or on the verb that lends it
    its arguments) without another clause between; failing that, one that hangs on a verb that tells the same event;
    failing that, the only date of the sentence, unless it says when something was said. With `own_only`, an event noun
    does not take the date of a verb that is neither its doing nor its occurring ("condemned on Tuesday the raid").
    """
    if own_only and _rises(reading, predicate):
        return "", None
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


def _rises(reading: Reading, predicate: Predicate) -> bool:
    """True for a count that changes: "the toll rose overnight to 90" does not say when the 90 were killed."""
    words = (predicate.head, *predicate.chain[:1])
    return any(lemma_of(reading.tree, index) in RISING for index in words)


RISING = frozenset("rise climb increase grow mount jump reach pass stand soar".split())


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


def dates_between(reading: Reading, start: int, end: int) -> Sequence[DateExpression]:
    """The date expressions that begin in characters `[start, end)`; logarithmic in the number of the document's."""
    low = bisect_left(reading.dates, start, key=_start)
    return reading.dates[low : bisect_left(reading.dates, end, low, key=_start)]


def _start(expression: DateExpression) -> int:
    return expression.start


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
    inside = dates_between(reading, sentence.start, sentence.end)
    if len(inside) != 1 or _counts_since(reading, inside[0], head):
        return None
    indices = tree.at(inside[0].start, inside[0].end)
    verb = _verb_above(reading, inside[0])
    if verb < 0 or not _may_be_its(reading, head, tree.top(indices)):
        return None
    if verb != head and verb not in tree.climb(head) and _in_another_clause(reading, verb, head):
        return None
    return None if _says(reading, verb) else _resolved(reading, inside[0], tense)


def is_of_saying(reading: Reading, expression: DateExpression) -> bool:
    """True where a date hangs on a verb that reports: "14 were killed, police said on Monday"."""
    verb = _verb_above(reading, expression)
    return verb >= 0 and _says(reading, verb)


def _verb_above(reading: Reading, expression: DateExpression) -> int:
    tree = reading.tree
    indices = tree.at(expression.start, expression.end)
    above = tree.climb(tree.top(indices)) if indices else ()
    return next((index for index in above if tree.tokens[index].upos in VERBAL), -1)


def _says(reading: Reading, verb: int) -> bool:
    tree = reading.tree
    return tree.tokens[verb].deprel == "parataxis" or tree.kid(verb, "ccomp", "parataxis") is not None


def _in_another_clause(reading: Reading, verb: int, head: int) -> bool:
    """True where a date's verb heads a clause inside the one that `head` is in: "noted that ties grew since 1950"."""
    tree = reading.tree
    around = {head, *tree.climb(head)}
    path = [verb, *(index for index in tree.climb(verb) if index not in around)]
    return any(tree.tokens[index].deprel in INNER for index in path)


INNER = frozenset({"ccomp", "acl:relcl", "csubj"})


def _counts_since(reading: Reading, expression: DateExpression, head: int) -> bool:
    """True for the date from which a noun's ordinal counts: "her third visit since 2001" was not made in 2001."""
    node, tree = expression.node, reading.tree
    if not isinstance(node, date_nodes.Span) or node.edge != "since" or tree.tokens[head].upos != "NOUN":
        return False
    return any(tree.tokens[child].text.lower() in COUNTING for child in tree.kids(head, "amod", "nummod", "advmod"))


COUNTING = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only maiden highest largest".split()
)


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
    for expression in dates_between(reading, sentence.start, sentence.end):
        if not _hangs_on(reading, expression, homes) or _counts_since(reading, expression, head):
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
