"""The nouns as rows and back, without loss. The format is the store's own; exports have another."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from muniment.schema.claim import Cell, Claim, Refusal
from muniment.schema.document import Document, Finding, Furniture
from muniment.schema.judgement import (
    SUBJECTS,
    Anchor,
    Judgement,
    Name,
    OfCell,
    OfClaim,
    OfClaims,
    OfJudgement,
    OfNames,
    OfSides,
    Subject,
    Verdict,
)
from muniment.schema.span import Span
from muniment.vocabulary.own import Own


def clean(text: str) -> str:
    """`text` with half surrogate pairs and NUL spelt out: file names and error messages may hold them."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def metadata_of(document: Document) -> str:
    """All that is said about a document but its text, name and origin: what an extraction may depend on."""
    return _pack(
        {
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "author": document.author,
            "url": document.url,
            "language": document.language,
            "findings": [[found.field, found.value, found.how, _ends(found.span)] for found in document.findings],
            "furniture": [[part.span.start, part.span.end, part.kind] for part in document.furniture],
        }
    )


def basis_of(metadata: str) -> str:
    """Sixteen hex digits that tell two states of a document's metadata apart."""
    return hashlib.sha256(metadata.encode("utf-8")).hexdigest()[:16]


def document_of(id: str, text: str, name: str, origin: str, metadata: str) -> Document:
    """The document as it was sighted."""
    said: dict[str, Any] = json.loads(metadata)
    findings = said.pop("findings")
    furniture = said.pop("furniture")
    return Document(
        id=id,
        name=name,
        text=text,
        origin=origin,
        findings=tuple(Finding(field, value, how, _span(ends)) for field, value, how, ends in findings),
        furniture=tuple(Furniture(Span(start, end), kind) for start, end, kind in furniture),
        **said,
    )


def published_in(metadata: str) -> str:
    """The day of publication (EDTF) that a sighting's metadata gives, "" where it gives none."""
    return str(json.loads(metadata)["published"])


def raw_of(raw: bytes, text: str) -> bytes | None:
    """Original bytes as kept: nothing where they are the text itself."""
    return None if not raw or raw == text.encode("utf-8") else zlib.compress(raw, 6)


def claim_body(claim: Claim) -> str:
    """Everything of a claim but id, document and register, which have columns of their own."""
    return _pack(
        {
            "evidence": _ends(claim.evidence),
            "cells": _cells(claim.cells),
            "source": claim.source,
            "source_span": _ends(claim.source_span),
            "modality": claim.modality,
            "date": claim.date,
            "date_span": _ends(claim.date_span),
            "frame": claim.frame,
            "confidence": claim.confidence,
            "note": claim.note,
        }
    )


def claim_of(id: str, document: str, register: str, body: str) -> Claim:
    """The claim of a row."""
    said: dict[str, Any] = json.loads(body)
    start, end = said.pop("evidence")
    return Claim(
        id=id,
        document=document,
        register=register,
        evidence=Span(start, end),
        cells=_cells_of(said.pop("cells")),
        source_span=_span(said.pop("source_span")),
        date_span=_span(said.pop("date_span")),
        **said,
    )


def refusal_body(refusal: Refusal) -> str:
    """All of a refusal."""
    return _pack([refusal.register, refusal.frame, refusal.reason, _ends(refusal.span)])


def refusal_of(body: str) -> Refusal:
    """The refusal of a row."""
    register, frame, reason, ends = json.loads(body)
    return Refusal(register, frame, reason, _span(ends))


def judgement_body(judgement: Judgement) -> str:
    """All of a judgement but its id."""
    return _pack(
        {
            "verdict": judgement.verdict,
            "subject": _subject(judgement.subject),
            "by": judgement.by,
            "made": judgement.made,
            "why": judgement.why,
        }
    )


def judgement_of(id: str, body: str) -> Judgement:
    """The judgement of a row."""
    said: dict[str, Any] = json.loads(body)
    subject = said.pop("subject")
    return Judgement(id=id, subject=_subject_of(said["verdict"], subject), **said)


def judgement_id(body: str, earlier: int) -> str:
    """Sixteen hex digits that depend on all that was decided, and on how many decisions were made before."""
    return _digest([body, earlier])


def subject_key(subject: Subject) -> str:
    """Equal for two subjects where the later decision answers the earlier one: the same claim, cell, claims, names."""
    match subject:
        case OfClaim(claim):
            return claim.claim
        case OfCell(claim, cell, _):
            return f"{claim.claim}/{cell}"
        case OfClaims(claims):
            return _digest(sorted(claim.claim for claim in claims))
        case OfSides(these, those):
            return _digest(sorted(sorted(claim.claim for claim in side) for side in (these, those)))
        case OfNames(names):
            return _digest(sorted([name.name, name.document] for name in names))
        case OfJudgement(judgement):
            return judgement


def _subject(subject: Subject) -> dict[str, Any]:
    match subject:
        case OfClaim(claim):
            return {"claim": _anchor(claim)}
        case OfCell(claim, cell, value):
            return {"claim": _anchor(claim), "cell": cell, "value": value}
        case OfClaims(claims):
            return {"claims": [_anchor(claim) for claim in claims]}
        case OfSides(these, those):
            return {"these": [_anchor(claim) for claim in these], "those": [_anchor(claim) for claim in those]}
        case OfNames(names):
            return {"names": [[name.name, name.document] for name in names]}
        case OfJudgement(judgement):
            return {"judgement": judgement}


def _subject_of(verdict: Verdict, said: Mapping[str, Any]) -> Subject:
    kind = SUBJECTS[verdict]
    if kind is OfClaim:
        return OfClaim(_anchor_of(said["claim"]))
    if kind is OfCell:
        return OfCell(_anchor_of(said["claim"]), said["cell"], _value_of(said["value"]))
    if kind is OfClaims:
        return OfClaims(tuple(map(_anchor_of, said["claims"])))
    if kind is OfSides:
        return OfSides(tuple(map(_anchor_of, said["these"])), tuple(map(_anchor_of, said["those"])))
    if kind is OfNames:
        return OfNames(tuple(Name(name, document) for name, document in said["names"]))
    return OfJudgement(said["judgement"])


def _anchor(anchor: Anchor) -> dict[str, Any]:
    return {
        "claim": anchor.claim,
        "document": anchor.document,
        "register": anchor.register,
        "evidence": _ends(anchor.evidence),
        "cells": _cells(anchor.cells),
        "date": anchor.date,
    }


def _anchor_of(said: Mapping[str, Any]) -> Anchor:
    evidence = Span(*said["evidence"])
    return Anchor(said["claim"], said["document"], said["register"], evidence, _cells_of(said["cells"]), said["date"])


def named(document: Document) -> Document:
    """The document with name and origin as the store can hold them."""
    return replace(document, name=clean(document.name), origin=clean(document.origin))


def own_body(words: Own) -> str:
    """The files of an own vocabulary."""
    return _pack({"registers": dict(words.registers), "frames": dict(words.frames)})


def own_of(bodies: Iterable[str]) -> Own:
    """The own vocabulary that follows from all that were kept, the latest last: its frames are those of the latest,
    its registers all that there ever were, as last defined, so that no claim is left without its register."""
    registers: dict[str, str] = {}
    frames: dict[str, str] = {}
    for body in bodies:
        said = json.loads(body)
        registers |= said["registers"]
        frames = said["frames"]
    return Own(tuple(sorted(registers.items())), tuple(sorted(frames.items())))


def _pack(value: object) -> str:
    # ASCII only: half surrogate pairs and NUL travel as escapes and come back as they were.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def _digest(value: object) -> str:
    return hashlib.sha256(_pack(value).encode("utf-8")).hexdigest()[:16]


def _cells(cells: Mapping[str, Cell]) -> dict[str, list[Any]]:
    return {name: [cell.value, _ends(cell.span)] for name, cell in cells.items()}


def _cells_of(said: Mapping[str, list[Any]]) -> dict[str, Cell]:
    return {name: Cell(_value_of(value), _span(ends)) for name, (value, ends) in said.items()}


def _value_of(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(ends: list[int] | None) -> Span | None:
    return None if ends is None else Span(ends[0], ends[1])
