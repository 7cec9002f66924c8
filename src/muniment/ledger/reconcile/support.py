"""Who stands behind a record: publishers, agencies and speakers, each counted apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from muniment.ledger.reconcile.comparers.base import SOURCE, Naming
from muniment.schema.claim import Claim
from muniment.schema.record import Support


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from. `agency` is the wire service that it credits, "" for its publisher's own text;
    `copy_of` the id of the document whose text it nearly repeats, "" for none.
    """

    publisher: str = ""
    agency: str = ""
    copy_of: str = ""


UNKNOWN: Final = Origin()


def support_of(claims: Sequence[Claim], origins: Mapping[str, Origin], key: Naming) -> Support:
    """Counts those who stand behind `claims`.

    Copies of one wire text are one agency. Somebody whom ten agencies quote is one speaker; one article that quotes ten
    people is one agency: what is independent is the smaller of the two numbers.
    """
    documents = {claim.document for claim in claims}
    printed = {document: origins.get(document, UNKNOWN) for document in documents}
    publishers = {_key(origin.publisher, document, key) for document, origin in printed.items()}
    wires = {document: _wire(document, origins, key) for document in documents}
    speakers = {key(claim.source, claim.document, SOURCE) for claim in claims if claim.source}
    own = {wires[claim.document] for claim in claims if not claim.source}
    return Support(
        documents=len(documents),
        publishers=len(publishers),
        agencies=len(set(wires.values())),
        speakers=len(speakers),
        independent=min(len(set(wires.values())), len(speakers | own)),
    )


def _key(name: str, document: str, key: Naming) -> str:
    """A publisher that nobody knows is nobody else's."""
    return key(name, document, SOURCE) if name else f"={document}"


def _wire(document: str, origins: Mapping[str, Origin], key: Naming) -> str:
    """The key of whose text a document is: the agency's, else its publisher's; a copy's is its original's."""
    seen: set[str] = set()
    while (origin := origins.get(document, UNKNOWN)).copy_of and document not in seen:
        seen.add(document)
        document = origin.copy_of
    return _key(origin.agency or origin.publisher, document, key)
