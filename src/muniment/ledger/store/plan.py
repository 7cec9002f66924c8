"""What is to be done with a document before it is read: known, to be kept, to be extracted?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from muniment.ledger.store import ask, rows
from muniment.ledger.store.sight import Sighting, adds, chosen
from muniment.ledger.store.tables import sightings
from muniment.ledger.store.write import declared_of
from muniment.schema.document import Document

_NEXT = 2**62  # where a new sighting would stand: after all others


@dataclass(frozen=True, slots=True)
class Plan:
    """`name`: what the document would be called. `taken`: that name stands for another text. `news`: there is
    something to keep. `known_as`: the name under which the text is known. `extract`: the document as an extraction
    has to see it, None where that was done; `basis` names its metadata."""

    name: str
    taken: bool
    news: bool
    known_as: str
    extract: Document | None
    basis: str


def plan(connection: Connection, document: Document, extractor: str, version: str) -> Plan:
    """Looks up what the case knows of a document. Changes nothing; `Writer.file` decides again when it writes."""
    document = rows.named(document)
    if ask.holder(connection, document.name) not in (None, document.id):
        return Plan(document.name, taken=True, news=False, known_as="", extract=None, basis="")
    seen = ask.sightings_of(connection, document.id)
    basis = rows.basis_of(rows.metadata_of(document))
    news = not seen or adds(seen, document.name, basis, declared_of(document))
    known_as = chosen(seen).name if seen else ""
    new = Sighting(_NEXT, document.id, document.name, basis, declared_of(document))
    standing = chosen([*seen, new] if news else seen)
    if ask.is_done(connection, document.id, standing.basis, extractor, version):
        return Plan(document.name, False, news, known_as, None, standing.basis)
    told = document if standing is new else _as_sighted(connection, document.text, standing)
    return Plan(document.name, False, news, known_as, told, standing.basis)


def _as_sighted(connection: Connection, text: str, seen: Sighting) -> Document:
    query = select(sightings.c.origin, sightings.c.metadata).where(sightings.c.seq == seen.seq)
    row = connection.execute(query).one()
    return rows.document_of(seen.document, text, seen.name, row.origin, row.metadata)
