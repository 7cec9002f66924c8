"""Arms transfers that no verb of their own tells: entries of a list under a country's name ("KENYA: ten howitzers from
France"), numbers that take up an item named before ("12 tanks from Chad, 40 from Peru"); and which of them are in part
delivered. Offsets are those of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.bundles import is_gapped
from muniment.claims.clauses.predicates import predicate_at
from muniment.claims.facts.headings import Heading, heading_at, headings
from muniment.claims.fill import fill
from muniment.claims.frames import Filler, Source
from muniment.claims.phrases import entity_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.claim import Cell
from muniment.schema.span import Span

# Stages before anything is delivered.
_AHEAD: Final = frozenset({"planned", "offered", "requested", "halted", "ordered"})
_OWN: Final = frozenset({"transfers.gapped", "transfers.entry", "transfers.sourced"})
_SIDES: Final = {"from": "supplier", "to": "recipient", "for": "recipient", "by": "supplier"}
_QUANTITIES: Final = ("quantity_delivered", "quantity_ordered")
_PARTIES: Final = frozenset({"country", "organisation"})
# Sentences back to which a transfer was told right before.
_REACH: Final = 3
# A text in which so many transfers are told in sentences may also list some.
_ENOUGH: Final = 2
_LINE: Final = 80  # characters: a number stands no further before its item
_NEAR: Final = re.compile(r"\s(?:[\w-]+\s){0,2}")
_BRACKETS: Final = re.compile(r"\s?\((?:[^()\n]*?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d))?[^()\n]*\)")
_ITEM: Final = Filler(
    "item", (Source((("self",),)),), "phrase", take=frozenset({"weapon"}), keep=frozenset({"of", "for"})
)
_COUNT: Final = Filler("quantity_ordered", (Source((("self",),)),), "count")
_SOURCE: Final = Filler(
    "supplier", (Source((("from",), ("out of",), ("clause", "subject"))),), "entity", take=_PARTIES, each=True
)
_SUPPLIER: Final = replace(_SOURCE, sources=(*_SOURCE.sources, Source((("maker",),)), Source((("modifier",),))))


def deals(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, settled, with the transfers that lists and numbers add to them."""
    listed = [_settled(proposal) if proposal.register == "transfers" else proposal for proposal in proposals]
    told = [claim for claim in listed if claim.register == "transfers" and {"recipient", "item"} <= set(claim.cells)]
    told += _gapped(reading, told)
    told += _entries(reading, told) if len(told) >= _ENOUGH else []
    told += _sourced(reading, told) if len(told) >= _ENOUGH else []
    listed += [claim for claim in told if claim.frame in _OWN]
    return listed


def _settled(proposal: Proposal) -> Proposal:
    """A delivery of fewer than were ordered is one in part; what has not come yet is counted as ordered."""
    cells = proposal.cells
    if cells["status"].value in _AHEAD and "quantity_delivered" in cells and "quantity_ordered" not in cells:
        moved = {("quantity_ordered" if name == "quantity_delivered" else name): cell for name, cell in cells.items()}
        return replace(proposal, cells=moved)
    if not all(name in cells for name in _QUANTITIES) or cells["status"].value != "delivered":
        return proposal
    delivered, ordered = (cells[name].value for name in _QUANTITIES)
    if not isinstance(delivered, int | float) or not isinstance(ordered, int | float) or delivered >= ordered:
        return proposal
    return replace(proposal, cells={**cells, "status": replace(cells["status"], value="partly delivered")})


def _gapped(reading: Reading, told: Sequence[Proposal]) -> Iterator[Proposal]:
    """ "12 tanks from Chad, 40 from Peru and 20 from Gabon": the same item and deal, with another number and side."""
    tree = reading.tree
    for index in range(len(tree.tokens)):
        if not is_gapped(tree, index):
            continue
        sides = [kid for kid in tree.kids(index, "nmod", "obl") if kid > index and tree.case(kid) in _SIDES]
        sides += [kid for kid in tree.kids(tree.tokens[index].head, "nmod", "obl") if _begins(reading, kid, index)]
        sentence = tree.sentences[tree.sentence_of[index]]
        start = tree.tokens[index].start
        before = [claim for claim in told if sentence.start <= claim.evidence.start < start]
        entity = entity_for(reading, sides[0]) if sides else None
        if not before or entity is None or entity.type not in _PARTIES:
            continue
        anchor = before[-1]
        counted = next((name for name in _QUANTITIES if name in anchor.cells), None)
        count = fill(reading, predicate_at(tree, index), _COUNT)
        if counted is None or not count or str(anchor.cells["item"].value) == str(count[0].cell.value):
            continue
        side = _SIDES[tree.case(sides[0])]
        cells = {**anchor.cells, counted: count[0].cell, side: Cell(entity.value, entity.span)}
        for name in ("value", "currency"):
            cells.pop(name, None)
        evidence = Span(min(anchor.evidence.start, start), entity.span.end)
        yield replace(anchor, frame="transfers.gapped", cells=cells, evidence=evidence)


def _begins(reading: Reading, kid: int, number: int) -> bool:
    """True for a phrase right behind a number that the tree hangs on the thing it counts again."""
    tree = reading.tree
    return kid > number and tree.case(kid) in _SIDES and min(tree.subtree(kid)) == number + 1


def _entries(reading: Reading, told: Sequence[Proposal]) -> Iterator[Proposal]:
    """What lines headed with a country list, in a text that tells of transfers in sentences too."""
    listed = list(headings(reading))
    buyers = {str(claim.cells["recipient"].value) for claim in told}
    model = None if any(heading.mention.value in buyers for heading in listed) else _main_buyer(told)
    for heading in listed:
        yield from _entry(reading, heading, told, model)


def _entry(reading: Reading, heading: Heading, told: Sequence[Proposal], model: Proposal | None) -> Iterator[Proposal]:
    """The items of a line's first sentence: what its country supplies to the buyer of `model`, or else what it gets."""
    tree = reading.tree
    owner = Cell(heading.mention.value, Span(heading.mention.start, heading.mention.end))
    line = tree.within(heading)
    for index in line:
        first = tree.sentence_of[index] == tree.sentence_of[line[0]]
        if not first or not _heads_a_phrase(reading, index) or _is_told(reading, index, told):
            continue
        predicate = predicate_at(tree, index)
        items = fill(reading, predicate, _ITEM)
        span = items[0].cell.span if items else None
        if span is None:
            continue
        count = _count_before(reading, span)
        makers = [made.cell for made in fill(reading, predicate, _SUPPLIER) if made.cell.value != owner.value]
        cells = {"item": items[0].cell, "status": Cell("supplied", span), "recipient": owner}
        if model is not None:
            cells.update(supplier=owner, recipient=model.cells["recipient"], status=model.cells["status"])
        elif count is None and not makers:
            continue
        if count is not None:
            cells["quantity_ordered"] = count
        cells.update(_bracketed(reading, span))
        evidence = Span(min(owner.span.start if owner.span else span.start, span.start), span.end)
        modality = model.modality if model else "asserted"
        for maker in makers if model is None and makers else [None]:
            own = {} if maker is None else {"supplier": maker}
            yield Proposal("transfers", "transfers.entry", evidence, {**cells, **own}, modality)


def _sourced(reading: Reading, told: Sequence[Proposal]) -> Iterator[Proposal]:
    """Counted items with their maker or seller ("118 carriers from Katmerciler"), told right behind a transfer to
    whoever gets them."""
    tree = reading.tree
    for index in range(len(tree.tokens)):
        if not _heads_a_phrase(reading, index) or _is_told(reading, index, told):
            continue
        start = tree.tokens[index].start
        buyer = _buyer(reading, told, index)
        if buyer is None:
            continue
        predicate = predicate_at(tree, index)
        items = fill(reading, predicate, _ITEM)
        span = items[0].cell.span if items else None
        count = _count_before(reading, span) if span is not None else None
        if span is None or count is None:
            continue
        for made in fill(reading, predicate, _SOURCE):
            if made.cell.span is None or made.cell.value == buyer.value:
                continue
            cells = {"supplier": made.cell, "recipient": buyer, "item": items[0].cell, "quantity_ordered": count}
            cells["status"] = Cell("supplied", span)
            evidence = Span(
                min(count.span.start if count.span else start, span.start), max(span.end, made.cell.span.end)
            )
            yield Proposal("transfers", "transfers.sourced", evidence, cells)


def _buyer(reading: Reading, told: Sequence[Proposal], index: int) -> Cell | None:
    """Whom the line of a token is headed with, else who was supplied right before it."""
    start = reading.tree.tokens[index].start
    head = heading_at(reading, start)
    if head is not None:
        return Cell(head.value, Span(head.start, head.end))
    before = [claim for claim in told if claim.evidence.start <= start and claim.modality != "denied"]
    last = max(before, key=lambda claim: claim.evidence.end, default=None)
    inside = reading.tree.within(last.evidence) if last is not None else []
    if last is None or not inside or reading.tree.sentence_of[index] - reading.tree.sentence_of[inside[-1]] > _REACH:
        return None
    return last.cells["recipient"]


def _heads_a_phrase(reading: Reading, index: int) -> bool:
    """False for a token inside a name or a phrase: "Leopard" of "14 Leopard 2A4"."""
    token = reading.tree.tokens[index]
    inside = {"compound", "flat", "amod", "nummod", "nmod:poss", "nmod:desc"}
    return token.upos in {"NOUN", "PROPN", "NUM"} and token.deprel not in inside


def _bracketed(reading: Reading, item: Span) -> dict[str, Cell]:
    """What brackets behind an item say of it: "(Saab, 2014, SEK 39.3 bn)"."""
    found = _BRACKETS.match(reading.text, item.end)
    cells: dict[str, Cell] = {}
    if found is None:
        return cells
    inside = [m for m in reading.mentions if m.type in _PARTIES and found.start() < m.start and m.end <= found.end()]
    money = [a for a in reading.amounts if a.kind == "money" and found.start() < a.start and a.end <= found.end()]
    if inside:
        entity = reading.names.named(reading.tree.at(inside[0].start, inside[0].end)[0])
        cells["supplier"] = Cell(entity.value if entity else inside[0].value, Span(inside[0].start, inside[0].end))
    if money:
        span = Span(money[0].start, money[0].end)
        cells.update(
            value=Cell(money[0].value, span), **({"currency": Cell(money[0].unit, span)} if money[0].unit else {})
        )
    if found["year"]:
        cells["order_date"] = Cell(found["year"], Span(*found.span("year")))
    return cells


def _count_before(reading: Reading, item: Span) -> Cell | None:
    """The number that stands before an item, with no more than a word between: "60 modernised T-72s"."""
    for amount in between(reading.amounts, item.start - _LINE, item.start):
        gap = reading.text[amount.end : item.start]
        if amount.kind == "count" and amount.end <= item.start and _NEAR.fullmatch(gap):
            return Cell(amount.value, Span(amount.start, amount.end))
    return None


def _is_told(reading: Reading, index: int, told: Sequence[Proposal]) -> bool:
    """True where a token stands in what a sentence of its own tells of a transfer."""
    token = reading.tree.tokens[index]
    return any(claim.evidence.start <= token.start and token.end <= claim.evidence.end for claim in told)


def _main_buyer(told: Sequence[Proposal]) -> Proposal | None:
    """A transfer to the one whom the text has supplied more often than all others together."""
    name, times = Counter(str(claim.cells["recipient"].value) for claim in told).most_common(1)[0]
    if 2 * times <= len(told):
        return None
    return next(claim for claim in told if claim.cells["recipient"].value == name)
