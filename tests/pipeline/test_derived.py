"""What follows from a state of a case is worked out once for that state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.pipeline.case import Case
from tests.desk import fill


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        yield opened


def test_it_is_kept_until_something_is_added(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path / "in")
    first = case.derived()
    assert case.derived() is first
    assert case.records("transfers") is not case.records("tallies")
    case.judge("reject", "c1")
    assert case.derived() is not first
    assert "c1" in first.claims
    assert "c1" not in case.derived().claims
    assert [one.verdict for one in case.derived().decisions["c1"]] == ["reject"]


def test_a_moment_has_its_own(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path / "in")
    assert case.entities(as_of="2001") == ()
    assert case.ties(as_of="2001") == ()
    assert case.ties() == case.derived().ties != ()
    people = case.entities("person")
    assert {one.kind for one in people} == {"person"}
    assert "Jo Lund" in {one.name for one in people}


def test_a_voice_is_the_source_else_whoever_printed_it(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path / "in")
    derived = case.derived()
    assert derived.said_by("c3") == "Jo Lund"
    assert derived.voice("c3") == derived.voice("c4")
    assert derived.said_by("c5") == "The Weekly 2020-05-08"
    assert derived.voice("c5") == derived.voice("c6") != derived.voice("c7")


def test_groups_that_people_made_are_known(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path / "in")
    assert case.derived().together == frozenset()
    case.judge("merge", "c1", "c3")
    assert case.derived().together == {frozenset({"c1", "c3"})}
