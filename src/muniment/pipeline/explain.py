"""From any record, claim or document to the words it rests on: who said it, where, and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from muniment.errors import NotFound, UsageError
from muniment.ledger.reconcile import latest
from muniment.pipeline.status import Status
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.schema.judgement import Judgement
from muniment.schema.record import Record
from muniment.schema.span import Span

if TYPE_CHECKING:
    from muniment.ledger.store.view import View
    from muniment.pipeline.case import Case

Kind: TypeAlias = Literal["record", "claim", "document"]
_KINDS: Final[tuple[Kind, ...]] = ("document", "claim", "record")
_MOST_SHOWN: Final = 8  # ids that an ambiguous beginning lists
_REACH: Final = 600  # characters that a passage goes beyond its evidence at most, either way
# A sentence ends at a line's end, or at its stop with quotes and brackets before a capital, a digit or an opening.
_END: Final = re.compile(r"\n|[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-ZÀ-ÞА-Я0-9])")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of the document that say a cell; `cell` is its name, or "evidence", "source", "date"."""

    start: int
    end: int
    cell: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence or sentences around the evidence: `text` is characters `[start, end)` of the document. Marks
    count characters of the document, too, and come in order; they may overlap."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a document and how it is known: "declared", the rule that found it, or "" (unknown)."""

    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim with all that stands behind it. `said_by` is whom the document credits, "" for its own voice;
    `proposer` is the frame that proposed it, or "import". `judgement` is the decision that stands, if any."""

    claim: Claim
    document: Document
    proposer: str
    said_by: str
    publisher: Known
    published: Known
    passage: Passage
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record with the voices of its claims; a claim with its voice and the record that it is part of; or a document
    with the voices of its claims, its status and what grounding refused."""

    kind: Kind
    record: Record | None
    voices: tuple[Voice, ...]
    document: Document | None = None
    status: Status | None = None
    refusals: tuple[Refusal, ...] = ()


def explain(case: Case, id: str) -> Explanation:
    """Explains what `id` names: a record, a claim or a document, by its id, the beginning of one, or a document's name.

    "claim:1", "record:ab12" and "document:000" say which kind is meant. Raises NotFound, and UsageError with the
    choices where `id` fits several.
    """
    kind, key = _resolve(case, id)
    if kind == "document":
        return _of_document(case, key)
    if kind == "claim":
        voices = _voices(case, [key])
        holding = (record for record in case.records(voices[0].claim.register) if key in record.claims)
        return Explanation("claim", next(holding, None), voices)
    record = next(record for record in case.records() if record.id == key)
    return Explanation("record", record, _voices(case, record.claims))


def _of_document(case: Case, key: str) -> Explanation:
    document = case.document(key)
    status = next(row for row in case.statuses() if row.document == document.id)
    ids = [claim.id for claim in case.claims(document=document.id)]
    refusals = case.refusals(document.id)
    return Explanation("document", None, _voices(case, ids), document, status, refusals)


def _resolve(case: Case, id: str) -> tuple[Kind, str]:
    """The kind and the full id of what is meant. An exact id or name goes before a beginning."""
    prefix, colon, rest = id.partition(":")
    kinds = tuple(kind for kind in _KINDS if kind == prefix) if colon else ()
    key = rest if kinds else id
    with case.view() as view:
        found = [(kind, full) for kind in kinds or _KINDS for full in _matches(case, view, kind, key)]
        # A document that does not begin so was found by its name.
        exact = [(kind, full) for kind, full in found if full == key or not full.startswith(key)]
        hits = exact or found
        if len(hits) > 1:
            names = view.names()
            shown = ", ".join(f"{kind}:{names.get(full, full)}" for kind, full in hits[:_MOST_SHOWN])
            more = ", ..." if len(hits) > _MOST_SHOWN else ""
            raise UsageError(f"{id!r} may mean {len(hits)} things.", f"Say which: {shown}{more}")
    if not hits:
        raise NotFound(f"There is no record, claim or document {id!r}.", "List records or claims for their ids.")
    return hits[0]


def _matches(case: Case, view: View, kind: Kind, key: str) -> Iterable[str]:
    if not key:
        return ()
    if kind == "document":
        return view.document_ids(key)
    if kind == "claim":
        return view.claim_ids(key)
    return [record.id for record in case.records() if record.id.startswith(key)]


def _voices(case: Case, ids: Iterable[str]) -> tuple[Voice, ...]:
    """The voices of claims, in the order of `ids`, each as its latest run made it, else as it was imported."""
    wanted = list(ids)
    with case.view() as view:
        found = view.claims_of(wanted)
        decided = latest(view.judgements())
        documents: dict[str, Document] = {}
        voices = []
        for id in wanted:
            claim = found[id][-1]
            if claim.document not in documents:
                documents[claim.document] = view.document(claim.document)
            voices.append(_voice(claim, documents[claim.document], decided.get(id)))
    return tuple(voices)


def _voice(claim: Claim, document: Document, judgement: Judgement | None) -> Voice:
    return Voice(
        claim=claim,
        document=document,
        proposer=claim.frame,
        said_by=claim.source,
        publisher=_known(document, "publisher", document.publisher),
        published=_known(document, "published", document.published),
        passage=passage(document.text, claim),
        judgement=judgement,
    )


def _known(document: Document, field: str, value: str) -> Known:
    if not value:
        return Known("", "")
    how = next((found.how for found in document.findings if found.value == value and found.field == field), "")
    return Known(value, how or next((found.how for found in document.findings if found.value == value), "declared"))


def passage(text: str, claim: Claim) -> Passage:
    """The sentences in which a claim's evidence stands, with the words of its cells marked."""
    span = _around(text, claim.evidence)
    marks = sorted(_marks(text, claim), key=lambda mark: (mark.start, -mark.end, mark.cell))
    inside = tuple(mark for mark in marks if span.start <= mark.start and mark.end <= span.end)
    return Passage(span.of(text), span.start, span.end, inside)


def _marks(text: str, claim: Claim) -> Iterator[Mark]:
    yield Mark(claim.evidence.start, claim.evidence.end, "evidence")
    said: dict[str, tuple[Span | None, object]] = {name: (cell.span, cell.value) for name, cell in claim.cells.items()}
    said["source"] = (claim.source_span, claim.source)
    said["date"] = (claim.date_span, "")
    for name, (span, value) in said.items():
        found = span or _spelt(text, claim.evidence, value)
        if found is not None:
            yield Mark(found.start, found.end, name)


def _spelt(text: str, evidence: Span, value: object) -> Span | None:
    """Where the evidence has a value word for word, for claims that came without the places of their cells."""
    if not isinstance(value, str) or not value:
        return None
    at = evidence.of(text).find(value)
    return None if at < 0 else Span(evidence.start + at, evidence.start + at + len(value))


def _around(text: str, evidence: Span) -> Span:
    """The evidence widened to whole sentences, within its lines."""
    begin = max(0, evidence.start - _REACH)
    ends = [match.end() for match in _END.finditer(text, begin, evidence.start + 1) if match.end() <= evidence.start]
    start = ends[-1] if ends else begin
    limit = min(len(text), evidence.end + _REACH)
    stop = _END.search(text, max(evidence.end - 1, evidence.start), limit)
    end = max(evidence.end, stop.end() - (stop[0] == "\n") if stop else limit)
    while start < evidence.start and text[start].isspace():
        start += 1
    return Span(start, end)
