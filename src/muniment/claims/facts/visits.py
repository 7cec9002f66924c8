"""What a story says in one place of a visit or a meeting that it tells in several: where, with whom and when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.proposal import Proposal
from muniment.schema.claim import Cell

# Characters within which a visitor is still in the town just told: a sentence or two.
_NEAR: Final = 400


def complete_visits(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; a visit takes the host, the place and the date that the document gives the same
    visitor elsewhere, and a meeting or attendance the place and the date of the one visit that the guest, or else the
    host, is on, where all that is told of that visit agrees. "The summit" is the one summit that was told of in more
    words."""
    listed = list(proposals)
    visits = [proposal for proposal in listed if _kind(proposal) == "visit" and _is_told(proposal)]
    listed = [_completed(proposal, visits) if _kind(proposal) else proposal for proposal in listed]
    occasions = [proposal.cells["occasion"] for proposal in listed if _kind(proposal) and "occasion" in proposal.cells]
    return [_spelt_out(proposal, occasions) if _kind(proposal) else proposal for proposal in listed]


def _kind(proposal: Proposal) -> str:
    return str(proposal.cells["kind"].value) if proposal.register == "meetings" and "guest" in proposal.cells else ""


def _is_told(visit: Proposal) -> bool:
    """True for a visit that was or will be made, to a town or a country rather than to a site in one."""
    return visit.modality != "denied" and visit.frame != "meetings.visit-site"


def _completed(proposal: Proposal, visits: Sequence[Proposal]) -> Proposal:
    others = _on_visit(proposal, visits, "guest")
    if not others and _kind(proposal) != "visit" and "host" in proposal.cells:
        others = _on_visit(proposal, visits, "host")
    hosts = {str(visit.cells["host"].value) for visit in others if "host" in visit.cells}
    if not others or len(hosts) > 1:
        return proposal
    proposal = _placed(proposal, others)
    dates = {visit.date: visit.date_span for visit in others if visit.date and visit.modality == proposal.modality}
    if not proposal.date and len(dates) == 1:
        ((date, span),) = dates.items()
        return replace(proposal, date=date, date_span=span)
    return proposal


def _placed(proposal: Proposal, others: Sequence[Proposal]) -> Proposal:
    """The proposal with the place and the country of a visit."""
    if _kind(proposal) == "visit":
        proposal = _with(proposal, others, "host", "host")
        return _with(proposal, [visit for visit in others if visit.modality == proposal.modality], "place", "place")
    if _kind(proposal) == "attendance" and "place" not in proposal.cells:
        proposal = _with(proposal, others, "host", "host")
    others = [visit for visit in others if visit.evidence.start <= proposal.evidence.end]
    near = [visit for visit in others if proposal.evidence.start - visit.evidence.start <= _NEAR]
    proposal = _with(proposal, near, "place", "place")
    return _with(proposal, others, "place", "host")


def _on_visit(proposal: Proposal, visits: Sequence[Proposal], side: str) -> list[Proposal]:
    """The other visits that somebody on a side of the proposal is on; those of another month are other visits, and so
    are, for a visit, those to another host."""
    name = proposal.cells[side].value
    theirs = [visit for visit in visits if visit is not proposal and visit.cells["guest"].value == name]
    theirs = [visit for visit in theirs if not (visit.date and proposal.date) or visit.date[:7] == proposal.date[:7]]
    if _kind(proposal) != "visit" or "host" not in proposal.cells:
        return theirs
    host = proposal.cells["host"].value
    return [visit for visit in theirs if "host" not in visit.cells or visit.cells["host"].value == host]


def _with(proposal: Proposal, others: Sequence[Proposal], cell: str, theirs: str) -> Proposal:
    """The proposal with a cell that it left open, where all `others` that have one say the same in their cell."""
    found: dict[str, Cell] = {
        str(other.cells[theirs].value): other.cells[theirs] for other in others if theirs in other.cells
    }
    if cell in proposal.cells or len(found) != 1:
        return proposal
    return replace(proposal, cells={**proposal.cells, cell: next(iter(found.values()))})


def _spelt_out(proposal: Proposal, occasions: Sequence[Cell]) -> Proposal:
    """The proposal with an occasion of one word ("the ceremony") in the words of the only one of its kind."""
    mine = proposal.cells.get("occasion")
    word = "" if mine is None else str(mine.value).lower()
    if mine is None or not word or " " in word:
        return proposal
    longer = {str(cell.value).lower(): cell for cell in occasions if str(cell.value).lower().endswith(f" {word}")}
    if len(longer) != 1:
        return proposal
    return replace(proposal, cells={**proposal.cells, "occasion": next(iter(longer.values()))})
