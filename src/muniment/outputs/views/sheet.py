"""A register's records as rows with numbered evidence: what every table, on whatever surface, is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from muniment.outputs.views.disagreement import Relation, relation
from muniment.outputs.views.faces import Cells, Face, faces
from muniment.schema.claim import Claim, Value
from muniment.schema.document import Document
from muniment.schema.record import Grade, Reading, Record
from muniment.schema.span import Span
from muniment.vocabulary.registers import Register

# More notes than these to a row hide the table behind its evidence; `explain` has them all.
NOTES_PER_ROW: Final = 3
# A disagreement is spelled in its field where the readings together stay short; else it is marked there.
SPELLED_WIDTH: Final = 24
DISAGREES: Final = " ≠ "
SUPERSEDES: Final = " ← "
MARK: Final = " *"
ID_WIDTH: Final = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered piece of evidence: the words, who said them, who printed them, when, in which document."""

    number: int
    words: str
    source: str
    publisher: str
    published: str
    document: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One cell of one row with several readings, each with the numbers of its notes; the shown one comes first.

    `sign` is DISAGREES, or SUPERSEDES where the first is a later count of the same.
    """

    row: str
    header: str
    sign: str
    readings: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A record as shown. `support` counts publishers, agencies and speakers ("3/2/1"); `notes` are the numbers of its
    evidence, `more` how many claims are not noted."""

    id: str
    fields: tuple[str, ...]
    modality: str
    grade: Grade
    support: str
    notes: tuple[int, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table ready to be drawn. `silent` are the columns that no shown row fills, `total` counts the records that
    the filters let through."""

    register: Register
    faces: tuple[Face, ...]
    silent: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    disagreements: tuple[Disagreement, ...]
    total: int


def sheet(
    register: Register,
    records: Sequence[Record],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    limit: int = 0,
) -> Sheet:
    """Lays out `records`; `claims` and `documents` are looked up by id. `limit` 0 shows all."""
    shown = records[:limit] if limit else records
    columns = faces(register)
    used = tuple(face for face in columns if any(face.render(cells_of(record)) for record in shown))
    notes = _Notes(claims, documents)
    rows: list[Row] = []
    disagreements: list[Disagreement] = []
    for record in shown:
        parts = tuple(_field(face, record, claims, register) for face in used)
        differing = [part.differing for part in parts if part.differing is not None]
        telling = _telling(record, differing)
        rows.append(
            Row(
                id=record.id[:ID_WIDTH],
                fields=tuple(part.text for part in parts),
                modality=record.modality,
                grade=record.grade,
                support=f"{record.support.publishers}/{record.support.agencies}/{record.support.speakers}",
                notes=notes.number_all(telling),
                more=len(record.claims) - len(telling),
            )
        )
        disagreements += [each.noted(record.id[:ID_WIDTH], notes) for each in differing]
    silent = tuple(face.header for face in columns if face.unknown and face not in used)
    return Sheet(register, used, silent, tuple(rows), notes.all(), tuple(disagreements), len(records))


@dataclass(frozen=True, slots=True)
class _Differing:
    """A cell whose readings differ, before its evidence has numbers."""

    header: str
    sign: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]

    def noted(self, row: str, notes: _Notes) -> Disagreement:
        readings = tuple((text, notes.numbers_of(claims)) for text, claims in self.readings)
        return Disagreement(row, self.header, self.sign, readings)


@dataclass(frozen=True, slots=True)
class _Field:
    text: str
    differing: _Differing | None = None


class _Notes:
    """Gives each piece of evidence its number at first use; claims that share words, place and source share it."""

    def __init__(self, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> None:
        self._claims = claims
        self._documents = documents
        self._numbers: dict[tuple[str, Span, str], int] = {}

    def number_all(self, ids: Iterable[str]) -> tuple[int, ...]:
        numbers = [self._numbers.setdefault(self._key(claim), len(self._numbers) + 1) for claim in ids]
        return tuple(dict.fromkeys(numbers))

    def numbers_of(self, ids: Iterable[str]) -> tuple[int, ...]:
        known = [self._numbers.get(self._key(claim)) for claim in ids]
        return tuple(dict.fromkeys(number for number in known if number is not None))

    def all(self) -> tuple[Note, ...]:
        return tuple(self._note(number, *key) for key, number in self._numbers.items())

    def _key(self, id: str) -> tuple[str, Span, str]:
        claim = self._claims[id]
        return claim.document, claim.evidence, claim.source

    def _note(self, number: int, document_id: str, evidence: Span, source: str) -> Note:
        document = self._documents[document_id]
        return Note(
            number=number,
            words=evidence.of(document.text),
            source=source,
            publisher=document.publisher,
            published=document.published,
            document=document.name,
        )


def cells_of(record: Record) -> Cells:
    """The record's shown cells, its date among them."""
    return {**record.cells, "date": record.date} if record.date else record.cells


def claim_cells(claim: Claim) -> dict[str, Value]:
    """The claim's values by cell, its date among them."""
    values = {name: cell.value for name, cell in claim.cells.items()}
    return {**values, "date": claim.date} if claim.date else values


def _field(face: Face, record: Record, claims: Mapping[str, Claim], register: Register) -> _Field:
    shown = face.render(cells_of(record))
    found = {reading: relation(record, face.cell, reading) for reading in _readings(face, record)}
    differing = [reading for reading, how in found.items() if how is not Relation.AGREES]
    if not shown or not differing:
        return _Field(shown or face.unknown)
    sign = DISAGREES if Relation.CONFLICTS in found.values() else SUPERSEDES
    agreeing = tuple(id for reading, how in found.items() if how is Relation.AGREES for id in reading.claims)
    others = _texts(face, differing, claims)
    spelled = sign.join([shown, *others])
    text = spelled if len(spelled) <= SPELLED_WIDTH else f"{shown}{MARK}"
    return _Field(text, _Differing(face.header, sign, ((shown, agreeing), *others.items())))


def _readings(face: Face, record: Record) -> Sequence[Reading]:
    return record.readings.get(face.cell, ())


def _texts(face: Face, readings: Sequence[Reading], claims: Mapping[str, Claim]) -> dict[str, tuple[str, ...]]:
    """Each reading as its own claims word it (with their bound and unit); what looks the same is one."""
    texts: dict[str, tuple[str, ...]] = {}
    for reading in readings:
        around = claim_cells(claims[reading.claims[0]]) if reading.claims else {}
        text = face.render({**around, face.cell: reading.value})
        texts[text] = texts.get(text, ()) + reading.claims
    return texts


def _telling(record: Record, differing: Sequence[_Differing]) -> list[str]:
    """The claims worth a note: one for each reading that differs, then the first of the rest."""
    chosen: dict[str, None] = {}
    for each in differing:
        for _, claims in each.readings:
            chosen.update(dict.fromkeys(claims[:1]))
    for claim in record.claims:
        if len(chosen) >= NOTES_PER_ROW:
            break
        chosen.setdefault(claim)
    return [claim for claim in record.claims if claim in chosen]
