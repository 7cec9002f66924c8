"""What the records of a case are worked out from: claims as people left them, whom names mean, who printed what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from muniment.ledger.identity import Identity, identify
from muniment.ledger.judgements import Judged, apply, standing, wanted
from muniment.ledger.reconcile import Origin, copies, reconcile, wholes
from muniment.schema.document import Document
from muniment.schema.record import Record
from muniment.vocabulary.registers import Register, registers

if TYPE_CHECKING:
    from muniment.ledger.store.view import View


@dataclass(frozen=True, slots=True)
class Known:
    """All that `records` needs of one state of a case, by register or by document id."""

    registers: Mapping[str, Register]
    judged: Mapping[str, Judged]
    identity: Identity
    wholes: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    published: Mapping[str, str]
    origins: Mapping[str, Origin]


def known(view: View) -> Known:
    """Reads a state of a case. Takes time in proportion to its texts and claims."""
    left = {name: judged(view, name) for name in registers()}
    documents = {document.id: document for document in view.documents()}
    claims = [claim for each in left.values() for claim in each.claims]
    identity = identify(claims, standing(view.judgements()), documents)
    return Known(
        registers=registers(),
        judged=left,
        identity=identity,
        wholes=wholes(left["affiliations"].claims, identity.key),
        names=view.names(),
        published=view.published(),
        origins=_origins(documents),
    )


def records(state: Known, register: str) -> tuple[Record, ...]:
    """The records of one register."""
    left = state.judged[register]
    return reconcile(
        left.claims,
        state.registers[register],
        state.identity.key,
        state.names,
        state.published,
        wholes=state.wholes,
        origins=state.origins,
        together=left.together,
        apart=left.apart,
    )


def judged(view: View, register: str) -> Judged:
    """The claims of a register as judgements leave them."""
    judgements = view.judgements()
    earlier = view.claims_of(wanted(standing(judgements), register))
    return apply(view.claims(register), judgements, {id: found[-1] for id, found in earlier.items()})


def _origins(documents: Mapping[str, Document]) -> dict[str, Origin]:
    by_age = sorted(documents.values(), key=lambda document: (document.published or "9999", document.id))
    copied = copies((document.id, document.text) for document in by_age)
    return {
        document.id: Origin(document.publisher, _agency(document), copied.get(document.id, "")) for document in by_age
    }


def _agency(document: Document) -> str:
    """The wire service that a document credits for its text, "" for none."""
    return next((found.value for found in document.findings if found.field == "agency"), "")
