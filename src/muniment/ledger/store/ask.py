"""Questions that writer, view and plan all ask; built once, for they are asked for every document."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Connection, bindparam, select

from muniment.ledger.store.sight import Sighting
from muniment.ledger.store.tables import names, readings, runs, sightings

_HOLDER: Final = select(names.c.document).where(names.c.name == bindparam("name"))
_SIGHTINGS: Final = select(
    sightings.c.seq, sightings.c.document, sightings.c.name, sightings.c.basis, sightings.c.declared
)
_SIGHTINGS_OF: Final = _SIGHTINGS.where(sightings.c.document == bindparam("document"))
_DONE: Final = (
    select(readings.c.seq)
    .join(runs, runs.c.seq == readings.c.run)
    .where(readings.c.document == bindparam("document"), readings.c.basis == bindparam("basis"))
    .where(readings.c.status != "failed")
    .where(runs.c.extractor == bindparam("extractor"), runs.c.version == bindparam("version"))
    .limit(1)
)


def holder(connection: Connection, name: str) -> str | None:
    """Id of the document that a name stands for; None where it is free."""
    found = connection.scalar(_HOLDER, {"name": name})
    return None if found is None else str(found)


def all_sightings(connection: Connection, known: ColumnElement[bool] | None = None) -> list[Sighting]:
    """Every sighting, or those of which `known` is true."""
    query = _SIGHTINGS if known is None else _SIGHTINGS.where(known)
    return [Sighting(*row) for row in connection.execute(query)]


def sightings_of(connection: Connection, document: str) -> list[Sighting]:
    """How a document was met; empty for an unknown one."""
    return [Sighting(*row) for row in connection.execute(_SIGHTINGS_OF, {"document": document})]


def is_done(connection: Connection, document: str, basis: str, extractor: str, version: str) -> bool:
    """True where this extractor version has read the document with this metadata, or skipped it (not: failed)."""
    asked = {"document": document, "basis": basis, "extractor": extractor, "version": version}
    return connection.scalar(_DONE, asked) is not None
