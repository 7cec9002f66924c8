"""Adds rows. One Writer lives inside one transaction; whatever it adds is kept as a whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sqlalchemy import Connection, func, insert, select

from muniment.ledger.store import ask, rows
from muniment.ledger.store.clock import now, written
from muniment.ledger.store.sight import adds, chosen
from muniment.ledger.store.tables import (
    claims,
    documents,
    imports,
    judgements,
    names,
    readings,
    refusals,
    runs,
    sightings,
    turned_away,
    vocabularies,
)
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.schema.judgement import Judgement
from muniment.vocabulary.own import Own

ReadingStatus: TypeAlias = Literal["read", "skipped", "failed"]
Filed: TypeAlias = Literal["new", "copy", "updated", "known"]


@dataclass(frozen=True, slots=True)
class NewReading:
    """What one extraction run made of one document; `basis` names the metadata that it saw."""

    document: str
    basis: str
    status: ReadingStatus
    note: str = ""
    sentences: int = 0
    claims: Sequence[Claim] = ()
    refusals: Sequence[Refusal] = ()


class NameTaken(Exception):
    """The name stands for another text already. The caller decides what that means."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Writer:
    """Adds to a case over a connection of `Store.writing`. `at` is the instant that all it adds is known from."""

    def __init__(self, connection: Connection, at: str = "") -> None:
        self._connection = connection
        self.at = at or _moment(connection)

    def file(self, document: Document, raw: bytes = b"") -> Filed:
        """Keeps a document, or a new sighting of a known text. Raises NameTaken where the name has another text."""
        document = rows.named(document)
        holder = ask.holder(self._connection, document.name)
        if holder is not None and holder != document.id:
            raise NameTaken(document.name)
        seen = ask.sightings_of(self._connection, document.id)
        metadata = rows.metadata_of(document)
        basis, declared = rows.basis_of(metadata), declared_of(document)
        if seen and not adds(seen, document.name, basis, declared):
            return "known"
        if not seen:
            self._connection.execute(insert(documents), {"id": document.id, "text": document.text})
        if holder is None:
            self._connection.execute(insert(names), {"name": document.name, "document": document.id})
        self._connection.execute(
            insert(sightings),
            {
                "document": document.id,
                "name": document.name,
                "basis": basis,
                "declared": declared,
                "metadata": metadata,
                "origin": document.origin,
                "raw_key": hashlib.sha256(raw or document.text.encode("utf-8")).hexdigest(),
                "raw": rows.raw_of(raw, document.text),
                "added": self.at,
            },
        )
        if not seen:
            return "new"
        return "updated" if holder is not None else "copy"

    def name_of(self, document: str) -> str:
        """The name under which people see a document. Raises ValueError where there is no such document."""
        return chosen(ask.sightings_of(self._connection, document)).name

    def run(self, extractor: str, version: str) -> int:
        """The number of the run of this extractor version, added where it is new."""
        found = self._connection.scalar(
            select(runs.c.seq).where(runs.c.extractor == extractor, runs.c.version == version)
        )
        return found if found is not None else self._added(insert(runs).values(extractor=extractor, version=version))

    def reading(self, run: int, new: NewReading) -> bool:
        """Keeps what a run made of a document: its status, its claims and what grounding refused.

        False, and nothing added, where the run has read the document with this metadata already or failed the same way.
        """
        if self._is_known(run, new):
            return False
        found = {claim.id: claim for claim in new.claims}
        seq = self._added(
            insert(readings).values(
                run=run,
                document=new.document,
                basis=new.basis,
                status=new.status,
                note=rows.clean(new.note),
                sentences=new.sentences,
                claims=len(found),
                refusals=len(new.refusals),
                added=self.at,
            )
        )
        if found:
            self._connection.execute(
                insert(claims),
                [
                    {"reading": seq, "id": claim.id, "register": claim.register, "body": rows.claim_body(claim)}
                    for claim in found.values()
                ],
            )
        if new.refusals:
            self._connection.execute(
                insert(refusals),
                [
                    {"reading": seq, "rank": rank, "body": rows.refusal_body(refusal)}
                    for rank, refusal in enumerate(new.refusals)
                ],
            )
        return True

    def imported(self, new: Sequence[Claim]) -> None:
        """Keeps claims made elsewhere; their ids must be unused among imports."""
        if new:
            self._connection.execute(
                insert(imports),
                [
                    {
                        "id": claim.id,
                        "document": claim.document,
                        "register": claim.register,
                        "body": rows.claim_body(claim),
                        "added": self.at,
                    }
                    for claim in new
                ],
            )

    def judgement(self, judgement: Judgement) -> Judgement:
        """Keeps a decision and gives it its id; the decision that already stands, made again, adds nothing."""
        table = judgements.c
        key = rows.subject_key(judgement.subject)
        query = select(table.id, table.body).where(table.subject == key).order_by(table.seq.desc()).limit(1)
        last = self._connection.execute(query).one_or_none()
        if last is not None:
            earlier = rows.judgement_of(last.id, last.body)
            if replace(judgement, id=earlier.id, made=earlier.made) == earlier and not self._is_taken_back(earlier.id):
                return earlier
        body = rows.judgement_body(judgement)
        before = self._connection.scalar(select(func.count()).select_from(judgements)) or 0
        id = rows.judgement_id(body, before)
        self._connection.execute(insert(judgements).values(id=id, subject=key, body=body, added=self.at))
        return replace(judgement, id=id)

    def _is_taken_back(self, id: str) -> bool:
        """True where a retraction of the judgement stands."""
        table = judgements.c
        later = self._connection.execute(select(table.id, table.body).where(table.subject == id)).all()
        retractions = [row.id for row in later if rows.judgement_of(row.id, row.body).verdict == "retract"]
        return any(not self._is_taken_back(retraction) for retraction in retractions)

    def vocabulary(self, words: Own) -> bool:
        """Keeps an own vocabulary; False where it is the one that was kept last."""
        table = vocabularies.c
        last = self._connection.execute(select(table.seq, table.body).order_by(table.seq.desc()).limit(1)).one_or_none()
        body = rows.own_body(words)
        if last is not None and last.body == body:
            return False
        seq = 1 if last is None else last.seq + 1
        self._connection.execute(insert(vocabularies).values(seq=seq, body=body, added=self.at))
        return True

    def turned_away(self, origin: str, raw: bytes, reason: str) -> bool:
        """Keeps that an input became no document; False where that was known."""
        origin, reason = rows.clean(origin), rows.clean(reason)
        raw_key = hashlib.sha256(raw).hexdigest()
        key = hashlib.sha256(f"{origin}\0{raw_key}\0{reason}".encode()).hexdigest()
        if self._connection.scalar(select(turned_away.c.key).where(turned_away.c.key == key)) is not None:
            return False
        row = {"key": key, "origin": origin, "raw_key": raw_key, "reason": reason, "added": self.at}
        self._connection.execute(insert(turned_away).values(row))
        return True

    def _is_known(self, run: int, new: NewReading) -> bool:
        table = readings.c
        query = select(table.status, table.note).where(table.run == run, table.document == new.document)
        earlier = self._connection.execute(query.where(table.basis == new.basis)).all()
        same = (new.status, rows.clean(new.note))
        return any(row.status != "failed" or tuple(row) == same for row in earlier)

    def _added(self, statement: object) -> int:
        result = self._connection.execute(statement)  # type: ignore[call-overload]
        (seq,) = result.inserted_primary_key
        return int(seq)


def _moment(connection: Connection) -> str:
    """This instant; that of the server where writers on several machines, each with a clock of its own, share one."""
    if connection.dialect.name == "postgresql":
        return written(connection.execute(select(func.clock_timestamp())).scalar_one())
    return now()


def declared_of(document: Document) -> int:
    """How many facts about a document someone declared, as against found in its text."""
    return sum(found.how == "declared" for found in document.findings)
