"""What people's judgements leave of the claims."""

from __future__ import annotations

from collections.abc import Iterable

from muniment.schema.claim import Claim
from muniment.schema.judgement import Judgement


def latest(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgement that stands for each subject: the last one made."""
    return {judgement.subject: judgement for judgement in judgements}


def standing(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    """The claims that nobody rejected, or that were accepted again since."""
    rejected = {subject for subject, last in latest(judgements).items() if last.verdict == "reject"}
    return tuple(claim for claim in claims if claim.id not in rejected)
