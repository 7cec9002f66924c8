"""The evidence grade of a record, after Airwars: confirmed, fair, weak, contested, discounted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from muniment.ledger.reconcile.comparers.base import MODALITY, SOURCE, Context
from muniment.ledger.reconcile.comparers.parties import Parties
from muniment.schema.claim import Claim
from muniment.schema.record import Grade, Reading, Support
from muniment.vocabulary.registers import Register


def grade_of(
    claims: Sequence[Claim],
    readings: Mapping[str, Sequence[Reading]],
    support: Support,
    register: Register,
    context: Context,
) -> Grade:
    """The first that holds. `claims` are those that count towards the shown cells.

    discounted: what was said to happen is denied. contested: denied against asserted, or rivals in a key cell.
    confirmed: who took part says so themselves. fair: two or more independent voices. weak: one.
    """
    if claims[0].modality == "denied":
        return "discounted"
    if any(reading.relation == "conflicts" for cell in (*register.key, MODALITY) for reading in readings.get(cell, ())):
        return "contested"
    if claims[0].modality == "asserted" and any(_admits(claim, register, context) for claim in claims):
        return "confirmed"
    return "fair" if support.independent > 1 else "weak"


def _admits(claim: Claim, register: Register, context: Context) -> bool:
    """True where a claim is the word of a party to what it says, or of somebody who speaks for one."""
    if not claim.source:
        return False
    parties = Parties()
    source = parties.party(claim.source, claim.document, SOURCE, context)
    acting = {
        parties.party(name, claim.document, cell, context).state for cell, name in _actors(claim, register.actors)
    }
    return bool(acting & {source.state, *source.wholes})


def _actors(claim: Claim, cells: Iterable[str]) -> Iterable[tuple[str, str]]:
    for cell in cells:
        if cell in claim.cells:
            value = claim.cells[cell].value
            yield from ((cell, name) for name in (value if isinstance(value, tuple) else (str(value),)))
