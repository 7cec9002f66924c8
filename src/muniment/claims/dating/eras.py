"""Dates that count from an event which the document dates elsewhere: "since the coup", "since the invasion".

People harmed since then: `totals`. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from muniment.claims.clauses.predicates import VERBAL, predicate_at
from muniment.claims.clauses.when import BARRIERS, date_of
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.span import Span

# What a story counts from, and the verbs that tell the same.
_EVENTS: Final = frozenset(
    """coup putsch takeover invasion war uprising revolution conflict fighting crackdown annexation occupation genocide
    earthquake ceasefire truce election independence massacre embargo blockade siege offensive""".split()
)
_ALIKE: Final = {
    "putsch": "coup", "takeover": "coup", "seize": "coup", "overthrow": "coup", "topple": "coup", "oust": "coup",
    "invade": "invasion", "war": "war", "annex": "annexation", "occupy": "occupation", "cease-fire": "ceasefire",
    "truce": "ceasefire",
}  # fmt: skip
_REGISTERS: Final = frozenset({"transfers", "incidents", "tallies", "meetings", "agreements", "figures", "measures"})


@dataclass(frozen=True, slots=True)
class Era:
    """When an event was, EDTF, and the words that say so."""

    date: str
    span: Span


def date_since(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; those without a date that run "since" an event dated in the document begin with
    it and are open: "2021-02/.."."""
    eras = _eras(reading)
    listed = list(proposals)
    if not eras:
        return listed
    return [_since(reading, each, eras) if not each.date and each.register in _REGISTERS else each for each in listed]


def _eras(reading: Reading) -> Mapping[str, Era]:
    """Event → when it was, for the events that the document dates; the first date of several."""
    found: dict[str, Era] = {}
    for index, token in enumerate(reading.tree.tokens):
        lemma = token.lemma.lower()
        name = _ALIKE.get(lemma, lemma)
        noun = token.upos == "NOUN" and lemma in _EVENTS
        verb = token.upos == "VERB" and lemma in _ALIKE and (lemma != "seize" or _seizes_power(reading, index))
        if (noun or verb) and name not in found and reading.tree.case(index) != "since":
            date, span = date_of(reading, predicate_at(reading.tree, index), "asserted", own_only=True)
            if span is not None and "/" not in date:
                found[name] = Era(date, span)
    return found


def _seizes_power(reading: Reading, index: int) -> bool:
    tree = reading.tree
    return any(tree.tokens[kid].lemma.lower() in {"power", "control"} for kid in tree.kids(index, "obj"))


def _since(reading: Reading, proposal: Proposal, eras: Mapping[str, Era]) -> Proposal:
    tree = reading.tree
    inside = tree.within(proposal.evidence)
    sentence = tree.sentences[tree.sentence_of[inside[0]]]
    for index in range(sentence.first, sentence.last):
        lemma = tree.tokens[index].lemma.lower()
        era = eras.get(_ALIKE.get(lemma, lemma)) if lemma in _EVENTS and tree.case(index) == "since" else None
        verb = next((above for above in tree.climb(index) if tree.tokens[above].upos in VERBAL), -1)
        if era is not None and verb >= 0 and _tells(reading, verb, inside):
            return _begun(proposal, Era(era.date.rstrip("~?%"), era.span), reading.document.published)
    return proposal


def _begun(proposal: Proposal, era: Era, published: str) -> Proposal:
    """What is counted has been counted up to publication; what goes on is open."""
    end = published if "quantity_delivered" in proposal.cells and published else ".."
    return replace(proposal, date=f"{era.date}/{end}", date_span=era.span)


def _tells(reading: Reading, verb: int, inside: list[int]) -> bool:
    """True where the claim's words hang on the verb, no other clause between."""
    tree = reading.tree
    if verb in inside:
        return True
    top = tree.top(inside)
    for index in (top, *tree.climb(top)):
        if index == verb:
            return True
        if tree.tokens[index].deprel in BARRIERS - {"conj"}:
            return False
    return False
