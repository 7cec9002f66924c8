"""Nouns become rows and come back whole, whatever they hold."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.store import rows
from muniment.schema.claim import MODALITIES, Cell, Claim, Refusal, Value
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

words = st.text(max_size=30)  # half surrogate pairs and NUL among them
names = st.text(min_size=1, max_size=12)
spans = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Span(pair[0], sum(pair)))
maybe_spans = st.none() | spans
numbers = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[Value] = words | numbers | st.lists(words, max_size=4).map(tuple)
cells = st.dictionaries(names, st.builds(Cell, values, maybe_spans), max_size=5)
documents = st.builds(
    Document,
    *[words] * 10,
    findings=st.lists(st.builds(Finding, words, words, words, maybe_spans), max_size=3).map(tuple),
    furniture=st.lists(st.builds(Furniture, spans, words), max_size=3).map(tuple),
)
claims = st.builds(
    Claim,
    id=words,
    document=words,
    register=words,
    evidence=spans,
    cells=cells,
    source=words,
    source_span=maybe_spans,
    modality=st.sampled_from(MODALITIES),
    date=words,
    date_span=maybe_spans,
    frame=words,
    confidence=st.none() | st.floats(0, 1),
    note=words,
)
anchors = st.builds(Anchor, words, words, words, spans, cells, words)
several = st.lists(anchors, min_size=1, max_size=3).map(tuple)
SAID: dict[type[Subject], st.SearchStrategy[Subject]] = {
    OfClaim: st.builds(OfClaim, anchors),
    OfCell: st.builds(OfCell, anchors, words, st.none() | values),
    OfClaims: st.builds(OfClaims, several),
    OfSides: st.builds(OfSides, several, several),
    OfNames: st.builds(OfNames, st.lists(st.builds(Name, words, words), min_size=1, max_size=3).map(tuple)),
    OfJudgement: st.builds(OfJudgement, words),
}


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """A judgement with any verdict and a subject that it can have."""
    verdict: Verdict = draw(st.sampled_from(list(SUBJECTS)))
    return Judgement(draw(words), verdict, draw(SAID[SUBJECTS[verdict]]), draw(words), draw(words), draw(words))


def types_of(value: Value) -> Any:
    """What `==` does not see: 2 and 2.0 are equal, 0.0 and -0.0 too."""
    return type(value), repr(value)


@given(documents)
def test_a_document_comes_back_whole(one: Document) -> None:
    again = rows.document_of(one.id, one.text, one.name, one.origin, rows.metadata_of(one))
    assert again == one


@given(claims)
def test_a_claim_comes_back_whole(one: Claim) -> None:
    again = rows.claim_of(one.id, one.document, one.register, rows.claim_body(one))
    assert again == one
    assert again.note == one.note
    assert [types_of(cell.value) for cell in again.cells.values()] == [types_of(c.value) for c in one.cells.values()]


@given(judgements())
def test_a_judgement_comes_back_whole(one: Judgement) -> None:
    body = rows.judgement_body(one)
    assert rows.judgement_of(one.id, body) == one
    assert body.isascii(), "any database holds it"


@given(st.builds(Refusal, words, words, words, maybe_spans))
def test_a_refusal_comes_back_whole(one: Refusal) -> None:
    assert rows.refusal_of(rows.refusal_body(one)) == one


@given(anchors, anchors)
def test_the_order_in_which_claims_are_named_makes_no_other_subject(one: Anchor, other: Anchor) -> None:
    assert rows.subject_key(OfClaims((one, other))) == rows.subject_key(OfClaims((other, one)))
    assert rows.subject_key(OfSides((one,), (other,))) == rows.subject_key(OfSides((other,), (one,)))
