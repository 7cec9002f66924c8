"""What earlier sentences of a document say about the claim at hand: whose order "the first battery" belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from muniment.claims.clauses.predicates import Predicate
from muniment.claims.fill import Filled, fill
from muniment.claims.frames import Filler, Frame
from muniment.claims.naming.names import trim
from muniment.claims.phrases import phrase_block
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

# Sentences back to which a claim that agrees in a cell is the same matter, and to which the last claim still is.
REACH: Final = 14
LAST_REACH: Final = 6
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
            if cell in cells or _is_told(frame, predicate, cell):
                continue
            for by in agreeing:
                if by == "nearby":
                    found = _nearby(reading, here, taken)
                elif by.startswith("near:"):
                    found = _near(reading, predicate.head, frozenset(by.removeprefix("near:").split()))
                elif by == "pair":
                    found = _pair(reading, predicate.head)
                elif "." in by:
                    found = self._sides(reading, by, here)
                else:
                    found = self._value(frame.register, cell, by, cells, here)
                if found is not None and str(found.value) not in taken:
                    cells[cell] = found
                    break

    def known(self, reading: Reading, frame: Frame, predicate: Predicate, filler: Filler) -> list[Filled]:
        """The cell's values where the clause calls a weapon named before by its plain noun: "the boats"."""
        here = reading.tree.sentence_of[predicate.head]
        before = self._before(frame.register, here, REACH) if "weapon" in filler.take else ()
        named = [_WORD.findall(str(p.cells[filler.cell].value)) for p in before if filler.cell in p.cells]
        nouns = frozenset(_stem(words[-1]) for words in named if words)
        if not nouns:
            return []
        return fill(reading, predicate, replace(filler, take=frozenset({"thing", "weapon"}), words=nouns))

    def _sides(self, reading: Reading, by: str, here: int) -> Cell | None:
        """The cells of the last claim of another register that has them all; of several, the names, those who act for
        a state as that state: "they also discussed ..." after a meeting, "the contract" after an order."""
        register, _, names = by.partition(".")
        wanted = names.split("+")
        for proposal in self._before(register, here, LAST_REACH):
            cells = [proposal.cells[name] for name in wanted if name in proposal.cells]
            spans = [cell.span for cell in cells if cell.span is not None]
            if len(cells) == len(wanted) == len(spans):
                if len(cells) == 1:
                    return cells[0]
                sides = tuple(dict.fromkeys(reading.homes.get(str(cell.value), str(cell.value)) for cell in cells))
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


_TWO: Final = re.compile(
    r"\b(?:(?:the|these) two (?:[\w-]+ ){0,2}?|both )(?:countries|sides|nations|states|governments|leaders|presidents|"
    r"ministers|neighbou?rs|parties|premiers|diplomats|officials)\b",
    re.IGNORECASE,
)


def _pair(reading: Reading, head: int) -> Cell | None:
    """The two countries that the text has named most so far, where the sentence speaks of "the two countries"."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    found = _TWO.search(reading.text, sentence.start, sentence.end)
    if found is None:
        return None
    before = [mention for mention in reading.mentions if mention.start < sentence.end]
    ranked = Counter(m.value for m in before if m.type in {"country", "nationality"}).most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] == ranked[2][1]):
        return None
    return Cell((ranked[0][0], ranked[1][0]), Span(found.start(), found.end()))


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
            span = trim(tree, phrase_block(reading, index, None, True))
            return Cell(" ".join(span.of(reading.text).split()), span)
    return None


def _is_told(frame: Frame, predicate: Predicate, cell: str) -> bool:
    """True where the clause has a phrase in the cell's place, though not one that fills it: "to the region"."""
    paths = [path for f in frame.fillers if f.cell == cell for source in f.sources for path in source.paths]
    firsts = {path[0] for path in paths if len(path) == 1}
    return any(predicate.get(function) for function in firsts & {"to", "into", "indirect"})


def _points_back(reading: Reading, predicate: Predicate) -> bool:
    """An event noun points back where it is definite ("the embargo") or a subject ("Deliveries began in May"); a verb,
    also a light one ("agreed to impose sanctions"), may always have left out what was said before."""
    if predicate.pos == "verb" or predicate.light >= 0:
        return True
    tree = reading.tree
    if tree.tokens[predicate.head].deprel.startswith("nsubj"):
        return True
    return any(tree.tokens[kid].text.lower() in _DEFINITE for kid in tree.kids(predicate.head, "det", "nmod:poss"))


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
