"""Decisions from the command line, and their log."""

from __future__ import annotations

import json

import pytest

from muniment.outputs.cli.judge import judge
from tests.outputs.conftest import Cli


@pytest.mark.parametrize("name", sorted(judge.commands))
def test_every_verdict_has_an_example(name: str, cli: Cli) -> None:
    code, said, _ = cli("judge", name, "--help")
    assert code == 0
    assert f"muniment judge {name}" in said


def test_a_rejected_claim_leaves_its_record(desk: Cli) -> None:
    code, said, _ = desk("judge", "reject", "c6", "--why", "another year")
    assert code == 0
    assert said.startswith("reject claim c6 (judgement ")
    rows = json.loads(desk("show", "transfers", "--where", "item=M-5 radars", "--format", "json")[1])
    assert [row["claims"] for row in rows] == [["c5"]]


def test_a_corrected_cell_shows(desk: Cli) -> None:
    assert desk("judge", "correct", "c5", "item=M-5B radars")[0] == 0
    assert desk("judge", "correct", "c5", "quantity_delivered=")[0] == 0
    rows = json.loads(desk("show", "transfers", "--where", "item~M-5B", "--format", "json")[1])
    assert all("quantity_delivered" not in row["cells"] or "c6" in row["claims"] for row in rows)
    assert rows


def test_records_are_merged_and_split_by_the_beginnings_of_their_ids(desk: Cli) -> None:
    ids = {row["cells"]["item"]: row["id"] for row in json.loads(desk("show", "transfers", "--format", "json")[1])}
    assert desk("judge", "merge", ids["K-4 tanks"][:10], ids["M-5 radars"][:10])[0] == 0
    rows = json.loads(desk("show", "transfers", "--format", "json")[1])
    merged = next(row for row in rows if "c3" in row["claims"])
    assert set(merged["claims"]) == {"c3", "c4", "c5", "c6"}
    assert desk("judge", "split", merged["id"][:10], "c6")[0] == 0
    rows = json.loads(desk("show", "transfers", "--format", "json")[1])
    assert not any({"c5", "c6"} <= set(row["claims"]) for row in rows)


def test_names_are_one_or_two(desk: Cli) -> None:
    def names() -> set[str]:
        return {one["name"] for one in json.loads(desk("entities", "--kind", "person", "--json")[1])}

    assert {"Peder Dalgren", "Peder Dralgren"} <= names()
    assert desk("judge", "same", "Peder Dalgren", "Peder Dralgren")[0] == 0
    assert not {"Peder Dalgren", "Peder Dralgren"} <= names()
    assert desk("judge", "different", "Martin Holgersen", "Martin Holgerson")[0] == 0
    assert {"Martin Holgersen", "Martin Holgerson"} <= names()
    assert desk("judge", "different", "Jo Lund", "Fenwick", "--document", "evening")[0] == 0


def test_the_log_tells_who_when_why_and_what_holds(desk: Cli) -> None:
    assert desk("judge", "list")[1] == "No judgements.\n"
    told = json.loads(desk("judge", "reject", "c6", "--by", "Ama", "--why", "no year", "--json")[1])
    assert (told["verdict"], told["claims"], told["by"], told["why"]) == ("reject", ["c6"], "Ama", "no year")
    assert desk("judge", "retract", told["id"][:6], "--by", "Ben")[0] == 0
    said = " ".join(desk("judge", "list")[1].split())
    assert "Ama" in said
    assert "no year" in said
    assert "taken back" in said
    log = json.loads(desk("judge", "list", "--json")[1])
    assert [(one["verdict"], one["stands"], one["by"]) for one in log] == [
        ("reject", False, "Ama"), ("retract", True, "Ben"),
    ]  # fmt: skip
    assert log[0]["words"] == [{"words": "6 M-5 radars went to Fenwick from Ruritania", "document": "weekly"}]


def test_the_environment_says_who_decides(desk: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNIMENT_BY", "Ama B.")
    assert json.loads(desk("judge", "accept", "c1", "--json")[1])["by"] == "Ama B."


@pytest.mark.parametrize(
    ("arguments", "code", "remedy"),
    [
        (["accept", "zz"], 3, "explain a record"),
        (["accept", "c"], 2, "more digits"),
        (["correct", "c1", "item"], 2, "cell=value"),
        (["correct", "c1", "colour=red"], 3, "quantity_ordered"),
        (["correct", "c1", "quantity_delivered=many"], 2, "Reject the claim"),
        (["merge", "c1"], 2, "two claims"),
        (["merge", "c1", "c7"], 2, "one register"),
        (["merge", "zz", "c1"], 3, "for their ids"),
        (["split", "zz", "c1"], 3, "for their ids"),
        (["same", "Jo Lund", "Nobody"], 3, "as a cell has it"),
        (["same", "Jo Lund", "Fenwick", "--document", "nowhere"], 3, "for their names"),
        (["retract", "zz"], 3, "with their ids"),
        (["approve", "c1"], 2, "--help"),
        (["accept"], 2, "--help"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(desk: Cli, arguments: list[str], code: int, remedy: str) -> None:
    ended, said, err = desk("judge", *arguments)
    assert (ended, said) == (code, "")
    assert remedy in err
    assert desk("judge", "list")[1] == "No judgements.\n"


def test_a_split_needs_claims_that_are_there_and_some_that_stay(desk: Cli) -> None:
    rows = json.loads(desk("show", "transfers", "--where", "item=M-5 radars", "--format", "json")[1])
    (record,) = [row["id"] for row in rows]
    code, _, said = desk("judge", "split", record, "c5", "c6")
    assert (code, "All claims cannot leave" in said) == (2, True)
    code, _, said = desk("judge", "split", record, "c1")
    assert (code, "c5, c6" in said) == (2, True)
