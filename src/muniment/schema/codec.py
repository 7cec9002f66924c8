"""Nouns to JSON and back.

Two forms. The *stored* form (`..._to_dict`, `..._from_dict`) is lossless: whatever a noun holds comes back equal,
floats to the last bit, cell spans included. The *exported* form (`claim_to_export`, `record_to_export`) is the
plain one that researchers and `score.py` read: cells as plain values, whole floats as integers, evidence as words.

`canonical` writes either as bytes that depend on the content alone: keys sorted, no white space, UTF-8.

The readers are strict: a missing or unknown key, or a value of another type than the noun's, raises ValueError
naming the noun and the key. Callers that read files turn it into an error that names the file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final, TypeAlias, get_args

from muniment.schema.claim import MODALITIES, Cell, Claim, Modality, Value
from muniment.schema.document import Document, Finding, Furniture
from muniment.schema.judgement import Judgement, Verdict
from muniment.schema.record import Reading, Record
from muniment.schema.span import Span

Json: TypeAlias = dict[str, Any]

_EXACT: Final = 2**53  # floats beyond hold whole numbers only by accident


def canonical(value: Mapping[str, Any]) -> bytes:
    """One line of JSON, without the line's end. Raises ValueError for NaN, infinities and lone surrogates."""
    words = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return words.encode("utf-8")


def parse(data: bytes | str) -> Json:
    """The object that `canonical` wrote. Raises ValueError for what is no JSON object or holds NaN."""
    try:
        value = json.loads(data, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def document_to_dict(document: Document) -> Json:
    """The stored form of a document."""
    plain = {field.name: getattr(document, field.name) for field in fields(document)}
    plain["findings"] = [
        {"field": f.field, "value": f.value, "how": f.how, "span": _span(f.span)} for f in document.findings
    ]
    plain["furniture"] = [{"span": _span(f.span), "kind": f.kind} for f in document.furniture]
    return plain


def document_from_dict(plain: Mapping[str, Any]) -> Document:
    """Reads the stored form of a document; raises ValueError where it is none."""
    _keys(plain, Document)
    words = {f.name: _str(plain, f.name) for f in fields(Document) if f.name not in ("findings", "furniture")}
    findings = tuple(
        Finding(_str(f, "field"), _str(f, "value"), _str(f, "how"), _span_in(f, "span"))
        for f in (_keys(entry, Finding) for entry in _list(plain, "findings"))
    )
    furniture = tuple(
        Furniture(_needed(_span_in(f, "span"), "span"), _str(f, "kind"))
        for f in (_keys(entry, Furniture) for entry in _list(plain, "furniture"))
    )
    return Document(**words, findings=findings, furniture=furniture)


def claim_to_dict(claim: Claim) -> Json:
    """The stored form of a claim, cell spans and note included."""
    plain = {field.name: getattr(claim, field.name) for field in fields(claim)}
    for name in ("evidence", "source_span", "date_span"):
        plain[name] = _span(plain[name])
    plain["cells"] = {
        name: {"value": _value(cell.value), "span": _span(cell.span)} for name, cell in claim.cells.items()
    }
    return plain


def claim_from_dict(plain: Mapping[str, Any]) -> Claim:
    """Reads the stored form of a claim; raises ValueError where it is none."""
    _keys(plain, Claim)
    confidence = plain["confidence"]
    if confidence is not None and (isinstance(confidence, bool) or not isinstance(confidence, int | float)):
        raise ValueError(f"confidence: not a number: {confidence!r}")
    cells = {
        name: Cell(_value_in(cell["value"], name), _span_in(cell, "span"))
        for name, cell in ((name, _keys(entry, Cell)) for name, entry in _mapping(plain, "cells").items())
    }
    return Claim(
        id=_str(plain, "id"),
        document=_str(plain, "document"),
        register=_str(plain, "register"),
        evidence=_needed(_span_in(plain, "evidence"), "evidence"),
        cells=cells,
        source=_str(plain, "source"),
        source_span=_span_in(plain, "source_span"),
        modality=_modality(plain),
        date=_str(plain, "date"),
        date_span=_span_in(plain, "date_span"),
        frame=_str(plain, "frame"),
        confidence=confidence,
        note=_str(plain, "note"),
    )


def judgement_to_dict(judgement: Judgement) -> Json:
    """The stored form of a judgement."""
    return {field.name: getattr(judgement, field.name) for field in fields(judgement)}


def judgement_from_dict(plain: Mapping[str, Any]) -> Judgement:
    """Reads the stored form of a judgement; raises ValueError where it is none."""
    _keys(plain, Judgement)
    verdict: Verdict | None = next((v for v in get_args(Verdict) if v == plain["verdict"]), None)
    if verdict is None:
        raise ValueError(f"verdict: {plain['verdict']!r} is none of {', '.join(get_args(Verdict))}")
    words = {field.name: _str(plain, field.name) for field in fields(Judgement) if field.name != "verdict"}
    return Judgement(verdict=verdict, **words)


def record_to_dict(record: Record) -> Json:
    """The stored form of a record."""
    return {
        "id": record.id,
        "register": record.register,
        "cells": {name: _value(value) for name, value in record.cells.items()},
        "claims": list(record.claims),
        "readings": {
            name: [{"value": _value(r.value), "claims": list(r.claims)} for r in readings]
            for name, readings in record.readings.items()
        },
        "rules": dict(record.rules),
        "date": record.date,
        "modality": record.modality,
    }


def record_from_dict(plain: Mapping[str, Any]) -> Record:
    """Reads the stored form of a record; raises ValueError where it is none."""
    _keys(plain, Record)
    rules = _mapping(plain, "rules")
    readings = {
        name: tuple(
            Reading(_value_in(r["value"], name), _strings(r, "claims"))
            for r in (_keys(entry, Reading) for entry in _list(_mapping(plain, "readings"), name))
        )
        for name in _mapping(plain, "readings")
    }
    return Record(
        id=_str(plain, "id"),
        register=_str(plain, "register"),
        cells={name: _value_in(value, name) for name, value in _mapping(plain, "cells").items()},
        claims=_strings(plain, "claims"),
        readings=readings,
        rules={name: _str(rules, name) for name in rules},
        date=_str(plain, "date"),
        modality=_str(plain, "modality"),
    )


def claim_to_export(claim: Claim, document_name: str, text: str) -> Json:
    """A claim as one line of the exported claims; `score.py` reads it.

    `document_name` is what people call the document; `text` is its text, from which the evidence is quoted.
    Raises ValueError where the evidence lies outside of `text`: it is another document's.
    """
    if claim.evidence.end > len(text):
        raise ValueError(f"claim {claim.id}: evidence ends at {claim.evidence.end}, the text at {len(text)}")
    line: Json = {
        "id": claim.id,
        "doc": document_name,
        "register": claim.register,
        "evidence": claim.evidence.of(text),
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "cells": {name: plain_value(cell.value) for name, cell in claim.cells.items()},
        "source": claim.source,
        "modality": claim.modality,
        "date": claim.date,
        "frame": claim.frame,
    }
    return line if claim.confidence is None else {**line, "confidence": claim.confidence}


def record_to_export(record: Record) -> Json:
    """A record as one line of the exported records: the shown cells, every reading, and the claims of each."""
    return {
        "id": record.id,
        "register": record.register,
        "cells": {name: plain_value(value) for name, value in record.cells.items()},
        "claims": list(record.claims),
        "readings": {
            name: [{"value": plain_value(r.value), "claims": list(r.claims)} for r in readings]
            for name, readings in record.readings.items()
        },
        "date": record.date,
        "modality": record.modality,
        "rules": dict(record.rules),
    }


def plain_value(value: Value) -> str | int | float | list[str]:
    """A cell's value for people and programs outside: lists as lists, 40.0 as 40."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return _value(value)


def _value(value: Value) -> str | int | float | list[str]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no value a cell can have")
    return value


def _value_in(value: object, name: str) -> Value:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    raise ValueError(f"{name}: not a value: {value!r}")


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span_in(plain: Mapping[str, Any], key: str) -> Span | None:
    ends = plain[key]
    if ends is None:
        return None
    if not isinstance(ends, list) or len(ends) != 2 or not all(type(end) is int for end in ends):
        raise ValueError(f"{key}: not a span: {ends!r}")
    return Span(ends[0], ends[1])


def _needed(span: Span | None, key: str) -> Span:
    if span is None:
        raise ValueError(f"{key}: missing")
    return span


def _modality(plain: Mapping[str, Any]) -> Modality:
    for modality in MODALITIES:
        if modality == plain["modality"]:
            return modality
    raise ValueError(f"modality: {plain['modality']!r} is none of {', '.join(MODALITIES)}")


def _keys(plain: object, noun: type[Any]) -> Mapping[str, Any]:
    """`plain`, checked to have exactly the fields of `noun` as keys."""
    if not isinstance(plain, Mapping):
        raise ValueError(f"{noun.__name__}: not an object: {plain!r}")
    wanted = {field.name for field in fields(noun)}
    if missing := wanted - plain.keys():
        raise ValueError(f"{noun.__name__}: {', '.join(sorted(missing))} missing")
    if unknown := plain.keys() - wanted:
        raise ValueError(f"{noun.__name__}: {', '.join(sorted(map(str, unknown)))} unknown; a newer version wrote it?")
    return plain


def _str(plain: Mapping[str, Any], key: str) -> str:
    value = plain[key]
    if not isinstance(value, str):
        raise ValueError(f"{key}: not a string: {value!r}")
    return value


def _list(plain: Mapping[str, Any], key: str) -> list[Any]:
    value = plain[key]
    if not isinstance(value, list):
        raise ValueError(f"{key}: not a list: {value!r}")
    return value


def _strings(plain: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = _list(plain, key)
    if not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key}: not a list of strings: {value!r}")
    return tuple(value)


def _mapping(plain: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = plain[key]
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: not an object: {value!r}")
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
