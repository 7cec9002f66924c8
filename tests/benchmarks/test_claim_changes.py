"""Claims of two readings side by side: each change is told once, on the claim that it is about."""

from __future__ import annotations

from typing import Any

from benchmarks.claim_changes import Change, Line, changes, differences, in_words


def _line(id: str, start: int = 0, end: int = 9, cells: dict[str, Any] | None = None, **fields: str) -> Line:
    line = {"id": id, "doc": "d", "start": start, "end": end, "cells": cells or {}, "frame": "votes.count"}
    return line | {"source": "", "modality": "asserted", "date": "", "evidence": "words"} | fields


def _id(line: Line | None) -> str:
    return line["id"] if line else ""


def test_changes_are_told_one_by_one() -> None:
    before = [_line("same"), _line("old"), _line("gone", 50, 60)]
    found = changes("votes", before, [_line("same"), _line("new", 5, 12), _line("more", 90, 99)])
    assert [(_id(change.before), _id(change.after)) for change in found] == [("old", "new"), ("gone", ""), ("", "more")]
    assert [change.kind for change in found] == ["changed", "lost", "gained"]


def test_the_heir_is_the_claim_that_is_most_like_it() -> None:
    before = [_line("old", cells={"for": 9, "against": 2})]
    after = [_line("far", cells={"for": 1}), _line("near", 4, 9, cells={"for": 9, "against": 3})]
    found = changes("votes", before, after)
    assert [(_id(change.before), _id(change.after)) for change in found] == [("old", "near"), ("", "far")]


def test_a_claim_elsewhere_is_no_heir() -> None:
    found = changes("votes", [_line("old")], [_line("new", 9, 12), _line("other", doc="e")])
    assert [change.kind for change in found] == ["lost", "gained", "gained"]


def test_a_change_names_its_claims() -> None:
    assert Change("votes", _line("a"), _line("b")).ids == {"a", "b"}


def test_cells_and_what_stands_beside_them_are_compared() -> None:
    before = _line("a", cells={"for": 9, "body": "Senate"}, modality="planned")
    after = _line("b", cells={"for": 9, "against": 2}, date="2024", evidence="more words")
    assert list(differences(before, after)) == [
        "against: – → 2",
        "body: Senate → –",
        "modality: planned → asserted",
        "date: – → 2024",
        "evidence: words → more words",
    ]


def test_a_change_is_told_with_its_sentence_and_frames() -> None:
    before, after = _line("a", frame="votes.pass"), _line("b", cells={"for": 9}, source="aides")
    told = str(Change("votes", before, after | {"sentence": "Aides\x1b said so in words."}))
    assert told.split("\n") == [
        "changed: votes votes.pass → votes.count d",
        "  for: 9 (aides, asserted)",
        "  for: – → 9; source: – → aides",
        "  “Aides␛ said so in [words].”",
    ]


def test_long_cells_are_cut() -> None:
    assert len(in_words(_line("a", cells={"content": "word " * 99}))) < 120
