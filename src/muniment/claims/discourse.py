"""What earlier sentences of a document say about the claim at hand: whose order "the first battery" belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from muniment.claims.arms import is_about_arms, is_model, points_back, sells_unnamed
from muniment.claims.clauses.predicates import VERBAL, Predicate
from muniment.claims.clauses.tree import Tree
from muniment.claims.facts.headings import heading_at
from muniment.claims.facts.matters import matter
from muniment.claims.facts.sides import may_be_sides, pair, sided, state_of
from muniment.claims.fill import ELSEWHERE, LOCATIVE, Filled, fill
from muniment.claims.frames import Filler, Frame
from muniment.claims.naming.entity import TYPES
from muniment.claims.naming.spans import trim
from muniment.claims.phrases import HARDWARE, phrase_block
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.countries import country

# Sentences back to which a claim that agrees in a cell is the same matter, and to which the last claim still is.
REACH: Final = 14
LAST_REACH: Final = 12
_BEFORE_A_DAY: Final = re.compile(r"(?:\s+(?:on|in|late|early|last|of))*\s*$")
_WORD: Final = re.compile(r"\w+")
_DEFINITE: Final = frozenset({"the", "this", "these", "that", "those", "its", "their", "both", "his", "her", "such"})


@dataclass(slots=True)
class Memory:
    """The proposals made so far in one document, in text order, with the sentence each stands in."""

    made: list[tuple[int, Proposal]] = field(default_factory=list)

    def keep(self, reading: Reading, predicate: Predicate, proposal: Proposal) -> None:
        """Remembers a proposal."""
        self.made.append((reading.tree.sentence_of[predicate.head], proposal))

    def complete(self, reading: Reading, frame: Frame, predicate: Predicate, cells: dict[str, Cell]) -> None:
        """Fills the cells that `frame` may inherit and the clause left open, in place."""
        if not frame.inherit or not _points_back(reading, predicate):
            return
        here = reading.tree.sentence_of[predicate.head]
        for cell, agreeing in frame.inherit.items():
            taken = {str(other.value) for name, other in cells.items() if name in frame.differ}
            if cell in cells or _is_told(reading, frame, predicate, cell):
                continue
            for by in agreeing:
                if by in {"nearby", "topic"} and not _names_a_side(frame, cells):
                    continue  # who has one side told may mean the country at hand as the other; without either, nobody
                if by == "nearby":
                    found = _nearby(reading, here, taken)
                elif by.startswith("near:"):
                    found = _near(reading, predicate.head, frozenset(by.removeprefix("near:").split()))
                elif by == "topic":
                    found = topic(reading, predicate.head, taken)
                elif by == "around":
                    found = _around(reading, predicate.head)
                elif by == "pair":
                    found = pair(reading, predicate.head)
                elif by == "sided":
                    count, found = sided(reading, predicate.head) if predicate.pos == "noun" else (0, None)
                    if count and found is None:
                        break  # the two sides of an earlier meeting are not those of "six-party talks"
                elif by == "own":
                    span = matter(reading, predicate.head, True)
                    found = None if span is None else Cell(" ".join(span.of(reading.text).split()), span)
                elif by == "land":
                    last = self._value(frame.register, cell, "last", cells, here)
                    found = last if last is not None and country(str(last.value)) else None
                elif by == "heading":
                    found = _headed(reading, predicate.head)
                elif by == "same":
                    same = "item" in cells and points_back(reading, cells["item"])
                    found = self._value(frame.register, cell, "last", cells, here) if same else None
                elif "." in by:
                    found = self._sides(reading, by, here)
                else:
                    found = self._value(frame.register, cell, by, cells, here)
                if cell == "parties" and found is not None and not may_be_sides(reading, predicate, found):
                    continue
                if found is not None and str(found.value) not in taken and _are_enough(frame, cell, found):
                    cells[cell] = found
                    break

    def known(self, reading: Reading, frame: Frame, predicate: Predicate, filler: Filler) -> list[Filled]:
        """The cell's values where the clause calls a weapon named before by its plain noun ("the boats"), or counts a
        maker's model in a text about arms ("14 Ocelots")."""
        here = reading.tree.sentence_of[predicate.head]
        if "weapon" not in filler.take:
            return []
        before = self._before(frame.register, here, REACH)
        named = [_WORD.findall(str(p.cells[filler.cell].value)) for p in before if filler.cell in p.cells]
        nouns = frozenset(_stem(words[-1]) for words in named if words)
        if nouns and is_about_arms(reading):
            nouns |= HARDWARE
        again = replace(filler, take=frozenset({"thing", "weapon"}), words=nouns)
        found = fill(reading, predicate, again) if nouns else []
        if not found and filler.cell.startswith("_") and sells_unnamed(reading, predicate):
            token = reading.tree.tokens[predicate.head]
            return [Filled(Cell(token.text, Span(token.start, token.end)), predicate.head)]
        if found or filler.cell.startswith("_"):
            return found
        models = frozenset({*filler.take, *TYPES} - {"pronoun"})
        every = fill(reading, predicate, replace(filler, take=models)) if is_about_arms(reading) else []
        return [value for value in every if is_model(reading, value.head)]

    def _sides(self, reading: Reading, by: str, here: int) -> Cell | None:
        """The cells of the last claim of another register that has them all; of several, the names, those who act for
        a state as that state: "they also discussed ..." after a meeting, "the contract" after an order."""
        register, _, names = by.partition(".")
        wanted = names.split("+")
        for proposal in self._before(register, here, LAST_REACH):
            if proposal.frame in _CROWDED:
                continue
            cells = [proposal.cells[name] for name in wanted if name in proposal.cells]
            spans = [cell.span for cell in cells if cell.span is not None]
            if len(cells) == len(wanted) == len(spans):
                if len(cells) == 1:
                    return cells[0]
                sides = tuple(dict.fromkeys(state_of(reading, str(cell.value)) for cell in cells))
                return Cell(sides, Span(min(s.start for s in spans), max(s.end for s in spans)))
        return None

    def _value(self, register: str, cell: str, by: str, cells: dict[str, Cell], here: int) -> Cell | None:
        if by == "last":
            return next((p.cells[cell] for p in self._before(register, here, LAST_REACH) if cell in p.cells), None)
        if by not in cells:
            return None
        for proposal in self._before(register, here, REACH):
            if cell in proposal.cells and _same_thing(cells[by], proposal.cells.get(by)):
                return proposal.cells[cell]
        return None

    def _before(self, register: str, here: int, reach: int) -> Iterator[Proposal]:
        for sentence, proposal in reversed(self.made):
            if here - sentence > reach:
                return
            if proposal.register == register:
                yield proposal


def _nearby(reading: Reading, here: int, taken: set[str]) -> Cell | None:
    """The country that was last the subject of a clause, in this sentence or the two before it."""
    tree = reading.tree
    for number in range(here, max(-1, here - 3), -1):
        for index in range(tree.sentences[number].first, tree.sentences[number].last):
            if not tree.tokens[index].deprel.startswith(("nsubj", "nmod:poss")):
                continue
            entity = reading.names.entity(index)
            if entity is not None and entity.type == "country" and entity.value not in taken:
                return Cell(entity.value, entity.span)
    return None


# A text is about a country that it names so often, and so much more often than the next.
_OFTEN: Final = 3
_CLEARLY: Final = 1.5


def topic(reading: Reading, head: int, taken: set[str]) -> Cell | None:
    """The country that the document is about, not one of `taken`, where it names one far more often than others; its
    last mention before the end of the sentence of the token `head`."""
    tree = reading.tree
    end = tree.sentences[tree.sentence_of[head]].end
    lands = [mention for mention in reading.mentions if mention.type in {"country", "nationality"}]
    ranked = Counter(land.value for land in lands if land.value not in taken).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) == 2 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    last = [land for land in lands if land.value == ranked[0][0] and land.start < end]
    return Cell(last[-1].value, Span(last[-1].start, last[-1].end)) if last else None


def _headed(reading: Reading, head: int) -> Cell | None:
    """Whom the line of a token is headed with: "KENYA: an order for ten howitzers was signed in May"."""
    mention = heading_at(reading, reading.tree.tokens[head].start)
    return None if mention is None else Cell(mention.value, Span(mention.start, mention.end))


def _names_a_side(frame: Frame, cells: dict[str, Cell]) -> bool:
    """True where one of the two sides that must differ is told, or how many things went between them."""
    sides = {*frame.differ, "quantity_delivered", "quantity_ordered"} - {"item"}
    return any(name in cells for name in sides)


def _are_enough(frame: Frame, cell: str, found: Cell) -> bool:
    """False for one side where the frame tells of two: a pact of which only one is known says nothing of the other."""
    least = max((filler.least for filler in frame.fillers if filler.cell == cell), default=1)
    return not isinstance(found.value, tuple) or len(found.value) >= least


# Frames of events with many there, at which guest and host are no two sides: a summit of ten in Oslo.
_CROWDED: Final = frozenset(
    f"meetings.{name}"
    for name in "gathering assembly host-event attend said-at tell-event speech-at go-to-event there-for".split()
)
# Prepositions of what something is about.
_TOPICAL: Final = frozenset({"on", "over", "about", "of", "for", "under"})


def _around(reading: Reading, head: int) -> Cell | None:
    """The two sides that the clause around an event noun names, where it names exactly two states or bodies."""
    tree = reading.tree
    above = next((index for index in tree.climb(head) if tree.tokens[index].upos in VERBAL), head)
    sides: dict[str, Span] = {}
    for index in tree.subtree(above, ELSEWHERE):
        entity = reading.names.entity(index)
        sided = tree.case(index) not in LOCATIVE | _TOPICAL and next(_verbs_above(tree, index), above) == above
        if entity is not None and entity.type in {"country", "organisation"} and sided:
            sides.setdefault(entity.value, entity.span)
    if len(sides) != 2:
        return None
    spans = list(sides.values())
    return Cell(tuple(sides), Span(min(s.start for s in spans), max(s.end for s in spans)))


def _verbs_above(tree: Tree, index: int) -> Iterator[int]:
    """Who is named under a verb of his own, "talks led by the union", is no side of what is told around it."""
    return (head for head in tree.climb(index) if tree.tokens[head].upos in VERBAL)


def _near(reading: Reading, before: int, words: frozenset[str]) -> Cell | None:
    """The nearest phrase before a token, in its sentence or the four before, whose head noun is one of `words`."""
    tree = reading.tree
    first = tree.sentences[max(0, tree.sentence_of[before] - 4)].first
    for index in range(before - 1, first - 1, -1):
        token = tree.tokens[index]
        if token.lemma.lower() in words and token.upos in {"NOUN", "PROPN"}:
            mention = reading.names.mention_at(index)
            entity = reading.names.entity(index) if mention is not None else None
            if entity is not None:
                return Cell(entity.value, entity.span)
            span = _undated(reading, trim(tree, phrase_block(reading, index, None, True)))
            return Cell(" ".join(span.of(reading.text).split()), span)
    return None


def _undated(reading: Reading, span: Span) -> Span:
    """A phrase without a day at its end: "the lower house |on Sunday"."""
    day = next((date for date in reading.dates if span.start < date.start and date.end == span.end), None)
    if day is None:
        return span
    words = _BEFORE_A_DAY.sub("", reading.text[span.start : day.start])
    return Span(span.start, span.start + len(words)) if words.strip() else span


# Where a phrase stands that names an item, or what a measure is about.
_PLACES: Final = {"item": frozenset({"for", "on"}), "target": frozenset({"on", "against", "for"})}


def _is_told(reading: Reading, frame: Frame, predicate: Predicate, cell: str) -> bool:
    """True where the clause has a phrase in the cell's place, though not one that fills it: "to the region", "an
    agreement for energy firms", "imposed by the military"."""
    paths = [path for f in frame.fillers if f.cell == cell for source in f.sources for path in source.paths]
    firsts = {path[0] for path in paths if len(path) == 1}
    if any(predicate.get(function) for function in firsts & {"to", "into", "indirect"}):
        return True
    tokens = reading.tree.tokens
    if cell == "imposer" and any(tokens[head].upos != "PRON" for head in predicate.get("by")):
        return True
    told = {head for function in firsts & _PLACES.get(cell, frozenset()) for head in predicate.get(function)}
    return any(tokens[head].upos == "NOUN" and not reading.tree.kids(head, "nummod") for head in told)


def _points_back(reading: Reading, predicate: Predicate) -> bool:
    """An event noun points back where it is definite ("the embargo") or a subject ("Deliveries began in May"); a verb,
    also a light one ("agreed to impose sanctions"), may always have left out what was said before. "Earlier truces"
    are none of those told of."""
    tree = reading.tree
    if predicate.pos == "noun" and any(
        tree.tokens[kid].text.lower() in _OTHERS for kid in tree.kids(predicate.head, "amod")
    ):
        return False
    if predicate.pos == "verb" or predicate.light >= 0:
        return True
    if tree.tokens[predicate.head].deprel.startswith("nsubj") or tree.tokens[predicate.head].upos == "ADJ":
        return True
    return any(tree.tokens[kid].text.lower() in _DEFINITE for kid in tree.kids(predicate.head, "det", "nmod:poss"))


_OTHERS: Final = frozenset({"earlier", "previous", "past", "former", "prior", "other", "separate", "similar"})


def _same_thing(here: Cell, before: Cell | None) -> bool:
    """True where two phrases have the same head noun, or share a designation ("K9", "Typhoon")."""
    if before is None:
        return False
    mine, theirs = _WORD.findall(str(here.value)), _WORD.findall(str(before.value))
    if not mine or not theirs:
        return False
    return _stem(mine[-1]) == _stem(theirs[-1]) or bool(_designations(mine) & _designations(theirs))


def _stem(word: str) -> str:
    lower = word.lower()
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _designations(words: list[str]) -> set[str]:
    return {_stem(word) for word in words if any(c.isdigit() for c in word) or word[:1].isupper()}
