"""The annotated articles, where they are at hand: annotated claims, through a case, against the annotated records."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from muniment.pipeline.case import Case
from muniment.schema.codec import record_to_export
from muniment.schema.record import Record

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold"
# Bars of the project: claims together, shown cells, disagreements shown.
BARS = {"grouping": 0.93, "cells": 0.90, "disagreement": 0.80}

pytestmark = pytest.mark.skipif(not (GOLD / "records.jsonl").exists(), reason="the annotated articles are not at hand")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    """The records of a case that holds the annotated claims."""
    with Case.open(tmp_path_factory.mktemp("annotated") / "case.db", create=True) as case:
        case.read([str(SHARED / "seeds")], extract=False)
        case.import_claims((GOLD / "seeds.jsonl").read_text(encoding="utf-8").splitlines())
        return case.records()


def test_records_meet_the_bars(records: tuple[Record, ...], tmp_path: Path) -> None:
    lines = "".join(json.dumps(record_to_export(record)) + "\n" for record in records)
    (tmp_path / "records.jsonl").write_text(lines, encoding="utf-8")
    files = (GOLD / "score_records.py", GOLD / "seeds.jsonl", GOLD / "records.jsonl", tmp_path / "records.jsonl")
    told = subprocess.run([sys.executable, *map(str, files), "--json"], capture_output=True, check=True)
    total = json.loads(told.stdout)[-1]
    assert total["register"] == "ALL"
    assert total["grouping"][2] >= BARS["grouping"]
    assert total["cells"][2] >= BARS["cells"]
    assert total["disagreement"] >= BARS["disagreement"]


def test_one_deal_of_four_reports_is_one_record(records: tuple[Record, ...]) -> None:
    deals = [each for each in records if each.register == "transfers" and each.cells.get("quantity_ordered")]
    (deal,) = deals
    assert (deal.cells["quantity_ordered"], deal.cells["order_date"]) == (6, "2018")
    assert (deal.cells["quantity_delivered"], deal.cells["status"]) == (2, "partly delivered")
    planned = next(each for each in deal.readings["delivery_date"] if each.value != deal.cells["delivery_date"])
    assert (planned.relation, planned.reason) == ("superseded", "planned, then carried out")
    assert deal.support.documents == 4


@pytest.mark.parametrize(("measure", "counts"), [("killed", [912, 1707, 2000]), ("displaced", [440_000, 700_000])])
def test_a_running_total_is_one_series(records: tuple[Record, ...], measure: str, counts: list[int]) -> None:
    series = [
        each
        for each in records
        if each.cells.get("measure") == measure and {reading.value for reading in each.readings["value"]} == set(counts)
    ]
    assert len(series) == 1
    assert series[0].cells["value"] == counts[-1]
    assert all(each.relation == "superseded" for each in series[0].readings["value"] if each.value != counts[-1])
