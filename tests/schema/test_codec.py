"""The exported form is plain, and the same for the same claim."""

from __future__ import annotations

import json
from typing import Any

import pytest

from muniment.schema.claim import Cell, Claim, Value
from muniment.schema.codec import claim_to_export, plain_value, record_to_export
from muniment.schema.record import Reading, Record, Support
from muniment.schema.span import Span


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
    assert "40.0" not in json.dumps(line)
    assert claim_to_export(claim(confidence=0.9), "lima-1", TEXT)["confidence"] == 0.9


def test_evidence_of_another_document_is_not_exported() -> None:
    with pytest.raises(ValueError, match="evidence ends at 90"):
        claim_to_export(claim(evidence=Span(80, 90)), "lima-1", TEXT)


def test_an_exported_record_shows_readings_and_their_claims() -> None:
    superseded = Reading(9, ("c1",), "superseded", "9, before 12")
    record = Record(
        id="r1",
        register="tallies",
        cells={"value": 12.0},
        claims=("c1", "c2"),
        readings={"value": (Reading(12.0, ("c2",)), superseded)},
        rules={"value": "latest"},
        forwards=("r0",),
        support=Support(2, 2, 1, 0, 1),
        grade="weak",
        provisional=True,
    )
    assert record_to_export(record) == {
        "id": "r1",
        "register": "tallies",
        "cells": {"value": 12},
        "claims": ["c1", "c2"],
        "readings": {
            "value": [
                {"value": 12, "claims": ["c2"], "relation": "same", "reason": ""},
                {"value": 9, "claims": ["c1"], "relation": "superseded", "reason": "9, before 12"},
            ]
        },
        "date": "",
        "modality": "asserted",
        "rules": {"value": "latest"},
        "forwards": ["r0"],
        "support": {"documents": 2, "publishers": 2, "agencies": 1, "speakers": 0, "independent": 1},
        "grade": "weak",
        "provisional": True,
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
        claim_to_export(claim(cells={"value": Cell(number)}), "lima-1", TEXT)
