"""From any record, claim or document to the words it rests on: who said it, where, and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from muniment.errors import NotFound, UsageError
from muniment.pipeline.reasons import Called, Joined, Tied, called, joined, tied
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
KINDS: Final[tuple[Kind, ...]] = ("document", "claim", "record")
_MOST_SHOWN: Final = 8  # ids that an ambiguous beginning lists
_REACH: Final = 600  # characters that a passage goes beyond its evidence at most, either way
_LONGEST: Final = 4000  # characters of a paragraph; what is longer has no blank lines, or is no prose
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END: Final = re.compile(r"\n\s*")
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
    """One claim, as people left it, with all that stands behind it; `read` is the claim before they corrected it.

    `said_by` is whom the document credits, "" for its own voice; `proposer` is the frame that proposed it, or "import".
    `judgement` is the latest decision on it that stands, if any.
    """

    claim: Claim
    document: Document
    proposer: str
    said_by: str
    publisher: Known
    published: Known
    passage: Passage
    judgement: Judgement | None
    read: Claim


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record with the voices of its claims; a claim with its voice and the record that it is part of; or a document
    with the voices of its claims, its status and what grounding refused.

    Of a record also whom its names mean (`called`), why its claims are one fact (`joined`), and its `ties`.
    """

    kind: Kind
    record: Record | None
    voices: tuple[Voice, ...]
    document: Document | None = None
    status: Status | None = None
    refusals: tuple[Refusal, ...] = ()
    called: tuple[Called, ...] = ()
    joined: tuple[Joined, ...] = ()
    ties: tuple[Tied, ...] = ()


def explain(case: Case, id: str, as_of: str | None = None) -> Explanation:
    """Explains what `id` names: a record, a claim or a document, by its id, the beginning of one, or a document's name.

    "claim:1", "record:ab12" and "document:000" say which kind is meant. `as_of` as in `Case.records`. Raises NotFound,
    and UsageError with the choices where `id` fits several.
    """
    kind, key = resolve(case, id, as_of=as_of)
    if kind == "document":
        return _of_document(case, key, as_of)
    if kind == "claim":
        voices = voices_of(case, [key], as_of)
        holding = (record for record in case.records(voices[0].claim.register, as_of=as_of) if key in record.claims)
        return Explanation("claim", next(holding, None), voices)
    derived = case.derived(as_of)
    records = {record.id: record for record in derived.records()}
    record, voices = records[key], voices_of(case, records[key].claims, as_of)
    return Explanation(
        "record",
        record,
        voices,
        called=called((voice.claim for voice in voices), derived.identity),
        joined=joined(record, derived.together),
        ties=tied(record, derived.ties, records),
    )


def _of_document(case: Case, key: str, as_of: str | None) -> Explanation:
    document = case.document(key, as_of=as_of)
    status = next(row for row in case.statuses(as_of=as_of) if row.document == document.id)
    ids = [claim.id for claim in case.claims(document=document.id, as_of=as_of)]
    refusals = case.refusals(document.id, as_of=as_of)
    return Explanation("document", None, voices_of(case, ids, as_of), document, status, refusals)


def resolve(case: Case, id: str, kinds: tuple[Kind, ...] = KINDS, as_of: str | None = None) -> tuple[Kind, str]:
    """The kind and the full id of what is meant among `kinds`. An exact id or name goes before a beginning.

    Raises NotFound, and UsageError with the choices where `id` fits several.
    """
    prefix, colon, rest = id.partition(":")
    named = tuple(kind for kind in kinds if kind == prefix) if colon else ()
    key = rest if named else id
    with case.view(as_of) as view:
        found = [(kind, *match) for kind in named or kinds for match in _matches(case, view, kind, key)]
        hits = [(kind, full) for kind, full, exact in found if exact] or [(kind, full) for kind, full, _ in found]
        if len(hits) > 1:
            names = view.names()
            shown = ", ".join(f"{kind}:{names.get(full, full)}" for kind, full in hits[:_MOST_SHOWN])
            more = ", ..." if len(hits) > _MOST_SHOWN else ""
            raise UsageError(f"{id!r} may mean {len(hits)} things.", f"Say which: {shown}{more}")
    if not hits:
        sought = " or ".join(", ".join(reversed(kinds)).rsplit(", ", 1))
        raise NotFound(f"There is no {sought} {id!r}.", "List records or claims for their ids.")
    return hits[0]


def _matches(case: Case, view: View, kind: Kind, key: str) -> list[tuple[str, bool]]:
    """The full ids that `key` may mean, each with whether it is the whole id, a name, or a whole former id."""
    if not key:
        return []
    if kind == "document":  # one that does not begin so was found by its name
        return [(id, id == key or not id.startswith(key)) for id in view.document_ids(key)]
    if kind == "claim":
        return [(id, id == key) for id in view.claim_ids(key)]
    records = case.records(as_of=view.as_of)
    named = [(record.id, record.id == key) for record in records if record.id.startswith(key)]
    return named or [
        (record.id, key in record.forwards)
        for record in records
        if any(former.startswith(key) for former in record.forwards)
    ]


def voices_of(case: Case, ids: Iterable[str], as_of: str | None = None) -> tuple[Voice, ...]:
    """The voices of claims, in the order of `ids`, each as its latest run made it, else as it was imported."""
    from muniment.pipeline.reconciling import judged

    wanted = list(ids)
    with case.view(as_of) as view:
        found = view.claims_of(wanted)
        left = [judged(view, register) for register in {found[id][-1].register for id in wanted}]
        corrected = {claim.id: claim for one in left for claim in one.claims}
        decisions = {id: decided[-1] for one in left for id, decided in one.decisions.items()}
        documents: dict[str, Document] = {}
        voices = []
        for id in wanted:
            read = found[id][-1]
            claim = corrected.get(id, read)
            if claim.document not in documents:
                documents[claim.document] = view.document(claim.document)
            voices.append(_voice(claim, documents[claim.document], decisions.get(id), read))
    return tuple(voices)


def _voice(claim: Claim, document: Document, judgement: Judgement | None, read: Claim) -> Voice:
    return Voice(
        claim=claim,
        document=document,
        proposer=claim.frame,
        said_by=claim.source,
        publisher=_known(document, "publisher", document.publisher),
        published=_known(document, "published", document.published),
        passage=passage(document.text, claim),
        judgement=judgement,
        read=read,
    )


def _known(document: Document, field: str, value: str) -> Known:
    if not value:
        return Known("", "")
    how = next((found.how for found in document.findings if found.value == value and found.field == field), "")
    return Known(value, how or next((found.how for found in document.findings if found.value == value), "declared"))


def passage(text: str, claim: Claim) -> Passage:
    """The sentences in which a claim's evidence stands, with the words of its cells marked."""
    return _passage(text, claim, _around(text, claim.evidence))


def paragraph(text: str, claim: Claim) -> Passage:
    """The same for the whole paragraph: up to the next blank lines, or where those are far, ends of lines."""
    for ends in (_BLANK_LINE, _LINE_END):
        before = [end.end() for end in ends.finditer(text, 0, claim.evidence.start)]
        after = ends.search(text, claim.evidence.end)
        span = Span(before[-1] if before else 0, after.start() if after else len(text))
        if span.end - span.start <= _LONGEST:
            return _passage(text, claim, span)
    return passage(text, claim)


def _passage(text: str, claim: Claim, span: Span) -> Passage:
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
