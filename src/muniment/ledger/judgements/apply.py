"""Claims and judgements to claims as people left them, and to what they said about records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from muniment.ledger.judgements.anchor import Finder
from muniment.ledger.judgements.links import Links
from muniment.ledger.judgements.standing import standing, wanted
from muniment.schema.claim import MODALITIES, Cell, Claim, Value
from muniment.schema.judgement import Anchor, Judgement, OfCell, OfClaim, OfClaims, OfSides

_NONE: Final[Mapping[str, Claim]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Judged:
    """`claims` without the rejected ones and with corrected cells; `together` and `apart` are what merges and splits
    say of them by id, without contradiction; `decisions` gives the judgements on each claim, rejected ones included,
    in the order made."""

    claims: tuple[Claim, ...]
    together: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, str], ...]
    decisions: Mapping[str, tuple[Judgement, ...]]


def apply(claims: Iterable[Claim], judgements: Iterable[Judgement], earlier: Mapping[str, Claim] = _NONE) -> Judged:
    """What the standing judgements make of the claims.

    `earlier` holds, by id, claims of older runs: one that was accepted or corrected and that the current claims no
    longer have comes back from there, for people always win. A corrected cell has a value and no words; the claim's
    note says who corrected what. Claims keep their order; those that come back stand last.
    """
    decided = standing(judgements)
    current = list(claims)
    finder = Finder(current)
    for id in sorted(wanted(decided) & earlier.keys()):
        if not finder.find(Anchor.of(earlier[id])):
            current.append(earlier[id])
            finder.add(earlier[id])
    rejected, decisions = _decisions(decided, finder)
    left = tuple(_corrected(claim, decisions.get(claim.id, ())) for claim in current if claim.id not in rejected)
    links = _links(decided, finder, frozenset(claim.id for claim in left))
    frozen = MappingProxyType({id: tuple(found) for id, found in decisions.items()})
    return Judged(left, links.together(), links.apart(), frozen)


def _decisions(decided: Iterable[Judgement], finder: Finder) -> tuple[set[str], dict[str, list[Judgement]]]:
    rejected: set[str] = set()
    decisions: dict[str, list[Judgement]] = {}
    for judgement in decided:
        if not isinstance(judgement.subject, OfClaim | OfCell):
            continue
        for id in finder.find(judgement.subject.claim):
            decisions.setdefault(id, []).append(judgement)
            if judgement.verdict == "reject":
                rejected.add(id)
            elif judgement.verdict == "accept":
                rejected.discard(id)
    return rejected, decisions


def _corrected(claim: Claim, decisions: Iterable[Judgement]) -> Claim:
    corrections = {
        judgement.subject.cell: (judgement, judgement.subject.value)
        for judgement in decisions
        if isinstance(judgement.subject, OfCell)
    }
    for cell, (judgement, value) in corrections.items():
        claim = replace(
            with_value(claim, cell, value), note="; ".join(filter(None, (claim.note, _note(judgement, cell))))
        )
    return claim


def with_value(claim: Claim, cell: str, value: Value | None) -> Claim:
    """The claim with another value in a cell, or in its date, modality or source; None leaves the cell empty."""
    if cell == "date":
        return replace(claim, date=str(value or ""), date_span=None)
    if cell == "source":
        return replace(claim, source=str(value or ""), source_span=None)
    if cell == "modality":
        return replace(claim, modality=next(one for one in MODALITIES if one == value))
    others = {name: kept for name, kept in claim.cells.items() if name != cell}
    return replace(claim, cells=others if value is None else {**others, cell: Cell(value)})


def _note(judgement: Judgement, cell: str) -> str:
    who = f" by {judgement.by}" if judgement.by else ""
    return f"{cell} corrected{who} (judgement {judgement.id})"


def _links(decided: tuple[Judgement, ...], finder: Finder, present: frozenset[str]) -> Links:
    links = Links()

    def found(anchors: Iterable[Anchor]) -> list[str]:
        return [id for anchor in anchors for id in finder.find(anchor) if id in present]

    for judgement in reversed(decided):
        match judgement.subject:
            case OfClaims(claims):
                links.join(found(claims))
            case OfSides(these, those):
                links.part(found(these), found(those))
    return links
