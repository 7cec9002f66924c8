"""What a story says in one place of a visit or a meeting that it tells in several: where, with whom and when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from muniment.claims.proposal import Proposal
from muniment.schema.claim import Cell


def complete_visits(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; a visit takes the host, the place and the date that the document gives the same
    visitor elsewhere, and a meeting the place and the date of the one visit that the guest is on, where all that is
    told of that visit agrees."""
    listed = list(proposals)
    visits = [proposal for proposal in listed if _kind(proposal) == "visit"]
    return [_completed(proposal, visits) if _kind(proposal) else proposal for proposal in listed]


def _kind(proposal: Proposal) -> str:
    return str(proposal.cells["kind"].value) if proposal.register == "meetings" and "guest" in proposal.cells else ""


def _completed(proposal: Proposal, visits: Sequence[Proposal]) -> Proposal:
    others = [visit for visit in visits if visit is not proposal and _is_same(proposal, visit)]
    hosts = {str(visit.cells["host"].value) for visit in others if "host" in visit.cells}
    if not others or len(hosts) > 1:
        return proposal
    if _kind(proposal) == "visit":
        proposal = _with(proposal, others, "host", "host")
        proposal = _with(proposal, others, "place", "place")
    else:
        proposal = _with(proposal, others, "place", "place")
        proposal = _with(proposal, others, "place", "host")
    dates = {visit.date: visit.date_span for visit in others if visit.date}
    if not proposal.date and len(dates) == 1:
        ((date, span),) = dates.items()
        return replace(proposal, date=date, date_span=span)
    return proposal


def _is_same(proposal: Proposal, visit: Proposal) -> bool:
    """True for a visit of the same guest, told with the same modality, to no other host."""
    if proposal.cells["guest"].value != visit.cells["guest"].value or proposal.modality != visit.modality:
        return False
    if _kind(proposal) != "visit" or "host" not in proposal.cells or "host" not in visit.cells:
        return True
    return proposal.cells["host"].value == visit.cells["host"].value


def _with(proposal: Proposal, others: Sequence[Proposal], cell: str, theirs: str) -> Proposal:
    """The proposal with a cell that it left open, where all `others` that have one say the same in their cell."""
    found: dict[str, Cell] = {
        str(other.cells[theirs].value): other.cells[theirs] for other in others if theirs in other.cells
    }
    if cell in proposal.cells or len(found) != 1:
        return proposal
    return replace(proposal, cells={**proposal.cells, cell: next(iter(found.values()))})
