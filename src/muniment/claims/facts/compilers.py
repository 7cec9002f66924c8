"""Who counts the people harmed: bodies whose work it is, and whoever is said to have counted, recorded or estimated.

Who only tells what happened (police of a raid, residents, a spokesman) compiles nothing: the source says who that was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.predicates import VERBAL, lemma_of, predicate_at
from muniment.claims.dating.retold import sentence_of, trigger_of
from muniment.claims.naming.entity import Entity
from muniment.claims.phrases import entity_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.organisations import organisation
from muniment.vocabulary.people import actor, population, source

# What is done by keeping count.
COUNTING: Final = frozenset(
    """count document record register verify tally list estimate log track tabulate compile chronicle reckon
    calculate enumerate catalogue""".split()
)
# What such work yields: "by the ministry's count", "according to Observatory figures".
COUNTS: Final = frozenset(
    """count figure tally toll estimate statistic datum data record register census reckoning database dashboard list
    survey monitor compilation investigation inquiry""".split()
)
_SHOWING: Final = frozenset({"show", "indicate", "put", "suggest", "say", "reveal", "give", "list", "find"})
_BY: Final = frozenset({"by", "according to", "from", "per"})
# Words in the names of bodies that keep count.
_KEEPERS: Final = frozenset(
    """observatory monitor monitors monitoring monitoring-group watch watchdog rights relief refugee refugees cross
    crescent humanitarian statistics ombudsman ombudsperson census consortium association network archive project
    migration commission health hospital hospitals unicef unhcr ocha iom who acled aapp amnesty borders""".split()
)
_KINDS: Final = frozenset({"united_nations", "monitors", "civil_society"})
_ALONE: Final = frozenset({"official", "officials", "authority", "authorities", "media", "government"})


def name_compilers(reading: Reading, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals, credited ones; counts of people harmed name who counted, where the text does."""
    for proposal in proposals:
        if proposal.register != "tallies" or "compiler" in proposal.cells:
            yield proposal
            continue
        found = _counter(reading, proposal)
        if found is not None:
            cells = {**proposal.cells, "compiler": found}
            credited = proposal.source or str(found.value)
            span = proposal.source_span if proposal.source else found.span
            yield replace(proposal, cells=cells, source=credited, source_span=span)
        elif (own := _source(reading, proposal)) is not None:
            yield replace(proposal, cells={**proposal.cells, "compiler": own})
        else:
            yield proposal


def _counter(reading: Reading, proposal: Proposal) -> Cell | None:
    """Who counts by the words of the sentence: the owner of a count or figures, or the subject of a verb of counting
    above the claim."""
    tree = reading.tree
    sentence = tree.sentences[sentence_of(reading, proposal)]
    for index in range(sentence.first, sentence.last):
        if tree.tokens[index].lemma.lower() in COUNTS and _credits(reading, index):
            owner = owner_of(reading, index)
            if owner is not None:
                return owner
    trigger = trigger_of(reading, proposal)
    for verb in (trigger, *tree.climb(trigger)):
        if tree.tokens[verb].upos in VERBAL and lemma_of(tree, verb) in COUNTING:
            for head in predicate_at(tree, verb).get("subject"):
                entity = entity_for(reading, head)
                if entity is not None and tells(entity):
                    return Cell(entity.value, entity.span)
    return None


def tells(entity: Entity) -> bool:
    """True for a body or for people who speak as one: who suffers or flies the planes counts nothing."""
    if entity.type in {"organisation", "country"}:
        return True
    noun = entity.value.split()[-1].lower()
    return (entity.type == "group" or bool(_KEEPERS & set(_words(entity.value)))) and _speaks_of_it(noun)


def _speaks_of_it(noun: str) -> bool:
    known = source(noun) or actor(noun) or ("keeper" if noun in _KEEPERS else None)
    return known is not None and population(noun) not in {"displaced", "victim"}


def _credits(reading: Reading, index: int) -> bool:
    """True for "by the count of ...", "according to ... figures", "data ... show"."""
    tree = reading.tree
    token = tree.tokens[index]
    if tree.case(index) in _BY:
        return True
    shown = token.head >= 0 and token.deprel == "nsubj" and tree.tokens[token.head].upos in VERBAL
    return shown and lemma_of(tree, token.head) in _SHOWING


def owner_of(reading: Reading, index: int, types: frozenset[str] = frozenset()) -> Cell | None:
    """Whose count a noun for one tells of: a body that keeps count, or anybody of `types`."""
    own = predicate_at(reading.tree, index)
    for function in ("possessor", "compound", "from", "of", "by"):
        for head in own.get(function):
            entity = entity_for(reading, head)
            if entity is not None and (entity.type in types or _is_body(entity)):
                return Cell(entity.value, entity.span)
    return None


def _is_body(entity: Entity) -> bool:
    return entity.type in {"organisation", "country"} or any(word in _KEEPERS for word in _words(entity.value))


def _source(reading: Reading, proposal: Proposal) -> Cell | None:
    """The claim's source where it is a body that keeps count, or any body for a running total."""
    span = proposal.source_span
    if span is None or not proposal.source:
        return None
    entity = _entity_at(reading, span)
    if entity is not None and entity.type == "person" and entity.how != "phrase":
        return None
    known = organisation(proposal.source)
    words = _words(proposal.source)
    keeps = bool(set(words) & (_KEEPERS | COUNTS)) or (known is not None and known.kind in _KINDS)
    runs = "since" in proposal.cells or "as_of" in proposal.cells
    is_body = entity is not None and entity.type in {"organisation", "country"}
    if keeps or (runs and (is_body or set(words) & _ALONE)):
        return Cell(proposal.source, span)
    return None


def _entity_at(reading: Reading, span: Span) -> Entity | None:
    tokens = reading.tree.within(span)
    return entity_for(reading, reading.tree.top(tokens)) if tokens else None


def _words(value: str) -> list[str]:
    return value.lower().replace("'s", "").split()
