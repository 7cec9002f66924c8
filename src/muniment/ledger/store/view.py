"""Reads a case inside one snapshot, and works out what is current.

Current claims of a document are those of its latest run that succeeded, read with the metadata that now counts,
and the imported ones. Where both hold a claim of one id, the extracted one stands: its cells know where they are.
A view as of an instant knows only what had been added by then, and calls current what was current then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, func, select, true, union

from muniment.ledger.store import ask, rows
from muniment.ledger.store.sight import Sighting, chosen
from muniment.ledger.store.tables import (
    claims,
    documents,
    imports,
    judgements,
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

_CHUNK = 300  # documents fetched at a time; SQLite takes 999 parameters in its oldest builds
_SHORTEST = 6  # digits of a document's id that may stand for it: names are what people use
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What one run made of one document, without its claims."""

    seq: int
    run: int
    document: str
    basis: str
    status: str
    note: str
    sentences: int
    claims: int
    refusals: int


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """An input that never became a document."""

    origin: str
    reason: str


class View:
    """Reads over a connection of `Store.viewing`. What it works out holds for that snapshot.

    `as_of` is an instant as `clock.instant` writes it; None knows all.
    """

    def __init__(self, connection: Connection, as_of: str | None = None) -> None:
        self._connection = connection
        self.as_of = as_of

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """The sighting that speaks for each document, by name: the order of everything that people see."""
        grouped: dict[str, list[Sighting]] = {}
        for seen in ask.all_sightings(self._connection, self._known(sightings)):
            grouped.setdefault(seen.document, []).append(seen)
        return tuple(sorted((chosen(seen) for seen in grouped.values()), key=lambda seen: seen.name))

    @cached_property
    def readings(self) -> dict[str, tuple[ReadingRow, ...]]:
        """All readings of each document, the one that counts most last."""
        basis = {seen.document: seen.basis for seen in self.sightings}
        table = readings.c
        grouped: dict[str, list[ReadingRow]] = {}
        query = select(*(table[name] for name in ReadingRow.__slots__)).where(self._known(readings))
        for row in self._connection.execute(query):
            grouped.setdefault(row.document, []).append(ReadingRow(*row))
        return {
            document: tuple(sorted(found, key=lambda one: (one.run, one.basis == basis[document], one.seq)))
            for document, found in grouped.items()
        }

    def current(self, document: str) -> ReadingRow | None:
        """The reading whose claims count: the last that succeeded."""
        return next((one for one in reversed(self.readings.get(document, ())) if one.status == "read"), None)

    def names(self) -> dict[str, str]:
        """Document id to the name that people see."""
        return {seen.document: seen.name for seen in self.sightings}

    def published(self) -> dict[str, str]:
        """Document id to its day of publication (EDTF), for the documents that have one."""
        chosen = {seen.seq: seen.document for seen in self.sightings}
        table = sightings.c
        found = self._connection.execute(select(table.seq, table.metadata))
        dates = {chosen[row.seq]: rows.published_in(row.metadata) for row in found if row.seq in chosen}
        return {document: day for document, day in dates.items() if day}

    def origins(self) -> dict[int, str]:
        """Sighting number to where the bytes came from."""
        table = sightings.c
        return {row.seq: row.origin for row in self._connection.execute(select(table.seq, table.origin))}

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Documents by name; all, or those with one of `ids`."""
        wanted = None if ids is None else set(ids)
        for part in _parts(seen for seen in self.sightings if wanted is None or seen.document in wanted):
            query = (
                select(sightings.c.seq, documents.c.id, documents.c.text, *_SAID)
                .join(documents, documents.c.id == sightings.c.document)
                .where(sightings.c.seq.in_([seen.seq for seen in part]))
            )
            found = {row.seq: row for row in self._connection.execute(query)}
            for seen in part:
                row = found[seen.seq]
                yield rows.document_of(row.id, row.text, row.name, row.origin, row.metadata)

    def document(self, id: str) -> Document:
        """The document of a full id, as the sighting that counts describes it. Raises ValueError where none is."""
        seen = chosen(ask.all_sightings(self._connection, and_(sightings.c.document == id, self._known(sightings))))
        text = self._connection.execute(select(documents.c.text).where(documents.c.id == id)).scalar_one()
        said = self._connection.execute(select(*_SAID).where(sightings.c.seq == seen.seq)).one()
        return rows.document_of(id, text, said.name, said.origin, said.metadata)

    def document_named(self, name: str) -> str | None:
        """Id of the document that was met under this very name; a full id names itself. None where there is none."""
        key = rows.clean(name)
        holder = ask.holder(self._connection, key)
        query = select(sightings.c.document).where(sightings.c.document == (holder or key), self._known(sightings))
        if holder is not None:
            query = query.where(sightings.c.name == key)
        return self._connection.scalar(query.limit(1))

    def document_ids(self, key: str) -> tuple[str, ...]:
        """Ids of the documents that `key` may mean: a name (also of a copy), an id, or the beginning of one."""
        named = self.document_named(key)
        if named is not None:
            return (named,)
        if len(key) < _SHORTEST or not set(key) <= set("0123456789abcdef"):
            return ()
        query = select(sightings.c.document).distinct().where(_begins(sightings.c.document, key))
        query = query.where(self._known(sightings)).order_by(sightings.c.document)
        return tuple(self._connection.scalars(query.limit(10)))

    def other_names(self, document: str) -> tuple[str, ...]:
        """Every name under which a document was met, sorted."""
        query = select(sightings.c.name).distinct().where(sightings.c.document == document, self._known(sightings))
        return tuple(self._connection.scalars(query.order_by(sightings.c.name)))

    def claims(self, register: str | None = None, documents: Iterable[str] | None = None) -> Iterator[Claim]:
        """Current claims by document name, place and id; of one register and of some documents where given."""
        wanted = None if documents is None else set(documents)
        for part in _parts(seen for seen in self.sightings if wanted is None or seen.document in wanted):
            grouped: dict[str, dict[str, Claim]] = {seen.document: {} for seen in part}
            for claim in (*self._imported(part, register), *self._extracted(part, register)):
                grouped[claim.document][claim.id] = claim
            for seen in part:
                yield from sorted(grouped[seen.document].values(), key=_place)

    def _extracted(self, part: Sequence[Sighting], register: str | None) -> Iterator[Claim]:
        owner = {one.seq: one.document for seen in part if (one := self.current(seen.document)) is not None}
        query = select(claims.c.reading, claims.c.id, claims.c.register, claims.c.body)
        query = query.where(claims.c.reading.in_(list(owner)))
        if register is not None:
            query = query.where(claims.c.register == register)
        for row in self._connection.execute(query):
            yield rows.claim_of(row.id, owner[row.reading], row.register, row.body)

    def _imported(self, part: Sequence[Sighting], register: str | None) -> Iterator[Claim]:
        query = _IMPORTED.where(imports.c.document.in_([seen.document for seen in part]), self._known(imports))
        if register is not None:
            query = query.where(imports.c.register == register)
        for row in self._connection.execute(query):
            yield rows.claim_of(row.id, row.document, row.register, row.body)

    def claims_of(self, ids: Iterable[str]) -> dict[str, list[Claim]]:
        """Every claim that has one of `ids`, by id: the imported one first, then those of each run, the latest last."""
        found: dict[str, list[Claim]] = {}
        extracted = select(claims.c.id, readings.c.document, claims.c.register, claims.c.body)
        extracted = extracted.join(readings, readings.c.seq == claims.c.reading).order_by(claims.c.reading)
        extracted, imported = extracted.where(self._known(readings)), _IMPORTED.where(self._known(imports))
        for part in _parts(map(rows.clean, ids)):
            made_here = self._connection.execute(extracted.where(claims.c.id.in_(part)))
            made_elsewhere = self._connection.execute(imported.where(imports.c.id.in_(part)))
            for row in (*made_elsewhere, *made_here):
                found.setdefault(row.id, []).append(rows.claim_of(row.id, row.document, row.register, row.body))
        return found

    def is_imported(self, id: str) -> bool:
        """True where a claim of this id was made elsewhere."""
        query = select(imports.c.id).where(imports.c.id == id, self._known(imports))
        return self._connection.scalar(query) is not None

    def claim_ids(self, beginning: str) -> tuple[str, ...]:
        """Ids of claims, current or not, that begin so; at most a hundred."""
        begun = rows.clean(beginning)
        here = select(claims.c.id).join(readings, readings.c.seq == claims.c.reading)
        either = union(
            here.where(_begins(claims.c.id, begun), self._known(readings)),
            select(imports.c.id).where(_begins(imports.c.id, begun), self._known(imports)),
        ).subquery()
        return tuple(self._connection.scalars(select(either.c.id).order_by(either.c.id).limit(100)))

    def refusals(self, document: str) -> tuple[Refusal, ...]:
        """What grounding refused in the current reading of a document, in the order of proposing."""
        reading = self.current(document)
        if reading is None:
            return ()
        query = select(refusals.c.body).where(refusals.c.reading == reading.seq).order_by(refusals.c.rank)
        return tuple(rows.refusal_of(body) for body in self._connection.scalars(query))

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, in the order in which they were made."""
        return self._judgements

    @cached_property
    def _judgements(self) -> tuple[Judgement, ...]:
        query = select(judgements.c.id, judgements.c.body).where(self._known(judgements)).order_by(judgements.c.seq)
        return tuple(rows.judgement_of(*row) for row in self._connection.execute(query))

    def turned_away(self) -> tuple[TurnedAway, ...]:
        """Inputs that became no document, by origin; those that were read after all are left out."""
        known = select(sightings.c.seq).where(self._known(sightings))
        by_place = known.where(sightings.c.origin == turned_away.c.origin)
        by_bytes = known.where(sightings.c.raw_key == turned_away.c.raw_key)
        query = select(turned_away.c.origin, turned_away.c.reason).where(self._known(turned_away))
        query = query.where(~by_place.exists(), ~by_bytes.exists())
        found = self._connection.execute(query.order_by(turned_away.c.origin, turned_away.c.reason))
        return tuple(TurnedAway(*row) for row in found)

    def runs(self) -> dict[int, tuple[str, str]]:
        """Run number to extractor and version."""
        return {row.seq: (row.extractor, row.version) for row in self._connection.execute(select(runs))}

    def imported_ids(self) -> frozenset[str]:
        """Ids of the claims that were made elsewhere."""
        return frozenset(self._connection.scalars(select(imports.c.id).where(self._known(imports))))

    def count_imports(self) -> int:
        """How many claims were made elsewhere."""
        query = select(func.count()).select_from(imports).where(self._known(imports))
        return self._connection.scalar(query) or 0

    def vocabulary_number(self) -> int:
        """How many own vocabularies were kept one after the other; 0 where the shipped one is all."""
        return self._connection.scalar(select(func.max(vocabularies.c.seq))) or 0

    def vocabulary(self) -> Own:
        """The own vocabulary as it is now, whatever the instant of this view."""
        return rows.own_of(self._connection.scalars(select(vocabularies.c.body).order_by(vocabularies.c.seq)))

    def state(self) -> tuple[int, ...]:
        """Numbers that change whenever anything was added: equal states mean equal contents of one open case."""
        tops = [
            select(func.coalesce(func.max(table.c.seq), 0)).where(self._known(table)).scalar_subquery()
            for table in (sightings, readings, judgements)
        ]
        row = self._connection.execute(select(*tops)).one()
        return (*(int(number) for number in row), self.count_imports())

    def _known(self, table: Table) -> ColumnElement[bool]:
        """Whether a row had been added by the instant of this view."""
        return true() if self.as_of is None else table.c.added <= self.as_of


_IMPORTED = select(imports.c.id, imports.c.document, imports.c.register, imports.c.body)
_SAID = (sightings.c.name, sightings.c.origin, sightings.c.metadata)


def _place(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.evidence.start, claim.evidence.end, claim.register, claim.id)


def _begins(column: Column[str], beginning: str) -> ColumnElement[bool]:
    """Whether a value begins so: a range, which an index serves and which no capital letter changes, unlike LIKE."""
    return and_(column >= beginning, column < beginning + "\U0010ffff")


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while part := list(islice(rest, _CHUNK)):
        yield part
