"""The codec loses nothing, says the same thing in the same bytes, and refuses what is no noun of ours."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.schema.claim import MODALITIES, Cell, Claim, Value
from muniment.schema.codec import (
    canonical,
    claim_from_dict,
    claim_to_dict,
    claim_to_export,
    document_from_dict,
    document_to_dict,
    judgement_from_dict,
    judgement_to_dict,
    parse,
    plain_value,
    record_from_dict,
    record_to_dict,
    record_to_export,
)
from muniment.schema.document import Document, Finding, Furniture
from muniment.schema.judgement import Judgement, Verdict
from muniment.schema.record import Reading, Record
from muniment.schema.span import Span

words = st.text(st.characters(codec="utf-8"), max_size=30)
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
spans = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda t: Span(t[0], t[0] + t[1]))
maybe_spans = st.none() | spans
numbers = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[Value] = words | numbers | st.lists(words, max_size=4).map(tuple)

documents = st.builds(
    Document,
    *[words] * 10,
    findings=st.lists(st.builds(Finding, words, words, words, maybe_spans), max_size=3).map(tuple),
    furniture=st.lists(st.builds(Furniture, spans, words), max_size=3).map(tuple),
)
claims = st.builds(
    Claim,
    words,
    words,
    words,
    spans,
    st.dictionaries(names, st.builds(Cell, values, maybe_spans), max_size=5),
    words,
    maybe_spans,
    st.sampled_from(MODALITIES),
    words,
    maybe_spans,
    words,
    st.none() | st.floats(0, 1),
    words,
)
judgements = st.builds(Judgement, words, st.sampled_from(get_args(Verdict)), *[words] * 5)
claim_ids = st.lists(words, max_size=3).map(tuple)
records = st.builds(
    Record,
    words,
    words,
    st.dictionaries(names, values, max_size=4),
    claim_ids,
    st.dictionaries(names, st.lists(st.builds(Reading, values, claim_ids), max_size=3).map(tuple), max_size=3),
    st.dictionaries(names, words, max_size=3),
    words,
    words,
)


def types_of(value: Value) -> Any:
    """What `==` does not see: 2 and 2.0 are equal, 0.0 and -0.0 too."""
    return type(value), repr(value)


@given(documents)
def test_a_document_comes_back_whole(document: Document) -> None:
    assert document_from_dict(parse(canonical(document_to_dict(document)))) == document


@given(claims)
def test_a_claim_comes_back_whole(claim: Claim) -> None:
    again = claim_from_dict(parse(canonical(claim_to_dict(claim))))
    assert again == claim
    assert again.note == claim.note
    assert [types_of(c.value) for c in again.cells.values()] == [types_of(c.value) for c in claim.cells.values()]


@given(judgements)
def test_a_judgement_comes_back_whole(judgement: Judgement) -> None:
    assert judgement_from_dict(parse(canonical(judgement_to_dict(judgement)))) == judgement


@given(records)
def test_a_record_comes_back_whole(record: Record) -> None:
    assert record_from_dict(parse(canonical(record_to_dict(record)))) == record


@given(claims)
def test_the_same_claim_gives_the_same_bytes(claim: Claim) -> None:
    once = canonical(claim_to_dict(claim))
    assert once == canonical(claim_to_dict(claim_from_dict(parse(once))))
    assert b"\n" not in once


def claim(**changes: Any) -> Claim:
    given_: dict[str, Any] = {
        "id": "c1",
        "document": "d" * 64,
        "register": "agreements",
        "evidence": Span(0, 26),
        "cells": {"parties": Cell(("Chile", "Peru"), Span(0, 5)), "value": Cell(40.0), "share": Cell(0.4)},
    }
    return Claim(**{**given_, **changes})


TEXT = "Chile and Peru signed a pact in Lima."


def test_an_exported_claim_is_plain() -> None:
    line = claim_to_export(claim(evidence=Span(0, 28), date="2019-11"), "lima-1", TEXT)
    assert line == {
        "id": "c1",
        "doc": "lima-1",
        "register": "agreements",
        "evidence": "Chile and Peru signed a pact",
        "start": 0,
        "end": 28,
        "cells": {"parties": ["Chile", "Peru"], "share": 0.4, "value": 40},
        "source": "",
        "modality": "asserted",
        "date": "2019-11",
        "frame": "",
    }
    assert "40.0" not in canonical(line).decode()
    assert claim_to_export(claim(confidence=0.9), "lima-1", TEXT)["confidence"] == 0.9


def test_evidence_of_another_document_is_not_exported() -> None:
    with pytest.raises(ValueError, match="evidence ends at 90"):
        claim_to_export(claim(evidence=Span(80, 90)), "lima-1", TEXT)


def test_an_exported_record_shows_readings_and_their_claims() -> None:
    record = Record(
        id="r1",
        register="tallies",
        cells={"value": 12.0},
        claims=("c1", "c2"),
        readings={"value": (Reading(12.0, ("c2",)), Reading(9, ("c1",)))},
        rules={"value": "latest"},
    )
    assert record_to_export(record) == {
        "id": "r1",
        "register": "tallies",
        "cells": {"value": 12},
        "claims": ["c1", "c2"],
        "readings": {"value": [{"value": 12, "claims": ["c2"]}, {"value": 9, "claims": ["c1"]}]},
        "date": "",
        "modality": "asserted",
        "rules": {"value": "latest"},
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [(-0.0, "0"), (2.5, "2.5"), (1e300, "1e+300"), (807000000.0, "807000000"), (("a",), '["a"]'), ("7", '"7"')],
)
def test_values_outside_are_plain(value: Value, shown: str) -> None:
    assert json.dumps(plain_value(value)) == shown


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_no_number_is_no_cell(number: float) -> None:
    with pytest.raises(ValueError, match="no value a cell can have"):
        claim_to_dict(claim(cells={"value": Cell(number)}))


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("modality", "maybe", "none of asserted"),
        ("evidence", [5, 5], "not a span"),
        ("evidence", [0, True], "not a span"),
        ("evidence", None, "evidence: missing"),
        ("source", None, "source: not a string"),
        ("cells", [], "cells: not an object"),
        ("cells", {"value": 7}, "Cell: not an object"),
        ("cells", {"value": {"value": True, "span": None}}, "value: not a value"),
        ("confidence", "high", "confidence: not a number"),
        ("colour", "red", "colour unknown"),
    ],
)
def test_what_is_no_claim_is_refused_by_name(key: str, value: object, message: str) -> None:
    plain = {**claim_to_dict(claim()), key: value}
    with pytest.raises(ValueError, match=message):
        claim_from_dict(plain)


def test_a_missing_key_is_named() -> None:
    plain = judgement_to_dict(Judgement("j1", "accept", "c1"))
    del plain["by"]
    with pytest.raises(ValueError, match="Judgement: by missing"):
        judgement_from_dict(plain)
    with pytest.raises(ValueError, match="'ponder' is none of accept"):
        judgement_from_dict({**plain, "by": "", "verdict": "ponder"})


@pytest.mark.parametrize("data", [b"[]", b'{"a": NaN}', b"{", b"[" * 100_000, b'{"a": Infinity}'])
def test_only_json_objects_are_parsed(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own message differs with the fault
        parse(data)
