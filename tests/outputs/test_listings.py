"""Conflicts, changes and entities as lists; every reading command as of a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.outputs.conftest import Cli


def test_conflicts_say_who_says_what_worst_first(desk: Cli) -> None:
    code, said, _ = desk("conflicts")
    assert code == 0
    rows = [line for line in said.splitlines() if "quantity_delivered" in line]
    assert [line.split()[-1] for line in rows] == ["speakers", "documents", "document"]
    assert "(Jo Lund) ≠" in rows[0] or "(Jo" in rows[0]
    assert said.endswith("3 conflicts.\n")
    assert "\x1b" not in said


def test_conflicts_for_programs(desk: Cli) -> None:
    told = json.loads(desk("conflicts", "--json", "--limit", "1")[1])
    assert [(one["cell"], one["between"]) for one in told] == [("quantity_delivered", "speakers")]
    sides = {side["value"]: side["said_by"] for side in told[0]["sides"]}
    assert sides == {6: ["the air force"], 8: ["Jo Lund"]}
    assert len(json.loads(desk("conflicts", "--all", "--json")[1])) == 4


def test_conflicts_of_one_register_and_with_what_was_superseded(desk: Cli) -> None:
    assert desk("conflicts", "--register", "tallies")[1] == "No conflicts.\n"
    said = desk("conflicts", "--register", "tallies", "--all")[1]
    assert "52 (Evening Star 2020-05-03) ←" in " ".join(said.split())
    assert said.endswith("1 difference.\n")
    assert desk("conflicts", "--register", "weather")[0] == 3


def test_a_list_that_was_cut_says_so(desk: Cli) -> None:
    assert desk("conflicts", "--limit", "2")[1].endswith("2 of 3 conflicts; --limit 0 shows all.\n")
    assert desk("entities", "--limit", "1")[1].count("\n") == 4


def test_changes_tell_what_and_because_of_what(desk: Cli) -> None:
    everything = json.loads(desk("changes", "--since", "2001", "--json")[1])
    assert {one["what"] for one in everything} == {"new"}
    assert {cause["kind"] for one in everything for cause in one["causes"]} == {"import"}
    desk("judge", "reject", "c6", "--by", "Ama")
    code, said, _ = desk("changes", "--since", "2001", "--register", "transfers")
    assert code == 0
    assert said.endswith("4 changes.\n")
    assert desk("changes", "--since", "2999")[1] == "No changes.\n"


def test_changes_since_a_moment_name_the_judgement(desk: Cli) -> None:
    from muniment.ledger.store.clock import now

    moment = now()
    desk("judge", "reject", "c6", "--by", "Ama")
    desk("judge", "reject", "c17", "--by", "Ama")
    desk("judge", "correct", "c8", "value=60", "--by", "Ama")
    told = {one["register"]: one for one in json.loads(desk("changes", "--since", moment, "--json")[1])}
    assert {name: one["what"] for name, one in told.items()} == {
        "transfers": "changed", "positions": "gone", "tallies": "changed",
    }  # fmt: skip
    assert told["tallies"]["cells"] == [{"cell": "value", "before": 52, "after": 60}]
    said = " ".join(desk("changes", "--since", moment)[1].split())
    assert "value: 52 → 60" in said
    assert "(reject) by Ama" in said


@pytest.mark.parametrize("since", ["last week", "", "2020-13"])
def test_a_day_that_is_none_is_refused(desk: Cli, since: str) -> None:
    code, _, said = desk("changes", "--since", since)
    assert code == 2
    assert "2026-11-21" in said


def test_entities_with_their_spellings(desk: Cli) -> None:
    code, said, _ = desk("entities", "--kind", "person")
    assert code == 0
    line = next(line for line in said.splitlines() if line.startswith("Martin Holgers"))
    assert line.split()[-1].isdigit()
    assert "Martin Holgers" in line.split("person")[1]
    told = {one["name"]: one for one in json.loads(desk("entities", "--json")[1])}
    assert sum(told["Fenwick"]["aliases"].values()) == told["Fenwick"]["mentions"]
    kinds = {one["kind"] for one in json.loads(desk("entities", "--kind", "person", "--json")[1])}
    assert kinds == {"person"}


def test_every_reading_command_answers_as_of_a_day(desk: Cli, tmp_path: Path) -> None:
    assert "0 documents, 0 claims" in desk("show", "--as-of", "2001")[1]
    assert "No rows" in desk("show", "transfers", "--as-of", "2001")[1]
    assert json.loads(desk("show", "transfers", "--as-of", "2999", "--format", "json")[1]) == json.loads(
        desk("show", "transfers", "--format", "json")[1]
    )
    assert desk("export", "--what", "records", "--as-of", "2001")[1] == ""
    assert desk("export", "--what", "claims", "--as-of", "2001")[1] == ""
    assert desk("conflicts", "--as-of", "2001")[1] == "No conflicts.\n"
    assert desk("entities", "--as-of", "2001", "--json")[1] == "[]\n"
    assert desk("explain", "claim:c1", "--as-of", "2001")[0] == 3
    assert desk("explain", "document:morning", "--as-of", "2999")[0] == 0
    code, _, said = desk("show", "--as-of", "last week")
    assert (code, "2026-11-21" in said) == (2, True)


def test_explain_tells_names_joins_and_ties(desk: Cli) -> None:
    said = " ".join(desk("explain", "claim:c1")[1].split())
    assert "fair (two or more independent voices): 2 publishers · 2 agencies · 2 speakers" in said
    records = json.loads(desk("show", "transfers", "--where", "recipient=Oland", "--format", "json")[1])
    said = " ".join(desk("explain", f"record:{records[0]['id']}")[1].split())
    assert "[1] joined same supplier, recipient; item less precise" in said
    visit = json.loads(desk("show", "meetings", "--format", "json")[1])[0]["id"]
    said = " ".join(desk("explain", f"record:{visit}")[1].split())
    assert "tied occasion of: Fenwick, Ruritania · agreement · air defence" in said
    told = json.loads(desk("explain", f"record:{visit}", "--json")[1])
    assert [tie["kind"] for tie in told["ties"]] == ["occasion of"]
    assert told["grade_rule"]
    post = json.loads(desk("show", "affiliations", "--where", "object=Fenwick", "--format", "json")[1])[0]["id"]
    said = " ".join(desk("explain", f"record:{post}")[1].split())
    assert "” is Martin Holgers" in said
    told = json.loads(desk("explain", f"record:{post}", "--json")[1])
    assert told["called"][0]["features"]
    assert [one["judged"] for one in told["joined"]] == [False]


def test_grades_stand_in_the_table_where_they_differ(desk: Cli) -> None:
    said = desk("show", "transfers")[1]
    assert "Grade" in said
    assert "confirmed" in said
    assert "2/2/2" in said
    assert "Grade" not in desk("show", "meetings")[1]
    assert "| Grade | Support |" in desk("show", "meetings", "--format", "md")[1]
