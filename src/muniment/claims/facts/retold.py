"""Dates that a story gives once for an event it tells several times: in its headline, its lead and further down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.companions import companions
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell

# Registers of single acts, with the cell that frames set on their trigger word.
_TRIGGER: Final = {"incidents": "kind", "tallies": "measure"}
# Nouns that point back to an act told before, with "the" or "this": "was killed in the incident".
_ACTS: Final = frozenset(
    """attack incident blast explosion bombing clash raid strike airstrike ambush shooting assault violence massacre
    shootout killing operation battle gunfight""".split()
)
# Sentences back to which "the attack" is the one told last.
_REACH: Final = 6
_AS_OF: Final = re.compile(r"\bas (?:of|at) ", re.IGNORECASE)
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "same"})


def date_retold(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals; an undated act takes the date of the same act told elsewhere in the document."""
    listed = [_counted_by(reading, _counted_since(reading, proposal)) for proposal in proposals]
    acts = [proposal for proposal in listed if proposal.register in _TRIGGER and proposal.modality == "asserted"]
    dated = [act for act in acts if act.date and not _is_span(act.date)]
    told = [_dated(reading, proposal, dated) if _open(proposal) else proposal for proposal in listed]
    dated = [proposal for proposal in told if proposal.register in _TRIGGER and proposal.date]
    return [_beside(reading, proposal, dated) if _open(proposal) else proposal for proposal in told]


def _open(proposal: Proposal) -> bool:
    return proposal.register in _TRIGGER and proposal.modality == "asserted" and not proposal.date


def _counted_since(reading: Reading, proposal: Proposal) -> Proposal:
    """A count of people harmed since a day runs from that day to the day of publication."""
    published = reading.document.published
    if proposal.register != "tallies" or proposal.date_span is None or not published:
        return proposal
    start = proposal.date.partition("/")[0]
    running = proposal.date.endswith("/..") or ("/" not in proposal.date and start < published)
    if running and _since(reading, proposal):
        cells = {**proposal.cells, "since": Cell(start, proposal.date_span)}
        return replace(proposal, date=f"{start}/{published}", cells=cells)
    return proposal


def _counted_by(reading: Reading, proposal: Proposal) -> Proposal:
    """A count "as of" a day is one of all that came before it."""
    span = proposal.date_span
    if proposal.register != "tallies" or span is None or not proposal.date or _is_span(proposal.date):
        return proposal
    if _AS_OF.search(reading.text[max(0, span.start - 8) : span.end]) is None:
        return proposal
    cells = {**proposal.cells, "as_of": Cell(proposal.date, span)}
    return replace(proposal, date=f"../{proposal.date}", cells=cells)


def _since(reading: Reading, proposal: Proposal) -> bool:
    """True where the claim's date stands below its trigger in a phrase or clause with "since": "since fighting broke
    out in May"."""
    tree = reading.tree
    if proposal.date_span is None:
        return False
    trigger = _trigger(reading, proposal)
    index = tree.top(tree.at(proposal.date_span.start, proposal.date_span.end))
    path = [index]
    for above in tree.climb(index):
        if above == trigger:
            break
        path.append(above)
    else:
        return False
    return any(tree.tokens[child].text.lower() == "since" for here in path for child in tree.kids(here, "case", "mark"))


def _beside(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> Proposal:
    """An act told in one sentence with another that a story dates: "killed two and arrested six"."""
    here = _sentence(reading, proposal)
    near = [other for other in dated if _sentence(reading, other) == here]
    if len({other.date for other in near}) != 1 or _is_span(near[0].date):
        return proposal
    if not any(_coupled(reading, _trigger(reading, proposal), _trigger(reading, other)) for other in near):
        return proposal
    return replace(proposal, date=near[0].date, date_span=near[0].date_span)


def _coupled(reading: Reading, one: int, two: int) -> bool:
    return one == two or two in companions(reading.tree, one) or one in companions(reading.tree, two)


def _is_span(date: str) -> bool:
    """True for "2003-03/..": how long a count has run, not when an act was done."""
    return "/" in date and ".." in date


def _dated(reading: Reading, proposal: Proposal, dated: Sequence[Proposal]) -> Proposal:
    twins = [other for other in dated if _same_act(proposal, other)]
    if not twins and _sentence(reading, proposal) == 0:
        twins = [other for other in dated if _headlined(proposal, other)][:1]
    if not twins and (_points_back(reading, proposal) or _same_day(reading, proposal)):
        before = [other for other in dated if 0 <= _sentence(reading, proposal) - _sentence(reading, other) <= _REACH]
        last = max((_sentence(reading, other) for other in before), default=0)
        twins = [other for other in before if _sentence(reading, other) == last]
    if len({twin.date for twin in twins}) != 1:
        return proposal
    return replace(proposal, date=twins[0].date, date_span=twins[0].date_span)


def _same_act(one: Proposal, two: Proposal) -> bool:
    """True where two claims of a register count the same people harmed in the same way, or agree in two of who did
    what to whom where, and differ in nothing."""
    if one.register != two.register:
        return False
    if one.register == "tallies":
        same = all(_value(one, cell) == _value(two, cell) for cell in ("measure", "value"))
        return same and _alike(one, two, "population") is not False and _alike(one, two, "place") is not False
    found = [_alike(one, two, cell) for cell in ("actor", "target", "place", "killed", "kind")]
    return False not in found[:4] and found.count(True) >= 3


def _headlined(headline: Proposal, other: Proposal) -> bool:
    """True where a headline's count of people harmed is that of an act told below it."""
    cells = {"tallies": ("measure", "value"), "incidents": ("kind", "killed")}[headline.register]
    return headline.register == other.register and all(
        cell in headline.cells and _value(headline, cell) == _value(other, cell) for cell in cells
    )


def _alike(one: Proposal, two: Proposal, cell: str) -> bool | None:
    """Whether the cell says the same in both; None where one of them leaves it open."""
    if cell not in one.cells or cell not in two.cells:
        return None
    return bool(_words(one.cells[cell]) & _words(two.cells[cell]))


def _words(cell: Cell) -> set[str]:
    return {word.lower().rstrip("s") for word in str(cell.value).split()}


def _value(proposal: Proposal, cell: str) -> object:
    return proposal.cells[cell].value if cell in proposal.cells else None


def _points_back(reading: Reading, proposal: Proposal) -> bool:
    """True where the claim hangs on "the attack" or "the incident", or is told by such a noun itself."""
    tree = reading.tree
    trigger = _trigger(reading, proposal)
    near = [trigger, *tree.kids(trigger, "obl", "nsubj", "nmod")]
    return any(
        tree.tokens[index].lemma.lower() in _ACTS
        and any(tree.tokens[child].text.lower() in _POINTING for child in tree.kids(index, "det", "amod"))
        for index in near
    )


def _same_day(reading: Reading, proposal: Proposal) -> bool:
    """ "on the same day": that of the act told before."""
    sentence = reading.tree.sentences[_sentence(reading, proposal)]
    return "same day" in reading.text[sentence.start : sentence.end].lower()


def _trigger(reading: Reading, proposal: Proposal) -> int:
    span = proposal.cells[_TRIGGER[proposal.register]].span
    assert span is not None  # frames set this cell on their trigger word
    return reading.tree.at(span.start, span.end)[0]


def _sentence(reading: Reading, proposal: Proposal) -> int:
    return reading.tree.sentence_of[_trigger(reading, proposal)]
