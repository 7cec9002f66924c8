"""Which judgements count."""

from __future__ import annotations

from collections.abc import Iterable

from muniment.schema.judgement import Judgement, OfCell, OfClaim, OfJudgement


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back, retractions left out; in the order in which they were made, as given.

    A retraction can itself be taken back, and then the judgement stands again.
    """
    taken_back: set[str] = set()
    kept = []
    for judgement in reversed(tuple(judgements)):
        if judgement.id in taken_back:
            continue
        if isinstance(judgement.subject, OfJudgement):
            taken_back.add(judgement.subject.judgement)
        else:
            kept.append(judgement)
    return tuple(reversed(kept))


def wanted(judgements: Iterable[Judgement], register: str | None = None) -> frozenset[str]:
    """Ids of the claims, of one register or all, that somebody accepted or corrected.

    They stay even where a newer model does not find them.
    """
    return frozenset(
        judgement.subject.claim.claim
        for judgement in judgements
        if isinstance(judgement.subject, OfClaim | OfCell)
        and judgement.verdict != "reject"
        and register in (None, judgement.subject.claim.register)
    )
