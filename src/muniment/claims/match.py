"""Frames on predicates: every frame whose word opens a predicate fills its cells from the predicate's arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from muniment.claims.clauses.bundles import outermost
from muniment.claims.clauses.evidence import evidence_of
from muniment.claims.clauses.factuality import cues, modality_of
from muniment.claims.clauses.predicates import Predicate, lemma_of, lent, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.clauses.when import date_of
from muniment.claims.discourse import Memory
from muniment.claims.facts.counting import COUNTED
from muniment.claims.fill import Filled, fill
from muniment.claims.frames import Filler, Frame, Under, index
from muniment.claims.phrases import STANDINS, container
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell, Modality, Value
from muniment.schema.span import Span
from muniment.text.edtf import interval
from muniment.vocabulary.countries import demonym
from muniment.vocabulary.registers import register

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
# Registers of single acts, which are often spoken of on a later day.
ACTS = frozenset({"incidents", "tallies"})
# One sentence that names 12 suppliers and 12 items is a table, not prose; more pairs than this are not made.
MOST_PAIRS = 48


def match(reading: Reading) -> Iterator[Proposal]:
    """Proposals of all frames over the document, in text order."""
    table = index()
    memory = Memory()
    for head, token in enumerate(reading.tree.tokens):
        pos = POS.get(token.upos)
        if pos is None:
            continue
        found = table.get((pos, lemma_of(reading.tree, head)))
        if not found:
            continue
        predicate = predicate_at(reading.tree, head)
        modality = modality_of(reading.tree, predicate)
        for frame in found:
            if not _fits(reading, frame, predicate):
                continue
            yield from apply(reading, frame, predicate, modality, memory)


def _fits(reading: Reading, frame: Frame, predicate: Predicate) -> bool:
    """True where the predicate's arguments meet the frame's `where`, `unless` and `without`."""
    if frame.register in ACTS and _only_names(reading, predicate):
        return False
    if frame.register == "meetings" and _is_body(reading, predicate):
        return False
    if any(predicate.get(function) for function in frame.without):
        return False
    if any(_has(reading, predicate, function, lemmas) for function, lemmas in frame.unless.items()):
        return False
    return all(_has(reading, predicate, function, lemmas) for function, lemmas in frame.where.items())


def _only_names(reading: Reading, predicate: Predicate) -> bool:
    """True for a word that only says of which kind the next noun is: "attack aircraft", "a murder trial", "the deposed
    king"; "wounded dozens" is a verb and its object, whatever the parser makes of it."""
    token = reading.tree.tokens[predicate.head]
    if predicate.pos == "verb":
        noun = reading.tree.tokens[token.head]
        described = token.deprel == "amod" and token.xpos == "VBN" and not predicate.get("subject")
        return described and noun.lemma.lower() not in COUNTED and reading.tree.kid(token.head, "nummod") is None
    return predicate.pos == "noun" and token.deprel == "compound" and token.head > predicate.head


def _is_body(reading: Reading, predicate: Predicate) -> bool:
    """True for a noun that ends the name of a body, "the Pacific Islands Forum": it is no meeting."""
    mention = reading.names.mention_at(predicate.head)
    ends = mention is not None and mention.end == reading.tree.tokens[predicate.head].end
    return predicate.pos == "noun" and mention is not None and ends and mention.type == "organisation"


def _has(reading: Reading, predicate: Predicate, function: str, lemmas: frozenset[str]) -> bool:
    first, _, rest = function.partition(".")
    heads = predicate.get(first)
    if rest:
        return any(_has(reading, predicate_at(reading.tree, head), rest, lemmas) for head in heads)
    if function == "light":
        heads = [predicate.light][: predicate.light + 1]
    elif function == "nsubj":
        heads = reading.tree.kids(predicate.head, "nsubj")
    elif function == "case":
        heads = reading.tree.kids(predicate.head, "case")
    elif function == "sentence":
        sentence = reading.tree.sentences[reading.tree.sentence_of[predicate.head]]
        heads = [index for index in range(sentence.first, sentence.last) if index != predicate.head]
    return any(_is_one_of(reading.tree, head, lemmas) for head in heads)


def _is_one_of(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    """True for a word of a list, also in the plural that "Rebels" keeps where the parser took it for a name."""
    lemma = lemma_of(tree, head)
    return lemma in lemmas or (tree.tokens[head].upos == "PROPN" and lemma.removesuffix("s") in lemmas)


def apply(
    reading: Reading, frame: Frame, predicate: Predicate, modality: Modality, memory: Memory | None = None
) -> Iterator[Proposal]:
    """The frame's proposals for one predicate: one for each combination of the cells that come in several.

    `memory` holds the document's earlier proposals, from which frames may inherit cells.
    """
    if frame.under:
        predicate = lent(reading.tree, predicate, frozenset().union(*(under.words for under in frame.under)))
    under = _under(reading, frame, predicate)
    if (under is None and frame.only_under) or (under is not None and under.skip):
        return
    if under is not None and under.without:
        kept = {name: heads for name, heads in predicate.arguments.items() if name not in under.without}
        predicate = replace(predicate, arguments=kept)
    needed = _needed(reading, frame, predicate, memory)
    if needed is None:
        return
    modality = _modality(reading, frame, under, predicate, modality)
    date, date_span = date_of(reading, predicate, modality, frame.register in ACTS)
    if modality == "asserted" and _lies_ahead(date, reading.document.published):
        modality = "planned"
    single, several = _fill_all(reading, frame, predicate, (date, date_span), memory, needed)
    fixed = _fixed(reading, frame, under, predicate, modality)
    for combination in islice(product(*several.values()), MOST_PAIRS):
        filled = {**single, **dict(zip(several, combination, strict=True))}
        cells = {name: value.cell for name, value in filled.items()}
        cells.update(_dependent(reading, frame, filled))
        cells = {**fixed[0], **cells, **fixed[1]}
        _keep_apart(frame, cells)
        if memory is not None:
            memory.complete(reading, frame, predicate, cells)
        if not _enough(frame, cells, date):
            continue
        cells = {name: cell for name, cell in cells.items() if not name.startswith("_")}
        evidence = _evidence(reading, predicate, cells, date_span)
        proposal = Proposal(frame.register, frame.id, evidence, cells, modality, date=date, date_span=date_span)
        if memory is not None:
            memory.keep(reading, predicate, proposal)
        yield proposal


def _lies_ahead(date: str, published: str) -> bool:
    """True where an event's date begins after the day of publication: "the rest arrive in 2031" has not happened."""
    event, today = interval(date) if date else None, interval(published) if published else None
    return event is not None and today is not None and event[0] > today[1]


def _under(reading: Reading, frame: Frame, predicate: Predicate) -> Under | None:
    """The frame's first Under that names the predicate's governor: alone, with the preposition between them
    ("call_for"), or with "_itself" where the predicate is its subject ("the embargo expired": "expire_itself")."""
    if not frame.under or not (predicate.light >= 0 or predicate.chain):
        return None
    tree = reading.tree
    above = predicate.light if predicate.light >= 0 else predicate.chain[0]
    lemma = lemma_of(tree, above)
    head = outermost(tree, predicate.head)
    if tree.tokens[head].deprel == "nsubj" and tree.tokens[head].head == above:
        lemma += "_itself"
    case = tree.case(head) if tree.tokens[head].head == above else ""
    names = {f"{lemma}_{case}"} if case and tree.tokens[above].upos in {"VERB", "AUX"} else {lemma, f"{lemma}_{case}"}
    return next((under for under in frame.under if under.words & names), None)


def _modality(
    reading: Reading, frame: Frame, under: Under | None, predicate: Predicate, modality: Modality
) -> Modality:
    """What the frame makes of a modality that the tree leaves at "asserted", or has only from the Under's own word."""
    if under is not None and under.modality:
        above = predicate.light if predicate.light >= 0 else predicate.chain[0]
        if modality in {"asserted", cues().governors.get(lemma_of(reading.tree, above))}:
            return under.modality  # type: ignore[return-value]
    return frame.modality if frame.modality and modality == "asserted" else modality  # type: ignore[return-value]


def _fixed(
    reading: Reading, frame: Frame, under: Under | None, predicate: Predicate, modality: Modality
) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """The cells that the frame sets where the text fills none, and those it sets whatever the text fills."""
    token = reading.tree.tokens[predicate.head]
    trigger = Span(token.start, token.end)
    weak: Mapping[str, Value] = frame.fixed
    strong = frame.when.get(modality, {})
    if under is not None:
        weak, strong = frame.fixed, {**under.fixed, **under.when.get(modality, {})}
    return (
        {cell: Cell(value, trigger) for cell, value in weak.items()},
        {cell: Cell(value, trigger) for cell, value in strong.items()},
    )


def _needed(
    reading: Reading, frame: Frame, predicate: Predicate, memory: Memory | None
) -> dict[str, Sequence[Filled]] | None:
    """The values of the cells that the frame needs, read first; None where one is empty that nothing else can fill,
    which spares the rest of the work for most predicates."""
    found: dict[str, Sequence[Filled]] = {}
    for filler in frame.fillers:
        if filler.cell not in frame.needs or filler.read == "date" or filler.of:
            continue
        values = _values(reading, frame, predicate, filler, memory)
        if not values and not _comes_otherwise(frame, filler):
            return None
        found[filler.cell] = values
    return found


def _comes_otherwise(frame: Frame, filler: Filler) -> bool:
    """True for a cell that an earlier claim, another cell's value or a fixed one may fill."""
    tables = [frame.fixed, *frame.when.values()]
    for under in frame.under:
        tables += [under.fixed, *under.when.values()]
    return (
        filler.cell in frame.inherit
        or any(filler.cell in table for table in tables)
        or any(source.paths[0][0].startswith("@") for source in filler.sources)
    )


def _values(
    reading: Reading, frame: Frame, predicate: Predicate, filler: Filler, memory: Memory | None
) -> Sequence[Filled]:
    values = fill(reading, predicate, filler)
    if not values and memory is not None:
        values = memory.known(reading, frame, predicate, filler)
    return values


def _fill_all(
    reading: Reading,
    frame: Frame,
    predicate: Predicate,
    when: tuple[str, Span | None],
    memory: Memory | None,
    needed: Mapping[str, Sequence[Filled]],
) -> tuple[dict[str, Filled], dict[str, Sequence[Filled]]]:
    """The cells that have one value, and those of which every value makes a claim of its own."""
    single: dict[str, Filled] = {}
    several: dict[str, Sequence[Filled]] = {}
    for filler in frame.fillers:
        if filler.read == "date":
            if when[0] and when[1] is not None:
                single[filler.cell] = Filled(Cell(when[0], when[1]), predicate.head)
            continue
        if filler.cell in needed:
            values = needed[filler.cell]
        else:
            values = [] if filler.of else _values(reading, frame, predicate, filler, memory)
        if filler.each and len(values) > 1:
            several[filler.cell] = values
        elif values:
            single[filler.cell] = Filled(_one(frame, filler.cell, values), values[0].head)
    return single, several


def _dependent(reading: Reading, frame: Frame, filled: Mapping[str, Filled]) -> dict[str, Cell]:
    """Cells that belong to another cell's value: the count or the price of each item."""
    found: dict[str, Cell] = {}
    for filler in frame.fillers:
        for source in filler.sources if filler.cell not in filled else ():
            cell = source.paths[0][0].removeprefix("@")
            if cell in filled and source.paths[0][0] != cell and filler.cell not in found:
                for noun in _conjuncts_before(reading, filled[cell].head):
                    if values := fill(reading, noun, filler, cell):
                        found[filler.cell] = values[0].cell
                        break
        if filler.of in filled and filler.cell not in found:
            for head in _counting(reading, filler, filled[filler.of].head):
                if values := fill(reading, predicate_at(reading.tree, head), filler):
                    found[filler.cell] = values[0].cell
                    break
    return found


def _counting(reading: Reading, filler: Filler, head: int) -> list[int]:
    """The heads from a thing up to the outermost that measures it out; of "six of the twelve jets" six are delivered,
    and twelve are the whole."""
    chain = [head]
    while (above := container(reading, chain[-1])) is not None:
        chain.append(above)
    outer = reading.tree.tokens[chain[-1]]
    parted = len(chain) > 1 and (outer.upos == "NUM" or outer.lemma.lower() in STANDINS)
    if filler.read == "whole":
        return chain[:1] if parted else []
    return chain[::-1] if parted and filler.cell == "quantity_delivered" else chain


def _conjuncts_before(reading: Reading, head: int) -> Iterator[Predicate]:
    """A phrase, then the conjunct that it continues: "Russian tanks and guns" are Russian guns."""
    yield predicate_at(reading.tree, head)
    token = reading.tree.tokens[head]
    if token.deprel == "conj":
        yield predicate_at(reading.tree, token.head)


def _one(frame: Frame, cell: str, values: Sequence[Filled]) -> Cell:
    if cell.startswith("_") or register(frame.register).column(cell).type != "list":
        return values[0].cell
    names = tuple(dict.fromkeys(str(value.cell.value) for value in values))
    spans = [value.cell.span for value in values if value.cell.span is not None]
    return Cell(names, Span(min(s.start for s in spans), max(s.end for s in spans)))


def _enough(frame: Frame, cells: Mapping[str, Cell], date: str) -> bool:
    found = sum(cell in cells or (cell == "date" and bool(date)) for cell in frame.any_of)
    has_any = not frame.any_of or found >= frame.enough
    return has_any and all(cell in cells for cell in frame.needs)


def _keep_apart(frame: Frame, cells: dict[str, Cell]) -> None:
    """Drops a cell whose value an earlier one of `differ` has already: nobody supplies himself."""
    seen: set[object] = set()
    for name in frame.differ:
        if name in cells and cells[name].value in seen:
            del cells[name]
        elif name in cells:
            value = str(cells[name].value)
            seen.update({value, *(nation.name for word in value.split() if (nation := demonym(word)))})


def _evidence(reading: Reading, predicate: Predicate, cells: Mapping[str, Cell], date: Span | None) -> Span:
    tree = reading.tree
    token = tree.tokens[predicate.head]
    spans = [Span(token.start, token.end), *(cell.span for cell in cells.values() if cell.span is not None)]
    if date is not None:
        spans.append(date)
    if predicate.light >= 0:
        spans.append(tree.span([predicate.light]))
    return evidence_of(tree, predicate, spans)
