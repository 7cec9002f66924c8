"""The gate: nothing becomes a claim without verbatim words for it. Whatever proposes, only this module admits."""

from __future__ import annotations

from typing import Final

from muniment.claims.proposal import Proposal
from muniment.schema.claim import Cell, Claim, Refusal, Value, claim_id
from muniment.schema.document import Document
from muniment.schema.span import Span
from muniment.vocabulary.check import problems
from muniment.vocabulary.registers import register

# Words that stand where a name could and name nobody a register could hold.
NOBODY: Final = frozenset(
    """many some several few most all both each one ones none other others another either neither everyone everybody
    everything someone somebody something anyone anybody anything nobody nothing more who which that this these those
    what whom whose there it they he she we you i them him her us two three four half part lot such same""".split()
)

# Words that stand where a matter could, its phrase cut off: "China is negotiating with".
NOTHING: Final = frozenset("with of for to in on at by from over about between against".split())


def admit(document: Document, proposal: Proposal) -> Claim | Refusal:
    """A Claim where every span is inside the document and every cell is what its register admits, else a Refusal."""
    reason = _objection(document, proposal)
    if reason:
        return Refusal(proposal.register, proposal.frame, reason, _inside(document, proposal.evidence))
    values = {name: cell.value for name, cell in proposal.cells.items()}
    evidence = proposal.evidence
    identifier = claim_id(
        document.id, proposal.register, evidence, values, proposal.source, proposal.modality, proposal.date
    )
    return Claim(
        id=identifier,
        document=document.id,
        register=proposal.register,
        evidence=evidence,
        cells=proposal.cells,
        source=proposal.source,
        source_span=proposal.source_span,
        modality=proposal.modality,
        date=proposal.date,
        date_span=proposal.date_span,
        frame=proposal.frame,
    )


def _objection(document: Document, proposal: Proposal) -> str:
    """The first reason not to admit a proposal, "" where there is none."""
    if _inside(document, proposal.evidence) is None:
        return "the evidence lies outside the document"
    if not proposal.evidence.of(document.text).strip():
        return "the evidence is white space"
    if any(mark.span.overlaps(proposal.evidence) for mark in document.furniture):
        return "the evidence is page furniture"
    for name, cell in proposal.cells.items():
        if not _is_quoted(document, cell):
            return f"cell {name} has no words of the document"
        if _names_nobody(proposal.register, name, cell):
            return f"cell {name} names nobody: {cell.value!r}"
    values: dict[str, Value] = {name: cell.value for name, cell in proposal.cells.items()}
    wrong = problems(register(proposal.register), values, proposal.modality, proposal.date, proposal.source)
    return "; ".join(wrong)


def _names_nobody(table: str, name: str, cell: Cell) -> bool:
    """True for a quantifier or a bare number where a name or a thing should stand."""
    if not isinstance(cell.value, str):
        return False
    kind = next((column.type for column in register(table).columns if column.cell == name), "")
    word = cell.value.lower()
    if word in NOBODY or (kind == "text" and word in NOTHING):
        return True
    return kind == "name" and not any(sign.isalpha() for sign in cell.value)


def _is_quoted(document: Document, cell: Cell) -> bool:
    return cell.span is not None and _inside(document, cell.span) is not None


def _inside(document: Document, span: Span) -> Span | None:
    return span if span.end <= len(document.text) else None
