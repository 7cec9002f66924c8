"""From a record to whom its names mean."""

from __future__ import annotations

import json
from pathlib import Path

from muniment.pipeline.case import Case
from muniment.pipeline.identities import meant
from tests.ledger.making import document

TEXT = "Oslo sold radars to Chile. Norway sold the radars to Chile in May."


def test_names_of_a_record(tmp_path: Path) -> None:
    evidence = ("Oslo sold radars to Chile", "Norway sold the radars to Chile")
    lines = [
        {
            "doc": "report", "register": "transfers", "evidence": words, "source": "", "modality": "asserted",
            "cells": {"supplier": words.split()[0], "recipient": "Chile", "item": "radars", "status": "delivered"},
            "date": "",
        }
        for words in evidence
    ]  # fmt: skip
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.add_document(document("report", TEXT))
        report = case.import_claims([json.dumps(line) for line in lines])
        assert not report.refused
        (record,) = case.records("transfers")
        found = {(one.cell, one.name): one for one in meant(case, record)}
        assert found["supplier", "Oslo"].entity == found["supplier", "Norway"].entity
        assert [feature.name for feature in found["supplier", "Oslo"].features] == ["seat of the government"]
        assert found["supplier", "Norway"].features == ()
        assert {entity.id for entity in case.entities()} == {"country:CL", "country:NO"}
