"""Claims made elsewhere: admitted, known or refused line by line, and always for a stated reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment.pipeline.case import Case
from muniment.pipeline.read import read
from muniment.schema.document import Document
from muniment.schema.span import Span
from tests.pipeline.fakes import extractor

TEXT = "Russia delivered jets to Myanmar.\nRussia  delivered jets\nto Myanmar. “We deny it,” said China."
LINE = {
    "doc": "a",
    "register": "transfers",
    "evidence": "Russia delivered jets to Myanmar",
    "cells": {"supplier": "Russia", "recipient": "Myanmar", "item": "jets", "status": "delivered"},
    "source": "",
    "modality": "asserted",
    "date": "2022-03",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        opened.add_document(Document(Document.id_of(TEXT), "a", TEXT))
        yield opened


def line(**changes: Any) -> str:
    """The line with fields changed; None takes one away."""
    return json.dumps({key: value for key, value in {**LINE, **changes}.items() if value is not None})


def test_an_admitted_claim_stands_in_the_case(case: Case) -> None:
    report = case.import_claims([line()])
    assert (report.admitted, report.known, report.refused, report.ignored) == (("1",), (), (), ())
    (claim,) = case.claims()
    assert claim.evidence.of(TEXT) == LINE["evidence"]
    assert (claim.id, claim.frame, claim.date) == ("1", "import", "2022-03")
    assert case.records()[0].claims == ("1",)


def test_importing_again_adds_nothing(case: Case) -> None:
    lines = [line(), line(start=34, end=67)]
    case.import_claims(lines)
    report = case.import_claims(lines)
    assert (report.admitted, report.known) == ((), ("1", "2"))
    assert len(list(case.claims())) == 2


def test_ids_are_line_numbers_or_the_claims_own(case: Case) -> None:
    lines = ["", line(), "  \n", line(id="mine"), line(id=77)]
    assert case.import_claims(lines).admitted == ("2", "mine", "77")


def test_offsets_choose_between_places(case: Case) -> None:
    case.import_claims([line(start=34, end=67), line(start=1, end=5)])
    assert [one.evidence for one in case.claims()] == [Span(0, 32), Span(34, 67)]


def test_an_id_that_stands_for_another_claim_is_refused_with_a_remedy(case: Case) -> None:
    case.import_claims([line()])
    other = line(modality="denied")
    (refused,) = case.import_claims([other]).refused
    assert (refused.line, refused.id) == (1, "1")
    assert "--prefix" in refused.remedy
    assert case.import_claims([other], prefix="b-").admitted == ("b-1",)
    assert len(case.import_claims([line(id="x"), line(id="x", date="")]).refused) == 1, "within one file, too"


def test_an_extracted_claim_keeps_its_id(case: Case, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    read(case, [tmp_path / "a.txt"], extractor=extractor(), jobs=1)
    extracted = next(case.claims())
    same = line(id=extracted.id, date="", start=0, end=32)
    assert case.import_claims([same]).admitted == (extracted.id,)
    assert next(case.claims()) == extracted, "the extracted one, which knows where its cells stand, is shown"
    assert case.import_claims([line(id=extracted.id, date="2020")]).refused


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"doc": "a", "value": NaN}', "no JSON number"),
        ("[" * 100_000, "nests too deeply"),
        (line(register="gossip"), "gossip"),
        (line(register=None), "register"),
        (line(doc="b"), "no document 'b'"),
        (line(doc=3), "doc"),
        (line(evidence="Russia delivered tanks"), "evidence"),
        (line(evidence=" "), "evidence"),
        (line(cells=None), "cells"),
        (line(cells={}), "cells"),
        (line(cells={**LINE["cells"], "status": "sent"}), "status"),  # type: ignore[dict-item]
        (line(cells={**LINE["cells"], "x": 1}), "'x'"),  # type: ignore[dict-item]
        (line(modality="rumoured"), "modality"),
        (line(date="spring"), "EDTF"),
        (line(source=4), "source"),
        (line(id=True), "id"),
        (line(id=""), "id"),
        (line(frame=1), "frame"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_goes_on(case: Case, bad: str, word: str) -> None:
    report = case.import_claims([line(), bad, line(start=34, end=67)])
    assert report.admitted == ("1", "3")
    (refused,) = report.refused
    assert refused.line == 2
    assert word in refused.reason


def test_what_a_position_quotes_must_stand_in_the_document(case: Case) -> None:
    cells = {"speaker": "China", "form": "direct", "content": "We deny it,"}
    position = {"register": "positions", "evidence": "“We deny it,” said China"}
    assert case.import_claims([line(cells=cells, **position)]).admitted
    (refused,) = case.import_claims([line(id="2", cells={**cells, "content": "We admit it"}, **position)]).refused
    assert "content" in refused.reason


def test_fields_that_claims_do_not_have_are_named(case: Case) -> None:
    assert case.import_claims([line(borderline=True, colour="red")]).ignored == ("borderline", "colour")


def test_left_out_source_modality_and_date_mean_what_empty_ones_mean(case: Case) -> None:
    case.import_claims([line(source=None, modality=None, date=None)])
    (claim,) = case.claims()
    assert (claim.source, claim.modality, claim.date) == ("", "asserted", "")


def test_a_byte_order_mark_is_passed_over(case: Case) -> None:
    assert case.import_claims(["\ufeff" + line()]).admitted == ("1",)


def test_a_claim_may_name_a_document_by_the_name_of_a_copy(case: Case) -> None:
    case.add_document(Document(Document.id_of(TEXT), "other name", TEXT))
    assert case.import_claims([line(doc="other name")]).admitted == ("1",)


FIELDS: Mapping[str, Any] = {
    **LINE,
    "id": "x",
    "start": 0,
    "end": 32,
    "frame": "f",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), JSON, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_no_line_breaks_an_import(case: Case, changes: dict[str, Any]) -> None:
    report = case.import_claims([json.dumps({**FIELDS, **changes})])
    assert len(report.admitted) + len(report.known) + len(report.refused) == 1
