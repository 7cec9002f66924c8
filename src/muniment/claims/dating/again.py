"""What a story tells twice it dates once: deals, deliveries, measures, meetings and votes without a date take that of
the same fact told elsewhere in the document. Acts of violence: `retold`. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.when import dates_between, is_of_saying
from muniment.claims.dating.retold import value_of
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.text import edtf

# The cells that say which fact it is.
_SIDES: Final = {
    "transfers": ("supplier", "recipient", "item"),
    "measures": ("imposer", "target"),
    "agreements": ("parties", "subject"),
    "meetings": ("guest", "host", "occasion"),
}
# Cells of which neither may say otherwise.
_SAME: Final = {"transfers": "status", "measures": "kind", "agreements": "kind", "meetings": "kind"}
_REGISTERS: Final = frozenset({*_SIDES, "votes"})
_LEAD_SENTENCES: Final = 8
_NAMING: Final = 2
_VOTE_REACH: Final = 6


def date_again(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order, some with a date more."""
    listed = list(proposals)
    dated = [proposal for proposal in listed if edtf.day(proposal.date) is not None]
    return [_dated(reading, proposal, dated) for proposal in listed]


def _dated(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> Proposal:
    if proposal.date or proposal.register not in _REGISTERS or _has_date(reading, proposal):
        return proposal
    if proposal.register == "votes":
        twins = _votes_before(reading, proposal, dated)
    else:
        twins = [other for other in dated if _is_same(reading, proposal, other)]
    if len({twin.date for twin in twins}) != 1:
        return proposal
    return replace(proposal, date=twins[0].date, date_span=twins[0].date_span)


def _votes_before(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> list[Proposal]:
    """The votes that were told and dated last: "Two members abstained"."""
    here = _sentence(reading, proposal)
    before = [other for other in dated if other.register == "votes" and _sentence(reading, other) <= here]
    last = max((_sentence(reading, other) for other in before), default=here - _VOTE_REACH - 1)
    if here - last > _VOTE_REACH or proposal.modality != "asserted":
        return []
    return [other for other in before if _sentence(reading, other) == last]


def _is_same(reading: Reading, one: Proposal, two: Proposal) -> bool:
    """True where two claims of a register agree in who and what, and differ in nothing that both tell; a headline and
    the lead need to agree in one thing only."""
    if one.register != two.register or one.modality != two.modality:
        return False
    kind = _SAME[one.register]
    if value_of(one, kind) != value_of(two, kind):
        return False
    told = [cell for cell in _SIDES[one.register] if cell in one.cells and cell in two.cells]
    alike = [_alike(one.cells[cell], two.cells[cell]) for cell in told]
    headline = _sentence(reading, one) == 0 and _sentence(reading, two) < _LEAD_SENTENCES
    return False not in alike and len(alike) >= (1 if headline else _NAMING)


def _alike(one: Cell, two: Cell) -> bool:
    """True where the cells share half of the words of the shorter."""
    mine, theirs = _words(one), _words(two)
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0


def _words(cell: Cell) -> set[str]:
    return {word.lower().rstrip("s") for word in str(cell.value).strip("()").replace("'", "").replace(",", "").split()}


def _has_date(reading: Reading, proposal: Proposal) -> bool:
    sentence = reading.tree.sentences[_sentence(reading, proposal)]
    return any(not is_of_saying(reading, date) for date in dates_between(reading, sentence.start, sentence.end))


def _sentence(reading: Reading, proposal: Proposal) -> int:
    return reading.tree.sentence_of[reading.tree.within(proposal.evidence)[0]]
