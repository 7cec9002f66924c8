"""The exported form of claims and records: what researchers and `score.py` read. The store has a form of its own.

Cells as plain values, whole floats as integers, evidence as words.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any, Final, TypeAlias

from muniment.schema.claim import Claim, Value
from muniment.schema.record import Record

Json: TypeAlias = dict[str, Any]

_EXACT: Final = 2**53  # floats beyond hold whole numbers only by accident


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
    """A record as one line of the exported records: the shown cells, every reading with the claims of each and how it
    stands to the shown one, who stands behind the record, and the ids that lead to it."""
    return {
        "id": record.id,
        "register": record.register,
        "cells": {name: plain_value(value) for name, value in record.cells.items()},
        "claims": list(record.claims),
        "readings": {
            name: [{**asdict(r), "value": plain_value(r.value), "claims": list(r.claims)} for r in readings]
            for name, readings in record.readings.items()
        },
        "date": record.date,
        "modality": record.modality,
        "rules": dict(record.rules),
        "forwards": list(record.forwards),
        "support": asdict(record.support),
        "grade": record.grade,
        "provisional": record.provisional,
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
