"""Claims made elsewhere: one JSON object a line, checked as strictly as our own, kept or refused line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from muniment.errors import NotFound
from muniment.schema.claim import Cell, Claim
from muniment.schema.document import Document
from muniment.text.verbatim import find
from muniment.vocabulary.check import problems, storable
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.ledger.store.view import View
    from muniment.pipeline.case import Case

_KNOWN: Final = frozenset(
    {"doc", "register", "evidence", "cells", "source", "modality", "date", "id", "start", "end", "frame"}
)
_BATCH: Final = 500  # lines kept in one transaction; a killed import goes on where it stopped, for it is idempotent
_VERBATIM: Final = {("positions", "content")}  # cells whose value has to stand in the document word for word
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LineRefused:
    """A line that became no claim. `id` is "" where none could be told."""

    line: int
    id: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Ids of claims that are new, ids of those that were there already, refused lines; and the names of fields that
    were passed over because claims have none such."""

    admitted: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[LineRefused, ...]
    ignored: tuple[str, ...]


class _Refused(Exception):
    def __init__(self, reason: str, remedy: str = "", id: str = "") -> None:
        super().__init__(reason)
        self.reason, self.remedy, self.id = reason, remedy, id


@dataclass(slots=True)
class _Import:
    """What an import has come to so far."""

    prefix: str
    admitted: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[LineRefused] = field(default_factory=list)
    ignored: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)  # by declared name, of one batch


def import_claims(case: Case, lines: Iterable[str], *, prefix: str = "") -> ImportReport:
    """Takes in claims of the shape {"doc", "register", "evidence", "cells", "source", "modality", "date"}, optionally
    with "id", "start", "end" and "frame".

    `doc` is the name of a document of the case. A claim without an id has its line number as its id; `prefix` goes
    before every id. What is there already is passed over; an id that stands for another claim is refused, as is any
    line that fails a check; the rest goes on. Blank lines count as lines. Raises CaseError, CaseLocked.
    """
    state = _Import(prefix)
    for batch in _batches((item for item in enumerate(lines, 1) if item[1].strip()), _BATCH):
        _import_batch(case, batch, state)
    return ImportReport(tuple(state.admitted), tuple(state.known), tuple(state.refused), tuple(sorted(state.ignored)))


def _import_batch(case: Case, batch: list[tuple[int, str]], state: _Import) -> None:
    from muniment.ledger.store.view import View
    from muniment.ledger.store.write import Writer

    with case.store.writing() as connection:
        view = View(connection)
        state.documents.clear()
        checked: list[tuple[int, Claim]] = []
        for number, line in batch:
            try:
                checked.append((number, _claim(view, number, line, state)))
            except _Refused as refused:
                state.refused.append(LineRefused(number, refused.id, refused.reason, refused.remedy))
        before = view.claims_of([claim.id for _, claim in checked])
        new: dict[str, Claim] = {}
        for number, claim in checked:
            others = [*before.get(claim.id, ()), *([new[claim.id]] if claim.id in new else [])]
            if any(not says_the_same(claim, other) for other in others):
                remedy = "Give it another id, or give all of this file a prefix of their own (--prefix NAME-)."
                reason = f"the id {claim.id!r} stands for another claim"
                state.refused.append(LineRefused(number, claim.id, reason, remedy))
            elif claim.id in new or (claim.id in before and view.is_imported(claim.id)):
                state.known.append(claim.id)
            else:
                new[claim.id] = claim
                state.admitted.append(claim.id)
        Writer(connection).imported(tuple(new.values()))
    state.refused.sort(key=lambda refused: refused.line)


def says_the_same(one: Claim, other: Claim) -> bool:
    """True where two claims of one id are one claim: what is said, where and by whom; not who extracted it."""
    return _said(one) == _said(other)


def _said(claim: Claim) -> tuple[object, ...]:
    values = tuple((name, cell.value) for name, cell in claim.cells.items())
    return (claim.document, claim.register, claim.evidence, values, claim.source, claim.modality, claim.date)


def _claim(view: View, number: int, line: str, state: _Import) -> Claim:
    """The claim of a line. Raises _Refused."""
    given = _parsed(line)
    id = _id(given, number, state.prefix)
    state.ignored |= given.keys() - _KNOWN
    try:
        register = register_named(_text(given, "register", id))
    except NotFound as unknown:
        raise _Refused(unknown.cause, unknown.remedy, id) from None
    cells, modality, date = given.get("cells"), given.get("modality", "asserted"), given.get("date", "")
    source = given.get("source", "")
    if not isinstance(cells, dict) or not cells:
        raise _Refused("cells is no object with at least one cell", "", id)
    if wrong := problems(register, cells, modality, date, source):
        raise _Refused("; ".join(wrong), f"See the cells of {register.name}.", id)
    document = _document(view, _text(given, "doc", id), id, state)
    span = find(document.text, _text(given, "evidence", id), *_offsets(given))
    if span is None:
        raise _Refused("the evidence does not stand in the document", "Copy the words exactly.", id)
    for cell in cells:
        if (register.name, cell) in _VERBATIM and find(document.text, cells[cell]) is None:
            raise _Refused(f"cell {cell} does not stand in the document", "Copy the words exactly.", id)
    return Claim(
        id=id,
        document=document.id,
        register=register.name,
        evidence=span,
        cells={name: Cell(tuple(value) if isinstance(value, list) else value) for name, value in cells.items()},
        source=source,
        modality=modality,
        date=date,
        frame=_text(given, "frame", id) if "frame" in given else "import",
    )


def _parsed(line: str) -> dict[str, Any]:
    def refuse(constant: str) -> object:
        raise ValueError(f"{constant} is no JSON number")

    try:
        given = json.loads(line.lstrip("\ufeff"), parse_constant=refuse)
    except RecursionError:
        raise _Refused("the line nests too deeply") from None
    except ValueError as error:
        raise _Refused(f"the line is no JSON ({error})", "Write one JSON object a line.") from None
    if not isinstance(given, dict):
        raise _Refused("the line is no JSON object", "Write one JSON object a line.")
    return given


def _id(given: Mapping[str, Any], number: int, prefix: str) -> str:
    own = given.get("id", number)
    if isinstance(own, int) and not isinstance(own, bool):
        own = str(own)
    if not isinstance(own, str) or not own or own != own.strip() or not storable(own):
        raise _Refused("id is neither text nor a whole number", "Leave it out, or make it a word.")
    return prefix + own


def _text(given: Mapping[str, Any], field: str, id: str) -> str:
    value = given.get(field)
    if not isinstance(value, str) or not value.strip() or not storable(value):
        raise _Refused(f"{field} is missing or no text", "", id)
    return value


def _offsets(given: Mapping[str, Any]) -> tuple[int | None, int | None]:
    start, end = given.get("start"), given.get("end")
    whole = all(isinstance(place, int) and not isinstance(place, bool) for place in (start, end))
    return (start, end) if whole else (None, None)


def _document(view: View, name: str, id: str, state: _Import) -> Document:
    if name not in state.documents:
        document_id = view.document_named(name)
        if document_id is None:
            raise _Refused(f"there is no document {name!r} in the case", "Read it into the case first.", id)
        state.documents[name] = view.document(document_id)
    return state.documents[name]


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
