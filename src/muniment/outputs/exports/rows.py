"""What is exported: one plain object for each claim or record, in an order that depends on nothing but them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from muniment.schema.codec import claim_to_export, record_to_export
from muniment.vocabulary.registers import NAMES

if TYPE_CHECKING:
    from muniment.pipeline.case import Case

Exported: TypeAlias = Mapping[str, Any]


def exported(case: Case, kind: str, register: str | None = None, as_of: str | None = None) -> Iterator[Exported]:
    """Every claim or record of the case, registers in their usual order; `as_of` as in `Case.records`."""
    names = (register,) if register else NAMES
    if kind == "records":
        for record in case.records(register, as_of=as_of):
            yield record_to_export(record)
        return
    documents = {document.id: document for document in case.documents(as_of=as_of)}
    for name in names:
        for claim in case.claims(register=name, as_of=as_of):
            document = documents[claim.document]
            yield claim_to_export(claim, document.name, document.text)
