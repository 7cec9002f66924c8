"""From a record to the words, and from any id to what it names."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.errors import NotFound, UsageError
from muniment.pipeline.case import Case
from muniment.pipeline.explain import explain, passage
from muniment.pipeline.read import read
from muniment.schema.claim import Cell, Claim
from muniment.schema.span import Span
from tests.pipeline.fakes import extractor

TEXT = """Talks went on in the capital on Monday. Officials said that Russia delivered jets to Myanmar. Was it true?

China said nothing.
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in (("a", TEXT), ("b", TEXT.replace("Monday", "Tuesday"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    metadata = '{"file": "a.txt", "publisher": "The Daily", "published": "2022-03-04"}\n'
    (tmp_path / "metadata.jsonl").write_text(metadata, encoding="utf-8")
    with Case.open(tmp_path / "case.db", create=True) as opened:
        read(opened, [tmp_path / "a.txt", tmp_path / "b.txt"], io.BytesIO(), extractor=extractor(), jobs=1)
        yield opened


def test_a_record_leads_to_each_sentence_and_who_printed_it(case: Case) -> None:
    (record,) = case.records()
    found = explain(case, record.id)
    assert (found.kind, found.record) == ("record", record)
    first, second = found.voices
    assert first.passage.text == "Officials said that Russia delivered jets to Myanmar."
    assert first.document.text[first.passage.start : first.passage.end] == first.passage.text
    marked = {mark.cell: first.document.text[mark.start : mark.end] for mark in first.passage.marks}
    assert marked["supplier"] == "Russia"
    assert marked["evidence"] == "Russia delivered jets to Myanmar"
    assert (first.publisher.value, first.publisher.how) == ("The Daily", "declared")
    assert (first.published.value, first.published.how) == ("2022-03-04", "declared")
    assert (second.publisher.value, second.publisher.how) == ("", "")
    assert (first.proposer, first.said_by, first.judgement) == ("fake.deliver", "", None)


def test_a_claim_leads_to_its_record(case: Case) -> None:
    claim = next(case.claims())
    found = explain(case, claim.id[:9])
    assert (found.kind, found.record, [voice.claim for voice in found.voices]) == ("claim", case.records()[0], [claim])


def test_a_rejected_claim_has_no_record_and_says_who_decided(case: Case) -> None:
    claim = next(case.claims())
    case.judge("reject", claim.id, by="A. Reader", why="a drill")
    found = explain(case, claim.id)
    assert found.record is None
    assert found.voices[0].judgement is not None
    assert found.voices[0].judgement.why == "a drill"


def test_a_document_leads_to_its_claims_and_to_what_was_refused(case: Case) -> None:
    found = explain(case, "a")
    assert found.document is not None
    assert found.status is not None
    assert (found.kind, found.document.name, found.status.status) == ("document", "a", "read")
    assert len(found.voices) == 1
    assert [refusal.reason for refusal in found.refusals] == ["a question says nothing"]
    assert explain(case, f"document:{found.document.id[:10]}").document == found.document


def test_what_is_not_there_is_not_found(case: Case) -> None:
    for id in ("zzz", "", "record:a", "claim:", "document:none", "ä:1"):
        with pytest.raises(NotFound):
            explain(case, id)


def test_an_exact_name_goes_before_beginnings_and_doubt_lists_the_choices(case: Case) -> None:
    cells = {"recipient": "Myanmar", "item": "jets", "status": "delivered"}
    claim = {"doc": "a", "register": "transfers", "evidence": "Russia delivered jets", "cells": cells}
    lines = [json.dumps({**claim, "id": id}) for id in ("z1", "z12", "z13", "a")]
    assert len(case.import_claims(lines).admitted) == 4
    assert explain(case, "z1").voices[0].claim.id == "z1"
    with pytest.raises(UsageError) as raised:
        explain(case, "z")
    assert "claim:z12" in raised.value.remedy
    with pytest.raises(UsageError) as raised:
        explain(case, "a")
    assert raised.value.remedy == "Say which: document:a, claim:a"
    assert explain(case, "claim:a").kind == "claim"
    assert explain(case, "document:a").kind == "document"


def test_cells_of_imported_claims_are_marked_where_their_words_stand() -> None:
    claim = Claim("1", "d", "transfers", Span(60, 92), {"supplier": Cell("Russia"), "item": Cell("planes")})
    marks = {mark.cell: TEXT[mark.start : mark.end] for mark in passage(TEXT, claim).marks}
    assert marks == {"evidence": "Russia delivered jets to Myanmar", "supplier": "Russia"}


@given(st.text(alphabet="ab. \n?!”A", min_size=1, max_size=80), st.data())
def test_a_passage_is_verbatim_and_holds_the_evidence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = passage(text, Claim("1", "d", "transfers", Span(start, end), {"item": Cell("a", Span(start, end))}))
    assert text[shown.start : shown.end] == shown.text
    assert shown.start <= start < end <= shown.end
    assert {mark.cell for mark in shown.marks} >= {"evidence", "item"}
