"""A sheet's records as plain objects: the exported record, with its evidence in words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from muniment.outputs.exports.files import CELLS
from muniment.outputs.views.disagreement import disagreeing
from muniment.outputs.views.values import quoted
from muniment.schema.claim import Claim
from muniment.schema.codec import record_to_export
from muniment.schema.document import Document
from muniment.schema.record import Record
from muniment.vocabulary.registers import Register

# What a spreadsheet of a register shows beside the cells.
COLUMNS: Final = ("id", CELLS, "modality", "date", "grade", "disagreement", "evidence")


def objects(
    register: Register, records: Iterable[Record], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> Iterator[dict[str, Any]]:
    """One object for each record; `evidence` has one entry for each of its claims, `disagreement` names the cells
    whose readings cannot all be so."""
    for record in records:
        yield {
            **record_to_export(record),
            "disagreement": disagreeing(record),
            "evidence": [_evidence(claims[claim], documents) for claim in record.claims],
        }


def lines_of_evidence(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same with each piece of evidence as one string, for a field of a table."""
    for row in rows:
        yield {**row, "evidence": [_in_words(entry) for entry in row["evidence"]]}


def _evidence(claim: Claim, documents: Mapping[str, Document]) -> dict[str, str]:
    document = documents[claim.document]
    return {
        "claim": claim.id,
        "words": claim.evidence.of(document.text),
        "source": claim.source,
        "publisher": document.publisher,
        "published": document.published,
        "document": document.name,
    }


def _in_words(entry: Mapping[str, str]) -> str:
    said = [entry[key] for key in ("source", "publisher", "published", "document") if entry[key]]
    return f"{quoted(entry['words'])} — {', '.join(said)}"
