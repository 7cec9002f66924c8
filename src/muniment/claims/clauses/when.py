"""Which date belongs to a predicate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import VERBAL, Predicate, lemma_of
from muniment.claims.clauses.tense import Tense, is_to_come, says, tense_of
from muniment.claims.reading import Reading
from muniment.schema.claim import Modality
from muniment.schema.span import Span
from muniment.text import date_nodes, edtf
from muniment.text.dates import DateExpression, resolve
from muniment.text.time_nodes import Lapse, LapseUnit
from muniment.text.time_resolve import anchored
from muniment.text.times import find_times

# Relations that lead out of an event into another one: a date beyond them is not the event's own.
BARRIERS = frozenset({"ccomp", "acl:relcl", "parataxis", "conj", "advcl", "csubj"})


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
    tense: Tense = "past" if _is_over(reading, predicate) else tense_of(reading, predicate, modality)
    told = _counted_off(reading, predicate, tense) or _when_clause(reading, predicate.head, tense)
    if told is not None:
        return told
    apart = (own_only and _is_spoken_of(reading, predicate)) or _is_background(reading, predicate)
    own = _nearest(reading, predicate.head, _homes(reading, predicate, apart), tense)
    if own is None and apart:
        return _lately(reading, predicate) or ("", None)
    if own is None:
        for verb in companions(reading.tree, predicate.head):
            own = own or _nearest(reading, verb, {verb}, tense)
    return own or _lone(reading, predicate.head, tense) or _lately(reading, predicate) or ("", None)


def _is_over(reading: Reading, predicate: Predicate) -> bool:
    """True for an event noun after which something has been done: "after talks on May 8, she said it would"."""
    tree = reading.tree
    if predicate.pos != "noun" or tree.case(predicate.head) not in {"after", "following", "since"}:
        return False
    verb = next((index for index in tree.climb(predicate.head) if tree.tokens[index].upos in VERBAL), -1)
    return verb >= 0 and tree.tokens[verb].xpos == "VBD"


def _homes(reading: Reading, predicate: Predicate, apart: bool) -> set[int]:
    """The words on which a date may hang that is the predicate's own; `apart` where its governor's is another."""
    tree = reading.tree
    homes = {predicate.head}
    if predicate.pos != "verb" and predicate.chain and not apart:
        homes.add(predicate.chain[0])
    if predicate.pos == "noun":  # "the pact signed on Monday"
        homes.update(kid for kid in tree.kids(predicate.head, "acl") if tree.tokens[kid].xpos == "VBN")
    token = tree.tokens[predicate.head]
    if token.deprel == "acl:relcl" and token.head >= 0:
        homes.add(token.head)  # "the 2002 bombings, which killed 202 people"
    return homes


def _lately(reading: Reading, predicate: Predicate) -> tuple[str, Span] | None:
    """The month of publication, about, for what was done "recently"."""
    tree, month = reading.tree, reading.document.published[:7]
    heads = [index for index in (predicate.head, predicate.light) if index >= 0]
    heads += [kid for kid in tree.kids(predicate.head, "acl") if predicate.pos == "noun"]
    for index in (kid for head in heads for kid in tree.kids(head, "advmod", "amod")):
        token = tree.tokens[index]
        if token.text.lower() in {"recently", "recent"} and edtf.precision(month) == "month":
            return f"{month}~", Span(token.start, token.end)
    return None


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


def _counted_off(reading: Reading, predicate: Predicate, tense: Tense) -> tuple[str, Span] | None:
    """The date of an event that lies so long before or after another, dated one: "asked on Monday, three days after the
    ban was lifted"."""
    tree = reading.tree
    above = tree.tokens[predicate.head].head
    if above >= 0 and lemma_of(tree, above) == "eve":
        return _away(reading, above, "day", 1, tense)  # "on the eve of the summit"
    for head in (predicate.head, *predicate.chain[:1], predicate.light):
        beside = tree.kids(head, "case", "mark") if head >= 0 else ()
        marks = [kid for kid in beside if tree.tokens[kid].text.lower() in SIDES]
        if not marks or marks[0] == 0:
            continue
        lapse = _lapse_before(reading, marks[0])
        if lapse is None or lapse.count is None:
            continue
        offset = ceil(lapse.count) * SIDES[tree.tokens[marks[0]].text.lower()]
        found = _away(reading, head, lapse.unit, offset, tense)
        if found is not None:
            return found
    return None


def _away(reading: Reading, head: int, unit: LapseUnit, offset: int, tense: Tense) -> tuple[str, Span] | None:
    """The date `offset` units from that of the verb above a token."""
    tree = reading.tree
    verb = next((index for index in tree.climb(head) if tree.tokens[index].upos in VERBAL), -1)
    if verb < 0 or unit not in {"day", "week", "month", "year"}:
        return None
    base = _nearest(reading, verb, {verb}, tense)
    value = anchored(date_nodes.Anchored(unit, offset), base[0]) if base and unit else ""
    return (value, base[1]) if base and value else None


SIDES = {"after": -1, "following": -1, "before": 1}


def _lapse_before(reading: Reading, mark: int) -> Lapse | None:
    """The lapse that ends right before a token."""
    tree = reading.tree
    start, end = tree.sentences[tree.sentence_of[mark]].start, tree.tokens[mark].start
    unit = UNITS.get(tree.tokens[mark - 1].text.lower())
    if unit and tree.tokens[mark - 2].text.lower() in {"a", "the", "one"}:
        return Lapse(unit, 1)
    told = find_times(reading.text[start:end], "")[-1:]
    if not told or reading.text[start + told[0].end : end].strip():
        return None
    node = told[0].node
    return node if isinstance(node, Lapse) else None


UNITS: dict[str, LapseUnit] = {"day": "day", "week": "week", "month": "month", "year": "year"}


def _lone(reading: Reading, head: int, tense: Tense) -> tuple[str, Span] | None:
    """The sentence's date where it has only one and that one does not hang on a verb of speech."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    inside = dates_between(reading, sentence.start, sentence.end)
    if len(inside) != 1 or counts_since(reading, inside[0], head):
        return None
    indices = tree.at(inside[0].start, inside[0].end)
    verb = _verb_above(reading, inside[0])
    if verb < 0 or not _may_be_its(reading, head, tree.top(indices)):
        return None
    if verb != head and verb not in tree.climb(head) and _in_another_clause(reading, verb, head):
        return None
    return None if says(reading, verb) else _resolved(reading, inside[0], tense)


def is_of_saying(reading: Reading, expression: DateExpression) -> bool:
    """True where a date hangs on a verb that reports: "14 were killed, police said on Monday"."""
    verb = _verb_above(reading, expression)
    return verb >= 0 and says(reading, verb)


def _verb_above(reading: Reading, expression: DateExpression) -> int:
    tree = reading.tree
    indices = tree.within(expression)
    above = tree.climb(tree.top(indices)) if indices else ()
    return next((index for index in above if tree.tokens[index].upos in VERBAL), -1)


def _in_another_clause(reading: Reading, verb: int, head: int) -> bool:
    """True where a date's verb heads a clause inside the one that `head` is in: "noted that ties grew since 1950"."""
    tree = reading.tree
    around = {head, *tree.climb(head)}
    path = [verb, *(index for index in tree.climb(verb) if index not in around)]
    return any(tree.tokens[index].deprel in INNER for index in path)


INNER = frozenset({"ccomp", "acl:relcl", "csubj"})


def counts_since(reading: Reading, expression: DateExpression, head: int) -> bool:
    """True for the date from which a noun's ordinal counts: "her third visit since 2001" was not made in 2001."""
    node, tree = expression.node, reading.tree
    if not isinstance(node, date_nodes.Span) or node.edge != "since" or tree.tokens[head].upos != "NOUN":
        return False
    indices = tree.within(expression)
    above = tree.tokens[tree.top(indices)].head if indices else -1
    beside = [*tree.kids(head, "amod", "nummod", "advmod"), *(tree.kids(above, "amod") if above >= 0 else ())]
    return any(tree.tokens[child].text.lower() in COUNTING or tree.tokens[child].xpos == "JJS" for child in beside)


COUNTING = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only maiden highest largest".split()
)


def _may_be_its(reading: Reading, head: int, date: int) -> bool:
    """False where the date is that of another noun: "sent troops after the bombings of 12 October"."""
    above = reading.tree.tokens[date].head
    return above == head or reading.tree.tokens[above].upos != "NOUN"


def _resolved(reading: Reading, expression: DateExpression, tense: Tense) -> tuple[str, Span] | None:
    if tense == "past" and is_to_come(reading, expression):
        tense = "future"
    value = resolve(expression, reading.document.published, tense)
    if isinstance(expression.node, date_nodes.Anchored):
        value = hung(reading, expression, expression.node)
    return (value, Span(expression.start, expression.end)) if value else None


def hung(reading: Reading, expression: DateExpression, node: date_nodes.Anchored) -> str:
    """The date of words that count from the date told last: "the same day", "two years later"; "" for none near."""
    tree = reading.tree
    indices = tree.within(expression)
    if not indices:
        return ""
    first = tree.sentences[max(0, tree.sentence_of[indices[0]] - ANCHOR_REACH)].start
    for before in reversed(dates_between(reading, first, expression.start)):
        value = resolve(before, reading.document.published, "past")
        if value:
            return anchored(node, value)
    return ""


# Sentences back to which "the same day" is a day told.
ANCHOR_REACH = 2


def _nearest(reading: Reading, head: int, homes: set[int], tense: Tense) -> tuple[str, Span] | None:
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    here = tree.tokens[head].start
    best: tuple[int, tuple[str, Span]] | None = None
    for expression in dates_between(reading, sentence.start, sentence.end):
        if not _hangs_on(reading, expression, homes) or counts_since(reading, expression, head):
            continue
        found = _resolved(reading, expression, tense)
        distance = abs(expression.start - here)
        if found is not None and (best is None or distance < best[0]):
            best = (distance, found)
    return None if best is None else best[1]


def _hangs_on(reading: Reading, expression: DateExpression, homes: set[int]) -> bool:
    tree = reading.tree
    indices = tree.within(expression)
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
