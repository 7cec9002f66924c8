"""`--min-confidence` on show, export and score; `score --calibration`; what `explain` says of a claim's confidence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell import EXAMPLES, good, muniment


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples read into `desk.db`."""
    folder = tmp_path_factory.mktemp("confidence")
    good("read", str(EXAMPLES), "--case", "desk.db", cwd=folder)
    return folder


def exported(desk: Path, *options: str) -> list[dict[str, Any]]:
    out = good("export", "--what", *options, "--case", "desk.db", cwd=desk)
    return [json.loads(line) for line in out.splitlines()]


def test_export_leaves_out_what_is_less_sure(desk: Path) -> None:
    everything = exported(desk, "claims")
    sure = exported(desk, "claims", "--min-confidence", "0.9")
    assert 0 < len(sure) < len(everything)
    assert sure == [claim for claim in everything if claim["confidence"] >= 0.9]


def test_a_record_stays_with_one_sure_claim(desk: Path) -> None:
    confidence = {claim["id"]: claim["confidence"] for claim in exported(desk, "claims")}
    everything = exported(desk, "records")
    sure = exported(desk, "records", "--min-confidence", "0.9")
    assert 0 < len(sure) < len(everything)
    wanted = [record["id"] for record in everything if max(confidence[id] for id in record["claims"]) >= 0.9]
    assert [record["id"] for record in sure] == wanted


def test_show_asks_for_it_too(desk: Path) -> None:
    rows = [
        json.loads(good("show", "positions", "--format", "json", *least, "--case", "desk.db", cwd=desk))
        for least in ((), ("--min-confidence", "0.95"))
    ]
    assert len(rows[1]) < len(rows[0])


def test_a_share_beyond_one_is_refused(desk: Path) -> None:
    ran = muniment("show", "positions", "--min-confidence", "90", "--case", "desk.db", cwd=desk).clear()
    assert ran.code == 2
    assert "--min-confidence" in ran.err


def test_explain_gives_the_figure_and_what_moved_it(desk: Path) -> None:
    claim = exported(desk, "claims", "--register", "transfers")[0]
    out = " ".join(good("explain", f"claim:{claim['id']}", "--case", "desk.db", cwd=desk).split())
    assert f"{claim['confidence']:.2f}: right in {claim['confidence']:.0%} of such claims; " in out


def test_score_measures_what_is_sure_and_how_well_it_holds(desk: Path) -> None:
    claims = exported(desk, "claims")
    (desk / "gold.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in claims[::2]), encoding="utf-8")
    score = ("score", "gold.jsonl", "--case", "desk.db", "--json")
    whole = json.loads(good(*score, "--calibration", cwd=desk))
    assert sum(each["claims"] for each in whole["calibration"]) == len(claims)
    assert sum(each["claims"] * each["right"] for each in whole["calibration"]) == pytest.approx(len(claims[::2]))
    sure = json.loads(good(*score, "--min-confidence", "0.9", cwd=desk))
    assert sure["rows"][-1]["pred"] == sum(claim["confidence"] >= 0.9 for claim in claims)
    assert "calibration" not in sure
    assert "Off by" in good(*score[:-1], "--calibration", cwd=desk)


def test_claims_of_another_program_have_none_and_stay(desk: Path) -> None:
    claim = exported(desk, "claims", "--register", "transfers")[0]
    theirs = {key: claim[key] for key in ("doc", "register", "evidence", "cells")} | {"source": "a colleague"}
    (desk / "theirs.jsonl").write_text(json.dumps(theirs) + "\n", encoding="utf-8")
    good("read", str(EXAMPLES), "--case", "other.db", "--no-extract", cwd=desk)
    good("import", "theirs.jsonl", "--case", "other.db", cwd=desk)
    out = good("export", "--what", "claims", "--min-confidence", "1", "--case", "other.db", cwd=desk)
    assert [json.loads(line)["source"] for line in out.splitlines()] == ["a colleague"]
