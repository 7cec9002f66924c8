"""Rival counts: "the army puts the figure at 60", "police have confirmed four", said of people counted just before.

What was counted, where and since when is that of the count before; who counts is who is said to give the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from muniment.claims.clauses.predicates import VERBAL, lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.dating.retold import sentence_of, trigger_of
from muniment.claims.facts.compilers import COUNTING, owner_of, tells
from muniment.claims.facts.counting import counted
from muniment.claims.phrases import entity_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.text.amounts import Amount
from muniment.vocabulary.people import population

FRAME: Final = "tallies.recount"
PART: Final = "tallies.part"
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|those|these)\b(?:\s+(?:were|was|are|is))?(?:\s+(?:an?|the))?\s+")
_OF_WHOM: Final = re.compile(r"\b(?:of\s+whom|among\s+them|including)\s+$")
_ENDING: Final = frozenset({"VERB", "AUX", "PUNCT", "CCONJ"})
_PRONOUNS: Final = frozenset({"them", "whom", "those", "these"})
# Characters in which the noun for such a part follows.
_NEAR: Final = 40
# Verbs by which somebody gives a number that the text sets beside another.
_GIVING: Final = COUNTING | frozenset(
    """put say claim give confirm acknowledge admit recognise recognize concede speak report announce state cite insist
    maintain have set place tell revise raise lower write talk""".split()
)
# "The figure is 60", "its own count was nine".
_FIGURES: Final = frozenset("figure toll count tally estimate number total reckoning".split())
# Nouns that only stand for those counted.
_STANDINS: Final = frozenset("name person people victim body dead other more fatality".split())
_HARMS: Final = frozenset("death killing murder execution arrest injury casualty refugee".split())
_STATES: Final = {
    **dict.fromkeys("dead killed slain".split(), "killed"),
    **dict.fromkeys("injured wounded hurt".split(), "wounded"),
    **dict.fromkeys("displaced homeless uprooted".split(), "displaced"),
    **dict.fromkeys("detained arrested jailed imprisoned".split(), "arrested"),
}
# "The dozens described by residents".
_DESCRIBING: Final = frozenset({"describe", "mention", "suggest", "cite", "allege"})
_GIVERS: Final = frozenset({"organisation", "country", "group", "person", "place"})
# Sentences back to which the people counted last are those meant, and steps from a number up to the verb that gives it.
_REACH: Final = 2
_STEPS: Final = 4
# Prepositions between such a verb and its number: "put it at 60", "speaks of 60", "raised it to 60".
_AT: Final = frozenset({"", "at", "of", "to", "at least", "as", "over", "up to"})
_INHERITED: Final = ("population", "place", "since")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number given by somebody: the tokens of the number, who gave it, and the measure where a word tells it."""

    amount: Amount
    head: int
    giver: Cell
    measure: Cell | None


def recounts(reading: Reading, facts: Sequence[Proposal]) -> Iterator[Proposal]:
    """A proposal for each further count of the people counted last, in text order; numbers that stand in a cell of
    `facts` are theirs."""
    taken = [cell.span for fact in facts for cell in fact.cells.values() if isinstance(cell.value, (int, float))]
    tallies = sorted((f for f in facts if f.register == "tallies"), key=lambda f: f.evidence.start)
    made: list[Proposal] = []
    for amount in reading.amounts:
        span = Span(amount.start, amount.end)
        if amount.kind != "count" or any(other is not None and span.overlaps(other) for other in taken):
            continue
        if (part := _part(reading, amount, [*tallies, *made])) is not None:
            made.append(part)
            continue
        count = _count(reading, amount)
        before = None if count is None else _before(reading, count.head, [*tallies, *made])
        if count is not None and (before is not None or count.measure is not None):
            made.append(_proposal(reading, count, before))
    yield from made


def _part(reading: Reading, amount: Amount, tallies: Sequence[Proposal]) -> Proposal | None:
    """Some of those just counted, by what they were: "nine people, two of them minors", "of whom two were minors"."""
    tree = reading.tree
    inside = tree.within(amount)
    found = _OF_THEM.match(reading.text, amount.end) or _OF_WHOM.search(
        reading.text, max(0, amount.start - 14), amount.start
    )
    whole = _before(reading, inside[0], tallies) if found and inside else None
    if found is None or whole is None or sentence_of(reading, whole) != tree.sentence_of[inside[0]]:
        return None
    start = max(found.end(), amount.end)
    near = takewhile(lambda index: tree.tokens[index].upos not in _ENDING, tree.at(start, start + _NEAR))
    who = next((index for index in near if _names_people(tree, index)), None)
    group = (
        None if who is None else _without_them(counted(reading, who)) or Cell(tree.tokens[who].text, tree.span([who]))
    )
    if group is None or group.span is None or amount.value > _number(whole):
        return None
    cells = {name: whole.cells[name] for name in ("measure", "place", "since", "compiler") if name in whole.cells}
    span = Span(amount.start, amount.end)
    cells |= {"value": Cell(amount.value, span), "bound": Cell(amount.bound, span), "population": group}
    evidence = Span(span.start, max(span.end, group.span.end))
    return Proposal("tallies", PART, evidence, cells, date=whole.date, date_span=whole.date_span)


def _names_people(tree: Tree, index: int) -> bool:
    """True for a noun for people, also one that the parser took for an adjective ("minors") or a name ("Britons")."""
    token = tree.tokens[index]
    if token.xpos == "NNPS":
        return True
    return token.upos in {"NOUN", "ADJ"} and population(token.text.lower()) is not None


def _without_them(group: Cell | None) -> Cell | None:
    """The group without the pronoun that parsers take for a part of its phrase: "two of |them minors"."""
    words, _, rest = str(group.value).partition(" ") if group is not None else ("", "", "")
    if group is None or group.span is None or words.lower() not in _PRONOUNS:
        return group
    return Cell(rest, Span(group.span.end - len(rest), group.span.end))


def _number(tally: Proposal) -> float:
    value = tally.cells["value"].value
    return float(value) if isinstance(value, (int, float)) else 0.0


def _count(reading: Reading, amount: Amount) -> _Count | None:
    tree = reading.tree
    inside = tree.within(amount)
    if not inside:
        return None
    top = tree.top(inside)
    head, measure = _counted(tree, inside, top)
    if head is None:
        return None
    if measure is None and not _counts_anew(tree, amount, head):
        return None
    giver = _giver(reading, head, _STEPS if measure is not None else 1)
    return None if giver is None else _Count(amount, head, giver, measure)


def _counts_anew(tree: Tree, amount: Amount, head: int) -> bool:
    """False for people told of before ("the seven"), for some of them ("seven of the victims", "one critically") and
    for a number that no verb of telling could take."""
    behind = min(tree.within(amount)[-1] + 1, len(tree.tokens) - 1)
    if amount.value == 1 or tree.tokens[behind].upos in {"ADV", "ADJ"} or tree.case(head) not in _AT:
        return False
    return tree.kid(head, "det", "nmod") is None


def _counted(tree: Tree, inside: Sequence[int], top: int) -> tuple[int | None, Cell | None]:
    """The token that heads the number's phrase, with the measure that a word of state tells ("27 injured"); None for
    a number that counts things of its own."""
    last = inside[-1]
    behind = last + 1 if last + 1 < len(tree.tokens) else last
    state = _STATES.get(tree.tokens[behind].text.lower())
    if state is not None:
        return behind, Cell(state, tree.span([behind]))
    token = tree.tokens[top]
    if token.deprel == "nummod" and tree.tokens[token.head].upos in {"NOUN", "PROPN"}:
        stands_in = tree.tokens[token.head].lemma.lower() in _STANDINS and not tree.kids(token.head, "nmod", "acl")
        return (token.head if stands_in else None), None
    return (top if token.upos in {"NUM", "NOUN"} else None), None


def _giver(reading: Reading, head: int, steps: int) -> Cell | None:
    """Who gives the number: the owner of a figure that it is, or the subject of the verb that gives it, at most so many
    steps above."""
    tree = reading.tree
    subject = tree.kid(head, "nsubj")
    if subject is not None and tree.kid(head, "cop") is not None:
        return owner_of(reading, subject, _GIVERS) if tree.tokens[subject].lemma.lower() in _FIGURES else None
    for verb in tree.kids(head, "acl"):
        if lemma_of(tree, verb) in _GIVING | _DESCRIBING:
            return _somebody(reading, predicate_at(tree, verb).get("subject"))
    while tree.tokens[head].deprel == "conj":
        first = tree.tokens[tree.tokens[head].head]
        if first.upos == "NOUN" and first.lemma.lower() not in _STANDINS | _HARMS:
            return None  # "2,603 robberies last year and 2,472 the year before"
        head = tree.tokens[head].head
    for step, verb in enumerate(tree.climb(head)):
        if step >= steps or tree.tokens[verb].deprel in {"acl", "acl:relcl"}:
            return None
        if tree.tokens[verb].upos not in VERBAL:
            continue
        if lemma_of(tree, verb) not in _GIVING:
            return None
        return _somebody(reading, predicate_at(tree, verb).get("subject"))
    return None


def _somebody(reading: Reading, heads: Sequence[int]) -> Cell | None:
    for head in heads:
        entity = entity_for(reading, head)
        if entity is not None and (entity.type == "person" or tells(entity)):
            return Cell(entity.value, entity.span)
    return None


def _before(reading: Reading, head: int, tallies: Sequence[Proposal]) -> Proposal | None:
    """The count of people told last before a token, in its sentence or shortly before."""
    here, start = reading.tree.sentence_of[head], reading.tree.tokens[head].start
    near = [t for t in tallies if t.evidence.start < start and here - sentence_of(reading, t) <= _REACH]
    return max(near, key=lambda t: (trigger_of(reading, t), t.evidence.start), default=None)


def _proposal(reading: Reading, count: _Count, before: Proposal | None) -> Proposal:
    span = Span(count.amount.start, count.amount.end)
    known = before.cells if before is not None else {}
    same = before is not None and (count.measure is None or count.measure.value == known["measure"].value)
    cells = {name: known[name] for name in _INHERITED if same and name in known}
    cells |= {
        "measure": count.measure or known["measure"],
        "value": Cell(count.amount.value, span),
        "bound": Cell(count.amount.bound, span),
        "compiler": count.giver,
    }
    said = count.giver.span or span
    sentence = reading.tree.sentences[reading.tree.sentence_of[count.head]]
    start = said.start if said.start >= sentence.start else span.start
    ends = [span.end, *(cell.span.end for cell in (count.giver, count.measure) if cell and cell.span)]
    evidence = Span(min(start, span.start), max(end for end in ends if end <= sentence.end))
    return Proposal(
        "tallies", FRAME, evidence, cells, source=str(count.giver.value), source_span=count.giver.span,
        date=before.date if same and before else "", date_span=before.date_span if same and before else None,
    )  # fmt: skip
