"""The examples give the claims that somebody looked at and accepted, one by one."""

from __future__ import annotations

import pytest

from muniment.vocabulary.registers import NAMES
from tests.accept import GOLDEN, Change, Line, changes, read_examples


@pytest.fixture(scope="module")
def now() -> dict[str, list[Line]]:
    """The claims of the examples as they are now."""
    return read_examples()


@pytest.mark.skipif(not any(GOLDEN.glob("*.json")), reason="nothing accepted yet: make golden")
@pytest.mark.parametrize("register", NAMES)
def test_the_claims_of_the_examples_are_the_accepted_ones(register: str, now: dict[str, list[Line]]) -> None:
    found = changes(register, now[register])
    told = "\n".join(map(str, found))
    assert not found, f"{len(found)} changes; look at them with `make golden`.\n{told}"


def _line(id: str, start: int = 0, end: int = 9) -> Line:
    return {"id": id, "doc": "d", "start": start, "end": end, "cells": {}, "source": "", "modality": "", "date": "",
            "evidence": "words", "frame": "f"}  # fmt: skip


def test_changes_are_told_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.accept.accepted", lambda register: [_line("same"), _line("old"), _line("gone", 50, 60)])
    found = changes("votes", [_line("same"), _line("new", 5, 12), _line("more", 90, 99)])
    assert [(_id(change.before), _id(change.after)) for change in found] == [("old", "new"), ("gone", ""), ("", "more")]
    assert [str(change).split(":")[0] for change in found] == ["changed", "lost", "gained"]


def _id(line: Line | None) -> str:
    return line["id"] if line else ""


def test_a_change_names_its_claims() -> None:
    assert Change("votes", _line("a"), _line("b")).ids == {"a", "b"}
