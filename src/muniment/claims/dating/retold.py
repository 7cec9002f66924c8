"""Dates that a story gives once for an event it tells several times: in its headline, its lead and further down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.when import dates_between, hung
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.text.date_nodes import Anchored

# Registers of single acts, with the cell that frames set on their trigger word.
_TRIGGER: Final = {"incidents": "kind", "tallies": "measure"}
# Nouns that point back to an act told before, with "the" or "this": "was killed in the incident".
_ACTS: Final = frozenset(
    """attack incident blast explosion bombing clash raid strike airstrike ambush shooting assault violence massacre
    shootout killing operation battle gunfight""".split()
)
# Sentences back to which "the attack" is the one told last.
_REACH: Final = 6
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "same"})


def date_retold(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals; an undated act takes the date of the same act told elsewhere in the document."""
    listed = list(proposals)
    acts = [proposal for proposal in listed if proposal.register in _TRIGGER and proposal.modality == "asserted"]
    dated = [act for act in acts if act.date and not _is_span(act.date)]
    told = [_dated(reading, proposal, dated) if _open(proposal) else proposal for proposal in listed]
    dated = [proposal for proposal in told if proposal.register in _TRIGGER and proposal.date]
    return [_beside(reading, proposal, dated) if _open(proposal) else proposal for proposal in told]


def _open(proposal: Proposal) -> bool:
    return proposal.register in _TRIGGER and proposal.modality == "asserted" and not proposal.date


def _beside(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> Proposal:
    """An act told in one sentence with another that a story dates: "killed two and arrested six"."""
    here = sentence_of(reading, proposal)
    near = [other for other in dated if sentence_of(reading, other) == here]
    if len({other.date for other in near}) != 1 or _is_span(near[0].date):
        return proposal
    if not any(_coupled(reading, trigger_of(reading, proposal), trigger_of(reading, other)) for other in near):
        return proposal
    return replace(proposal, date=near[0].date, date_span=near[0].date_span)


def _coupled(reading: Reading, one: int, two: int) -> bool:
    return one == two or two in companions(reading.tree, one) or one in companions(reading.tree, two)


def _is_span(date: str) -> bool:
    """True for "2003-03/..": how long a count has run, not when an act was done."""
    return "/" in date and ".." in date


def _dated(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> Proposal:
    twins = [other for other in dated if is_same_act(proposal, other)]
    if not twins and sentence_of(reading, proposal) == 0:
        twins = [other for other in dated if _headlined(proposal, other)][:1]
    same = _same_day(reading, proposal) if not twins else None
    if same is not None:
        return replace(proposal, date=same[0], date_span=same[1])
    if not twins and points_back(reading, proposal):
        before = [
            other for other in dated if 0 <= sentence_of(reading, proposal) - sentence_of(reading, other) <= _REACH
        ]
        last = max((sentence_of(reading, other) for other in before), default=0)
        twins = [other for other in before if sentence_of(reading, other) == last]
    if len({twin.date for twin in twins}) != 1:
        return proposal
    return replace(proposal, date=twins[0].date, date_span=twins[0].date_span)


def is_same_act(one: Proposal, two: Proposal) -> bool:
    """True where two claims of a register count the same people harmed in the same way, or agree in two of who did
    what to whom where, and differ in nothing."""
    if one.register != two.register:
        return False
    if one.register == "tallies":
        same = all(value_of(one, cell) == value_of(two, cell) for cell in ("measure", "value"))
        return same and _alike(one, two, "population") is not False and _alike(one, two, "place") is not False
    found = [_alike(one, two, cell) for cell in ("actor", "target", "place", "killed", "kind")]
    return False not in found[:4] and found.count(True) >= 3


def _headlined(headline: Proposal, other: Proposal) -> bool:
    """True where a headline's count of people harmed is that of an act told below it."""
    cells = {"tallies": ("measure", "value"), "incidents": ("kind", "killed")}[headline.register]
    return headline.register == other.register and all(
        cell in headline.cells and value_of(headline, cell) == value_of(other, cell) for cell in cells
    )


def _alike(one: Proposal, two: Proposal, cell: str) -> bool | None:
    """Whether the cell says the same in both; None where one of them leaves it open."""
    if cell not in one.cells or cell not in two.cells:
        return None
    return bool(_words(one.cells[cell]) & _words(two.cells[cell]))


def _words(cell: Cell) -> set[str]:
    return {word.lower().rstrip("s") for word in str(cell.value).split()}


def value_of(proposal: Proposal, cell: str) -> object:
    """The value of a cell, None where the proposal leaves it open."""
    return proposal.cells[cell].value if cell in proposal.cells else None


def points_back(reading: Reading, proposal: Proposal) -> bool:
    """True where the claim hangs on "the attack" or "the incident", or is told by such a noun itself."""
    tree = reading.tree
    trigger = trigger_of(reading, proposal)
    near = [trigger, *tree.kids(trigger, "obl", "nsubj", "nmod")]
    return any(
        tree.tokens[index].lemma.lower() in _ACTS
        and trigger not in _told_of(reading, index)
        and any(tree.tokens[child].text.lower() in _POINTING for child in tree.kids(index, "det", "amod"))
        for index in near
    )


def _told_of(reading: Reading, act: int) -> list[int]:
    """The tokens of relative clauses that say which act is meant: "the blast that killed two" is another one."""
    tree = reading.tree
    return [index for clause in tree.kids(act, "acl:relcl") for index in tree.subtree(clause)]


def _same_day(reading: Reading, proposal: Proposal) -> tuple[str, Span] | None:
    """The day told before that the sentence means with "the same day"."""
    sentence = reading.tree.sentences[sentence_of(reading, proposal)]
    for date in dates_between(reading, sentence.start, sentence.end):
        if isinstance(date.node, Anchored) and date.node.offset == 0 and (day := hung(reading, date, date.node)):
            return day, Span(date.start, date.end)
    return None


def trigger_of(reading: Reading, proposal: Proposal) -> int:
    span = proposal.cells[_TRIGGER[proposal.register]].span
    assert span is not None  # frames set this cell on their trigger word
    return reading.tree.within(span)[0]


def sentence_of(reading: Reading, proposal: Proposal) -> int:
    return reading.tree.sentence_of[trigger_of(reading, proposal)]
