"""What is exported: one plain object for each claim or record, in an order that depends on nothing but them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from muniment.outputs.views.filters import chosen, is_sure
from muniment.schema.codec import claim_to_export, record_to_export
from muniment.vocabulary.registers import names
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.pipeline.case import Case

Exported: TypeAlias = Mapping[str, Any]


def exported(
    case: Case, kind: str, register: str | None = None, as_of: str | None = None, least: float = 0.0
) -> Iterator[Exported]:
    """Every claim or record of the case that is sure enough, registers in their usual order; `as_of` as in
    `Case.records`, `least` as in `filters.chosen`. Raises NotFound for an unknown register, before the first."""
    wanted = (register_named(register).name,) if register else names()
    return _exported(case, kind, wanted, as_of, least)


def _exported(case: Case, kind: str, wanted: Sequence[str], as_of: str | None, least: float) -> Iterator[Exported]:
    if kind == "records":
        claims = case.derived(as_of).claims
        for name in wanted:
            yield from map(record_to_export, chosen(case.records(name, as_of=as_of), claims=claims, least=least))
        return
    documents = {document.id: document for document in case.documents(as_of=as_of)}
    for name in wanted:
        for claim in case.claims(register=name, as_of=as_of):
            if not is_sure(claim.confidence, least):
                continue
            document = documents[claim.document]
            yield claim_to_export(claim, document.name, document.text)
