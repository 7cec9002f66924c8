"""What is part of what, as the affiliations of a case tell: a company of its parent, a minister of the state.

Whoever holds a post is also part of the post: "the Kenyan defence minister" is refined by the name of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from muniment.ledger.reconcile.comparers.base import Context, Naming
from muniment.ledger.reconcile.comparers.parties import Parties, office
from muniment.schema.claim import Claim

_PARTS: Final = frozenset({"post", "part of", "subsidiary"})


def wholes(claims: Iterable[Claim], key: Naming) -> Mapping[str, frozenset[str]]:
    """The keys of all that an entity is part of, directly or through others, by its own key.

    Only asserted affiliations count; membership does not, since a member of an alliance does not act for it. Circles
    ("A is part of B, B of A") are left out at the point where they close.
    """
    context = Context(key, {}, {}, {}, {})
    parties = Parties()
    above: dict[str, set[str]] = {}
    for claim in claims:
        cells = {name: str(cell.value) for name, cell in claim.cells.items()}
        if claim.modality != "asserted" or cells.get("relation") not in _PARTS or "object" not in cells:
            continue
        part = parties.party(cells["subject"], claim.document, "subject", context)
        whole = parties.party(cells["object"], claim.document, "object", context)
        held = {office(whole.state, cells["post"])} if "post" in cells else set()
        above.setdefault(part.state, set()).update({whole.state, *whole.wholes, *held} - {part.state})
    return {part: frozenset(_all(part, above)) for part in above}


def _all(part: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = [part]
    while left:
        for whole in above.get(left.pop(), ()):
            if whole not in found and whole != part:
                found.add(whole)
                left.append(whole)
    return found
