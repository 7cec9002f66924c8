"""The log of judgements: which stand, and what each still holds on to. Pure but for the view that it reads."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from muniment.ledger.judgements import standing, wanted
from muniment.ledger.judgements.anchor import Finder
from muniment.pipeline.judge import names_in
from muniment.schema.claim import Claim
from muniment.schema.judgement import (
    Anchor,
    Judgement,
    OfCell,
    OfClaim,
    OfClaims,
    OfJudgement,
    OfNames,
    OfSides,
    Subject,
)

if TYPE_CHECKING:
    from muniment.ledger.store.view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement. `stands` is False where it was taken back.

    `words` are the words that were judged, each with the name of its document. `held` of `subjects` (claims or names;
    0 of a retraction) are still there to be judged: a newer reading may have lost the others.
    """

    judgement: Judgement
    stands: bool
    words: tuple[tuple[str, str], ...]
    held: int
    subjects: int


def log(view: View) -> tuple[Entry, ...]:
    """Every judgement in the order made."""
    judgements = view.judgements()
    if not judgements:
        return ()
    decided = standing(judgements)
    kept, by_id = {judgement.id for judgement in decided}, {judgement.id: judgement for judgement in judgements}
    claims = [*view.claims(), *(found[-1] for found in view.claims_of(wanted(decided)).values())]
    finder, names = Finder(claims), _named(claims)
    texts, called = _texts(view, judgements), view.names()
    entries = []
    for judgement in judgements:
        anchors = anchors_of(judgement.subject)
        held = sum(bool(finder.find(anchor)) for anchor in anchors)
        subjects = len(anchors)
        if isinstance(judgement.subject, OfNames):
            subjects = len(judgement.subject.names)
            held = sum((name.name, name.document) in names for name in judgement.subject.names)
        words = tuple(
            (anchor.evidence.of(texts[anchor.document]), called.get(anchor.document, anchor.document))
            for anchor in anchors
        )
        entries.append(Entry(judgement, _stands(judgement, kept, by_id), words, held, subjects))
    return tuple(entries)


def anchors_of(subject: Subject) -> tuple[Anchor, ...]:
    """The claims that a judgement is about; none of one on names or on a judgement."""
    match subject:
        case OfClaim(anchor) | OfCell(anchor, _, _):
            return (anchor,)
        case OfClaims(anchors):
            return anchors
        case OfSides(these, those):
            return (*these, *those)
    return ()


def _stands(judgement: Judgement, kept: Container[str], by_id: Mapping[str, Judgement]) -> bool:
    """A retraction stands where what it takes back does not."""
    if not isinstance(judgement.subject, OfJudgement):
        return judgement.id in kept
    other = by_id.get(judgement.subject.judgement)
    return other is None or not _stands(other, kept, by_id)


def _named(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The names that claims give, each with its document and with none."""
    return {(name, document) for claim in claims for name in names_in(claim) for document in ("", claim.document)}


def _texts(view: View, judgements: Iterable[Judgement]) -> dict[str, str]:
    wanted = {anchor.document for judgement in judgements for anchor in anchors_of(judgement.subject)}
    return {document.id: document.text for document in view.documents(wanted)}
