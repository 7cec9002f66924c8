"""Coreference as a list: every later or shorter naming of somebody in one document, tied to the fullest.

Nothing is decided here. `Names.entities` says what a phrase stands for, for cells as for links; this module walks the
document, asks it, and looks up where the answer is written out in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import REASONS, Entity
from muniment.claims.naming.pronouns import PRONOUNS, SELF, WE
from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.language.analysis import Analysis
from muniment.schema.document import Document
from muniment.schema.span import Span

_ACTORS: Final = frozenset({"person", "organisation", "country", "place", "group"})
_DEALING: Final = frozenset({"with", "between", "against"})


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase and the name it stands for.

    `[start, end)` and `[to_start, to_end)` are characters of the document's text, apart from each other; the second is
    the fullest mention, which may stand later than the first. `reason` is one of `REASONS` in entity.py; `target` is
    the value that a cell would get.
    """

    start: int
    end: int
    to_start: int
    to_end: int
    reason: str
    target: str


def links(document: Document, analysis: Analysis) -> tuple[Link, ...]:
    """The links of a document in text order; two or more from one phrase where it stands for several ("the two
    ministers"). What cannot be told is left out. Depends on nothing but its arguments and the vocabulary."""
    reading = Reading(document, analysis)
    find_statements(reading)  # tells the names whose words quotations are
    fullest = _fullest(reading)
    found: dict[tuple[int, int, str], Link] = {}
    for entity in _asked(reading):
        to = fullest.get((entity.type, entity.value))
        if to is None or entity.how not in REASONS or entity.span.overlaps(to) or not _is_told(reading, entity):
            continue
        link = Link(entity.span.start, entity.span.end, to.start, to.end, REASONS[entity.how], entity.value)
        found.setdefault((link.start, link.end, link.target), link)
    return tuple(sorted(found.values(), key=lambda link: (link.start, link.end, link.target)))


def _is_told(reading: Reading, entity: Entity) -> bool:
    """False for things, which the registers do not follow, and for a "we" of whom only the one who says it is known."""
    words = entity.span.of(reading.text).lower()
    return entity.type in _ACTORS and not (entity.type == "person" and words in WE)


def _asked(reading: Reading) -> Iterator[Entity]:
    """What every name, pronoun and noun phrase of the document stands for."""
    tree, names = reading.tree, reading.names
    heads = dict.fromkeys(names.head_of(index) for index in range(len(tree.tokens)) if _may_refer(reading, index))
    for head in heads:
        yield from names.entities(head, agent=_acts(tree, head))


def _acts(tree: Tree, head: int) -> bool:
    """True where a capital is its government: what says or does something, and whom one deals with."""
    relation = tree.tokens[head].deprel
    if relation == "conj":
        return _acts(tree, tree.tokens[head].head)
    return relation.startswith(("nsubj", "obl:agent")) or tree.case(head) in _DEALING


def _may_refer(reading: Reading, index: int) -> bool:
    token = reading.tree.tokens[index]
    return (
        token.upos in {"NOUN", "PROPN", "PRON"}
        or token.text.lower() in PRONOUNS | SELF | {"former", "latter"}
        or reading.names.mention_at(index) is not None
    )


def _fullest(reading: Reading) -> dict[tuple[str, str], Span]:
    """(type, value) → the mention that writes it out: in these very words, else a country by name rather than
    nationality, else in the most words; the first of several."""
    best: dict[tuple[str, str], tuple[tuple[bool, bool, int], Span]] = {}
    for mention in reading.mentions:
        indices = reading.tree.within(mention)
        if not indices:
            continue
        entity = reading.names.entity(reading.tree.top(indices), agent=mention.type != "place")
        if entity is None or entity.span != Span(mention.start, mention.end):
            continue
        words = " ".join(entity.span.of(reading.text).split())
        rank = (words == entity.value, mention.type != "nationality", len(words))
        known = best.get((entity.type, entity.value))
        if known is None or rank > known[0]:
            best[entity.type, entity.value] = (rank, entity.span)
    return {key: span for key, (_, span) in best.items()}
